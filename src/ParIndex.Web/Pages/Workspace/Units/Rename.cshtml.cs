using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>A mere renaming: a new name of the same unit from a day on.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
public sealed class RenameModel(UnitAdministration administration, UnitDesk desk) : PageModel, IShownAgain
{
    /// <summary>The unit.</summary>
    public Unit Unit => desk.Unit;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public RenameInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Input = new() { Version = Unit.Version };

    /// <summary>Records the new name.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new RenameInputValidator()))
        {
            return this.Wrong();
        }

        await administration.RenameAsync(Unit, Input.Version, Input.Name!, UnitText.OrNull(Input.NameEn), UnitText.Day(Input.From), desk.Actor, cancel);
        TempData["Done"] = $"Từ ngày {DateWriter.Vietnamese(UnitText.Day(Input.From))} đơn vị mang tên {Unit.CurrentName.Name}.";
        return Redirect(Url.To("/Workspace/Units/Details", new { unit = Unit.Code }));
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Input = Input with { Version = Unit.Version };
        return Task.FromResult<IActionResult?>(null);
    }

    /// <summary>A new name as typed.</summary>
    public sealed record RenameInput
    {
        /// <summary>The version the form was shown with.</summary>
        public Guid Version { get; init; }

        /// <summary>New official name in full.</summary>
        public string? Name { get; init; }

        /// <summary>Its English name.</summary>
        public string? NameEn { get; init; }

        /// <summary>First day of the new name.</summary>
        public string? From { get; init; }
    }

    private sealed class RenameInputValidator : AbstractValidator<RenameInput>
    {
        public RenameInputValidator()
        {
            RuleFor(input => input.Name).Must(UnitText.IsName).WithMessage(UnitText.NameRule);
            RuleFor(input => input.NameEn).Must(UnitText.IsShort).WithMessage(UnitText.LengthRule);
            RuleFor(input => input.From).Must(UnitText.IsDay).WithMessage(UnitText.DayRule);
        }
    }
}
