using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Public;

/// <summary>An order of the ranking table: its key in the address, and how it sorts.</summary>
public sealed record RankingOrder(string Key, Func<IEnumerable<ReleaseResult>, IEnumerable<ReleaseResult>> Apply)
{
    /// <summary>All orders; the first is the one published.</summary>
    public static readonly IReadOnlyList<RankingOrder> All =
    [
        new("hang", rows => rows.OrderBy(row => row.Position)),
        new("ten", rows => rows.OrderBy(row => row.UnitName, UnitNaming.Comparer)),
        .. ScorePart.All.Select(part => new RankingOrder(part.Key, rows => Descending(rows, part.Points))),
        new("tong-diem", rows => Descending(rows, row => row.TotalScore)),
        new("thay-doi", rows => Descending(rows, row => row.UsableChange)),
        new("chi-so", rows => Descending(rows, row => row.OfficialIndex)),
    ];

    /// <summary>Whether the column grows downwards.</summary>
    public bool IsAscending => Key is "hang" or "ten";

    /// <summary>The order of a key; the published one when there is none such.</summary>
    public static RankingOrder Of(string? key) => All.FirstOrDefault(order => order.Key == key) ?? All[0];

    private static IEnumerable<ReleaseResult> Descending(IEnumerable<ReleaseResult> rows, Func<ReleaseResult, decimal?> value) =>
        rows.OrderBy(row => value(row) is null).ThenByDescending(value).ThenBy(row => row.Position);
}
