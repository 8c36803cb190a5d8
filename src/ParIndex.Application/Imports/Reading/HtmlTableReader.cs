using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ParIndex.Application.Imports.Reading;

/// <summary>Reads the table of a saved page that has a recognisable header row. No script runs, nothing is loaded.</summary>
internal static class HtmlTableReader
{
    /// <summary>Deeper pages are not written by people.</summary>
    private const int MostDepth = 256;

    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    internal static SourceTable Read(string html, WantedTable? wanted = null)
    {
        wanted ??= WantedTable.Results;
        var tables = Tables(html);
        if (tables.Count == 0)
        {
            throw UnreadableTableException.Of("Trang web không có bảng nào có dữ liệu. Hãy lưu trang có bảng kết quả dạng HTML đầy đủ.");
        }

        var best = tables.MaxBy(table => wanted.Recognised(table.Rows))!;
        var chosen = tables.Find(table => wanted.HasHeader(table)) ?? best;
        return tables.Count == 1 ? chosen : chosen with
        {
            Remarks = [$"Trang web có {tables.Count} bảng; đọc bảng bắt đầu ở {chosen.Rows[0][0].Place.Row}."],
        };
    }

    private static List<SourceTable> Tables(string html)
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
            .Select(table => new SourceTable(Rows(table)))
            .Where(table => table.Rows.Any(row => row.Count > 0) && table.Rows[0].Count > 0)
            .ToList();
    }

    private static List<IReadOnlyList<SourceCell>> Rows(IHtmlTableElement table)
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

            rows.Add(Row(row, line, hanging));
        }

        return rows;
    }

    /// <param name="row">One row of the table.</param>
    /// <param name="line">The line of the page where the row starts.</param>
    /// <param name="hanging">By column, what cells spanning several rows above still put here.</param>
    private static List<SourceCell> Row(IHtmlTableRowElement row, int line, Dictionary<int, (SourceCell Cell, int Rows)> hanging)
    {
        var cells = new List<SourceCell>();
        foreach (var cell in row.Cells)
        {
            TakeHanging(cells, line, hanging);
            var place = new CellPlace(cell.SourceReference?.Position.Line ?? line, cells.Count + 1);
            var whole = SourceCell.Of(Text(cell), place);
            var columns = Math.Clamp(cell.ColumnSpan, 1, SourceTable.MostColumns);
            for (var i = 0; i < columns; i++)
            {
                if (cells.Count == SourceTable.MostColumns)
                {
                    throw SourceTable.TooLarge(place);
                }

                var part = (i == 0 ? whole : new SourceCell("", place)) with { Place = place with { Column = cells.Count + 1 } };
                if (cell.RowSpan > 1)
                {
                    hanging[cells.Count] = (part, cell.RowSpan - 1);
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

            cells.Add(above.Cell with { Place = new CellPlace(line, cells.Count + 1), IsRepeated = true });
        }
    }

    /// <summary>The cell's own text, without tables inside it, scripts, and footnote marks.</summary>
    private static string Text(IElement cell)
    {
        var text = new StringBuilder();
        Append(text, cell);
        return WithoutStars(text);
    }

    private static void Append(StringBuilder text, INode node)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words:
                    // A line of the source is no line of the page.
                    text.Append(words.Data.ReplaceLineEndings(" "));
                    break;
                case IElement { LocalName: "table" or "script" or "style" or "template" }:
                    break;
                case IElement { LocalName: "sup" } mark:
                    text.Append(FootnoteMark(mark));
                    break;
                case IElement inner:
                    var apart = inner.LocalName is "br" or "p" or "div" or "li";
                    text.Append(apart ? "\n" : "");
                    Append(text, inner);
                    text.Append(apart ? "\n" : "");
                    break;
            }
        }
    }

    /// <summary>
    /// Stars and numbers in brackets are dropped. A bare raised digit stays raised: 98 with a raised 1 must be neither
    /// 98 nor 981, so a number cell is refused.
    /// </summary>
    private static string FootnoteMark(IElement mark)
    {
        var text = mark.TextContent.Trim();
        if (text.All(c => c is '*' or '†' or '‡') || (text.Length is > 2 and <= 4 && text[0] is '(' or '['))
        {
            return "";
        }

        return string.Concat(text.Select(c => c is >= '0' and <= '9' ? Superscripts[c - '0'] : c));
    }

    private static string WithoutStars(StringBuilder text)
    {
        var trimmed = text.ToString().TrimEnd();
        var bare = trimmed.TrimEnd('*').TrimEnd();
        return bare.Length > 0 ? bare : trimmed;
    }
}
