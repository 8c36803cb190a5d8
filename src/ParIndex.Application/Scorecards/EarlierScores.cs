using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
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

        var before = await CardsAsync(places, cancel);
        var wanted = leaves.Where(leaf => leaf.IsComparable).ToLookup(leaf => leaf.Lineage);
        var past = new Dictionary<Guid, IReadOnlyList<Criterion>>();
        foreach (var card in before.DistinctBy(card => card.Set))
        {
            past[card.Set] = [.. (await LockedSets.OfAsync(db, card.Set, card.SetVersion, cancel)).Leaves.Where(leaf => wanted.Contains(leaf.Lineage))];
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

    /// <summary>
    /// The answer that counted the year before for one leaf of this year, with the documents that proved it; <c>null</c>
    /// where there is none, or none that compares.
    /// </summary>
    /// <param name="place">This year's scorecard.</param>
    /// <param name="leaf">This year's leaf.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<EarlierAnswer?> OfLeafAsync(ScorecardPlace place, Criterion leaf, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(leaf);
        foreach (var card in leaf.IsComparable ? await CardsAsync([place], cancel) : [])
        {
            var set = await LockedSets.OfAsync(db, card.Set, card.SetVersion, cancel);
            if (set.Leaves.FirstOrDefault(known => known.Lineage == leaf.Lineage) is { } earlier
                && new Scores((await ScoreMarks.OfAsync(db, [card.Id], cancel))[card.Id]).Counting(earlier) is { } counting)
            {
                return new(place.Round.Year - 1, earlier, counting.Answer, await DocumentsAsync(card.Id, earlier.Id, cancel));
            }
        }

        return null;
    }

    /// <summary>The scorecards of the year before of units of one group, of rounds whose scoring has ended.</summary>
    private async Task<IReadOnlyList<EarlierCard>> CardsAsync(IReadOnlyCollection<ScorecardPlace> places, CancellationToken cancel)
    {
        var now = places.First().Round;
        var (lastYear, authority, units) = (now.Year - 1, now.Authority, places.Select(place => place.Unit.Unit.Id).ToList());
        return await (from round in db.Rounds
                      join roundGroup in db.Set<RoundGroup>() on round.Id equals roundGroup.RoundId
                      join participant in db.Set<Participant>() on roundGroup.Id equals participant.RoundGroupId
                      join card in db.Scorecards on participant.Id equals card.ParticipantId
                      join set in db.CriteriaSets on roundGroup.CriteriaSetId equals (Guid?)set.Id
                      where round.Year == lastYear && round.Authority == authority && (round.State == RoundState.Closed || round.State == RoundState.Published) && units.Contains(participant.UnitId)
                      select new EarlierCard(card.Id, participant.UnitId, set.Id, set.Version)).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<EvidenceItem>> DocumentsAsync(Guid scorecardId, Guid leafId, CancellationToken cancel)
    {
        var rows = await (from link in db.EvidenceLinks.AsNoTracking()
                          join document in db.EvidenceDocuments.AsNoTracking() on link.DocumentId equals document.Id
                          join file in db.StoredFiles.AsNoTracking() on document.FileId equals file.Id into files
                          from file in files.DefaultIfEmpty()
                          where link.ScorecardId == scorecardId && link.CriterionId == leafId
                          orderby link.At, link.Id
                          select new { link, document, file }).ToListAsync(cancel);
        return [.. rows.Select(row => new EvidenceItem(row.link, row.document, (StoredFile?)row.file))];
    }

    private sealed record EarlierCard(Guid Id, Guid UnitId, Guid Set, Guid SetVersion);
}

/// <summary>What counted for a leaf the year before.</summary>
/// <param name="Year">That year.</param>
/// <param name="Leaf">The leaf of that year's set.</param>
/// <param name="Answer">The answer that counted, with points.</param>
/// <param name="Documents">The documents that proved it then.</param>
public sealed record EarlierAnswer(int Year, Criterion Leaf, CellAnswer Answer, IReadOnlyList<EvidenceItem> Documents);
