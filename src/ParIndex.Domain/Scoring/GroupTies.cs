using ParIndex.Domain.Ranking;

namespace ParIndex.Domain.Scoring;

/// <summary>Units of one ranking that share exactly the same index.</summary>
/// <param name="Units">Their codes, in the order of the results.</param>
/// <param name="Decision">The council's order among them, or <c>null</c> while they share a place.</param>
public sealed record UnitTie(IReadOnlyList<string> Units, TieDecision? Decision);

/// <summary>The ties of a group, and what was decided of ties that are none any more.</summary>
/// <param name="Of">The ties, list by list and, where units are placed in the whole group too, those of the whole group.</param>
/// <param name="Void">Decisions that order nothing: the points of a unit changed, or another came to share them. They are not applied.</param>
public sealed record GroupTies(IReadOnlyList<UnitTie> Of, IReadOnlyList<TieDecision> Void)
{
    /// <summary>The ties of a group's results.</summary>
    /// <param name="results">The results of the whole group.</param>
    /// <param name="rules">Its rules, with what the council decided.</param>
    public static GroupTies Among(IReadOnlyList<IndexResult> results, GroupRules rules)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(rules);
        var holding = Holding(results, rules.TieDecisions);
        var placed = results.Where(result => result.IsPlaced).ToList();
        var rankings = placed.GroupBy(result => rules.Ranking.ListOf(result.Totals.Heading, result.Totals.IsSpecialCase)).Select(list => list.ToList());
        var ties = (rules.Ranking.PlacesWhole ? rankings.Append(placed) : rankings)
            .SelectMany(ranking => ranking.GroupBy(result => result.RankKey!.Value).Where(same => same.Count() > 1).Select(same => new UnitTie([.. same.Select(result => result.Totals.UnitCode)], Deciding(same.First(), ranking, holding))))
            .DistinctBy(tie => string.Join('\n', tie.Units.Order(StringComparer.Ordinal))).ToList();
        return new(ties, [.. rules.TieDecisions.Where(decision => !ties.Exists(tie => tie.Decision == decision))]);
    }

    /// <summary>The decisions whose units all take a place and share one index, the latest first.</summary>
    internal static IReadOnlyList<TieDecision> Holding(IReadOnlyList<IndexResult> results, IReadOnlyList<TieDecision> decisions)
    {
        var keys = results.Where(result => result.IsPlaced).ToDictionary(result => result.Totals.UnitCode, result => result.RankKey!.Value);
        return [.. decisions.Where(decision => decision.Units.All(keys.ContainsKey) && decision.Units.Select(code => keys[code]).Distinct().Count() == 1).Reverse()];
    }

    /// <summary>The decision that puts a unit in its place among those of a ranking with the same index: one that names every one of them.</summary>
    internal static TieDecision? Deciding(IndexResult result, IReadOnlyList<IndexResult> ranking, IReadOnlyList<TieDecision> holding)
    {
        var same = holding.Count == 0 ? [] : ranking.Where(other => other.RankKey == result.RankKey).Select(other => other.Totals.UnitCode).ToList();
        return same.Count < 2 ? null : holding.FirstOrDefault(decision => same.TrueForAll(decision.Names));
    }
}
