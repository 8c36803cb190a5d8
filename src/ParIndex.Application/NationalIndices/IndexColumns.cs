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
        new("province", Province, row => Cell.Of(row.Province)) { Meaning = FieldMeaning.Text("Province", "Tỉnh, thành phố.", "Province.").Always() },
        new("index", Name, row => Cell.Of(row.Name)) { Meaning = FieldMeaning.Text("Series", "Tên chỉ số: PAR INDEX, SIPAS, PAPI, PCI…", "Name of the index: PAR INDEX, SIPAS, PAPI, PCI…").Always() },
        new("year", Year, row => Cell.Of(row.Year)) { Meaning = FieldMeaning.Whole("Year", "Năm của số liệu.", "Year of the figure.").Always() },
        new("score", Score, row => Cell.Of(row.Score, ScorePlaces(row))) { Meaning = FieldMeaning.Number("Score", "Điểm đúng như công bố.", "Score as published.") },
        new("scale", Scale, row => Cell.Trimmed(row.Scale)) { Meaning = FieldMeaning.Number("Scale", "Thang điểm của chỉ số đó.", "Scale of that index.") },
        new("rank", Rank, row => Cell.Of(row.Rank)) { Meaning = FieldMeaning.Whole("Rank", "Thứ hạng trong cả nước.", "Place in the country.") },
        new("rankedProvinces", RankedProvinces, row => Cell.Of(row.RankedProvinces)) { Meaning = FieldMeaning.Whole("Provinces ranked", "Số tỉnh, thành phố được xếp hạng: 63, từ 1/7/2025 là 34.", "How many provinces were ranked: 63, 34 since 1 July 2025.") },
        new("derived", Derived, row => Cell.Of(row.IsDerived)) { Meaning = FieldMeaning.YesNo("Derived", "Suy ra từ số trích dẫn, không được in trực tiếp.", "Derived from quoted figures, not itself printed.").Always() },
        new("group", Group, row => Cell.Of(row.Group)) { Meaning = FieldMeaning.Text("Group", "Nhóm mà nguồn xếp tỉnh vào, nếu có.", "Group the source puts the province in, where it does.") },
        new("regionalRank", RegionalRank, row => Cell.Of(row.RegionalRank)) { Meaning = FieldMeaning.Whole("Rank in the region", "Thứ hạng trong vùng, nếu nguồn có.", "Place in the region, where the source has one.") },
        new("rankedInRegion", RankedInRegion, row => Cell.Of(row.RankedInRegion)) { Meaning = FieldMeaning.Whole("Ranked in the region", "Số tỉnh được xếp hạng trong vùng.", "How many were ranked in the region.") },
        new("source", Source, row => Cell.Of(row.Source)) { Meaning = FieldMeaning.Text("Source", "Nguồn của số liệu.", "Source of the figure.") },
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
