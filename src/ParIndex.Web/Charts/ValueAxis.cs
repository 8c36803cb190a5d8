namespace ParIndex.Web.Charts;

/// <summary>
/// An axis in per cent that holds every value given to it. Pages that show several groups side by side take one axis
/// over all of them, so that the same place means the same index.
/// </summary>
public sealed record ValueAxis
{
    private const decimal MarginAroundLimits = 10;

    private ValueAxis(decimal from, decimal to, decimal step)
    {
        From = from;
        To = to;
        Step = step;
    }

    /// <summary>The left end.</summary>
    public decimal From { get; }

    /// <summary>The right end, always greater than <see cref="From"/>.</summary>
    public decimal To { get; }

    /// <summary>The distance between two marks.</summary>
    public decimal Step { get; }

    /// <summary>The smallest round axis that holds all values and shows some of the band on each side of every limit.</summary>
    /// <param name="values">Indices in per cent; may be empty.</param>
    /// <param name="limits">Lower limits of the rating bands; 0, the limit of the lowest band, does not stretch the axis.</param>
    public static ValueAxis Covering(IEnumerable<decimal> values, IEnumerable<decimal> limits)
    {
        var all = values.ToList();
        var inner = limits.Where(limit => limit > 0).ToList();
        if (inner.Count > 0)
        {
            all.Add(Math.Max(0, inner.Min() - MarginAroundLimits));
            all.Add(Math.Max(inner.Max(), Math.Min(100, inner.Max() + MarginAroundLimits)));
        }

        if (all.Count == 0)
        {
            return new ValueAxis(0, 100, 10);
        }

        var step = StepFor(all.Max() - all.Min());
        var from = decimal.Floor(all.Min() / step) * step;
        var to = decimal.Ceiling(all.Max() / step) * step;
        return new ValueAxis(from, to > from ? to : from + step, step);
    }

    /// <summary>The marks from end to end, thinned so that two are at least <paramref name="least"/> of <paramref name="length"/> apart.</summary>
    public IEnumerable<decimal> Marks(decimal length, decimal least)
    {
        var step = Step;
        while (length * step / (To - From) < least)
        {
            step *= 2;
        }

        for (var mark = decimal.Ceiling(From / step) * step; mark <= To; mark += step)
        {
            yield return mark;
        }
    }

    /// <summary>Where a value of the axis stands between <paramref name="start"/> and <paramref name="start"/> + <paramref name="length"/>.</summary>
    public decimal Place(decimal value, decimal start, decimal length) =>
        start + ((Math.Clamp(value, From, To) - From) / (To - From) * length);

    private static decimal StepFor(decimal span) => span switch
    {
        <= 60 => 5,
        <= 120 => 10,
        _ => decimal.Ceiling(span / 100) * 10,
    };
}
