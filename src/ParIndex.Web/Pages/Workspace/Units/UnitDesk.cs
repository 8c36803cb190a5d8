using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Units;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>What a page that changes the register of units works with: the unit its address names, and who is at work.</summary>
public sealed class UnitDesk(ParIndexDb db, UnitAdministration administration) : IDesk
{
    private Unit? _unit;

    /// <summary>The unit, to be changed.</summary>
    public Unit Unit => _unit!;

    /// <inheritdoc />
    public StaffAccount Actor { get; set; } = null!;

    /// <inheritdoc />
    public async Task<bool> LoadAsync(HttpContext request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.GetRouteValue("unit") is not string code)
        {
            return true;
        }

        // What was changed and refused is not what is stored.
        db.ChangeTracker.Clear();
        return (_unit = await administration.FindAsync(code, request.RequestAborted)) is not null;
    }
}
