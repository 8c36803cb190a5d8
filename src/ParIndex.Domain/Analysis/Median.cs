namespace ParIndex.Domain.Analysis;

/// <summary>The median of a figure over some units, with how many they are: it is never printed without.</summary>
/// <param name="Value">The middle value; the mean of the two middle ones when their number is even.</param>
/// <param name="Units">How many units it is of, at least <see cref="FewestUnits"/>.</param>
public sealed record Median(decimal Value, int Units)
{
    /// <summary>The fewest units a median says something about: of two it is their mean, of one the unit itself.</summary>
    public const int FewestUnits = 3;

    /// <summary>The median of the values, or <c>null</c> when they are fewer than <see cref="FewestUnits"/>.</summary>
    public static Median? Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count < FewestUnits ? null : new((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, sorted.Count);
    }
}
