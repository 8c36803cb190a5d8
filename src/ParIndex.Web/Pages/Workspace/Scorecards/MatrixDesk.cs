using ParIndex.Application.Accounts;
using ParIndex.Application.Scorecards;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What the page of a field across units works with: the matrix that its address names, as the appraiser at work sees it.</summary>
public sealed class MatrixDesk(MatrixReader matrices) : IDesk
{
    private AppraisalMatrix? _matrix;

    /// <summary>The matrix.</summary>
    public AppraisalMatrix Matrix => _matrix!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var values = request.Request.RouteValues;
        var (round, group, field) = (Guid.Parse((string)values["round"]!), (string)values["group"]!, (string)values["field"]!);
        _matrix = await matrices.FindAsync(Actor, round, group, field, request.RequestAborted);
        if (_matrix is null && await matrices.ExistsAsync(round, group, field, request.RequestAborted))
        {
            // The answer is the same as for what is not there; the log knows better.
            await RefusedRequests.TellAsync(request, ScorecardDesk.NotTheirs);
        }

        return _matrix is not null;
    }
}
