using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
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
        return (await OfAsync([place], place.Set.Leaves, cancel)).ToDictionary(known => known.Key.Leaf, known => known.Value);
    }

    /// <summary>The same of several units of one group, for some of its leaves, by unit and leaf, in as many queries.</summary>
    public async Task<IReadOnlyDictionary<(Guid Unit, Guid Leaf), decimal>> OfAsync(IReadOnlyCollection<ScorecardPlace> places, IReadOnlyList<Criterion> leaves, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(leaves);
        if (places.Count == 0)
        {
            return new Dictionary<(Guid, Guid), decimal>();
        }

        var round = places.First().Round;
        var (lastYear, authority, units) = (round.Year - 1, round.Authority, places.Select(place => place.Unit.Unit.Id).ToList());
        var before = await (from year in db.Rounds
                            join roundGroup in db.Set<RoundGroup>() on year.Id equals roundGroup.RoundId
                            join participant in db.Set<Participant>() on roundGroup.Id equals participant.RoundGroupId
                            join card in db.Scorecards on participant.Id equals card.ParticipantId
                            join set in db.CriteriaSets on roundGroup.CriteriaSetId equals (Guid?)set.Id
                            where year.Year == lastYear && year.Authority == authority && (year.State == RoundState.Closed || year.State == RoundState.Published) && units.Contains(participant.UnitId)
                            select new { card.Id, participant.UnitId, Set = set.Id, set.Version }).ToListAsync(cancel);
        var wanted = leaves.Where(leaf => leaf.IsComparable).ToLookup(leaf => leaf.Lineage);
        var past = new Dictionary<Guid, IReadOnlyList<Criterion>>();
        foreach (var card in before.DistinctBy(card => card.Set))
        {
            past[card.Set] = [.. (await LockedSets.OfAsync(db, card.Set, card.Version, cancel)).Leaves.Where(leaf => wanted.Contains(leaf.Lineage))];
        }

        var marks = await ScoreMarks.OfAsync(db, [.. before.Select(card => card.Id)], [.. past.Values.SelectMany(of => of).Select(leaf => leaf.Id)], cancel);
        var counted = new Dictionary<(Guid Unit, Guid Leaf), decimal>();
        foreach (var card in before)
        {
            var scores = new Scores(marks[card.Id]);
            foreach (var (leaf, points) in past[card.Set].Select(leaf => (leaf, scores.PointsOf(leaf))))
            {
                if (points is { } known)
                {
                    wanted[leaf.Lineage].ToList().ForEach(today => counted.TryAdd((card.UnitId, today.Id), known));
                }
            }
        }

        return counted;
    }
}
