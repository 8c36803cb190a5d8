namespace ParIndex.Domain.Analysis;

/// <summary>Where the middle half of some figures lies: a word about many units that no single one decides.</summary>
/// <param name="From">The lowest figure of the middle half.</param>
/// <param name="To">The highest.</param>
/// <param name="Median">The middle figure.</param>
public sealed record MiddleHalf(decimal From, decimal To, decimal Median)
{
    /// <summary>The fewest figures of which a half says something.</summary>
    public const int FewestUnits = 8;

    /// <summary>A quarter of the figures, rounded down, lies aside on each side; <c>null</c> of fewer than <see cref="FewestUnits"/>.</summary>
    public static MiddleHalf? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        var aside = sorted.Count / 4;
        return sorted.Count < FewestUnits ? null : new(sorted[aside], sorted[^(aside + 1)], Analysis.Median.Of(sorted)!.Value);
    }
}
