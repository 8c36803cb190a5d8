using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.NationalIndices;

/// <summary>The columns of figures beside the index, for the public table and for the workbook staff fill in.</summary>
public static class IndexColumns
{
    internal const string Province = "Tỉnh", Unit = "Mã đơn vị", Name = "Chỉ số", Year = "Năm", Score = "Điểm", Scale = "Thang điểm", Rank = "Thứ hạng";

    internal const string RankedProvinces = "Số tỉnh, thành phố được xếp hạng", Group = "Nhóm", RegionalRank = "Thứ hạng trong vùng", RankedInRegion = "Số được xếp hạng trong vùng";

    internal const string Source = "Nguồn", Derived = "Suy ra từ số trích dẫn";

    private static readonly Column<NationalIndex> UnitColumn = new("unit", Unit, row => Cell.Of(row.UnitCode.Length == 0 ? null : row.UnitCode));

    /// <summary>The columns of the public table, in every format.</summary>
    public static readonly IReadOnlyList<Column<NationalIndex>> All =
    [
        new("province", Province, row => Cell.Of(row.Province)),
        new("index", Name, row => Cell.Of(row.Name)),
        new("year", Year, row => Cell.Of(row.Year)),
        new("score", Score, row => Cell.Of(row.Score, ScorePlaces(row))),
        new("scale", Scale, row => Cell.Trimmed(row.Scale)),
        new("rank", Rank, row => Cell.Of(row.Rank)),
        new("rankedProvinces", RankedProvinces, row => Cell.Of(row.RankedProvinces)),
        new("derived", Derived, row => Cell.Of(row.IsDerived)),
        new("group", Group, row => Cell.Of(row.Group)),
        new("regionalRank", RegionalRank, row => Cell.Of(row.RegionalRank)),
        new("rankedInRegion", RankedInRegion, row => Cell.Of(row.RankedInRegion)),
        new("source", Source, row => Cell.Of(row.Source)),
    ];

    /// <summary>The same with the unit, as staff takes them out and brings them in.</summary>
    public static readonly IReadOnlyList<Column<NationalIndex>> OfWorkbook = [All[0], UnitColumn, .. All.Skip(1)];

    /// <summary>The columns of one unit's figures: all but of whom they are.</summary>
    public static readonly IReadOnlyList<Column<NationalIndex>> OfUnit = [.. All.Skip(1)];

    /// <summary>Places a score is written with: two, or as many as it was published with.</summary>
    public static int ScorePlaces(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Score is { } score && NumberWriter.DataTrimmed(score) is var text && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Math.Max(2, text.Length - dot - 1) : 2;
    }
}
