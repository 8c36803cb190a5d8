using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>The points of one unit for one leaf of the group's tree.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="Position">The leaf's position in the tree.</param>
/// <param name="Points">The points; a leaf that did not apply has no entry.</param>
public sealed record LeafPoint(string UnitCode, int Position, decimal Points);

/// <summary>The leaves of a published group, as observations need them.</summary>
/// <param name="Criteria">The tree in its order; empty where only totals are known.</param>
/// <param name="Points">The points of every unit, in any order.</param>
public sealed record LeafTable(IReadOnlyList<ReleaseCriterion> Criteria, IReadOnlyList<LeafPoint> Points)
{
    /// <summary>Of a group of which only totals are known.</summary>
    public static readonly LeafTable None = new([], []);
}

/// <summary>A group of a release with what its observations are found in.</summary>
/// <param name="release">The release.</param>
/// <param name="group">The group.</param>
/// <param name="leaves">Its leaves.</param>
/// <param name="before">The leaves of the same group the year before; <see cref="LeafTable.None"/> where they are not known.</param>
/// <param name="earlier">Earlier releases, newest first.</param>
public sealed class ObservedGroup(Release release, ReleaseGroup group, LeafTable leaves, LeafTable before, IReadOnlyList<Release> earlier)
{
    /// <summary>Everything worth knowing of the group; <see cref="Observation.Choose"/> says what is shown of it.</summary>
    public IReadOnlyList<Observation> Find()
    {
        var changes = Changes().ToList();
        return [.. Streaks(), .. changes, .. AtLimits(), .. OfLeaves(), .. EqualBasis().Where(found => !changes.Exists(change => change.Unit == found.Unit && change.IsGood == found.IsGood))];
    }

    /// <summary>Places count within a ranking list of five ranked units or more, and only where nobody shares them.</summary>
    private IEnumerable<PlaceStreak> Streaks()
    {
        foreach (var list in group.Results.Where(row => row.Rank is not null).Select(row => row.RankingList).Distinct())
        {
            foreach (var isFirst in new[] { true, false })
            {
                if (AtEnd(group, list, isFirst) is { } unit && Years(unit, list, isFirst) is >= PlaceStreak.FewestYears and var years)
                {
                    yield return new(release, group, unit, isFirst, years);
                }
            }
        }
    }

    private int Years(ReleaseResult unit, string? list, bool isFirst) => 1 + earlier.Index()
        .TakeWhile(past => past.Item.Year == release.Year - past.Index - 1 && past.Item.Group(group.Slug) is { } then && AtEnd(then, list, isFirst)?.UnitCode == unit.UnitCode).Count();

    private static ReleaseResult? AtEnd(ReleaseGroup group, string? list, bool isFirst)
    {
        var ranked = group.Results.Where(row => row.Rank is not null && row.RankingList == list).ToList();
        var end = isFirst ? ranked.MinBy(row => row.Rank) : ranked.MaxBy(row => row.Rank);
        return ranked.Count < Observation.FewestUnits || end is null or { IsTied: true } ? null : end;
    }

