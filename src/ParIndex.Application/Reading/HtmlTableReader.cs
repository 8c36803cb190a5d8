using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>Reads the table of a saved page that has a recognisable header row. No script runs, nothing is loaded.</summary>
internal static class HtmlTableReader
{
    /// <summary>Deeper pages are not written by people.</summary>
    private const int MostDepth = 256;

    /// <summary>Most columns and rows that a browser lets a cell span.</summary>
    private const int MostColumnSpan = 1000;

    private const int MostRowSpan = 65534;

    /// <summary>The one table that is wanted.</summary>
    /// <exception cref="UnreadableTableException">No table, beyond the limits, or several such tables.</exception>
    internal static SourceTable Read(string html, WantedTable? wanted = null, TableChoice? choice = null)
    {
        var tables = Tables(html);
        if (tables.Count == 0)
        {
            throw UnreadableTableException.Of(ReadingWords.PageWithoutTable());
        }

        return (choice ?? new TableChoice()).Choose(tables, wanted ?? WantedTable.Results, areSheets: false);
    }

    /// <summary>Every table of the page that is shown and holds anything.</summary>
    internal static IReadOnlyList<NamedTable> Tables(string html)
    {
        var guard = new HtmlGuard();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            IsKeepingSourceReferences = true,
            MaximumDepth = MostDepth,
            OnToken = (token, _) => guard.Read(token),
            OnCreated = (_, _) => guard.Created(),
        });
        using var page = parser.ParseDocument(html);
        return page.QuerySelectorAll<IHtmlTableElement>("table")
            .Where(table => !HtmlMarks.IsHidden(table))
            .Select(table => new NamedTable(table.Caption?.TextContent.Trim() ?? "", Table(table)))
            .Where(table => table.Table.Rows.Any(row => row.Count > 0) && table.Table.Rows[0].Count > 0)
            .ToList();
    }

    private static SourceTable Table(IHtmlTableElement table)
    {
        var hidden = new List<Finding>();
        return new SourceTable(Rows(table, hidden)) { Remarks = hidden };
    }

    private static List<IReadOnlyList<SourceCell>> Rows(IHtmlTableElement table, List<Finding> hidden)
    {
        var rows = new List<IReadOnlyList<SourceCell>>();
        var hanging = new Dictionary<int, (SourceCell Cell, int Rows)>();
        foreach (var row in table.Rows)
        {
            var line = row.SourceReference?.Position.Line ?? rows.Count + 1;
            if (rows.Count == SourceTable.MostRows)
            {
                throw SourceTable.TooLarge(new CellPlace(line, 1));
            }

            var cells = Row(row, line, hanging, hidden);
            if (HtmlMarks.IsHidden(row) || HtmlMarks.IsHidden(row.ParentElement))
            {
                hidden.AddRange(cells.Exists(cell => cell.Text.Length > 0) ? [ReadingWords.RowHidden(new(line, 1), cells)] : Array.Empty<Finding>());
                continue;
            }

            rows.Add(cells);
        }

        return rows;
    }

    /// <param name="row">One row of the table.</param>
    /// <param name="line">The line of the page where the row starts.</param>
    /// <param name="hanging">By column, what cells spanning several rows above still put here.</param>
    /// <param name="hidden">Where cells that the page hides are named.</param>
    private static List<SourceCell> Row(IHtmlTableRowElement row, int line, Dictionary<int, (SourceCell Cell, int Rows)> hanging, List<Finding> hidden)
    {
        var cells = new List<SourceCell>();
        foreach (var cell in row.Cells)
        {
            TakeHanging(cells, line, hanging);
            var place = new CellPlace(cell.SourceReference?.Position.Line ?? line, cells.Count + 1);
            var (text, left) = HtmlMarks.Text(cell);
            var columns = Math.Min(Span(cell, "colspan", MostColumnSpan) ?? 1, SourceTable.MostColumns);
            var rows = Span(cell, "rowspan", MostRowSpan) ?? 1;
            var whole = SourceCell.Of(text, place) with { Left = left, ColumnSpan = columns };
            if (HtmlMarks.IsHidden(cell))
            {
                // A cell that is not displayed takes no place in its row either.
                hidden.AddRange(whole.Text.Length > 0 ? [ReadingWords.CellHidden(whole)] : Array.Empty<Finding>());
                continue;
            }

            for (var i = 0; i < columns; i++)
            {
                if (cells.Count == SourceTable.MostColumns)
                {
                    throw SourceTable.TooLarge(place);
                }

                var part = (i == 0 ? whole : new SourceCell("", place)) with { Place = place with { Column = cells.Count + 1 } };
                if (rows > 1)
                {
                    hanging[cells.Count] = (part, rows - 1);
                }

                cells.Add(part);
            }
        }

        while (hanging.Keys.Any(column => column >= cells.Count))
        {
            TakeHanging(cells, line, hanging);
            if (hanging.Keys.Any(column => column >= cells.Count))
            {
                cells.Add(new SourceCell("", new CellPlace(line, cells.Count + 1)));
            }
        }

        return cells;
    }

    private static void TakeHanging(List<SourceCell> cells, int line, Dictionary<int, (SourceCell Cell, int Rows)> hanging)
    {
        while (cells.Count < SourceTable.MostColumns && hanging.Remove(cells.Count, out var above))
        {
            if (above.Rows > 1)
            {
                hanging[cells.Count] = (above.Cell, above.Rows - 1);
            }

            cells.Add(above.Cell with { Place = new CellPlace(line, cells.Count + 1), IsRepeated = true, Left = null });
        }
    }

    /// <summary>
    /// A span as browsers read it: the digits it begins with, whatever follows (“2;” is 2). Nothing that can be read, and a
    /// colspan of 0, is 1; a rowspan of 0 goes down to the end.
    /// </summary>
    private static int? Span(IElement cell, string attribute, int most)
    {
        var text = (cell.GetAttribute(attribute) ?? "").TrimStart(' ', '\t', '\n', '\f', '\r').TrimStart('+');
        var digits = string.Concat(text.TakeWhile(char.IsAsciiDigit).Take(6));
        return digits.Length == 0 ? null
            : int.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var span ? Math.Min(span, most)
            : attribute == "rowspan" ? most : null;
    }
}
