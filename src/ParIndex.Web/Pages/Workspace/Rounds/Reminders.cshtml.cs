using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Reminds units: who, with which words; what will be sent is shown before it is sent.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class RemindersModel(ReminderSending reminders, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ReminderInput Input { get; set; } = new();

    /// <summary>What would be sent.</summary>
    public IReadOnlyList<Reminder> Preview { get; private set; } = [];

    /// <summary>Messages that would be sent.</summary>
    public int Messages => Preview.Sum(reminder => reminder.Recipients.Count);

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(ReminderKind? cho, CancellationToken cancel)
    {
        Input.Kind = cho ?? ReminderKind.Late;
        return LoadAsync(cancel);
    }

    /// <summary>Shows the text again with what was typed.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        this.Passes(Input, new ReminderValidator());
        await LoadAsync(cancel);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Sends.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.Passes(Input, new ReminderValidator());
        await LoadAsync(cancel);
        return await this.AnswerAsync(Url.Round(desk.Setup, "Reminders"), async () =>
            $"Đã ghi {NumberWriter.VietnameseCount(await reminders.SendAsync(desk.Setup, Input.Kind!.Value, Input.Words, desk.Actor, cancel))} thông báo vào hàng chờ gửi; người nhận cũng thấy ở trang đầu phần làm việc.");
    }

    private async Task LoadAsync(CancellationToken cancel) =>
        Preview = Input.Kind is { } kind ? await reminders.PreviewAsync(desk.Setup, kind, Input.Words, cancel) : [];
}

/// <summary>Whom to remind, and what to add.</summary>
public sealed record ReminderInput
{
    /// <summary>Whom.</summary>
    public ReminderKind? Kind { get; set; }

    /// <summary>What the coordinator adds.</summary>
    public string? Words { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class ReminderValidator : AbstractValidator<ReminderInput>
{
    private const int MostWords = 2000;

    public ReminderValidator()
    {
        RuleFor(input => input.Kind).NotNull().IsInEnum().WithMessage("Chọn đơn vị cần nhắc.");
        RuleFor(input => input.Words).MaximumLength(MostWords).WithMessage($"Nội dung thêm dài tối đa {MostWords} ký tự.");
    }
}
