using ParIndex.Application.Tables.Xlsx;
using ParIndex.Domain.Tables;

namespace ParIndex.Application.Tables;

/// <summary>A cell of a form.</summary>
/// <param name="Value">What stands in it.</param>
/// <param name="IsOpen">Whether a person fills it in; all others are locked.</param>
/// <param name="IsText">Whether what is typed stays text: a note that looks like a date or a formula is none.</param>
/// <param name="IsBold">Whether it heads others.</param>
public readonly record struct FormCell(Cell Value, bool IsOpen = false, bool IsText = false, bool IsBold = false);

/// <summary>What a spreadsheet program accepts in some cells of a form; whoever reads the file checks again.</summary>
/// <param name="Cells">The cells: <c>H5</c> or <c>D5:K5</c>.</param>
/// <param name="Message">What is accepted, Vietnamese, shown when something else is typed.</param>
public abstract record FormRule(IReadOnlyList<string> Cells, string Message)
{
    /// <summary>A number from 0 to the most given.</summary>
    public sealed record Points(IReadOnlyList<string> Cells, string Message, decimal Most) : FormRule(Cells, Message);

    /// <summary>A whole number from 0.</summary>
    public sealed record Count(IReadOnlyList<string> Cells, string Message) : FormRule(Cells, Message);

    /// <summary>One of the values of a column of another sheet of the form.</summary>
    /// <param name="Cells"><inheritdoc cref="FormRule" path="/param[@name='Cells']" /></param>
    /// <param name="Message"><inheritdoc cref="FormRule" path="/param[@name='Message']" /></param>
    /// <param name="Sheet">The sheet with the values, in its first column.</param>
    /// <param name="FirstRow">Its first row, from 1.</param>
    /// <param name="LastRow">Its last row.</param>
    public sealed record OneOf(IReadOnlyList<string> Cells, string Message, string Sheet, int FirstRow, int LastRow) : FormRule(Cells, Message);

    /// <summary>Text of so many characters at most.</summary>
    public sealed record Text(IReadOnlyList<string> Cells, string Message, int Most) : FormRule(Cells, Message);
}

/// <summary>A sheet to be filled in: every cell is locked, without a password, but those that are open.</summary>
/// <param name="Name">The name on the tab, as it is: 31 characters at most, without forbidden signs.</param>
/// <param name="Title">What it holds, for the cover.</param>
/// <param name="Widths">Widths of its columns, in digits.</param>
/// <param name="Rows">Its rows; the first is the heading.</param>
public sealed record FormSheet(string Name, string Title, IReadOnlyList<int> Widths, IReadOnlyList<IReadOnlyList<FormCell>> Rows)
{
    /// <summary>What its open cells accept.</summary>
    public IReadOnlyList<FormRule> Rules { get; init; } = [];

    /// <summary>Columns from the left that stay in sight.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>Whether it is not shown: what only the reader of the file needs.</summary>
    public bool IsHidden { get; init; }
}

/// <summary>
/// Writes a workbook that people fill in and send back: a cover, then sheets whose labels are locked. There is no
/// formula in it, and the same input gives the same bytes.
/// </summary>
public static class WorkbookForm
{
    /// <summary>The whole file.</summary>
    /// <param name="cover">The first sheet.</param>
    /// <param name="sheets">The sheets after it.</param>
    public static byte[] Write(WorkbookCover cover, params IReadOnlyList<FormSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(sheets);
        var entries = sheets.Select((sheet, i) => new SheetEntry(i + 2, sheet.Name, sheet.Title, sheet.Rows.Count - 1) { IsHidden = sheet.IsHidden }).ToList();
        var styles = new WorkbookStyles();
        using var output = new MemoryStream();
        using (var package = new StablePackage(output))
        {
            WorkbookFrame.Write(package, cover, entries, isLocked: true);
            package.Write(StablePackage.SheetPath(1), xml => CoverPart.Write(xml, cover, entries.FindAll(entry => !entry.IsHidden), styles));
            foreach (var (sheet, entry) in sheets.Zip(entries))
            {
                package.Write(StablePackage.SheetPath(entry.Number), xml => FormSheetPart.Write(xml, sheet, styles));
            }

            package.Write(StablePackage.StylesPath, xml => xml.WriteElement(styles.ToStylesheet()));
        }

        return output.ToArray();
    }

    /// <summary>The name of a cell: <c>D17</c>.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 0.</param>
    public static string CellName(int row, int column) => FormattableString.Invariant($"{CellReference.Letters(column)}{row}");
}
