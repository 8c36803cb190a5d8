using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Reading;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;
using ParIndex.Domain;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// Reads the criteria tables of a DOCX. One that was split by page breaks into several tables is put together again; a
/// table with headings of its own whose codes begin anew, or of another width, is another annex. Tables before the first
/// (the letterhead) and those without headings of another width (the signatures) are left out and named. Nothing the
/// document refers to is loaded.
/// </summary>
internal static class WordTableReader
{
    private const int LongestTitle = 160;

    internal static IReadOnlyList<AnnexTable> Read(byte[] content)
    {
        WorkbookPackage.Check(content, WorkbookPackage.Document, CriteriaSourceReader.Accepted);
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            var main = word.MainDocumentPart;
            if (main?.Document?.Body is not { } body)
            {
                throw Damaged(cause: null);
            }

            var text = new WordText(main);
            var tables = Tables(body, new WordNumbering(main), text);
            return [.. Choose(tables).Select(annex => annex with { Table = annex.Table with { Remarks = [.. annex.Table.Remarks, .. text.Remarks] } })];
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            // The library meets a damaged part with whatever exception is nearest.
            throw Damaged(damaged);
        }
    }

    private static UnreadableTableException Damaged(Exception? cause) =>
        UnreadableTableException.Of(ReadingWords.DamagedDocument(), cause: cause);

    private static IEnumerable<AnnexTable> Choose(List<AnnexTable> tables)
    {
        if (tables.Count == 0)
        {
            throw UnreadableTableException.Of(AnnexWords.NoTable());
        }

        if (tables.TrueForAll(table => CriteriaHeader.Find(table.Table) is null))
        {
            return [tables.MaxBy(table => table.Table.Rows.Count)!];
        }

        var annexes = new List<(AnnexTable First, List<AnnexTable> Parts)>();
        var remarks = new List<Finding>();
        foreach (var (table, number) in tables.Select((table, i) => (table, i + 1)))
        {
            var hasHeader = CriteriaHeader.Find(table.Table) is not null;
            if (annexes.Count > 0 && Width(table.Table) == Width(annexes[^1].First.Table) && !(hasHeader && Annexes.BeginsAnew(annexes[^1].Parts.Select(part => part.Table), table.Table)))
            {
                annexes[^1].Parts.Add(table);
            }
            else if (hasHeader)
            {
                annexes.Add((table, [table]));
            }
            else
            {
                remarks.Add(AnnexWords.TablePassedOver(number));
            }
        }

        return annexes.Select(annex => new AnnexTable(annex.First.Title, new SourceTable([.. annex.Parts.SelectMany(part => part.Table.Rows)]) { Remarks = remarks }));
    }

    private static int Width(SourceTable table) => table.Rows.Max(row => row.Count);

    private static List<AnnexTable> Tables(Body body, WordNumbering numbering, WordText words)
    {
        var tables = new List<AnnexTable>();
        var title = "";
        foreach (var element in body.Descendants().Where(element => element is Paragraph or Table && !element.Ancestors<Table>().Any()))
        {
            if (element is Paragraph paragraph)
            {
                // Numbers run on through the text between the tables.
                numbering.Next(paragraph);
                var line = SourceCell.Of(paragraph.InnerText, new CellPlace(1, 1)).Text;
                title = line.Length == 0 || title.Length + line.Length > LongestTitle ? title : title.Length == 0 ? line : $"{title} – {line}";
            }
            else if (element is Table table && Rows(table, tables.Count + 1, numbering, words) is { Count: > 0 } rows)
            {
                tables.Add(new(title.Length > 0 ? title : $"Bảng {tables.Count + 1}", new SourceTable(rows)));
                title = "";
            }
        }

        return tables;
    }

    private static List<IReadOnlyList<SourceCell>> Rows(Table table, int number, WordNumbering numbering, WordText words)
    {
        var rows = new List<IReadOnlyList<SourceCell>>();
        foreach (var row in table.Elements<TableRow>().Where(row => row.TableRowProperties?.GetFirstChild<Deleted>() is null))
        {
            if (rows.Count == SourceTable.MostRows)
            {
                throw SourceTable.TooLarge(new CellPlace(rows.Count, 1) { Table = number });
            }

            var place = new CellPlace(rows.Count + 1, 1) { Table = number };
            if (row.TableRowProperties?.GetFirstChild<Hidden>() is { } hidden && hidden.Val?.Value != false)
            {
                words.Remark(AnnexWords.RowHidden(number, rows.Count, row.InnerText));
                continue;
            }

            rows.Add(Row(row, rows.Count > 0 ? rows[^1] : [], place, numbering, words));
        }

        return rows;
    }

    private static List<SourceCell> Row(TableRow row, IReadOnlyList<SourceCell> above, CellPlace place, WordNumbering numbering, WordText words)
    {
        var cells = new List<SourceCell>();
        Add("", row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0, merged: null);
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var properties = cell.TableCellProperties;
            Add(properties?.GetFirstChild<CellDeletion>() is null ? Text(cell, place with { Column = cells.Count + 1 }, numbering, words) : "", Math.Max(properties?.GridSpan?.Val?.Value ?? 1, 1), properties?.VerticalMerge);
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

    private static string Text(TableCell cell, CellPlace place, WordNumbering numbering, WordText words)
    {
        var text = new StringBuilder();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            text.Append(text.Length > 0 ? "\n" : "");
            var number = numbering.Next(paragraph);
            text.Append(number).Append(number.Length > 0 ? " " : "");
            words.Append(text, paragraph, place);
        }

        return text.ToString();
    }
}
