namespace ParIndex.Domain.Analysis;

/// <summary>
/// The values that round to a printed one: [Low, High), or the single value itself when nothing was rounded.
/// Rounding half away from zero puts the lower end inside and the upper outside (for values ≥ 0).
/// </summary>
public readonly record struct Interval(decimal Low, decimal High)
{
    /// <summary>The values within <paramref name="halfWidth"/> of a printed one, not below 0.</summary>
    public static Interval Around(decimal value, decimal halfWidth) => new(Math.Max(0, value - halfWidth), Math.Max(0, value + halfWidth));

    /// <summary>Whether the interval is one exact value.</summary>
    public bool IsPoint => Low == High;

    /// <summary>Whether some value lies in both.</summary>
    public bool Overlaps(Interval other) => (IsPoint, other.IsPoint) switch
    {
        (true, true) => Low == other.Low,
        (true, false) => other.Contains(Low),
        (false, true) => Contains(other.Low),
        _ => Math.Max(Low, other.Low) < Math.Min(High, other.High),
    };

    /// <summary>The part both share; meaningful when they overlap.</summary>
    public Interval Intersect(Interval other) => new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>The interval of 100 × S ÷ M when S lies in this one.</summary>
    public Interval AsIndexOn(decimal scale) => new(100 * Low / scale, 100 * High / scale);

    private bool Contains(decimal value) => value >= Low && value < High;
}
