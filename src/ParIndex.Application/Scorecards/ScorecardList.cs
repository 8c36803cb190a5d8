using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>A scorecard in the list of one person.</summary>
/// <param name="Folder">The scorecard.</param>
/// <param name="Given">Cells of its present stage that are answered; of an appraiser, those assigned.</param>
/// <param name="All">Of how many.</param>
/// <param name="Fields">The fields this person appraises, and how far each is.</param>
/// <param name="Scores">Its scores of every stage, whether or not this person sees them: for counting, not for showing.</param>
public sealed record ScorecardLine(ScorecardPlace Folder, int Given, int All, IReadOnlyList<FieldLine> Fields, Scores Scores);

/// <summary>A field of a scorecard and how far its appraisal is.</summary>
public sealed record FieldLine(Criterion Field, int Given, int All);

/// <summary>The scorecards a person works on or follows, of the rounds that are scored.</summary>
public sealed class ScorecardList(ParIndexDb db, RoundReader rounds)
{
    /// <summary>Everything the person may read in rounds that are open or whose scoring has just ended, by round, group and name.</summary>
    public Task<IReadOnlyList<ScorecardLine>> OfAsync(StaffAccount actor, CancellationToken cancel = default) => OfAsync(actor, [RoundState.Open, RoundState.Closed], cancel);

    /// <summary>The same, of open rounds alone: where there is still something to do.</summary>
    public Task<IReadOnlyList<ScorecardLine>> OpenAsync(StaffAccount actor, CancellationToken cancel = default) => OfAsync(actor, [RoundState.Open], cancel);

    private async Task<IReadOnlyList<ScorecardLine>> OfAsync(StaffAccount actor, IReadOnlyList<RoundState> states, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var ids = await db.Rounds.AsNoTracking().Where(round => states.Contains(round.State))
            .OrderByDescending(round => round.Year).ThenBy(round => round.Id).Select(round => round.Id).ToListAsync(cancel);
        var lines = new List<ScorecardLine>();
        foreach (var id in ids)
        {
            if (await rounds.FindAsync(id, cancel) is { } setup)
            {
                lines.AddRange(await OfAsync(actor, setup, cancel));
            }
        }

        return lines;
    }

    private async Task<IReadOnlyList<ScorecardLine>> OfAsync(StaffAccount actor, RoundSetup setup, CancellationToken cancel)
    {
        var roundId = setup.Round.Id;
        var cards = await (from card in db.Scorecards
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           where roundGroup.RoundId == roundId
                           select card).AsNoTracking().ToDictionaryAsync(card => card.ParticipantId, cancel);
        var hands = await ScorecardHands.OfAsync(db, [.. cards.Values.Select(card => card.Id)], actor.Id, cancel);
        var folders = (from roundGroup in setup.Groups
                       from participant in roundGroup.Participants
                       where cards.ContainsKey(participant.Participant.Id)
                       let card = cards[participant.Participant.Id]
                       let folder = new ScorecardPlace(card, setup.Round, roundGroup, participant, hands[card.Id])
                       where ScorecardRights.MayRead(actor, folder)
                       select folder).ToList();
        var cardIds = folders.Select(folder => folder.Card.Id).ToList();
        var marks = await ScoreMarks.OfAsync(db, cardIds, cancel);
        var leaves = setup.Groups.Where(roundGroup => roundGroup.Set is not null).ToDictionary(roundGroup => roundGroup.Group.Id, roundGroup => roundGroup.Set!.Leaves.ToLookup(leaf => roundGroup.FieldOf(leaf).Id));
        return [.. folders.Select(folder => Line(actor, folder, new(marks[folder.Card.Id]), leaves[folder.Group.Group.Id]))];
    }

    private static ScorecardLine Line(StaffAccount actor, ScorecardPlace place, Scores scores, ILookup<Guid, Criterion> leaves)
    {
        var appraised = (from field in place.Group.Fields
                         where ScorecardRights.AppraisesField(actor, place, field)
                         let progress = scores.Progress(place.Stage, leaves[field.Id])
                         where progress.All > 0
                         select new FieldLine(field, progress.Given, progress.All)).ToList();
        var (given, all) = scores.Progress(place.Stage, place.Set.Leaves);
        return appraised.Count > 0
            ? new(place, appraised.Sum(field => field.Given), appraised.Sum(field => field.All), appraised, scores)
            : new(place, given, all, [], scores);
    }
}
