using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A later deadline for one unit, with its reason.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class ExtendModel(RoundTimetable deadlines, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ExtendInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!this.Passes(Input, new ExtendValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(Url.Round(desk.Setup, "Deadlines"), async () =>
        {
            var (step, until) = (Input.Step!.Value, DayAndHour.Read(Input.Day, Input.Hour)!.Value);
            var waits = await deadlines.ExtendAsync(desk.Setup.Round.Id, Input.Unit!.Value, step, until, DateWriter.VietnameseDeadline(until), RoundWords.Of(step), Input.Reason!, desk.Actor, cancel);
            return waits ? "Đã gửi đề nghị gia hạn cho đơn vị mình, chờ một người của đơn vị khác đồng ý." : "Đã gia hạn.";
        });
    }
}

/// <summary>The form of <see cref="ExtendModel"/>.</summary>
public sealed record ExtendInput
{
    /// <summary>The participant.</summary>
    public Guid? Unit { get; set; }

    /// <summary>The step.</summary>
    public RoundStep? Step { get; set; }

    /// <summary>The day.</summary>
    public string? Day { get; set; }

    /// <summary>The hour, UTC+7.</summary>
    public string? Hour { get; set; } = "17:00";

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>What the form accepts.</summary>
public sealed class ExtendValidator : AbstractValidator<ExtendInput>
{
    private const int LongestReason = 1000;

    public ExtendValidator()
    {
        RuleFor(input => input.Unit).NotNull().WithMessage("Chọn đơn vị.");
        RuleFor(input => input.Step).NotNull().IsInEnum().WithMessage("Chọn bước.");
        RuleFor(input => input.Day).Must((input, day) => DayAndHour.Read(day, input.Hour) is not null).WithMessage(input => $"Không hiểu “{input.Day} {input.Hour}”; nhập {DayAndHour.Accepted}.");
        RuleFor(input => input.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi lý do gia hạn.");
        RuleFor(input => input.Reason).MaximumLength(LongestReason).WithMessage($"Lý do dài tối đa {LongestReason} ký tự.");
    }
}
