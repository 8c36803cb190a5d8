namespace ParIndex.Domain.Scoring;

/// <summary>Where a unit's scale comes from.</summary>
public enum ScaleSource
{
    /// <summary>The sum of the maxima of the criteria that apply to the unit.</summary>
    Derived,

    /// <summary>Printed in the published table, in a column or a heading, or given by staff.</summary>
    Printed,

    /// <summary>Computed backwards from the printed total and index. Not an official figure.</summary>
    Inferred,
}

/// <summary>A unit's own scale (thang điểm): the points it could have reached that year.</summary>
public sealed record Scale
{
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0.</exception>
    public Scale(decimal value, ScaleSource source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        Value = value;
        Source = source;
    }

    /// <summary>Points, above 0.</summary>
    public decimal Value { get; }

    /// <summary>Derived, printed or inferred.</summary>
    public ScaleSource Source { get; }
}
