using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Imports.Reading;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// Reads the criteria table of a DOCX. One that was split by page breaks into several tables is put together again;
/// tables before it (the letterhead) and narrower or wider ones after it (the signatures) are left out and named.
/// Nothing the document refers to is loaded.
/// </summary>
internal static class WordTableReader
{
    internal static SourceTable Read(byte[] content)
    {
        WorkbookPackage.Check(content, WorkbookPackage.Document, CriteriaSourceReader.Accepted);
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            var main = word.MainDocumentPart;
            return main?.Document?.Body is { } body ? Choose(Tables(body, new WordNumbering(main))) : throw Damaged(cause: null);
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            // The library meets a damaged part with whatever exception is nearest.
            throw Damaged(damaged);
        }
    }

    private static UnreadableTableException Damaged(Exception? cause) =>
        UnreadableTableException.Of("Tệp DOCX bị hỏng. Hãy mở tệp bằng Word và lưu lại thành .docx.", cause: cause);

    private static SourceTable Choose(List<SourceTable> tables)
    {
        if (tables.Count == 0)
        {
            throw UnreadableTableException.Of("Tệp Word không có bảng nào. Hãy gửi phụ lục có bảng tiêu chí, hoặc dán bảng vào ô bên dưới.");
        }

        var first = tables.FindIndex(table => CriteriaHeader.Find(table) is not null);
        if (first < 0)
        {
            return tables.MaxBy(table => table.Rows.Count)!;
        }

        var width = Width(tables[first]);
        var parts = tables.Skip(first).Where(table => Width(table) == width).ToList();
        var remarks = tables.Select((table, i) => (table, Number: i + 1))
            .Where(entry => !parts.Contains(entry.table))
            .Select(entry => $"Bỏ qua bảng {entry.Number} của tài liệu: không thuộc bảng tiêu chí.");
        return new SourceTable([.. parts.SelectMany(part => part.Rows)]) { Remarks = [.. remarks] };
    }

    private static int Width(SourceTable table) => table.Rows.Max(row => row.Count);

    private static List<SourceTable> Tables(Body body, WordNumbering numbering)
    {
        var tables = new List<SourceTable>();
        foreach (var element in body.Descendants().Where(element => element is Paragraph or Table && !element.Ancestors<Table>().Any()))
        {
            if (element is Paragraph paragraph)
            {
                // Numbers run on through the text between the tables.
                numbering.Next(paragraph);
            }
            else if (element is Table table && Rows(table, tables.Count + 1, numbering) is { Count: > 0 } rows)
            {
                tables.Add(new SourceTable(rows));
            }
        }

        return tables;
    }

    private static List<IReadOnlyList<SourceCell>> Rows(Table table, int number, WordNumbering numbering)
    {
        var rows = new List<IReadOnlyList<SourceCell>>();
        foreach (var row in table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            if (rows.Count == SourceTable.MostRows)
            {
                throw SourceTable.TooLarge(new CellPlace(rows.Count, 1) { Table = number });
            }

            rows.Add(Row(row, rows.Count > 0 ? rows[^1] : [], new CellPlace(rows.Count + 1, 1) { Table = number }, numbering));
        }

        return rows;
    }

    private static List<SourceCell> Row(TableRow row, IReadOnlyList<SourceCell> above, CellPlace place, WordNumbering numbering)
    {
        var cells = new List<SourceCell>();
        Add("", row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, merged: null);
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var properties = cell.TableCellProperties;
            Add(Text(cell, numbering), Math.Max(properties?.GridSpan?.Val?.Value ?? 1, 1), properties?.VerticalMerge);
        }

        return cells;

        void Add(string text, int span, VerticalMerge? merged)
        {
            for (var i = 0; i < span; i++)
            {
                if (cells.Count == SourceTable.MostColumns)
                {
                    throw SourceTable.TooLarge(place);
                }

                var at = place with { Column = cells.Count + 1 };
                var continues = merged is not null && merged.Val?.InnerText is null or "continue" && merged is not null && cells.Count < above.Count;
                cells.Add(continues ? above[cells.Count] with { Place = at, IsRepeated = true } : SourceCell.Of(i == 0 ? text : "", at));
            }
        }
    }

    private static string Text(TableCell cell, WordNumbering numbering)
    {
        var text = new StringBuilder();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            text.Append(text.Length > 0 ? "\n" : "");
            var number = numbering.Next(paragraph);
            text.Append(number).Append(number.Length > 0 ? " " : "");
            Append(text, paragraph);
        }

        return text.ToString();
    }

    /// <summary>What the page shows: inserted text counts, deleted does not; a picture's spare text is its second copy.</summary>
    private static void Append(StringBuilder text, Paragraph paragraph)
    {
        foreach (var element in paragraph.Descendants().Where(element => !element.Ancestors<AlternateContentFallback>().Any() && element.Ancestors<Paragraph>().First() == paragraph))
        {
            text.Append(element switch
            {
                Text words => words.Text,
                TabChar => " ",
                Break or CarriageReturn => "\n",
                NoBreakHyphen => "-",
                _ => "",
            });
        }
    }
}
