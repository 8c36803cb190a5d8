using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>What a unit was given the year before, by lineage and never by code or name alone.</summary>
public sealed class EarlierScores(ParIndexDb db)
{
    /// <summary>
    /// The points that counted in the scored round of the year before, by leaf of this year. A leaf that is new, that a
    /// person declared not comparable, or that was not scored then, is absent.
    /// </summary>
    public async Task<IReadOnlyDictionary<Guid, decimal>> OfAsync(ScorecardPlace place, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        var (year, authority, unitId) = (place.Round.Year - 1, place.Round.Authority, place.Unit.Unit.Id);
        var earlier = await (from round in db.Rounds
                             join roundGroup in db.Set<RoundGroup>() on round.Id equals roundGroup.RoundId
                             join participant in db.Set<Participant>() on roundGroup.Id equals participant.RoundGroupId
                             join card in db.Scorecards on participant.Id equals card.ParticipantId
                             join set in db.CriteriaSets on roundGroup.CriteriaSetId equals (Guid?)set.Id
                             where round.Year == year && round.Authority == authority && (round.State == RoundState.Closed || round.State == RoundState.Published) && participant.UnitId == unitId
                             select new { card.Id, Set = set.Id, set.Version }).ToListAsync(cancel);
        var marks = await ScoreMarks.OfAsync(db, [.. earlier.Select(card => card.Id)], cancel);
        var counted = new Dictionary<Guid, decimal>();
        foreach (var card in earlier)
        {
            var scores = new Scores(marks[card.Id]);
            foreach (var leaf in (await LockedSets.OfAsync(db, card.Set, card.Version, cancel)).Leaves)
            {
                if (scores.PointsOf(leaf) is { } points)
                {
                    counted.TryAdd(leaf.Lineage, points);
                }
            }
        }

        return place.Set.Leaves.Where(leaf => leaf.IsComparable && counted.ContainsKey(leaf.Lineage)).ToDictionary(leaf => leaf.Id, leaf => counted[leaf.Lineage]);
    }
}
