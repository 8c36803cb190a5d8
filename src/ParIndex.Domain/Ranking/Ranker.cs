using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Ranking;

/// <summary>Gives places. Rank = 1 + number of units in the same list with a larger exact index (DOMAIN.md §4).</summary>
public static class Ranker
{
    /// <summary>The name of the list that special-case units are ranked in.</summary>
    public const string SpecialCaseList = "Đơn vị đặc thù";

    /// <summary>The name of the list of ordinary units where special-case units are ranked apart.</summary>
    public const string OrdinaryList = "Đơn vị không thuộc diện đặc thù";

    /// <summary>Places every result that has an index, is complete and takes part in the ranking; keeps the order given.</summary>
    public static IReadOnlyList<IndexResult> Rank(IReadOnlyList<IndexResult> results, RankingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(policy);
        var lists = results.GroupBy(result => ListOf(result.Totals, policy.Scope));
        var ranked = lists.SelectMany(list => RankList(list.Key, [.. list], policy.Numbering)).ToDictionary(result => result.Totals.UnitCode);
        return [.. results.Select(result => ranked[result.Totals.UnitCode])];
    }

    private static string? ListOf(UnitTotals totals, RankingScope scope) => scope switch
    {
        RankingScope.ByHeading => totals.Heading,
        RankingScope.BySpecialCase => totals.IsSpecialCase ? SpecialCaseList : OrdinaryList,
        _ => null,
    };

    private static IEnumerable<IndexResult> RankList(string? name, List<IndexResult> list, RankNumbering numbering)
    {
        var placed = list.Where(TakesPlace).OrderByDescending(result => Key(result)!.Value).ToList();
        foreach (var result in list)
        {
            var position = placed.IndexOf(result);
            yield return result with
            {
                RankingList = name,
                RankedUnits = placed.Count,
                Rank = position < 0 ? null : Number(placed, position, numbering),
                IsTied = position >= 0 && numbering != RankNumbering.Sequence && placed.Count(other => Key(other)!.Value.Equals(Key(result)!.Value)) > 1,
            };
        }
    }

    private static int Number(List<IndexResult> placed, int position, RankNumbering numbering)
    {
        var own = Key(placed[position])!.Value;
        var better = placed.Select(result => Key(result)!.Value).Where(key => key > own);
        return numbering switch
        {
            RankNumbering.Dense => better.Distinct().Count() + 1,
            RankNumbering.Sequence => position + 1,
            _ => better.Count() + 1,
        };
    }

    private static bool TakesPlace(IndexResult result) =>
        result.Totals.IsRanked && !result.IsProvisional && Key(result) is not null;

    /// <summary>The exact index; where a table prints no scale that can be known, the index as printed.</summary>
    private static ExactIndex? Key(IndexResult result) =>
        result.Exact ?? (result.Totals.PrintedIndex is { } printed ? new ExactIndex(printed, 100) : null);
}
