using ParIndex.Domain.Tables;

using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>How wide columns must be for what stands in them, in digits of the body font.</summary>
internal static class ColumnWidths
{
    /// <summary>A day or a score with its sign fits.</summary>
    private const int Narrowest = 10;

    /// <summary>A longer heading breaks into lines.</summary>
    private const int WidestHeader = 22;

    /// <summary>Room for the filter's button and the margins.</summary>
    private const int Button = 4;

    private const int Margin = 2;

    /// <summary>Columns as wide as their widest cell, up to a limit beyond which text breaks into lines.</summary>
    internal static Spreadsheet.Columns Of(NamedSheet sheet) => Of([.. sheet.Headers.Select((header, column) => Width(sheet.Sheet, header, column))]);

    /// <summary>Columns of the widths given.</summary>
    internal static Spreadsheet.Columns Of(params IReadOnlyList<int> widths) => new(widths.Select((width, i) => new Spreadsheet.Column
    {
        Min = (uint)i + 1,
        Max = (uint)i + 1,
        Width = width,
        CustomWidth = true,
    }));

    private static int Width(WorkbookSheet sheet, string header, int column)
    {
        var width = Math.Max(Narrowest, Math.Max(Math.Min(header.Length, WidestHeader), header.Split(' ').Max(word => word.Length)) + Button);
        for (var row = 0; row < sheet.RowCount && width < RowWriter.WidestText; row++)
        {
            width = Math.Max(width, Length(sheet.CellAt(row, column)) + Margin);
        }

        return Math.Min(width, RowWriter.WidestText);
    }

    private static int Length(Cell cell) => cell switch
    {
        Cell.Text text => LongestLine(text.Value),
        Cell.Number number => number.AsData.Length,
        _ => 0,
    };

    private static int LongestLine(ReadOnlySpan<char> text)
    {
        var longest = 0;
        foreach (var line in text.EnumerateLines())
        {
            longest = Math.Max(longest, line.Length);
        }

        return longest;
    }
}
