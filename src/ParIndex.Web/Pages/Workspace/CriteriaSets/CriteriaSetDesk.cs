using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What a page about criteria sets works with: the set its address names, and who is at work.</summary>
public sealed class CriteriaSetDesk(ParIndexDb db, CriteriaSetRegister register) : IDesk
{
    private CriteriaSet? _set;

    /// <summary>The set, to be changed.</summary>
    public CriteriaSet Set => _set!;

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
        return (_set = await register.FindAsync(Guid.Parse(id), request.RequestAborted)) is not null;
    }
}
