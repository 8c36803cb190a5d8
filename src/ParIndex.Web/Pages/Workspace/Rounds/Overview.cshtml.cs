using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;
using ParIndex.Web.Setup;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>A round in one page: what it consists of, what is missing, where it has been, where it can go.</summary>
[Authorize(Roles = RoundReaders.OfRounds), RoundPage(StaffRoles.Coordinator | StaffRoles.CouncilMember)]
public sealed class OverviewModel(RoundMoves moves, RoundDesk desk) : PageModel
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public MoveInput Input { get; set; } = new();

    /// <summary>What is missing before it can open.</summary>
    public IReadOnlyList<OpeningFinding> Findings => moves.Findings(desk.Setup);

    /// <summary>The moves this person can make here; opening a draft and publishing have pages of their own.</summary>
    public IEnumerable<RoundState> Moves => RoundRights.MovesOf(desk.Actor.Roles, desk.Setup.Round.State).Where(to => to != RoundState.Published && !(desk.Setup.Round.IsDraft && to == RoundState.Open));

    /// <summary>Whether the person reads how it is set up.</summary>
    public bool ReadsSetup => (desk.Actor.Roles & RoundRights.SetupReaders) != StaffRoles.None;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(Guid version, CancellationToken cancel)
    {
        if (!this.Passes(Input, new MoveValidator()))
        {
            return this.Wrong();
        }

        return await desk.AnswerAsync(this, RoundAddresses.Of(desk.Setup), async () =>
        {
            var act = RoundWords.Of(desk.Setup.Round.State, Input.To!.Value);
            await moves.MoveAsync(desk.Setup.Round.Id, Input.To.Value, version, Input.Note!, desk.Actor, cancel);
            return $"Đã thực hiện: {act}.";
        });
    }
}

/// <summary>A move of the round.</summary>
public sealed record MoveInput
{
    /// <summary>The state to reach.</summary>
    public RoundState? To { get; set; }

    /// <summary>Why.</summary>
    public string? Note { get; set; }
}

/// <summary>What a move needs.</summary>
public sealed class MoveValidator : AbstractValidator<MoveInput>
{
    private const int LongestNote = 1000;

    public MoveValidator()
    {
        RuleFor(input => input.To).NotNull().WithMessage("Chọn việc cần thực hiện.");
        RuleFor(input => input.Note).NotEmpty().WithMessage("Ghi lý do hoặc căn cứ.");
        RuleFor(input => input.Note).MaximumLength(LongestNote).WithMessage($"Lý do dài tối đa {LongestNote} ký tự.");
    }
}
