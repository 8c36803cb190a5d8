using ParIndex.Application.NationalIndices;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Endpoints;

/// <summary>A kind of table that the public may take.</summary>
/// <param name="Key">Its name, for anchors and the dictionary.</param>
/// <param name="Title">What it holds, Vietnamese.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Entries">Its columns.</param>
internal sealed record PublicTable(string Key, string Title, string TitleEn, IReadOnlyList<DictionaryEntry> Entries);

/// <summary>A row of the dictionary of all tables.</summary>
/// <param name="Table">The table.</param>
/// <param name="Entry">A column of it.</param>
internal sealed record TableEntry(PublicTable Table, DictionaryEntry Entry);

/// <summary>Every kind of table that is given away, with the columns that write it.</summary>
internal static class TableCatalogue
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<PublicTable> All =
    [
        new("xep-hang", "Kết quả và xếp hạng của một khối", "Results and ranking of a group", Of(ResultColumns.Every)),
        new("don-vi-nam", "Kết quả của một đơn vị qua các năm", "Results of a unit over the years", Of(ResultColumns.TableOf("", "", []).Columns)),
        new("diem-don-vi", "Điểm từng tiêu chí của một đơn vị", "Points of a unit, criterion by criterion", Of(UnitScorecard.ColumnsOf(places: 2))),
        new("tieu-chi", "Bộ tiêu chí của một khối", "Criteria set of a group", Of(CriterionColumns.Every)),
        new("diem-tieu-chi", "Điểm từng tiêu chí của mọi đơn vị một khối", "Points of all units of a group, criterion by criterion", Of(ScoreColumns.Every)),
        new("so-lieu-dai", "Toàn bộ số liệu, mỗi dòng một giá trị", "All figures, one to a row", Of(LongTable.Columns)),
        new("tham-chieu", "Giá trị tham chiếu kèm bản công bố", "Reference values that came with a release", Of(ReferenceColumns.All)),
        new("danh-muc-don-vi", "Danh mục đơn vị", "Register of units", Of(UnitColumns.All)),
        new("chi-so-quoc-gia", "Chỉ số của tỉnh trong các bảng xếp hạng quốc gia", "The province in national indices", Of(IndexColumns.All)),
    ];

    private static readonly IReadOnlyList<Column<TableEntry>> Columns =
    [
        new("table", "Bảng", row => Cell.Of(row.Table.Title)),
        .. DataDictionary.Columns.Select(column => column.Within<TableEntry>(row => row.Entry)),
        new("tableEn", "Bảng (tiếng Anh)", row => Cell.Of(row.Table.TitleEn)),
    ];

    /// <summary>The dictionary of all tables.</summary>
    public static Table<TableEntry> Dictionary => new("Từ điển dữ liệu", "tu-dien-du-lieu", Columns, [.. All.SelectMany(table => table.Entries.Select(entry => new TableEntry(table, entry)))]);

    private static IReadOnlyList<DictionaryEntry> Of<T>(IReadOnlyList<Column<T>> columns) => DataDictionary.Of(columns);
}
