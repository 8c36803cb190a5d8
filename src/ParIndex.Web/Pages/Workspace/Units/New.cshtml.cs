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

/// <summary>Adds a unit to the register.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
public sealed class NewModel(UnitAdministration administration, UnitDesk desk) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet()
    {
    }

    /// <summary>Adds the unit.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new UnitInputValidator()))
        {
            return this.Wrong();
        }

        var from = string.IsNullOrWhiteSpace(Input.ValidFrom) ? null : DateWriter.Read(Input.ValidFrom.Trim());
        var unit = await administration.AddAsync(Input.Name!, Enum.Parse<UnitKind>(Input.Kind!), UnitText.OrNull(Input.NameEn), from, desk.Actor, cancel);
        TempData["Done"] = $"Đã thêm {unit.CurrentName.Name} (mã {unit.Code}).";
        return Redirect(Url.To("/Workspace/Units/Details", new { unit = unit.Code }));
    }

    /// <summary>A unit as typed.</summary>
    public sealed record UnitInput
    {
        /// <summary>Official name in full.</summary>
        public string? Name { get; init; }

        /// <summary>English name.</summary>
        public string? NameEn { get; init; }

        /// <summary>The sort of body.</summary>
        public string? Kind { get; init; }

        /// <summary>First day, or empty when it is not recorded.</summary>
        public string? ValidFrom { get; init; }
    }

    private sealed class UnitInputValidator : AbstractValidator<UnitInput>
    {
        public UnitInputValidator()
        {
            RuleFor(input => input.Name).Must(UnitText.IsName).WithMessage(UnitText.NameRule);
            RuleFor(input => input.NameEn).Must(UnitText.IsShort).WithMessage(UnitText.LengthRule);
            RuleFor(input => input.Kind).Must(kind => Enum.GetNames<UnitKind>().Contains(kind)).WithMessage("Chọn loại đơn vị.");
            RuleFor(input => input.ValidFrom).Must(day => string.IsNullOrWhiteSpace(day) || UnitText.IsDay(day)).WithMessage(UnitText.DayRule);
        }
    }
}
