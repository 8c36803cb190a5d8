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
        var earlier = await CardsAsync(place, cancel);
        var marks = await ScoreMarks.OfAsync(db, [.. earlier.Select(card => card.Id)], cancel);
        var counted = new Dictionary<Guid, decimal>();
        foreach (var card in earlier)
        {
            var scores = new Scores(marks[card.Id]);
            foreach (var leaf in (await LockedSets.OfAsync(db, card.Set, card.SetVersion, cancel)).Leaves)
            {
                if (scores.PointsOf(leaf) is { } points)
                {
                    counted.TryAdd(leaf.Lineage, points);
                }
            }
        }

        return place.Set.Leaves.Where(leaf => leaf.IsComparable && counted.ContainsKey(leaf.Lineage)).ToDictionary(leaf => leaf.Id, leaf => counted[leaf.Lineage]);
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
        foreach (var card in leaf.IsComparable ? await CardsAsync(place, cancel) : [])
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

    /// <summary>The unit's scorecards of the year before, of rounds whose scoring has ended.</summary>
    private async Task<IReadOnlyList<EarlierCard>> CardsAsync(ScorecardPlace place, CancellationToken cancel)
    {
        var (year, authority, unitId) = (place.Round.Year - 1, place.Round.Authority, place.Unit.Unit.Id);
        return await (from round in db.Rounds
                      join roundGroup in db.Set<RoundGroup>() on round.Id equals roundGroup.RoundId
                      join participant in db.Set<Participant>() on roundGroup.Id equals participant.RoundGroupId
                      join card in db.Scorecards on participant.Id equals card.ParticipantId
                      join set in db.CriteriaSets on roundGroup.CriteriaSetId equals (Guid?)set.Id
                      where round.Year == year && round.Authority == authority && (round.State == RoundState.Closed || round.State == RoundState.Published) && participant.UnitId == unitId
                      select new EarlierCard(card.Id, set.Id, set.Version)).ToListAsync(cancel);
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

    private sealed record EarlierCard(Guid Id, Guid Set, Guid SetVersion);
}

/// <summary>What counted for a leaf the year before.</summary>
/// <param name="Year">That year.</param>
/// <param name="Leaf">The leaf of that year's set.</param>
/// <param name="Answer">The answer that counted, with points.</param>
/// <param name="Documents">The documents that proved it then.</param>
public sealed record EarlierAnswer(int Year, Criterion Leaf, CellAnswer Answer, IReadOnlyList<EvidenceItem> Documents);
