using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>A leaf below full marks, beside what the other units did there.</summary>
/// <param name="Line">The leaf with its points and what it costs the index.</param>
/// <param name="OthersFull">How many other units of the group have full marks.</param>
/// <param name="Others">Of how many other units it applied to.</param>
public sealed record LostLeaf(ScorecardLine Line, int OthersFull, int Others)
{
    /// <summary>The share of the others, in tenths, from which full marks are what is usual.</summary>
    public const decimal UsualShare = 0.75m;

    /// <summary>The fewest others that make something usual.</summary>
    public const int FewestOthers = 4;

    /// <summary>Whether nearly everybody else has full marks here.</summary>
    public bool IsUnusual => Others >= FewestOthers && OthersFull >= UsualShare * Others;

    /// <summary>By how much the median lies above the points, in percentage points of the unit's index; 0 or below where it does not, or there is none.</summary>
    public decimal BelowMedian => Line is { Median: { } median, Lost: > 0 and var lost } && Line.Most > Line.Points
        ? (median.Value - Line.Points!.Value) / (Line.Most - Line.Points.Value) * lost
        : 0;

    /// <summary>
    /// Where a unit loses points, compared with others, the most telling first. First the leaves on which at least three
    /// quarters of the other units (four or more) have full marks, by that share and then by what is lost: the leaf where 18
    /// of 19 have full marks stands before one that is merely large. Then the rest, by how far the points lie below the
    /// group's median and then by what is lost. Equal ones keep the order of the tree.
    /// </summary>
    /// <param name="card">The scorecard.</param>
    public static IReadOnlyList<LostLeaf> Of(UnitScorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        var leaves = card.Leaves.Where(line => line.Lost > 0 && line.AtMost is not null).Select(line => new LostLeaf(line, line.AtMost!.Value.Full, line.AtMost.Value.Of - 1)).ToList();
        return
        [
            .. leaves.Where(leaf => leaf.IsUnusual).OrderByDescending(leaf => (decimal)leaf.OthersFull / leaf.Others).ThenByDescending(leaf => leaf.Line.Lost).ThenBy(leaf => leaf.Line.Criterion.Position),
            .. leaves.Where(leaf => !leaf.IsUnusual).OrderByDescending(leaf => Math.Max(0, leaf.BelowMedian)).ThenByDescending(leaf => leaf.Line.Lost).ThenBy(leaf => leaf.Line.Criterion.Position),
        ];
    }
}
