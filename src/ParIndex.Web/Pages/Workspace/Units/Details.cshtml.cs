using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>A unit as the register knows it: names, spellings, days, lineage, officers.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
public sealed class DetailsModel(UnitDirectory directory, UnitAdministration administration) : PageModel
{
    /// <summary>The unit.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>What it came out of and what it became.</summary>
    public IReadOnlyList<LineageStep> Lineage { get; private set; } = [];

    /// <summary>Where it lies, and what became of it.</summary>
    public UnitLands Lands { get; private set; } = null!;

    /// <summary>Its officers' active accounts.</summary>
    public IReadOnlyList<StaffAccount> Officers { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, CancellationToken cancel)
    {
        if (await directory.FindAsync(unit, cancel) is not { } found)
        {
            return NotFound();
        }

        Unit = found;
        Lands = await directory.LandsAsync(found, cancel);
        Lineage = await directory.LineageAsync(found, cancel);
        Officers = await administration.OfficersAsync(found, cancel);
        return Page();
    }
}
