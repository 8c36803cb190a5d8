using ParIndex.Domain.Ranking;

namespace ParIndex.Domain.Scoring;

/// <summary>
/// Turns the totals of a group into indices, ratings and places. Pure: the same totals and rules give the same
/// results whatever the culture, the clock or the order of the rows.
/// </summary>
public static class IndexCalculator
{
    /// <summary>Computes every unit of a group. Results come in the order of <paramref name="totals"/>.</summary>
    public static IReadOnlyList<IndexResult> Calculate(IEnumerable<UnitTotals> totals, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Ranker.Rank([.. totals.Select(unit => Calculate(unit, rules))], rules.Ranking);
    }

    /// <summary>
    /// Computes one unit without its place: I = 100·(S + min(B, B̄) − min(P, P̄)) ÷ M (DOMAIN.md §4), not below 0 and,
    /// unless the group allows it, not above 100.
    /// </summary>
    public static IndexResult Calculate(UnitTotals totals, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(totals);
        ArgumentNullException.ThrowIfNull(rules);
        var bonus = Math.Min(totals.Bonus ?? 0, rules.BonusCeiling ?? decimal.MaxValue);
        var penalty = Math.Min(totals.Penalty ?? 0, rules.PenaltyCeiling ?? decimal.MaxValue);
        var total = totals.PrintedTotal
            ?? (totals.Addends.Count == 0 ? null : (totals.AppraisalScore ?? 0) + (totals.SurveyScore ?? 0) + bonus - penalty);
        var exact = total is { } points && totals.Scale is { } scale
            ? new ExactIndex(Bounded(points, scale.Value, rules), scale.Value)
            : (ExactIndex?)null;
        var index = exact?.Rounded(rules.IndexDecimals);
        var rated = rules.RateExactIndex ? exact?.Value : index;
        return new()
        {
            Totals = totals,
            CountedBonus = bonus,
            CountedPenalty = penalty,
            TotalScore = total,
            Exact = exact,
            Index = index,
            Rating = rated is { } value ? rules.Ratings?.BandOf(value).Label : null,
        };
    }

    private static decimal Bounded(decimal points, decimal scale, GroupRules rules) =>
        Math.Max(0, rules.IndexMayExceed100 ? points : Math.Min(points, scale));
}
