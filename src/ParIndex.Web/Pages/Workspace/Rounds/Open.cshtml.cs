using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>Opens a round: what is missing, or a confirmation that shows what opens.</summary>
[Authorize(Roles = RoundAudience.OfSetup), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class OpenModel(RoundWorkflow moves, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public OpenInput Input { get; set; } = new();

    /// <summary>What is missing.</summary>
    public Task<IReadOnlyList<OpeningFinding>> FindingsAsync() => moves.FindingsAsync(desk.Setup, HttpContext.RequestAborted);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(string? stamp, CancellationToken cancel)
    {
        if (!this.Passes(Input, new OpenValidator()))
        {
            return this.Wrong();
        }

        return await this.AnswerAsync(Url.Round(desk.Setup), async () =>
        {
            await moves.OpenAsync(desk.Setup.Round.Id, stamp ?? "", Input.Note!, desk.Actor, cancel);
            return "Đã mở kỳ đánh giá. Các đơn vị có thể tự chấm điểm.";
        });
    }
}

/// <summary>The confirmation of <see cref="OpenModel"/>.</summary>
public sealed record OpenInput
{
    /// <summary>Why, or on what basis.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the reader says what is shown was checked.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>What the confirmation needs.</summary>
public sealed class OpenValidator : AbstractValidator<OpenInput>
{
    private const int LongestNote = 1000;

    public OpenValidator()
    {
        RuleFor(input => input.Note).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi căn cứ mở kỳ: kế hoạch hoặc quyết định.");
        RuleFor(input => input.Note).MaximumLength(LongestNote).WithMessage($"Căn cứ dài tối đa {LongestNote} ký tự.");
        RuleFor(input => input.Confirmed).Equal(true).WithMessage("Đánh dấu đã kiểm tra trước khi mở.");
    }
}
