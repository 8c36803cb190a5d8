using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain.Council;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Council;

/// <summary>An item before the council, with both arguments, the votes and what came of it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Item">What is proposed.</param>
/// <param name="Folder">The scorecard, with everybody whose hands it was in.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Explanation">What was asked, and how the unit argues; <c>null</c> where nothing is left of it.</param>
/// <param name="Own">What the unit says.</param>
/// <param name="First">What the first appraisal says.</param>
/// <param name="Second">What the second appraisal says.</param>
/// <param name="Counting">The points that count now.</param>
/// <param name="Votes">The vote that counts of each member who gave one.</param>
/// <param name="Tally">What they come to.</param>
/// <param name="Outcome">The end of the item, or <c>null</c> while it is open.</param>
public sealed record CouncilItemView(CouncilMeeting Meeting, CouncilItem Item, ScorecardPlace Folder, Criterion Leaf, Explanation? Explanation, Opinion? Own, Opinion? First, Opinion? Second, decimal? Counting, IReadOnlyList<(CouncilSeat Seat, CouncilVote Vote)> Votes, CouncilTally Tally, CouncilOutcome? Outcome)
{
    /// <summary>Who proposed it, by the name of that day.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>Whether a person, under whatever account, has given a vote that counts.</summary>
    public bool HasVoted(Guid accountId, StaffHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Votes.Any(vote => vote.Seat.AccountId == accountId || history.AreOne(vote.Seat.AccountId, accountId));
    }

    /// <summary>Whether it was decided and the scorecard does not say so yet.</summary>
    public bool IsNotCarriedOut => Outcome is { Carried: true } && Counting != Item.ProposedPoints;
}

/// <summary>The meetings of a round and their items as one reader sees them.</summary>
/// <param name="Setup">The round.</param>
/// <param name="Meetings">The meetings, newest first.</param>
/// <param name="Items">The items that this reader sees, oldest first.</param>
/// <param name="Hidden">Meetings with an item that this reader does not see: their minutes are not for this reader now.</param>
/// <param name="History">Which accounts are one person.</param>
public sealed record CouncilView(RoundSetup Setup, IReadOnlyList<CouncilMeeting> Meetings, IReadOnlyList<CouncilItemView> Items, IReadOnlySet<Guid> Hidden, StaffHistory History)
{
    /// <summary>The meeting of a key, or <c>null</c>.</summary>
    public CouncilMeeting? Meeting(Guid id) => Meetings.FirstOrDefault(meeting => meeting.Id == id);

    /// <summary>The items of a meeting.</summary>
    public IEnumerable<CouncilItemView> Of(CouncilMeeting meeting) => Items.Where(item => item.Meeting == meeting);

    /// <summary>The newest item about a leaf of a scorecard, or <c>null</c>.</summary>
    public CouncilItemView? About(Guid scorecardId, Guid leafId) => Items.LastOrDefault(item => item.Item.IsOf(scorecardId, leafId));

    /// <summary>Who can sit in the council now: the active accounts of its members, one a person.</summary>
    public IReadOnlyList<StaffAccount> Members => CouncilWork.MembersOf(History);
}

/// <summary>Reads what the council was asked and decided, in a handful of queries.</summary>
public sealed class CouncilBoard(ParIndexDb db)
{
    /// <summary>
    /// As the reader sees it: people of a unit see what was said of it once nothing of its scorecard is hidden from them.
    /// </summary>
    public async Task<CouncilView> OfAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        var roundId = setup.Round.Id;
        var meetings = await db.CouncilMeetings.AsNoTracking().Where(meeting => meeting.RoundId == roundId).OrderByDescending(meeting => meeting.Sequence).ToListAsync(cancel);
        var meetingIds = meetings.ConvertAll(meeting => meeting.Id);
        var items = await db.CouncilItems.AsNoTracking().Where(item => meetingIds.Contains(item.MeetingId)).OrderBy(item => item.Sequence).ToListAsync(cancel);
        var itemIds = items.ConvertAll(item => item.Id);
        var votes = (await db.CouncilVotes.AsNoTracking().Where(vote => itemIds.Contains(vote.ItemId)).ToListAsync(cancel)).ToLookup(vote => vote.ItemId);
        var outcomes = await db.CouncilOutcomes.AsNoTracking().Where(outcome => itemIds.Contains(outcome.ItemId)).ToDictionaryAsync(outcome => outcome.ItemId, cancel);
        var cardIds = items.Select(item => item.ScorecardId).Distinct().ToList();
        var cards = await db.Scorecards.AsNoTracking().AsSplitQuery().Include(card => card.Cells).Include(card => card.Moves).Where(card => cardIds.Contains(card.Id)).ToListAsync(cancel);
        var explanations = await db.Explanations.AsNoTracking().Where(explanation => cardIds.Contains(explanation.ScorecardId)).ToListAsync(cancel);
        var hands = await ScorecardHands.ReadAsync(db, cards, cancel);
        var history = await StaffHistory.ReadAsync(db, cancel);
        var places = (from roundGroup in setup.Groups
                      from unit in roundGroup.Participants
                      join card in cards on unit.Participant.Id equals card.ParticipantId
                      select new ScorecardPlace(card, setup.Round, roundGroup, unit, hands[card.Id])).ToDictionary(place => place.Card.Id);
        var known = (from item in items
                     where places.ContainsKey(item.ScorecardId)
                     let place = places[item.ScorecardId]
                     let leaf = place.Leaf(item.CriterionId)
                     where leaf is not null
                     select (Item: item, Place: place, Leaf: leaf, IsSeen: SeenStages.Of(reader, place).Has(ScoreStage.SecondAppraisal))).ToList();
        var views = known.Where(row => row.IsSeen).Select(row => View(
            meetings.Find(meeting => meeting.Id == row.Item.MeetingId)!, row.Item, row.Place, row.Leaf,
            explanations.Find(explanation => row.Item.IsOf(explanation.ScorecardId, explanation.CriterionId)), [.. votes[row.Item.Id]], outcomes.GetValueOrDefault(row.Item.Id), history)).ToList();
        return new(setup, meetings, views, known.Where(row => !row.IsSeen).Select(row => row.Item.MeetingId).ToHashSet(), history);
    }

    private static CouncilItemView View(CouncilMeeting meeting, CouncilItem item, ScorecardPlace place, Criterion leaf, Explanation? explanation, IReadOnlyList<CouncilVote> votes, CouncilOutcome? outcome, StaffHistory history)
    {
        return new(
            meeting, item, place, leaf, explanation, Of(ScoreStage.SelfScore), Of(ScoreStage.FirstAppraisal), Of(ScoreStage.SecondAppraisal), place.Card.Scores.PointsOf(leaf),
            CouncilTally.CountingVotes(meeting, votes, history.AreOne), CouncilTally.Of(meeting, votes, history.AreOne, place.Hands.Appraised.Contains), outcome)
        {
            ProposedBy = history.NameOn(item.By, item.At),
        };

        Opinion? Of(ScoreStage stage) => place.Card.Cell(stage, leaf.Id) is { } cell ? new(cell.Points, cell.Note) : null;
    }
}
