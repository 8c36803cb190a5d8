using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Evidence;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A member of the council approves exactly the results shown, with the signed minutes.</summary>
[Authorize(Roles = nameof(StaffRoles.CouncilMember)), DeskPage<RoundDesk>(StaffRoles.CouncilMember)]
public sealed class ApproveModel(RoundResults results, ResultsPublication publication, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as they stand.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ApproveInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(string? digest, CancellationToken cancel)
    {
        this.Passes(Input, new ApproveValidator());
        try
        {
            return await this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
            {
                await using var content = Input.Minutes!.OpenReadStream();
                await publication.ApproveAsync(desk.Setup.Round.Id, digest ?? "", Input.Note, new(content, Input.Minutes.FileName), desk.Actor, cancel);
                return "Đã ghi việc thông qua kết quả.";
            });
        }
        catch (FileRefusedException refusal)
        {
            await OnGetAsync(cancel);
            return this.Wrong("Input.Minutes", refusal.Message);
        }
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await OnGetAsync(cancel);
        return null;
    }
}

/// <summary>What goes with an approval.</summary>
public sealed record ApproveInput
{
    /// <summary>The signed minutes, a PDF.</summary>
    public IFormFile? Minutes { get; set; }

    /// <summary>What is said with it.</summary>
    public string? Note { get; set; }

    /// <summary>Whether the member says the results shown were looked at.</summary>
    public bool Confirmed { get; set; }
}

/// <summary>What an approval needs.</summary>
public sealed class ApproveValidator : AbstractValidator<ApproveInput>
{
    private const int LongestNote = 1000;

    public ApproveValidator()
    {
        RuleFor(input => input.Minutes).NotNull().WithMessage("Đính kèm biên bản họp Hội đồng đã ký (PDF).");
        RuleFor(input => input.Minutes).Must(file => file is null || file.Length is > 0 and <= EvidenceSettings.MostBytes).WithMessage("Biên bản phải là tệp PDF không rỗng, tối đa 20 MB.");
        RuleFor(input => input.Note).MaximumLength(LongestNote).WithMessage($"Nội dung dài tối đa {LongestNote} ký tự.");
        RuleFor(input => input.Confirmed).Equal(true).WithMessage("Đánh dấu đã xem kết quả trước khi thông qua.");
    }
}
