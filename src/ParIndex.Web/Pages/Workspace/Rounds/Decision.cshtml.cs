using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The coordinator records the decision that the results are announced by.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator)), DeskPage<RoundDesk>(StaffRoles.Coordinator)]
public sealed class DecisionModel(RoundResults results, ResultsPublication publication, RoundDesk desk, TimeProvider clock) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Why the decision cannot be recorded now, or <c>null</c>.</summary>
    public string? WhyNot { get; private set; }

    /// <summary>Whether the day of the announcement as typed is still to come, which is asked about.</summary>
    public bool AsksLater => DecisionDays.IsToCome(DecisionValidator.Day(Input.AnnouncedOn), Today);

    /// <summary>What was typed.</summary>
    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await AskAsync(cancel);
        if (desk.Setup.Round.Decision is { } decision)
        {
            Input = new() { Number = decision.Number, Date = DateWriter.Vietnamese(decision.Date), AnnouncedOn = DateWriter.Vietnamese(decision.AnnouncedOn), SignerPost = decision.SignerPost };
        }
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.Passes(Input, new DecisionValidator(Today));
        try
        {
            return await this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
            {
                await using var content = Input.Signed?.OpenReadStream();
                var signed = content is null ? null : new BroughtFile(content, Input.Signed!.FileName);
                await publication.DecideAsync(desk.Setup.Round.Id, new(Input.Number!, DecisionValidator.Day(Input.Date)!.Value, DecisionValidator.Day(Input.AnnouncedOn)!.Value, Input.SignerPost), Input.AnnouncesLater, signed, desk.Actor, cancel);
                return "Đã ghi quyết định công bố.";
            });
        }
        catch (FileRefusedException refusal)
        {
            await AskAsync(cancel);
            return this.Wrong("Input.Signed", refusal.Message);
        }
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await AskAsync(cancel);
        return null;
    }

    private DateOnly Today => DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime);

    private async Task AskAsync(CancellationToken cancel) => WhyNot = ResultsPublication.WhyNotDecide(desk.Actor, await results.ShownAsync(desk.Setup, cancel));
}

/// <summary>A decision.</summary>
public sealed record DecisionInput
{
    /// <summary>Its number.</summary>
    public string? Number { get; set; }

    /// <summary>Its day, as typed.</summary>
    public string? Date { get; set; }

    /// <summary>Day of the announcement, as typed.</summary>
    public string? AnnouncedOn { get; set; }

    /// <summary>Post of who signed it.</summary>
    public string? SignerPost { get; set; }

    /// <summary>Whether an announcement still to come is meant.</summary>
    public bool AnnouncesLater { get; set; }

    /// <summary>The signed decision, a PDF.</summary>
    public IFormFile? Signed { get; set; }
}

/// <summary>What a decision needs.</summary>
public sealed class DecisionValidator : AbstractValidator<DecisionInput>
{
    private const int LongestNumber = 80, LongestPost = 200;

    /// <param name="today">Today at UTC+7.</param>
    public DecisionValidator(DateOnly today)
    {
        RuleFor(input => input.Number).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi số quyết định, ví dụ 2486/QĐ-UBND.");
        RuleFor(input => input.Number).MaximumLength(LongestNumber).WithMessage($"Số quyết định dài tối đa {LongestNumber} ký tự.");
        RuleFor(input => input.SignerPost).MaximumLength(LongestPost).WithMessage($"Chức vụ người ký dài tối đa {LongestPost} ký tự.");
        RuleFor(input => input.Date).Must(text => Day(text) is not null).WithMessage("Ngày quyết định: nhập dạng 15/12/2026.");
        RuleFor(input => input.AnnouncedOn).Must(text => Day(text) is not null).WithMessage("Ngày công bố: nhập dạng 15/12/2026.");
        RuleFor(input => input.AnnouncedOn).Must((input, text) => Day(text) is not { } announced || Day(input.Date) is not { } decided || announced >= decided).WithMessage("Ngày công bố không được trước ngày quyết định.");
        RuleFor(input => input.Date).Must(text => DecisionDays.WhyNotDecided(Day(text), today) is null).WithMessage(input => DecisionDays.WhyNotDecided(Day(input.Date), today));
        RuleFor(input => input.AnnouncedOn).Must((input, text) => input.AnnouncesLater || DecisionDays.WhyNotAnnounced(Day(text), today) is null)
            .WithMessage(input => $"{DecisionDays.WhyNotAnnounced(Day(input.AnnouncedOn), today)} Nếu việc công bố được ấn định vào ngày đó, đánh dấu ô xác nhận; nếu không, sửa lại ngày.");
        RuleFor(input => input.Signed).Must(file => file is null || file.Length is > 0 and <= EvidenceSettings.MostBytes).WithMessage("Quyết định phải là tệp PDF không rỗng, tối đa 20 MB.");
    }

    /// <summary>The day typed, or <c>null</c>.</summary>
    public static DateOnly? Day(string? text) => DateWriter.Read((text ?? "").Trim()) is { Year: > 1 } day ? day : null;
}
