using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Units;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Workspace.Groups;

/// <summary>What a page that changes the groups of units works with: the group its address names, and who is at work.</summary>
public sealed class GroupDesk(ParIndexDb db, UnitGroupAdministration administration) : IDesk
{
    private UnitGroup? _group;

    /// <summary>The group, to be changed.</summary>
    public UnitGroup Group => _group!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRouteValue("group") is not string slug)
        {
            return true;
        }

        // What was changed and refused is not what is stored.
        db.ChangeTracker.Clear();
        return (_group = await administration.FindAsync(slug, request.RequestAborted)) is not null;
    }
}
