namespace ParIndex.Domain.Numbers;

/// <summary>What one field accepts as a score or a percentage.</summary>
/// <param name="Decimals">Most decimals that may be typed, 0…4. Scores and percentages have two by default.</param>
/// <param name="AllowPercent">Whether one percent sign may follow; only where the column is a percentage.</param>
/// <param name="AllowNegative">Whether a minus sign may stand in front; only for penalties.</param>
public sealed record NumberFormat(int Decimals = 2, bool AllowPercent = false, bool AllowNegative = false)
{
    /// <summary>Points of a criterion or a component: two decimals, no sign.</summary>
    public static readonly NumberFormat Score = new();

    /// <summary>An index in per cent: two decimals, an optional percent sign.</summary>
    public static readonly NumberFormat Percentage = new(AllowPercent: true);

    /// <summary>Penalty points, which tables print with or without a minus sign.</summary>
    public static readonly NumberFormat Penalty = new(AllowNegative: true);
}
