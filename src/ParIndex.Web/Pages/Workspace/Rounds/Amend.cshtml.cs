using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>
/// The coordinator asks to take published results up again: to correct, revise or withdraw them; or, once they are, to leave them as
/// they are after all.
/// </summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class AmendModel(RoundAmending amending, RoundResults results, RemarkRegister remarks, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Why this person cannot ask now, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>What the results are taken up again for; <c>null</c> while they are published.</summary>
    public RoundAmendment? Amendment => desk.Setup.Round.Amendment;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public AmendInput Input { get; set; } = new();

    /// <summary>The key of the remark of the public it follows from.</summary>
    [BindProperty(SupportsGet = true, Name = "gop-y")]
    public Guid? RemarkId { get; set; }

    /// <summary>The same; <c>null</c> where there is none, or its figure was not found wrong.</summary>
    public RemarkRow? Remark { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        if (Remark is { } row)
        {
            Input = new() { Kind = AmendmentKind.Correction, Reason = row.Remark.Answer };
        }
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        WhyNot = RoundAmending.WhyNot(desk.Actor, desk.Setup, Amendment is not null && (await results.ShownAsync(desk.Setup, cancel)).IsAsPublished);
        Remark = RemarkId is { } id && await remarks.FindAsync(id, cancel) is { Remark.State: RemarkState.ToBeCorrected } row ? row : null;
        return null;
    }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        this.Passes(Input, new AmendValidator(isTakenUp: Amendment is not null));
        return this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
        {
            await amending.AskAsync(desk.Setup.Round.Id, version, Amendment is null ? Input.Kind : null, Input.Reason!, RemarkId, desk.Actor, cancel);
            return "Đã gửi đề nghị; có hiệu lực khi một người của đơn vị khác đồng ý.";
        });
    }
}

/// <summary>What is asked for.</summary>
public sealed record AmendInput
{
    /// <summary>What for.</summary>
    public AmendmentKind? Kind { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>What it needs.</summary>
public sealed class AmendValidator : AbstractValidator<AmendInput>
{
    public AmendValidator(bool isTakenUp)
    {
        RuleFor(input => input.Kind).Must(kind => isTakenUp || (kind is { } known && Enum.IsDefined(known))).WithMessage("Chọn đính chính, điều chỉnh hoặc thu hồi.");
        RuleFor(input => input.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage(isTakenUp ? "Ghi lý do giữ nguyên bản đã công bố." : "Ghi lý do để công bố cùng lần mới.");
        RuleFor(input => input.Reason).MaximumLength(RoundAmending.MostReason).WithMessage($"Lý do dài tối đa {RoundAmending.MostReason} ký tự.");
    }
}
