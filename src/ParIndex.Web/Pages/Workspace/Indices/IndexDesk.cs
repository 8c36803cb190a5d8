using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>What a page about figures beside the index works with: the figure its address names, and who is at work.</summary>
public sealed class IndexDesk(ParIndexDb db, NationalIndexRegister register) : IDesk
{
    private NationalIndex? _row;

    /// <summary>The figure, to be corrected.</summary>
    public NationalIndex Row => _row!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRouteValue("id") is not string id)
        {
            return true;
        }

        // What was changed and refused is not what is stored.
        db.ChangeTracker.Clear();
        return (_row = await register.FindAsync(Guid.Parse(id), request.RequestAborted)) is not null;
    }
}
