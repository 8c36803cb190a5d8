using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Endpoints;

/// <summary>A table of a page as a file, in the format its address ends with.</summary>
internal static class DataFile
{
    public const string JsonType = "application/json; charset=utf-8";

    /// <summary>The formats every table has.</summary>
    public static readonly IReadOnlyList<string> Formats = ["csv", "xlsx", "json"];

    private const string CsvType = "text/csv; charset=utf-8";

    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The answer; not found for a format there is none of.</summary>
    /// <param name="format">What stands after the dot: csv, xlsx, json.</param>
    /// <param name="dialect">The query's <c>dinh-dang</c>: <c>excel</c> for the dialect of a Vietnamese Excel.</param>
    /// <param name="table">The table.</param>
    /// <param name="cover">What the workbook's cover sheet says.</param>
    /// <param name="json">The document of the same table.</param>
    public static IResult Answer<T>(string format, string? dialect, Table<T> table, Func<WorkbookCover> cover, Func<byte[]> json) => (format, dialect) switch
    {
        ("csv", null) => Results.File(CsvTable.Write(table, CsvDialect.Data), CsvType, table.Name + ".csv"),
        ("csv", "excel") => Results.File(CsvTable.Write(table, CsvDialect.ExcelVietnam), CsvType, table.Name + "-excel.csv"),
        ("xlsx", _) => Results.File(XlsxWorkbook.Write(cover(), WorkbookSheet.Of(table, "Số liệu")), XlsxType, table.Name + ".xlsx"),
        ("json", _) => Results.Bytes(json(), JsonType),
        _ => Results.NotFound(),
    };
}
