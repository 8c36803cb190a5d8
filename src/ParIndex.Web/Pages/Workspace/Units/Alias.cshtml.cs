using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>Another spelling by which tables name the unit.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
public sealed class AliasModel(UnitAdministration administration, UnitDesk desk) : PageModel, IShownAgain
{
    /// <summary>The unit.</summary>
    public Unit Unit => desk.Unit;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public AliasInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Input = new() { Version = Unit.Version };

    /// <summary>Records the spelling.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new AliasInputValidator()))
        {
            return this.Wrong();
        }

        await administration.AddAliasAsync(Unit, Input.Version, Input.Text!, desk.Actor, cancel);
        TempData["Done"] = $"Đã thêm cách viết “{UnitText.OrNull(Input.Text)}”.";
        return Redirect(Url.To("/Workspace/Units/Details", new { unit = Unit.Code }));
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Input = Input with { Version = Unit.Version };
        return Task.FromResult<IActionResult?>(null);
    }

    /// <summary>A spelling as typed.</summary>
    public sealed record AliasInput
    {
        /// <summary>The version the form was shown with.</summary>
        public Guid Version { get; init; }

        /// <summary>The spelling.</summary>
        public string? Text { get; init; }
    }

    private sealed class AliasInputValidator : AbstractValidator<AliasInput>
    {
        public AliasInputValidator()
        {
            RuleFor(input => input.Text).Must(UnitText.IsName).WithMessage("Ghi một cách viết có chữ hoặc số, không quá 160 ký tự.");
        }
    }
}
