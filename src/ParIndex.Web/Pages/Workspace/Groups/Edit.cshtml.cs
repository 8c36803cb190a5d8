using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Domain.Units;
using ParIndex.Web.Setup;
using ParIndex.Web.Pages.Workspace.Units;

namespace ParIndex.Web.Pages.Workspace.Groups;

/// <summary>Changes a group's name and order; its slug and kind stay.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class EditModel(ParIndexDb db, UnitGroupAdministration administration) : PageModel
{
    /// <summary>The group.</summary>
    public UnitGroup Group { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string group, CancellationToken cancel)
    {
        if (await administration.FindAsync(group, cancel) is not { } found)
        {
            return NotFound();
        }

        Group = found;
        Input = new() { Version = found.Version, Name = found.Name, NameEn = found.NameEn, Position = $"{found.Position}" };
        return Page();
    }

    /// <summary>Saves the change.</summary>
    public async Task<IActionResult> OnPostAsync(string group, CancellationToken cancel)
    {
        if (await administration.FindAsync(group, cancel) is not { } found)
        {
            return NotFound();
        }

        Group = found;
        if (!this.Passes(Input, new GroupInputValidator()))
        {
            return this.Wrong();
        }

        db.Actor = User.Identity!.Name!;
        try
        {
            await administration.DescribeAsync(found, Input.Version, Input.Name!, UnitText.OrNull(Input.NameEn), Input.Order(), cancel);
            TempData["Done"] = $"Đã ghi nhóm “{found.Name}”.";
            return Redirect("/lam-viec/nhom");
        }
        catch (UnitRefusedException refusal)
        {
            db.ChangeTracker.Clear();
            Group = (await administration.FindAsync(group, cancel))!;
            Input = Input with { Version = Group.Version };
            return this.Refused(refusal.Message);
        }
    }
}
