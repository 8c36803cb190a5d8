using ParIndex.Domain.Analysis;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>What a leaf could realistically give: what is missing to the share half of the group has.</summary>
/// <param name="Line">The leaf.</param>
/// <param name="Points">max(0, median share × maximum − points), points.</param>
/// <param name="Units">How many units the median is of.</param>
public sealed record LeafHeadroom(ScorecardLine Line, decimal Points, int Units);

/// <summary>The way to the next rating band.</summary>
/// <param name="Next">The next band above that of the unit's index.</param>
/// <param name="Points">Points missing to it: its limit × scale ÷ 100 − total; above 0.</param>
/// <param name="Leaves">The leaves with realistic headroom, most first.</param>
public sealed record NextRating(RatingBand Next, decimal Points, IReadOnlyList<LeafHeadroom> Leaves)
{
    /// <summary>All realistic headroom together, points.</summary>
    public decimal Headroom => Leaves.Sum(leaf => leaf.Points);

    /// <summary>Whether reaching the medians would be enough.</summary>
    public bool IsWithinReach => Headroom >= Points;

    /// <summary>How many leaves, most headroom first, it would take at least; <c>null</c> where all are not enough.</summary>
    public int? FewestLeaves
    {
        get
        {
            var sum = 0m;
            return Leaves.Index().Where(leaf => (sum += leaf.Item.Points) >= Points).Select(leaf => (int?)leaf.Index + 1).FirstOrDefault();
        }
    }

    /// <summary>The way to the next band; <c>null</c> in the best one, without bands, scale or total, or where the index is held at an end of its range.</summary>
    /// <param name="year">The unit in its year.</param>
    /// <param name="card">Its scorecard, or <c>null</c> where only totals are known: then no leaf is named.</param>
    public static NextRating? Of(UnitYear year, UnitScorecard? card)
    {
        ArgumentNullException.ThrowIfNull(year);
        if (year.Group.Ratings is not { } ratings || year.Result is not { OfficialIndex: { } index, TotalScore: { } total, Scale: { } scale }
            || ratings.Bands.LastOrDefault(band => band.LowerLimit > index) is not { } next)
        {
            return null;
        }

        var missing = RatingScheme.PointsTo(next, total, scale);
        return missing <= 0 ? null : new(next, missing, card is null ? [] : Headrooms(card));
    }

    private static IReadOnlyList<LeafHeadroom> Headrooms(UnitScorecard card) =>
        [.. card.Leaves.Where(line => line.Lost > 0).Select(line => Of(card, line)).OfType<LeafHeadroom>().OrderByDescending(leaf => leaf.Points).ThenBy(leaf => leaf.Line.Criterion.Position)];

    private static LeafHeadroom? Of(UnitScorecard card, ScorecardLine line)
    {
        var median = Median.Of(card.PointsOf(line.Criterion).Select(row => row.Points));
        return median?.Value - line.Points is > 0 and var points ? new(line, points, median!.Units) : null;
    }
}
