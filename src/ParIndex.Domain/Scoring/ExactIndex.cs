using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scoring;

/// <summary>
/// An index before rounding, as the fraction it is: 100 × points ÷ scale. Compared by multiplying crosswise
/// (S_v·M_u against S_u·M_v), so that no division decides a place.
/// </summary>
public readonly record struct ExactIndex : IComparable<ExactIndex>
{
    /// <exception cref="ArgumentOutOfRangeException">The scale is not above 0.</exception>
    public ExactIndex(decimal points, decimal scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        Points = points;
        Scale = scale;
    }

    /// <summary>Points achieved.</summary>
    public decimal Points { get; }

    /// <summary>The unit's own scale, above 0.</summary>
    public decimal Scale { get; }

    /// <summary>Per cent, at the full precision of <see cref="decimal"/>.</summary>
    public decimal Value => 100 * Points / Scale;

    /// <summary>Per cent, rounded once, half away from zero.</summary>
    public decimal Rounded(int places = 2) => Rounding.HalfAwayFromZero(Value, places);

    /// <inheritdoc />
    public int CompareTo(ExactIndex other) => (Points * other.Scale).CompareTo(other.Points * Scale);

    /// <summary>Whether both are the same share, also when the fractions differ (49 of 98 and 50 of 100).</summary>
    public bool Equals(ExactIndex other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override int GetHashCode() => Rounded(12).GetHashCode();

    /// <summary>Whether the left share is smaller.</summary>
    public static bool operator <(ExactIndex left, ExactIndex right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left share is larger.</summary>
    public static bool operator >(ExactIndex left, ExactIndex right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left share is smaller or the same.</summary>
    public static bool operator <=(ExactIndex left, ExactIndex right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left share is larger or the same.</summary>
    public static bool operator >=(ExactIndex left, ExactIndex right) => left.CompareTo(right) >= 0;
}
