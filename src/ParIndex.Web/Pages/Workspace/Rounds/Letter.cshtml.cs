using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Accounts;
using ParIndex.Application.Outbox;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A coordinator writes to all or some units of the round; what will be sent, and to whom, is shown first.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class LetterModel(LetterSending letters, NoticeLinks links, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public LetterInput Input { get; set; } = new();

    /// <summary>Who would get it; <c>null</c> until it was asked for.</summary>
    public IReadOnlyList<(ParticipantSetup Unit, IReadOnlyList<StaffAccount> Officers)>? Preview { get; private set; }

    /// <summary>Messages that would be sent.</summary>
    public int Messages => Preview?.SelectMany(unit => unit.Officers).DistinctBy(person => person.Id).Count() ?? 0;

    /// <summary>The text as it would go out.</summary>
    public string Text => links.Fill(LetterSending.BodyOf(desk.Setup, Input.Words ?? ""));

    private IReadOnlyCollection<string>? Chosen => Input.OnlySome ? Input.Units : null;

    /// <inheritdoc cref="PageModel" />
    public void OnGet()
    {
    }

    /// <summary>Shows what would be sent, with what was typed.</summary>
    public IActionResult OnPostPreview()
    {
        if (!this.Passes(Input, new LetterValidator()))
        {
            return this.Wrong();
        }

        Preview = LetterSending.Recipients(desk.Setup, Chosen);
        return Page();
    }

    /// <summary>Sends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.Passes(Input, new LetterValidator());
        return await this.AnswerAsync(Url.Round(desk.Setup, "Letter"), async () =>
            $"Đã ghi {NumberWriter.VietnameseCount(await letters.SendAsync(desk.Setup, new(Input.Subject!, Input.Words!, Chosen), desk.Actor, cancel))} thông báo vào hàng chờ gửi; người nhận cũng thấy ở trang Việc của tôi.");
    }
}

/// <summary>A letter as typed.</summary>
public sealed record LetterInput
{
    /// <summary>One line.</summary>
    public string? Subject { get; set; }

    /// <summary>The text.</summary>
    public string? Words { get; set; }

    /// <summary>Whether it goes to the chosen units alone.</summary>
    public bool OnlySome { get; set; }

    /// <summary>Codes of the chosen units.</summary>
    public List<string> Units { get; set; } = [];
}

/// <summary>What the form accepts.</summary>
public sealed class LetterValidator : AbstractValidator<LetterInput>
{
    public LetterValidator()
    {
        RuleFor(input => input.Subject).NotEmpty().MaximumLength(OutboxMessage.MostSubject).WithMessage($"Ghi tiêu đề, tối đa {OutboxMessage.MostSubject} ký tự.");
        RuleFor(input => input.Words).NotEmpty().MaximumLength(LetterSending.MostWords).WithMessage($"Ghi nội dung, tối đa {LetterSending.MostWords} ký tự.");
        RuleFor(input => input.Units).NotEmpty().When(input => input.OnlySome).WithMessage("Đánh dấu ít nhất một đơn vị, hoặc chọn gửi tới tất cả.");
    }
}
