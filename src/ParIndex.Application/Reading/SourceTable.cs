using ParIndex.Domain;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>One cell of a table as printed.</summary>
/// <param name="Text">
/// NFC text without doubled blanks; empty for an empty cell. A workbook's number is written with a dot, one formatted
/// as per cent carries its percent sign.
/// </param>
/// <param name="Place">Where it stands.</param>
public sealed record SourceCell(string Text, CellPlace Place)
{
    /// <summary>The text as it was broken into lines, each of them clean; without breaks it is <see cref="Text"/>.</summary>
    public string Lines { get; init; } = Text;

    /// <summary>Whether the text stands here only because a cell above is merged over this row.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether a workbook holds it as a number and not as text: its dot is always decimal.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Whether a workbook computed it by a formula; the value is the one stored with it.</summary>
    public bool IsFormula { get; init; }

    /// <summary>Columns it is merged over, itself included.</summary>
    public int ColumnSpan { get; init; } = 1;

    /// <summary>Why it cannot be taken at its word, the end of a sentence whose subject it is; otherwise <c>null</c>.</summary>
    public Finding? Doubt { get; init; }

    /// <summary>What of its text is struck out or hidden, and not part of <see cref="Text"/>; otherwise <c>null</c>.</summary>
    public string? Left { get; init; }

    /// <summary>Cleans the text as every reader needs it: NFC, no control characters, no half characters.</summary>
    internal static SourceCell Of(string text, CellPlace place)
    {
        var clean = Clean(text);
        return new(clean, place) { Doubt = TextDoubt.Of(text), Lines = text.AsSpan().Trim().ContainsAny('\n', '\r') ? BreakLines(text) : clean };
    }

    private static string BreakLines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Clean).Where(line => line.Length > 0));

    private static string Clean(string text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        return VietnameseText.Normalize(text.Any(char.IsControl) ? WithoutControls(text) : text);
    }

    private static string WithoutControls(string text) =>
        string.Create(text.Length, text, static (clean, source) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        });
}

/// <summary>A table of a file with the name by which people ask for it.</summary>
/// <param name="Name">The sheet's name, or the caption of a table on a page; may be empty.</param>
/// <param name="Table">The table.</param>
internal sealed record NamedTable(string Name, SourceTable Table);

/// <summary>How the wanted table of a file is told from others, and its delimiter from other signs.</summary>
/// <param name="Recognised">How many headers the most promising row of these has.</param>
/// <param name="HasHeader">Whether the table has a header row.</param>
internal sealed record WantedTable(Func<IReadOnlyList<IReadOnlyList<SourceCell>>, int> Recognised, Func<SourceTable, bool> HasHeader)
{
    /// <summary>A published table of results.</summary>
    internal static readonly WantedTable Results = new(HeaderRow.RecognisedIn, table => HeaderRow.Find(table) is not null);
}

/// <summary>
/// A table taken out of a file, not yet understood. Rows may differ in length. A cell merged over several rows is
/// repeated in each of them; merged over several columns, it stands in the first.
/// </summary>
/// <param name="Rows">All rows, titles and headers included.</param>
public sealed record SourceTable(IReadOnlyList<IReadOnlyList<SourceCell>> Rows)
{
    /// <summary>Most rows a table may have; a province has a few hundred units.</summary>
    internal const int MostRows = 20_000;

    /// <summary>Most columns a table may have.</summary>
    internal const int MostColumns = 500;

    /// <summary>Whether separators of a text file cut the rows: one row with more fields than another was cut wrongly.</summary>
    public bool IsText { get; init; }

    /// <summary>What the reader of the file chose or passed over (sheet, table).</summary>
    public IReadOnlyList<Finding> Remarks { get; init; } = [];

    /// <summary>The remarks, and what else a reader of the table must know: what is struck out in cells, and which values formulas gave.</summary>
    internal IReadOnlyList<Finding> Notes
    {
        get
        {
            var cells = Rows.SelectMany(row => row).ToList();
            var computed = cells.Where(cell => cell.IsFormula && !cell.IsRepeated && cell.Text.Length > 0).ToList();
            return
            [
                .. Remarks,
                .. cells.Where(cell => cell.Left is not null).Select(cell => ReadingWords.StruckOut(cell.Left!, cell.Place)),
                .. computed.Count == 0 ? Array.Empty<Finding>() : [ReadingWords.Formulas([.. computed.Select(cell => cell.Place)])],
            ];
        }
    }

    internal static UnreadableTableException TooLarge(CellPlace? place) => UnreadableTableException.Of(ReadingWords.TableTooLarge(MostRows, MostColumns), place);
}
