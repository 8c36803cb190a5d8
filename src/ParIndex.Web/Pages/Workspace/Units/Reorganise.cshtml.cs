using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>Records a reorganisation: several units before, several after, one day, one legal basis.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<UnitDesk>(StaffRoles.Coordinator)]
public sealed class ReorganiseModel(Reorganisation reorganisation, UnitDesk desk) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public ReorganisationInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public void OnGet([FromQuery(Name = "truoc")] string? before) => Input = new() { Predecessors = before, Close = true };

    /// <summary>Records the links.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new ReorganisationInputValidator()))
        {
            return this.Wrong();
        }

        try
        {
            var links = await reorganisation.RecordAsync(Request(), desk.Actor, cancel);
            TempData["Done"] = $"Đã ghi nhận sắp xếp: {links.Count} liên hệ giữa đơn vị trước và đơn vị sau.";
            return Redirect(Url.To("/Workspace/Units/Index"));
        }
        catch (UnknownUnitsException unknown)
        {
            unknown.Predecessors.ToList().ForEach(problem => ModelState.AddModelError("Input.Predecessors", problem));
            unknown.Successors.ToList().ForEach(problem => ModelState.AddModelError("Input.Successors", problem));
            return this.Wrong();
        }
    }

    private new ReorganisationRequest Request() => new()
    {
        Kind = Enum.Parse<SuccessionKind>(Input.Kind!),
        Predecessors = Lines(Input.Predecessors),
        Successors = Lines(Input.Successors),
        EffectiveOn = UnitText.Day(Input.EffectiveOn),
        LegalBasis = UnitText.OrNull(Input.LegalBasis),
        ClosePredecessors = Input.Close,
    };

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0).Distinct()];

    /// <summary>A reorganisation as typed.</summary>
    public sealed record ReorganisationInput
    {
        /// <summary>Merged, split or abolished.</summary>
        public string? Kind { get; init; }

        /// <summary>Units before, one a line, by name or code.</summary>
        public string? Predecessors { get; init; }

        /// <summary>Units after, one a line; none when abolished.</summary>
        public string? Successors { get; init; }

        /// <summary>First day of the new state.</summary>
        public string? EffectiveOn { get; init; }

        /// <summary>Decision or resolution.</summary>
        public string? LegalBasis { get; init; }

        /// <summary>Whether the units before end on the day before.</summary>
        public bool Close { get; init; }
    }

    private sealed class ReorganisationInputValidator : AbstractValidator<ReorganisationInput>
    {
        private const int MostUnits = 200;
        private const int LongestBasis = 400;

        public ReorganisationInputValidator()
        {
            RuleFor(input => input.Kind).Must(kind => Enum.GetNames<SuccessionKind>().Contains(kind)).WithMessage("Chọn hình thức sắp xếp.");
            RuleFor(input => input.Predecessors).Must(text => Lines(text).Count is > 0 and <= MostUnits).WithMessage($"Ghi ít nhất một và không quá {MostUnits} đơn vị trước sắp xếp, mỗi dòng một đơn vị.");
            RuleFor(input => input.Successors).Must(text => Lines(text).Count == 0).When(IsAbolition).WithMessage("Giải thể thì không có đơn vị sau sắp xếp; để trống ô này.");
            RuleFor(input => input.Successors).Must(text => Lines(text).Count is > 0 and <= MostUnits).Unless(IsAbolition).WithMessage($"Ghi ít nhất một và không quá {MostUnits} đơn vị sau sắp xếp, mỗi dòng một đơn vị.");
            RuleFor(input => input.EffectiveOn).Must(UnitText.IsDay).WithMessage(UnitText.DayRule);
            RuleFor(input => input.LegalBasis).Must(text => text is null || text.Length <= LongestBasis).WithMessage($"Không quá {LongestBasis} ký tự.");
        }

        private static bool IsAbolition(ReorganisationInput input) => input.Kind == nameof(SuccessionKind.Abolished);
    }
}
