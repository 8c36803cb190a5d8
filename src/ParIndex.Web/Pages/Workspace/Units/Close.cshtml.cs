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

/// <summary>Ends a unit, or corrects its last day.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
public sealed class CloseModel(UnitAdministration administration, UnitDesk desk) : PageModel, IShownAgain
{
    /// <summary>The unit.</summary>
    public Unit Unit => desk.Unit;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Input = new() { Version = Unit.Version, LastDay = Unit.ValidTo is { } day ? DateWriter.Vietnamese(day) : null };

    /// <summary>Records the last day.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new CloseInputValidator()))
        {
            return this.Wrong();
        }

        await administration.CloseAsync(Unit, Input.Version, UnitText.Day(Input.LastDay), desk.Actor, cancel);
        TempData["Done"] = $"{Unit.CurrentName.Name} hoạt động đến hết ngày {DateWriter.Vietnamese(UnitText.Day(Input.LastDay))}.";
        return Redirect(Url.To("/Workspace/Units/Details", new { unit = Unit.Code }));
    }

    /// <inheritdoc />
    public Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        Input = Input with { Version = Unit.Version };
        return Task.FromResult<IActionResult?>(null);
    }

    /// <summary>A last day as typed.</summary>
    public sealed record CloseInput
    {
        /// <summary>The version the form was shown with.</summary>
        public Guid Version { get; init; }

        /// <summary>The last day.</summary>
        public string? LastDay { get; init; }
    }

    private sealed class CloseInputValidator : AbstractValidator<CloseInput>
    {
        public CloseInputValidator()
        {
            RuleFor(input => input.LastDay).Must(UnitText.IsDay).WithMessage(UnitText.DayRule);
        }
    }
}
