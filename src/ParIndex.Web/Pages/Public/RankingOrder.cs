using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Public;

/// <summary>An order of the ranking table: its key in the address, and its heading.</summary>
public sealed record RankingOrder(string Key, string Header, Func<IEnumerable<ReleaseResult>, IEnumerable<ReleaseResult>> Apply)
{
    /// <summary>All orders; the first is the one published.</summary>
    public static readonly IReadOnlyList<RankingOrder> All =
    [
        new("hang", "Hạng", rows => rows.OrderBy(row => row.Position)),
        new("ten", "Đơn vị", rows => rows.OrderBy(row => row.UnitName, UnitNaming.Comparer)),
        .. ScorePart.All.Select(part => new RankingOrder(part.Key, part.Name, rows => Descending(rows, part.Points))),
        new("tong-diem", "Tổng điểm / thang điểm", rows => Descending(rows, row => row.TotalScore)),
        new("thay-doi", "So với năm trước", rows => Descending(rows, row => row.UsableChange)),
        new("chi-so", "Chỉ số (%)", rows => Descending(rows, row => row.OfficialIndex)),
    ];

    /// <summary>The order of a key; the published one when there is none such.</summary>
    public static RankingOrder Of(string? key) => All.FirstOrDefault(order => order.Key == key) ?? All[0];

    private static IEnumerable<ReleaseResult> Descending(IEnumerable<ReleaseResult> rows, Func<ReleaseResult, decimal?> value) =>
        rows.OrderBy(row => value(row) is null).ThenByDescending(value).ThenBy(row => row.Position);
}

/// <summary>The rows of one ranking list.</summary>
public sealed record RankingSection(string? Name, int Units, IReadOnlyList<ReleaseResult> Rows)
{
    /// <summary>The published order shows each list apart; any other order goes across lists.</summary>
    public static IReadOnlyList<RankingSection> Of(ReleaseGroup group, RankingOrder order, Func<ReleaseResult, bool> matches)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(order);
        var rows = order.Apply(group.Results.Where(matches)).ToList();
        return order != RankingOrder.All[0]
            ? [new(null, group.Results.Count, rows)]
            : [.. rows.GroupBy(row => row.RankingList).Select(list => new RankingSection(list.Key, group.Results.Count(row => row.RankingList == list.Key), [.. list]))];
    }
}
