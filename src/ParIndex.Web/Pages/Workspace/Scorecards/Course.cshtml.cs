using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;
namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>Where a scorecard has been, and the moves this person can make or ask for now.</summary>
[Authorize(Roles = ScorecardAudience.Roles), DeskPage<ScorecardDesk>(StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.Coordinator | StaffRoles.CouncilMember)]
public sealed class CourseModel(ScorecardWorkflow moves, UnlockRequests requests, ScorecardDesk desk) : PageModel
{
    /// <summary>The scorecard and who is at work.</summary>
    public ScorecardDesk Desk => desk;

    /// <summary>The move asked for.</summary>
    [BindProperty]
    public CourseInput Input { get; set; } = new();

    /// <summary>Requests about the scorecard that wait for a second person.</summary>
    public IReadOnlyList<TwoPersonRequest> Pending { get; private set; } = [];

    /// <summary>The moves that are this person's now, each with what is still missing for it.</summary>
    public IEnumerable<(ScorecardAct Act, string? Missing)> Acts => Enum.GetValues<ScorecardAct>()
        .Where(act => act != ScorecardAct.Submit && ScorecardWorkflow.WhyNot(desk.Actor, desk.Folder, act, desk.Now) is null)
        .Select(act => (act, ScorecardDemands.WhyNot(act, desk.Actor, desk.Folder, desk.Now)));

    /// <summary>Whether the person may ask for exemptions.</summary>
    public bool MayAskExemption => desk.Actor.Has(StaffRoles.Coordinator) && desk.Folder.Card.State != ScorecardState.Agreed && desk.Folder.Round.State == Domain.Rounds.RoundState.Open && UnlockRequests.Proposals(desk.Actor, desk.Folder).Any();

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Pending = await requests.PendingAsync(desk.Folder, cancel);

    /// <summary>Makes a move, or asks for it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        this.Passes(Input, new CourseValidator(act => ScorecardDemands.NeedsReason(act, desk.Actor, desk.Folder)));
        return await this.AnswerAsync(ScorecardAddresses.Of(desk.Folder, "qua-trinh"), async () =>
        {
            var waits = await moves.MoveAsync(desk.Folder.Card.Id, Input.Act!.Value, version, Input.Reason, desk.Actor, cancel);
            return waits ? "Đã gửi đề nghị; việc này có hiệu lực khi một người của đơn vị khác đồng ý." : $"Đã thực hiện: {ScorecardWords.Of(Input.Act.Value)}.";
        });
    }

    /// <summary>Asks to record an exemption that was proposed.</summary>
    public async Task<IActionResult> OnPostExemptAsync(Guid version, CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        this.Passes(Input, new ExemptValidator());
        return await this.AnswerAsync(ScorecardAddresses.Of(desk.Folder, "qua-trinh"), async () =>
        {
            await requests.AskExemptionAsync(desk.Folder.Card.Id, version, Input.Leaf!.Value, Input.Why!, Input.LegalBasis!, desk.Actor, cancel);
            return "Đã gửi đề nghị; thang điểm chỉ thay đổi khi một người của đơn vị khác đồng ý.";
        });
    }
}

/// <summary>The forms of <see cref="CourseModel"/>.</summary>
public sealed record CourseInput
{
    /// <summary>The move.</summary>
    public ScorecardAct? Act { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }

    /// <summary>The leaf to exempt.</summary>
    public Guid? Leaf { get; set; }

    /// <summary>Why it does not apply.</summary>
    public string? Why { get; set; }

    /// <summary>The decision it rests on.</summary>
    public string? LegalBasis { get; set; }
}

/// <summary>What a move needs.</summary>
public sealed class CourseValidator : AbstractValidator<CourseInput>
{
    internal const int LongestReason = 1000;

    public CourseValidator(Func<ScorecardAct, bool> needsReason)
    {
        RuleFor(input => input.Act).Must(act => act is { } chosen && Enum.IsDefined(chosen) && chosen != ScorecardAct.Submit).WithMessage("Chọn việc cần thực hiện.");
        RuleFor(input => input.Reason).Must((input, text) => input.Act is not { } act || !needsReason(act) || !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi lý do.");
        RuleFor(input => input.Reason).MaximumLength(LongestReason).WithMessage($"Lý do dài tối đa {LongestReason} ký tự.");
    }
}

/// <summary>What the request for an exemption needs.</summary>
public sealed class ExemptValidator : AbstractValidator<CourseInput>
{
    private const int LongestBasis = 400;

    public ExemptValidator()
    {
        RuleFor(input => input.Leaf).NotNull().WithMessage("Chọn tiêu chí.");
        RuleFor(input => input.Why).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi lý do không áp dụng.");
        RuleFor(input => input.Why).MaximumLength(CourseValidator.LongestReason).WithMessage($"Lý do dài tối đa {CourseValidator.LongestReason} ký tự.");
        RuleFor(input => input.LegalBasis).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi căn cứ pháp lý.");
        RuleFor(input => input.LegalBasis).MaximumLength(LongestBasis).WithMessage($"Căn cứ dài tối đa {LongestBasis} ký tự.");
    }
}
