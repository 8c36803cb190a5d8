using ParIndex.Domain.Text;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>A sheet with the names it bears in its workbook.</summary>
/// <param name="Sheet">The table.</param>
/// <param name="Number">Number of the sheet, from 2: the cover is 1.</param>
/// <param name="Name">Name on the tab: unique, without forbidden signs, 31 characters at most.</param>
/// <param name="TableName">Name of the table part, usable in formulas: <c>bang_so_ban_nganh</c>.</param>
/// <param name="Headers">Headings, unique within the table as its part demands.</param>
internal sealed record NamedSheet(WorkbookSheet Sheet, int Number, string Name, string TableName, IReadOnlyList<string> Headers)
{
    /// <summary>Number of the table, from 1.</summary>
    internal int TableId => Number - 1;

    /// <summary>The sheet as the workbook around it knows it.</summary>
    internal SheetEntry Entry => new(Number, Name, Sheet.Title, Sheet.RowCount) { TableId = TableId };
}

/// <summary>A sheet as the workbook around it knows it.</summary>
/// <param name="Number">Number of the sheet, from 2: the cover is 1.</param>
/// <param name="Name">Name on the tab.</param>
/// <param name="Title">What it holds.</param>
/// <param name="RowCount">Rows below the heading.</param>
internal sealed record SheetEntry(int Number, string Name, string Title, int RowCount)
{
    /// <summary>Number of its table, or <c>null</c> when it has none.</summary>
    internal int? TableId { get; init; }

    /// <summary>Whether it is not shown.</summary>
    internal bool IsHidden { get; init; }

    /// <summary>The sheet in a formula or a link: <c>'Sở, ban, ngành'</c>.</summary>
    internal string QuotedName => $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'";
}

/// <summary>Names that a spreadsheet program takes without repairing the file.</summary>
internal static class SheetNames
{
    internal const string Cover = "Bìa";

    private const int LongestSheetName = 31;
    private const int LongestName = 255;

    /// <summary>Gives every sheet its names, in the order given.</summary>
    internal static IReadOnlyList<NamedSheet> Of(IReadOnlyList<WorkbookSheet> sheets)
    {
        // Excel keeps “History” for itself.
        var names = new UniqueNames(LongestSheetName, number => $" ({number})", Cover, "History");
        var tableNames = new UniqueNames(LongestName, number => $"_{number}");
        return
        [
            .. sheets.Select((sheet, i) =>
            {
                var name = names.Take(SheetName(sheet.Name));
                return new NamedSheet(sheet, i + 2, name, tableNames.Take(TableName(name)), Headers(sheet));
            }),
        ];
    }

    private static string SheetName(string text)
    {
        var name = OneLine(string.Concat(text.Select(c => @":\/?*[]".Contains(c, StringComparison.Ordinal) ? ' ' : c))).Trim('\'', ' ');
        return name.Length == 0 ? "Bảng" : name;
    }

    /// <summary>The first word keeps the name from reading as a cell (A1, R1C1).</summary>
    private static string TableName(string sheetName) => ("bang " + VietnameseText.Fold(sheetName)).TrimEnd().Replace(' ', '_');

    private static IReadOnlyList<string> Headers(WorkbookSheet sheet)
    {
        var names = new UniqueNames(LongestName, number => $" ({number})");
        return [.. sheet.Headers.Select((header, i) => names.Take(OneLine(header) is { Length: > 0 } known ? known : $"Cột {i + 1}"))];
    }

    private static string OneLine(string text) => VietnameseText.Normalize(XmlText.Legal(text));
}

/// <summary>Hands out names once: a namesake, in whatever case, gets a number.</summary>
internal sealed class UniqueNames(int longest, Func<int, string> suffix, params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    internal string Take(string wanted)
    {
        var name = XmlText.Cut(wanted, longest).TrimEnd('\'', ' ');
        for (var number = 2; !_taken.Add(name); number++)
        {
            var end = suffix(number);
            name = XmlText.Cut(wanted, longest - end.Length).TrimEnd() + end;
        }

        return name;
    }
}
