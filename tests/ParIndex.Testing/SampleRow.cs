using ParIndex.Domain.Tables;

namespace ParIndex.Testing;

/// <summary>A row with a value of every kind; absent unless it is given.</summary>
public sealed record SampleRow(
    string? Code = null,
    string? Name = null,
    decimal? Score = null,
    decimal? Scale = null,
    decimal? Fine = null,
    int? Rank = null,
    bool? Tied = null,
    DateOnly? Announced = null)
{
    /// <summary>Nothing absent, and figures that rounding and trimming change.</summary>
    public static SampleRow Full { get; } = new("so-noi-vu", "Sở Nội vụ", 82.805m, 78.50m, 0.12345m, 1, Tied: true, new(2021, 7, 15));

    public static IReadOnlyList<Column<SampleRow>> Columns { get; } =
    [
        new("unit.code", "Mã đơn vị", row => Cell.Of(row.Code)),
        new("unit.name", "Tên đơn vị", row => Cell.Of(row.Name)),
        new("totalScore", "Tổng điểm", row => Cell.Of(row.Score, 2)),
        new("scale", "Thang điểm", row => Cell.Trimmed(row.Scale)),
        new("fine", "Chỉ số bốn số lẻ", row => Cell.Of(row.Fine, 4)),
        new("rank", "Xếp hạng", row => Cell.Of(row.Rank)),
        new("tied", "Đồng hạng", row => Cell.Of(row.Tied)),
        new("announcedOn", "Ngày công bố", row => Cell.Of(row.Announced)),
    ];

    public static Table<SampleRow> Table(params IReadOnlyList<SampleRow> rows) => new("Chỉ số năm 2020: Sở, ban, ngành", "chi-so-2020", Columns, rows);

    /// <summary>A table of texts in one column.</summary>
    public static Table<string> Texts(params IReadOnlyList<string> rows) => new("Văn bản", "van-ban", [new("text", "Nội dung", text => Cell.Of(text))], rows);
}
