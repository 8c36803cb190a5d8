using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>One recorded reason: a leaf that does not apply to some units, with why and by what right.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Reason">Why.</param>
/// <param name="LegalBasis">The decision.</param>
/// <param name="Units">The units with their exemptions.</param>
public sealed record ExemptionLine(Criterion Leaf, string Reason, string LegalBasis, IReadOnlyList<(string Name, Exemption Exemption)> Units);

/// <summary>Criteria that do not apply to a unit, several units or all.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class ExemptionsModel(RoundExemptions exemptions, RoundDesk desk) : PageModel
{
    /// <summary>The round, the group and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ExemptionInput Input { get; set; } = new();

    /// <summary>What is recorded, in the order of the set.</summary>
    public IReadOnlyList<ExemptionLine> Lines =>
    [
        .. (desk.Group.Set?.Leaves ?? []).SelectMany(leaf => desk.Group.Participants
            .SelectMany(unit => unit.Participant.Exemptions.Where(exemption => exemption.CriterionId == leaf.Id).Select(exemption => (unit.Name, exemption)))
            .GroupBy(pair => (pair.exemption.Reason, pair.exemption.LegalBasis))
            .Select(same => new ExemptionLine(leaf, same.Key.Reason, same.Key.LegalBasis, [.. same]))),
    ];

    /// <summary>What the year before suggests.</summary>
    public IReadOnlyList<ExemptionProposal> Proposals { get; private set; } = [];

    /// <summary>What the decision's column for special-case units suggests.</summary>
    public IReadOnlyList<ExemptionProposal> OfDecision => desk.MaySetUp ? RoundExemptions.OfDecision(desk.Group) : [];

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        if (!this.Passes(Input, new ExemptionValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "Exemptions"), async () =>
            Said("Đã ghi", await exemptions.ExemptAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, [.. Input.Leaves], Input.ForAll ? null : [.. Input.Units], Input.Reason!, Input.LegalBasis!, desk.Actor, cancel)));
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostWithdrawAsync(string? exemption, CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        var keys = (exemption ?? "").Split(',').Select(text => Guid.TryParse(text, out var key) ? key : Guid.Empty).ToList();
        return await this.AnswerAsync(Url.RoundGroup(desk.Setup, desk.Group, "Exemptions"), async () =>
            Said("Đã rút", await exemptions.WithdrawAsync(desk.Setup.Round.Id, desk.Group.UnitGroup.Slug, keys, desk.Actor, cancel)));
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Proposals = desk.MaySetUp ? await exemptions.ProposalsAsync(desk.Setup, desk.Group, cancel) : [];

    private static string Said(string verb, ExemptionOutcome outcome)
    {
        var done = $"{verb} {NumberWriter.VietnameseCount(outcome.Changed)} nội dung không áp dụng.";
        var known = outcome.Known > 0 ? $" {NumberWriter.VietnameseCount(outcome.Known)} nội dung đã ghi từ trước, giữ nguyên." : "";
        return done + known + (outcome.Requested ? " Nội dung của đơn vị mình đã gửi thành đề nghị, chờ một người của đơn vị khác đồng ý." : "");
    }
}

/// <summary>The form of <see cref="ExemptionsModel"/>.</summary>
public sealed record ExemptionInput
{
    /// <summary>The leaves.</summary>
    public IList<Guid> Leaves { get; set; } = [];

    /// <summary>Whether for every unit of the group.</summary>
    public bool ForAll { get; set; }

    /// <summary>The units otherwise.</summary>
    public IList<Guid> Units { get; set; } = [];

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The decision it rests on.</summary>
    public string? LegalBasis { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class ExemptionValidator : AbstractValidator<ExemptionInput>
{
    private const int LongestReason = 1000;
    private const int LongestBasis = 400;

    public ExemptionValidator()
    {
        RuleFor(input => input.Leaves).NotEmpty().WithMessage("Chọn ít nhất một tiêu chí.");
        RuleFor(input => input.Units).Must((input, units) => input.ForAll || units.Count > 0).WithMessage("Chọn ít nhất một đơn vị, hoặc chọn tất cả đơn vị của khối.");
        RuleFor(input => input.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi lý do không áp dụng.");
        RuleFor(input => input.Reason).MaximumLength(LongestReason).WithMessage($"Lý do dài tối đa {LongestReason} ký tự.");
        RuleFor(input => input.LegalBasis).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi căn cứ: số, ngày của quyết định hoặc văn bản.");
        RuleFor(input => input.LegalBasis).MaximumLength(LongestBasis).WithMessage($"Căn cứ dài tối đa {LongestBasis} ký tự.");
    }
}
