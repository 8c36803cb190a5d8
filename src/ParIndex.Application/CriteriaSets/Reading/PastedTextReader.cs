using System.Text.RegularExpressions;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// Reads a table pasted from Word as text: a tab between cells, a line for each row. But every paragraph inside a cell
/// is a line of its own too, so a line only begins a row when the row before has all its cells and the line has a code
/// or cells of its own. Excel puts a cell with line breaks between quotes instead, and doubles those inside.
/// </summary>
internal static partial class PastedTextReader
{
    /// <summary>A line break inside a cell while rows are told apart.</summary>
    private const char Break = '\u2028';

    internal static SourceTable Read(string text)
    {
        var lines = Quoted().Replace(text.ReplaceLineEndings("\n"), cell => cell.Groups["text"].Value.Replace("\"\"", "\"", StringComparison.Ordinal).Replace('\n', Break)).Split('\n');
        if (lines.Length > SourceTable.MostRows)
        {
            throw SourceTable.TooLarge(new CellPlace(SourceTable.MostRows, 1));
        }

        var width = lines.Max(line => line.Count(c => c == '\t')) + 1;
        if (width > SourceTable.MostColumns)
        {
            throw SourceTable.TooLarge(place: null);
        }

        if (width == 1)
        {
            throw UnreadableTableException.Of(AnnexWords.PastedWithoutColumns());
        }

        return new SourceTable(Rows(lines, width));
    }

    private static List<IReadOnlyList<SourceCell>> Rows(string[] lines, int width)
    {
        var rows = new List<(int Line, List<string> Cells)>();
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t').ToList();
            if (rows.Count > 0 && Continues(rows[^1].Cells, cells, width))
            {
                rows[^1].Cells[^1] += "\n" + cells[0];
                rows[^1].Cells.AddRange(cells.Skip(1));
            }
            else if (lines[i].Trim().Length > 0)
            {
                rows.Add((i + 1, cells));
            }
        }

        return [.. rows.Select(row => (IReadOnlyList<SourceCell>)[.. row.Cells.Select((cell, column) => SourceCell.Of(cell.Replace(Break, '\n'), new CellPlace(row.Line, column + 1)))])];
    }

    private static bool Continues(List<string> row, List<string> next, int width) =>
        row.Count > 1 && row.Count + next.Count - 1 <= width && CriterionCode.Read(next[0]) is null && (row.Count < width || next.Count == 1);

    /// <summary>A cell between quotes with a line break in it; any other quote is text.</summary>
    [GeneratedRegex(@"(?<=^|\t|\n)""(?<text>(?:[^""\t]|"""")*\n(?:[^""\t]|"""")*)""(?=\t|\n|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
