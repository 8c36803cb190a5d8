using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Pages.Workspace.Units;

namespace ParIndex.Web.Pages.Workspace.Groups;

/// <summary>Changes a group's name and order; its slug and kind stay.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<GroupDesk>(StaffRoles.Coordinator)]
public sealed class EditModel(UnitGroupAdministration administration, GroupDesk desk) : PageModel, IShownAgain
{
    /// <summary>The group.</summary>
    public UnitGroup Group => desk.Group;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Input = new() { Version = Group.Version, Name = Group.Name, NameEn = Group.NameEn, Position = $"{Group.Position}" };

    /// <summary>Saves the change.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new GroupInputValidator()))
        {
            return this.Wrong();
        }

        await administration.DescribeAsync(Group, Input.Version, Input.Name!, UnitText.OrNull(Input.NameEn), Input.Order(), desk.Actor, cancel);
        TempData["Done"] = $"Đã ghi nhóm “{Group.Name}”.";
        return Redirect(Url.To("/Workspace/Groups/Index"));
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Input = Input with { Version = Group.Version };
        return Task.FromResult<IActionResult?>(null);
    }
}
