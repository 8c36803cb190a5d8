using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Council;
using ParIndex.Application.Releases;
using ParIndex.Domain.Council;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>The council at work: its meetings, what is proposed, how members vote, what is decided.</summary>
[Authorize(Roles = RoundAudience.OfCouncil), DeskPage<RoundDesk>(CouncilRights.Recorders)]
public sealed class CouncilModel(CouncilBoard board, CouncilWork work, CouncilEffects effects, RoundDesk desk, TimeProvider clock) : PageModel, IShownAgain
{
    /// <summary>The round and who is at work.</summary>
    public RoundDesk Desk => desk;

    /// <summary>Meetings and items as this reader sees them.</summary>
    public CouncilView View { get; private set; } = null!;

    /// <summary>The items on which opinions differ and no proposal is open, by points at stake.</summary>
    public IReadOnlyList<WeighedOpinion> Open { get; private set; } = [];

    /// <summary>The items on which this person may vote and has not.</summary>
    public IReadOnlyList<CouncilItemView> Waiting => [.. View.Items.Where(item => WhyNotVote(item) is null && !item.HasVoted(desk.Actor.Id, View.History))];

    /// <summary>A meeting as typed.</summary>
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    /// <summary>A proposal as typed.</summary>
    [BindProperty]
    public ProposalInput Proposal { get; set; } = new();

    /// <summary>Why this person cannot record a meeting now, or <c>null</c>.</summary>
    public string? WhyNotMeet => CouncilRights.WhyNotMeet(desk.Actor, desk.Setup.Round);

    /// <inheritdoc cref="PageModel" />
    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.Passes(Input, new MeetingValidator());
        return this.AnswerAsync(Here, async () =>
        {
            await work.MeetAsync(desk.Setup.Round.Id, Input.Entry, desk.Actor, cancel);
            return "Đã ghi phiên họp của Hội đồng.";
        });
    }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancel) => this.AnswerAsync(Here, async () =>
    {
        await work.ProposeAsync(desk.Setup.Round.Id, Proposal.Meeting, Proposal.Card, Proposal.Leaf, Proposal.Points, Proposal.Reason, desk.Actor, cancel);
        return "Đã đưa nội dung ra Hội đồng biểu quyết.";
    });

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostVoteAsync(Guid item, CouncilVoice voice, CancellationToken cancel) => this.AnswerAsync(Here, async () =>
    {
        await work.VoteAsync(desk.Setup.Round.Id, item, voice, desk.Actor, cancel);
        return "Đã ghi biểu quyết.";
    });

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnPostCloseAsync(Guid item, CancellationToken cancel) => this.AnswerAsync(Here, async () =>
        await work.CloseAsync(desk.Setup.Round.Id, item, desk.Actor, cancel)
            ? "Đã chốt: đề xuất được thông qua. Điểm đã quyết định phải được ghi vào phiếu trước khi thông qua kết quả."
            : "Đã chốt: đề xuất không được thông qua.");

    /// <inheritdoc />
    public async Task<IActionResult?> ShowAgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return null;
    }

    /// <summary>Why this person cannot vote on an item now, or <c>null</c>.</summary>
    public string? WhyNotVote(CouncilItemView item) => CouncilRights.WhyNotVote(desk.Actor, item, View.History, clock.GetUtcNow().UtcDateTime);

    /// <summary>How this person voted, under whatever account; <c>null</c> for who did not.</summary>
    public CouncilVoice? OwnVote(CouncilItemView item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.HasVoted(desk.Actor.Id, View.History) ? item.Votes.First(vote => vote.Seat.AccountId == desk.Actor.Id || View.History.AreOne(vote.Seat.AccountId, desk.Actor.Id)).Vote.Voice : null;
    }

    /// <summary>Points as they are read, or that there are none.</summary>
    internal static string Points(decimal? points) => points is { } known ? NumberWriter.VietnameseTrimmed(known) : "chưa chấm";

    /// <summary>Why this person cannot close an item now, or <c>null</c>.</summary>
    public string? WhyNotClose(CouncilItemView item) => CouncilRights.WhyNotClose(desk.Actor, item, View.History, clock.GetUtcNow().UtcDateTime);

    private string Here => Url.Round(desk.Setup, "Council");

    private async Task ReadAsync(CancellationToken cancel)
    {
        View = await board.OfAsync(desk.Setup, desk.Actor, cancel);
        Open = [.. (await effects.OpinionsAsync(desk.Setup, desk.Actor, byEffect: false, cancel)).Where(item => (View.About(item.Opinion.Folder.Card.Id, item.Opinion.Leaf.Id) is null or { Outcome: { Carried: false } })
            && CouncilRights.WhyNotPropose(desk.Actor, item.Opinion.Folder, View.History) is null)];
    }
}
