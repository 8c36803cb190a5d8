using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Remarks;

/// <summary>One remark of the public, its answer, and where it leads.</summary>
[Authorize(Roles = IndexModel.Readers), DeskPage<RemarkDesk>(RemarkReplies.Repliers)]
public sealed class AnswerModel(RemarkReplies replies, RemarkRegister remarks, RemarkDesk desk) : PageModel, IShownAgain
{
    /// <summary>The remark and who is at work.</summary>
    public RemarkDesk Desk => desk;

    /// <summary>Why this person cannot answer it, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>The round its correction takes up again, and whether that is so already; <c>null</c> where its figures came from a table.</summary>
    public (Guid Id, bool IsReopened)? Round { get; private set; }

    /// <summary>Where the request of two people for its correction stands, or <c>null</c>.</summary>
    public TwoPersonState? Asked { get; private set; }

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await ShowAgainAsync(cancel);
        var remark = desk.Row.Remark;
        Input = remark.Answer is null
            ? new() { ShowsText = true }
            : new() { Outcome = remark.State, Answer = remark.Answer, ShowsText = remark.IsTextShown };
    }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        this.Passes(Input, new ReplyValidator());
        return this.AnswerAsync(Url.To("/Workspace/Remarks/Answer", new { id = desk.Row.Remark.Id }), async () =>
        {
            await replies.ReplyAsync(desk.Row.Remark.Id, version, new(Input.Outcome!.Value, PublicRemark.Tidy(Input.Answer), Input.ShowsText), desk.Actor, cancel);
            return Input.Outcome == RemarkState.SetAside ? "Đã ghi; chỉ người gửi đọc được lý do." : "Đã lưu; trả lời được đăng công khai.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        WhyNot = await replies.WhyNotAsync(desk.Row.Remark, desk.Actor, cancel);
        Asked = await remarks.RequestOfAsync(desk.Row, cancel);
        Round = await remarks.RoundOfAsync(desk.Row, cancel);
        return null;
    }
}

/// <summary>What is answered.</summary>
public sealed record ReplyInput
{
    /// <summary>What comes of it.</summary>
    public RemarkState? Outcome { get; set; }

    /// <summary>In words.</summary>
    public string? Answer { get; set; }

    /// <summary>Whether the remark's own words are shown beside it.</summary>
    public bool ShowsText { get; set; }
}

/// <summary>What an answer needs.</summary>
public sealed class ReplyValidator : AbstractValidator<ReplyInput>
{
    public ReplyValidator()
    {
        RuleFor(input => input.Outcome).Must(outcome => outcome is { } known && known != RemarkState.Received && Enum.IsDefined(known)).WithMessage("Chọn kết luận.");
        RuleFor(input => input.Answer).Must(text => PublicRemark.Tidy(text).Length > 0).WithMessage("Ghi nội dung trả lời.");
        RuleFor(input => input.Answer).Must(text => PublicRemark.Tidy(text).Length <= PublicRemark.MostAnswer).WithMessage($"Trả lời dài tối đa {PublicRemark.MostAnswer} ký tự.");
    }
}