    /// <summary>
    /// “Largest” is only said where it is known: of a printed table whose earlier figures are known of some units alone, where
    /// those that rose, or fell, are all among them.
    /// </summary>
    private IEnumerable<LargestChange> Changes()
    {
        var known = group.Results.Where(row => row.UsableChange is not null).ToList();
        var (risen, fallen) = (Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsRisen), Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsFallen));
        foreach (var (count, sign) in new[] { (risen, 1), (fallen, -1) })
        {
            var moved = known.Where(row => row.UsableChange * sign > 0).OrderByDescending(row => row.UsableChange * sign).ToList();
            var compared = Math.Max(known.Count, (risen + fallen) ?? 0);
            if (moved.Count > 0 && moved.Count == count && compared > 1 && (moved.Count == 1 || moved[0].UsableChange != moved[1].UsableChange))
            {
                yield return new(release, group, moved[0], moved[0].UsableChange!.Value, compared);
            }
        }
    }

    /// <summary>Not where something else than the index decides the rating: a cap, or a word printed against the bands.</summary>
    private IEnumerable<AtBandLimit> AtLimits()
    {
        foreach (var row in group.Results.Where(row => row.RatingReason is null))
        {
            if (group.Ratings is not { } ratings || row.OfficialIndex is not { } index || row.OfficialRating is not { } rating || ratings.Find(rating) != ratings.BandOf(index))
            {
                continue;
            }

            foreach (var band in ratings.Bands.Where(band => band.LowerLimit > 0 && Math.Abs(index - band.LowerLimit) <= AtBandLimit.Within))
            {
                yield return new(release, group, row, band, Math.Abs(index - band.LowerLimit), index >= band.LowerLimit);
            }
        }
    }

    private IEnumerable<Observation> OfLeaves()
    {
        var points = leaves.Points.ToLookup(point => point.Position);
        foreach (var leaf in leaves.Criteria.Where(node => node.IsLeaf && node.Component.IsInScale()))
        {
            var rows = points[leaf.Position].OrderByDescending(point => point.Points).Select(point => (Unit: group.Result(point.UnitCode)!, point.Points)).ToList();
            var full = rows.Count(row => row.Points == leaf.MaxScore);
            if (rows.Count < Observation.FewestUnits)
            {
                continue;
            }

            if (full == 0)
            {
                yield return new UnreachedLeaf(release, group, leaf, rows[0].Points, rows.Where(row => row.Points == rows[0].Points).MinBy(row => row.Unit.Position).Unit, rows.Count);
            }
            else if (full == rows.Count - 1 && rows[^1].Unit.Scale is { } scale and > 0)
            {
                yield return new SoleUnit(release, group, rows[^1].Unit, leaf, rows[^1].Points, rows.Count, HasFull: false, 100 * (leaf.MaxScore - rows[^1].Points) / scale);
            }
            else if (full == 1 && rows[0].Unit.Scale is { } own and > 0)
            {
                yield return new SoleUnit(release, group, rows[0].Unit, leaf, rows[0].Points, rows.Count, HasFull: true, 100 * (leaf.MaxScore - rows[1].Points) / own);
            }
        }
    }

    /// <summary>Among five units or more whose years compare, by the release and by what is the same in both trees.</summary>
    private IEnumerable<EqualBasisChange> EqualBasis()
    {
        var (was, now) = (Scores(before), Scores(leaves));
        var compared = group.Results.Where(row => row.WhyNoChange is null && was.ContainsKey(row.UnitCode) && now.ContainsKey(row.UnitCode))
            .Select(row => (Row: row, Comparison: YearComparison.Between(was[row.UnitCode], now[row.UnitCode])))
            .Where(row => row.Comparison.IsComparable()).Select(row => (row.Row, Before: row.Comparison.ComparableBefore!.Value, After: row.Comparison.ComparableAfter!.Value))
            .OrderByDescending(row => row.After - row.Before).ToList();
        if (compared.Count < Observation.FewestUnits)
        {
            yield break;
        }

        foreach (var (end, next) in new[] { (compared[0], compared[1]), (compared[^1], compared[^2]) })
        {
            var change = end.After - end.Before;
            if (change != next.After - next.Before && (change > 0) == (end == compared[0]) && change != 0)
            {
                yield return new(release, group, end.Row, end.Before, end.After, compared.Count);
            }
        }
    }

    private static Dictionary<string, YearScores> Scores(LeafTable table)
    {
        var inScale = table.Criteria.Where(node => node.IsLeaf && node.Component.IsInScale()).ToDictionary(leaf => leaf.Position, leaf => (leaf.MaxScore, Lineage: ChangeAccount.Lineage(leaf)));
        return table.Points.Where(point => inScale.ContainsKey(point.Position)).GroupBy(point => point.UnitCode)
            .ToDictionary(unit => unit.Key, unit => new YearScores([.. unit.Select(point => new YearLeaf(inScale[point.Position].Lineage, inScale[point.Position].MaxScore, point.Points))]), StringComparer.Ordinal);
    }
}
