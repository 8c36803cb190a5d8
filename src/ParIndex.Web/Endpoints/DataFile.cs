using ParIndex.Application.Tables;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Endpoints;

/// <summary>A table as it becomes files: for programs, for people, and with what says of which release it is.</summary>
/// <param name="Table">The table for programs.</param>
/// <param name="Readers">The same for people: what they look for first, without empty columns.</param>
/// <param name="Stamp">Says in every row and in the name of which release it is.</param>
internal sealed record FileTable<T>(Table<T> Table, Table<T> Readers, Func<Table<T>, Table<T>> Stamp)
{
    /// <summary>The name of its files, without the ending.</summary>
    public string Name { get; } = Stamp(Table).Name;
}

/// <summary>A table of a page as a file, in the format its address ends with.</summary>
internal static class DataFile
{
    public const string JsonType = "application/json; charset=utf-8";

    /// <summary>The formats every table has.</summary>
    public static readonly IReadOnlyList<string> Formats = ["csv", "xlsx", "json"];

    public const string CsvType = "text/csv; charset=utf-8";

    private const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string SheetName = "Số liệu", DictionaryName = "Từ điển";

    /// <summary>A table of one release.</summary>
    public static FileTable<T> Of<T>(Release release, Table<T> table, Table<T>? readers = null) => new(table, readers ?? table.ForReaders(), other => ReleaseFile.Of(release, other));

    /// <summary>A table of several releases.</summary>
    public static FileTable<T> Of<T>(Table<T> table, Func<T, Release> releaseOf) => new(table, table.ForReaders(), other => ReleaseFile.Of(other, releaseOf));

    /// <summary>A table of a register.</summary>
    public static FileTable<T> Of<T>(Table<T> table) => new(table, table.ForReaders(), ReleaseFile.Of);

    /// <summary>The answer with a table of the staff, as it is; not found for a format there is none of.</summary>
    /// <inheritdoc cref="Answer{T}(string, string?, FileTable{T}, Func{WorkbookCover}, Func{byte[]})" />
    public static IResult Answer<T>(string format, string? dialect, Table<T> table, Func<WorkbookCover> cover, Func<byte[]> json) =>
        Answer(format, dialect, new FileTable<T>(table, table, same => same), cover, json);

    /// <summary>The answer; not found for a format there is none of.</summary>
    /// <param name="format">What stands after the dot: csv, xlsx, json.</param>
    /// <param name="dialect">The query's <c>dinh-dang</c>: <c>excel</c> for the dialect of a Vietnamese Excel.</param>
    /// <param name="file">The table.</param>
    /// <param name="cover">What the workbook's cover sheet says.</param>
    /// <param name="json">The document of the same table.</param>
    public static IResult Answer<T>(string format, string? dialect, FileTable<T> file, Func<WorkbookCover> cover, Func<byte[]> json) => (format, dialect) switch
    {
        ("csv", null) => Results.File(CsvTable.Write(file.Stamp(file.Table), CsvDialect.Data), CsvType, file.Name + ".csv"),
        ("csv", "excel") => Results.File(CsvTable.Write(file.Stamp(file.Readers), CsvDialect.ExcelVietnam), CsvType, file.Name + "-excel.csv"),
        ("xlsx", _) => Results.File(XlsxWorkbook.Write(cover(), [.. Sheets(file.Readers)]), XlsxType, file.Name + ".xlsx"),
        ("json", _) => new NamedDocument(json(), file.Name + ".json"),
        _ => Results.NotFound(),
    };

    private static IEnumerable<WorkbookSheet> Sheets<T>(Table<T> table)
    {
        yield return WorkbookSheet.Of(table, SheetName);
        if (DataDictionary.Of(table.Columns) is { Count: > 0 } entries)
        {
            yield return WorkbookSheet.Of(DataDictionary.TableOf(entries), DictionaryName);
        }
    }

    /// <summary>A document that is read where it is, and has a name where it is kept.</summary>
    private sealed class NamedDocument(byte[] content, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.ContentDisposition = $"inline; filename={name}";
            return Results.Bytes(content, JsonType).ExecuteAsync(httpContext);
        }
    }
}
