using ParIndex.Application.Accounts;
using ParIndex.Application.Evidence;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Criteria;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>What a page about one scorecard works with: the scorecard, the leaf its address names, who is at work and when.</summary>
public sealed class ScorecardDesk(ScorecardReader scorecards, TimeProvider clock) : IDesk
{
    /// <summary>What the log says of a scorecard that was asked for by somebody whom it does not concern.</summary>
    internal const string NotTheirs = "phiếu chấm điểm không thuộc phần việc của người này";

    private ScorecardFolder? _folder;
    private Guid? _leafId;

    /// <summary>The scorecard with everything about it.</summary>
    public ScorecardFolder Folder => _folder!;

    /// <summary>The leaf of the address.</summary>
    public Criterion Leaf => Folder.Leaf(_leafId!.Value)!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRouteValue("id") is not string id)
        {
            return true;
        }

        _leafId = request.GetRouteValue("leaf") is string leaf ? Guid.Parse(leaf) : null;
        _folder = await scorecards.FindAsync(Guid.Parse(id), request.RequestAborted);
        if (_folder is not null && !ScorecardRights.MayRead(Actor, _folder))
        {
            // The answer is the same as for what is not there; the log knows better.
            await RefusedRequests.TellAsync(request, NotTheirs);
            return false;
        }

        _folder = _folder is null ? null : EvidenceRights.AsSeenBy(Actor, _folder);
        return _folder is not null && (_leafId is null || _folder.Leaf(_leafId.Value) is not null);
    }

    /// <summary>Tells the log of cells that are never this person's: one event, however many were sent.</summary>
    internal static Task TellAsync(HttpContext request, SheetAnswer answer) =>
        answer.Outcomes.FirstOrDefault(outcome => outcome.IsOfRights) is { } refused ? Refusals.TellAsync(request, refused.Message) : Task.CompletedTask;
}
