using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The council's order among units of a group that share exactly the same index.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(StaffRoles.CouncilMember)]
public sealed class TieOrderModel(RoundResults results, TieDeciding deciding, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round, the group and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as this reader sees them.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <summary>The ties of the group.</summary>
    public GroupTies Ties => Draft.Ties.GetValueOrDefault(desk.Group.UnitGroup.Slug) ?? new([], []);

    /// <summary>What was typed.</summary>
    [BindProperty]
    public TieOrderInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        this.Passes(Input, new TieOrderValidator());
        return this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "TieOrder"), async () =>
        {
            await deciding.DecideAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, version, Input.Ordered, Input.Basis!, DecisionValidator.Day(Input.Date)!.Value, desk.Actor, cancel);
            return "Đã ghi thứ tự theo quyết định của Hội đồng. Mã kết quả đã thay đổi; việc thông qua trước đó không còn giá trị.";
        });
    }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostWithdrawAsync(Guid version, CancellationToken cancel) => this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "TieOrder"), async () =>
    {
        await deciding.WithdrawAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, version, [.. Input.Units.Select(unit => unit.Code ?? "")], desk.Actor, cancel);
        return "Đã bỏ thứ tự đã ghi.";
    });

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return null;
    }

    /// <summary>The form of a tie: as it was typed, or with what is recorded.</summary>
    public TieOrderInput FormOf(UnitTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        return Input.Units.Select(unit => unit.Code).Order(StringComparer.Ordinal).SequenceEqual(tie.Units.Order(StringComparer.Ordinal)) ? Input : TieOrderInput.Of(tie);
    }

    /// <summary>Why this person may not decide about these units now, or <c>null</c>.</summary>
    public string? WhyNot(IReadOnlyCollection<string> units) => TieDeciding.WhyNot(desk.Actor, Draft, desk.Group.UnitGroup.Slug, units);

    /// <summary>The name of a unit of the group.</summary>
    public string NameOf(string code) => desk.Group.Participants.FirstOrDefault(unit => unit.Unit.Code == code)?.Name ?? code;

    /// <summary>Who recorded a decision, by the name and post of that day.</summary>
    public string RecordedBy(TieDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return $"{Draft.History.NameOn(decision.By, decision.At)}{(Draft.History.PostOn(decision.By, decision.At) is { } post ? $", {post}" : "")}, {DateWriter.VietnameseHour(decision.At)}";
    }

    private async Task ReadAsync(CancellationToken cancel) => Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
}

/// <summary>One unit of a tie.</summary>
public sealed record TieOrderUnit
{
    /// <summary>Its code.</summary>
    public string? Code { get; set; }

    /// <summary>Its place among the units of the tie, as typed.</summary>
    public string? Place { get; set; }
}

/// <summary>The order of a tie.</summary>
public sealed record TieOrderInput
{
    /// <summary>The units.</summary>
    public IList<TieOrderUnit> Units { get; set; } = [];

    /// <summary>What says so.</summary>
    public string? Basis { get; set; }

    /// <summary>Its day, as typed.</summary>
    public string? Date { get; set; }

    /// <summary>The codes in the order typed; ask <see cref="TieOrderValidator"/> first.</summary>
    internal IReadOnlyList<string> Ordered => [.. Units.OrderBy(unit => CountText.Read(unit.Place).Value).Select(unit => unit.Code ?? "")];

    internal static TieOrderInput Of(UnitTie tie) => new()
    {
        Units = [.. tie.Units.Select(code => new TieOrderUnit { Code = code, Place = tie.Decision is { } decision ? NumberWriter.VietnameseCount(decision.PlaceAmong(tie.Units, code)) : null })],
        Basis = tie.Decision?.Basis,
        Date = tie.Decision is { } decided ? DateWriter.Vietnamese(decided.Date) : null,
    };
}

/// <summary>What an order needs.</summary>
public sealed class TieOrderValidator : AbstractValidator<TieOrderInput>
{
    public TieOrderValidator()
    {
        RuleFor(input => input.Units).Must(units => units.Count > 1 && units.Select(unit => CountText.Read(unit.Place).Value).Order().SequenceEqual(Enumerable.Range(1, units.Count).Select(place => (decimal?)place)))
            .WithMessage(input => $"Ghi thứ tự từ 1 đến {input.Units.Count}, mỗi đơn vị một số khác nhau.");
        RuleFor(input => input.Units).Must(units => units.Select(unit => unit.Code).Distinct(StringComparer.Ordinal).Count() == units.Count).WithMessage("Mỗi đơn vị chỉ đứng một lần trong thứ tự.");
        RuleFor(input => input.Basis).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi văn bản làm căn cứ, ví dụ Biên bản họp số 12/BB-HĐTĐ.");
        RuleFor(input => input.Basis).Must(text => VietnameseText.Normalize(text ?? "").Length <= TieDecision.MostBasis).WithMessage($"Căn cứ dài tối đa {TieDecision.MostBasis} ký tự.");
        RuleFor(input => input.Date).Must(text => DecisionValidator.Day(text) is not null).WithMessage("Ngày của văn bản: nhập dạng 15/12/2026.");
    }
}
