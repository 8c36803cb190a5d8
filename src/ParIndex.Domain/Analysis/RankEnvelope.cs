
namespace ParIndex.Domain.Analysis;

/// <summary>The best and the worst place a unit could have taken before the table was rounded.</summary>
public sealed record RankRange(string UnitCode, int Best, int Worst);

/// <summary>
/// Says where rounded figures cannot tell places apart: S ∈ [S−h, S+h) for each unit, with h half a unit of the last
/// printed place, once for each part added up; and the best and the worst place that follow.
/// </summary>
public static class RankEnvelope
{
    /// <summary>Ranges of places within one ranking list, in the order given.</summary>
    public static IReadOnlyList<RankRange> Of(IReadOnlyList<ReconciledRow> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var known = list.Where(row => row.Computed.Rank is not null && Possible(row) is not null)
            .Select(row => (row.Computed.Totals.UnitCode, Interval: Possible(row)!.Value)).ToList();
        return [.. known.Select(unit => new RankRange(
            unit.UnitCode,
            1 + known.Count(other => other.UnitCode != unit.UnitCode && SurelyAbove(other.Interval, unit.Interval)),
            1 + known.Count(other => other.UnitCode != unit.UnitCode && MaybeAbove(other.Interval, unit.Interval))))];
    }

    /// <summary>The indices the unit may have had: what the total allows, narrowed by the printed index where they agree.</summary>
    private static Interval? Possible(ReconciledRow row) => (row.IndexInterval, row.PublishedInterval) switch
    {
        ({ } total, { } printed) => total.Overlaps(printed) ? total.Intersect(printed) : total,
        ({ } total, null) => total,
        _ => row.PublishedInterval,
    };

    private static bool SurelyAbove(Interval other, Interval own) => own.IsPoint ? other.Low > own.High : other.Low >= own.High;

    private static bool MaybeAbove(Interval other, Interval own) => other.High > own.Low;
}
