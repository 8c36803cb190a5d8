using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

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
        return Rank([.. totals.Select(unit => Calculate(unit, rules))], rules.Ranking, rules.TieDecisions);
    }

    /// <summary>
    /// Places every result that has an index, is complete and takes part in the ranking, in its list and, where the policy
    /// says so, in the whole group; keeps the order given. Units of the same index share a place unless the council decided.
    /// </summary>
    public static IReadOnlyList<IndexResult> Rank(IReadOnlyList<IndexResult> results, RankingPolicy policy, IReadOnlyList<TieDecision>? decisions = null)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(policy);
        var holding = GroupTies.Holding(results, decisions ?? []);
        var lists = results.GroupBy(result => policy.ListOf(result.Totals.Heading, result.Totals.IsSpecialCase));
        var ranked = lists.SelectMany(list => RankList(list.Key, [.. list], policy.Numbering, holding)).ToDictionary(result => result.Totals.UnitCode);
        return PlaceWhole([.. results.Select(result => ranked[result.Totals.UnitCode])], policy, holding);
    }

    /// <summary>
    /// Computes one unit without its place: I = 100·(S + min(B, B̄) − min(P, P̄)) ÷ M with S the points of the scale, B bonus
    /// and P penalty up to their ceilings, M the unit's scale; not below 0 and, unless the group allows it, not above 100.
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
        var (rating, reason) = Rate(rules.RateExactIndex ? exact?.Value : index, totals.RatingCaps, rules.Ratings);
        return new()
        {
            Totals = totals,
            CountedBonus = bonus,
            CountedPenalty = penalty,
            TotalScore = total,
            Exact = exact,
            Index = index,
            Rating = rating,
            RatingReason = reason,
        };
    }

    /// <summary>The band of an index, lowered to the lowest that a cap leaves; a cap that leaves as much says nothing.</summary>
    private static (string? Rating, string? Reason) Rate(decimal? index, IReadOnlyList<RatingCap> caps, RatingScheme? ratings)
    {
        if (index is not { } value || ratings is null)
        {
            return default;
        }

        var band = ratings.BandOf(value);
        var lowering = caps.Select(cap => (cap.Reason, Band: ratings.Find(cap.HighestBand))).Where(cap => cap.Band is not null && cap.Band.LowerLimit < band.LowerLimit).ToList();
        return lowering.Count == 0
            ? (band.Label, null)
            : (lowering.MinBy(cap => cap.Band!.LowerLimit).Band!.Label, $"Theo chỉ số là {band.Label}; {string.Join("; ", lowering.Select(cap => $"không quá {cap.Band!.Label}: {cap.Reason}"))}");
    }

    private static IEnumerable<IndexResult> RankList(string? name, IReadOnlyList<IndexResult> list, RankNumbering numbering, IReadOnlyList<TieDecision> holding)
    {
        var placed = list.Where(result => result.IsPlaced).ToList();
        var deciding = placed.Select(result => GroupTies.Deciding(result, placed, holding)).ToList();
        var places = Places(placed, deciding, numbering);
        return list.Select(result => placed.IndexOf(result) is var position and >= 0
            ? result with { RankingList = name, RankedUnits = placed.Count, Rank = places[position].Rank, IsTied = places[position].IsTied, RankReason = deciding[position]?.Reason }
            : result with { RankingList = name, RankedUnits = placed.Count });
    }

    private static IReadOnlyList<IndexResult> PlaceWhole(IReadOnlyList<IndexResult> results, RankingPolicy policy, IReadOnlyList<TieDecision> holding)
    {
        if (!policy.PlacesWhole)
        {
            return results;
        }

        var placed = results.Where(result => result.IsPlaced).ToList();
        var deciding = placed.Select(result => GroupTies.Deciding(result, placed, holding)).ToList();
        var places = Places(placed, deciding, policy.Numbering);
        return [.. results.Select(result => placed.IndexOf(result) is var position and >= 0
            ? result with { WholeRank = places[position].Rank, RankReason = result.RankReason ?? deciding[position]?.Reason }
            : result)];
    }

    private static IReadOnlyList<Place> Places(IReadOnlyList<IndexResult> placed, IReadOnlyList<TieDecision?> deciding, RankNumbering numbering) =>
        Ranker.Places([.. placed.Select(result => result.RankKey!.Value)], numbering, [.. placed.Select((result, position) => deciding[position]?.PlaceOf(result.Totals.UnitCode) ?? 0)]);

    private static decimal Bounded(decimal points, decimal scale, GroupRules rules) =>
        Math.Max(0, rules.IndexMayExceed100 ? points : Math.Min(points, scale));
}
