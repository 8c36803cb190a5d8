using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Staff;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A member of the council or a publisher holds results that wait for their hour.</summary>
[Authorize(Roles = nameof(StaffRoles.CouncilMember) + "," + nameof(StaffRoles.Publisher)), DeskPage<RoundDesk>(StaffRoles.CouncilMember | StaffRoles.Publisher)]
public sealed class HoldModel(RoundResults results, TimedPublication publication, RoundDesk desk) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>The results as they stand.</summary>
    public ResultsDraft Draft { get; private set; } = null!;

    /// <summary>Why this person cannot hold anything now, or <c>null</c>.</summary>
    public string? WhyNot => TimedPublication.WhyNotHold(desk.Actor, Draft);

    /// <summary>What was typed.</summary>
    [BindProperty]
    public HoldInput Input { get; set; } = new();

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(Guid plan, CancellationToken cancel)
    {
        this.Passes(Input, new HoldValidator());
        return this.AnswerAsync(Url.Round(desk.Setup, "Results"), async () =>
        {
            await publication.HoldAsync(desk.Setup.Round.Id, plan, Input.Reason!, desk.Actor, cancel);
            return "Đã tạm dừng lịch công bố. Kết quả chưa công khai.";
        });
    }

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return null;
    }

    private async Task ReadAsync(CancellationToken cancel) => Draft = (await results.ShownAsync(desk.Setup, cancel)).SeenBy(desk.Actor);
}

/// <summary>Why it is held.</summary>
public sealed record HoldInput
{
    /// <summary>The reason.</summary>
    public string? Reason { get; set; }
}

/// <summary>What a hold needs.</summary>
public sealed class HoldValidator : AbstractValidator<HoldInput>
{
    public HoldValidator()
    {
        RuleFor(input => input.Reason).Must(text => !string.IsNullOrWhiteSpace(text)).WithMessage("Ghi lý do tạm dừng.");
        RuleFor(input => input.Reason).MaximumLength(TimedPublication.MostReason).WithMessage($"Lý do dài tối đa {TimedPublication.MostReason} ký tự.");
    }
}
