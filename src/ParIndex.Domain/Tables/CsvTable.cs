using System.Text;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tables;

/// <summary>The two dialects of CSV.</summary>
public enum CsvDialect
{
    /// <summary>For programs: comma, decimal dot, column keys as headings.</summary>
    Data,

    /// <summary>For a Vietnamese Excel: semicolon, decimal comma, headings in words.</summary>
    ExcelVietnam,
}

/// <summary>Writes a table as CSV: UTF-8 with BOM, LF, text that a spreadsheet would run neutralised.</summary>
public static class CsvTable
{
    /// <summary>The whole file.</summary>
    public static byte[] Write<T>(Table<T> table, CsvDialect dialect) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text(table, dialect))];

    /// <summary>The text of the file, without BOM: the canonical table that is hashed when in the data dialect.</summary>
    public static string Text<T>(Table<T> table, CsvDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(table);
        var separator = dialect == CsvDialect.Data ? ',' : ';';
        var text = new StringBuilder();
        text.AppendJoin(separator, table.Columns.Select(column => Quoted(dialect == CsvDialect.Data ? column.SnakeKey : column.Header, separator))).Append('\n');
        foreach (var row in table.Rows)
        {
            text.AppendJoin(separator, table.Columns.Select(column => Quoted(Format(column.Value(row), dialect), separator))).Append('\n');
        }

        return text.ToString();
    }

    private static string Format(Cell cell, CsvDialect dialect) => (cell, dialect) switch
    {
        (Cell.Text text, _) => Neutralised(text.Value),
        (Cell.Number number, CsvDialect.Data) => number.AsData,
        (Cell.Number number, _) => number.AsVietnamese,
        (Cell.YesNo yes, CsvDialect.Data) => yes.Value ? "true" : "false",
        (Cell.YesNo yes, _) => yes.Value ? "Có" : "Không",
        (Cell.Day day, CsvDialect.Data) => DateWriter.Data(day.Value),
        (Cell.Day day, _) => DateWriter.Vietnamese(day.Value),
        _ => "",
    };

    /// <summary>A leading =, +, −, @ or control sign would be taken for a formula; an apostrophe makes it text.</summary>
    private static string Neutralised(string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' ? "'" + text : text;

    private static string Quoted(string text, char separator) =>
        text.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
