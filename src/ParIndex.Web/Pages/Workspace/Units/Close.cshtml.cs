using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Units;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>Ends a unit, or corrects its last day.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator))]
public sealed class CloseModel(ParIndexDb db, UnitAdministration administration) : PageModel
{
    /// <summary>The unit.</summary>
    public Unit Unit { get; private set; } = null!;

    /// <summary>What is typed.</summary>
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, CancellationToken cancel)
    {
        if (await administration.FindAsync(unit, cancel) is not { } found)
        {
            return NotFound();
        }

        Unit = found;
        Input = new() { Version = found.Version, LastDay = found.ValidTo is { } day ? DateWriter.Vietnamese(day) : null };
        return Page();
    }

    /// <summary>Records the last day.</summary>
    public async Task<IActionResult> OnPostAsync(string unit, CancellationToken cancel)
    {
        if (await administration.FindAsync(unit, cancel) is not { } found)
        {
            return NotFound();
        }

        Unit = found;
        if (!this.Passes(Input, new CloseInputValidator()))
        {
            return this.Wrong();
        }

        db.Actor = User.Identity!.Name!;
        try
        {
            await administration.CloseAsync(found, Input.Version, UnitText.Day(Input.LastDay), cancel);
            TempData["Done"] = $"{found.CurrentName.Name} hoạt động đến hết ngày {DateWriter.Vietnamese(UnitText.Day(Input.LastDay))}.";
            return Redirect($"/lam-viec/don-vi/{found.Code}");
        }
        catch (UnitRefusedException refusal)
        {
            db.ChangeTracker.Clear();
            Unit = (await administration.FindAsync(unit, cancel))!;
            Input = Input with { Version = Unit.Version };
            return this.Refused(refusal.Message);
        }
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
