using ParIndex.Application.Reading;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Takes the table of a decision's annex out of a DOCX, XLSX, saved page or text, or out of what was pasted.</summary>
public static class CriteriaSourceReader
{
    /// <summary>The files accepted, for a refusal.</summary>
    public const string Accepted = "Tệp được nhận: DOCX, XLSX, CSV, TSV hoặc trang web đã lưu (HTML)";

    /// <summary>Reads the criteria tables of a file, told apart by content first: one, or one for each annex.</summary>
    /// <exception cref="UnreadableTableException">The file is of another kind, damaged, beyond the limits, or has no such table.</exception>
    public static IReadOnlyList<AnnexTable> ReadAll(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        if (content.Length > SourceTableReader.MostBytes)
        {
            throw UnreadableTableException.Of(AnnexWords.TooLarge());
        }

        if (FileSignature.Foreign(content) is { } sort)
        {
            throw UnreadableTableException.Of(ReadingWords.OtherKind(sort, Accepted));
        }

        if (!FileSignature.IsZip(content))
        {
            var text = TextDecoder.Decode(content);
            return TextDecoder.IsHtml(text, fileName) ? Page(text) : Annexes.Split(new("", DelimitedTextReader.Read(text, CriteriaHeader.Wanted)));
        }

        return WorkbookPackage.Has(content, WorkbookPackage.Document)
            ? [.. WordTableReader.Read(content).SelectMany(Annexes.Split)]
            : Sheets(content);
    }

    /// <summary>Reads a file with one criteria table.</summary>
    /// <inheritdoc cref="ReadAll" path="/exception" />
    public static SourceTable Read(byte[] content, string fileName) =>
        ReadAll(content, fileName) is [var only] ? only.Table : throw UnreadableTableException.Of(AnnexWords.SeveralTables());

    /// <summary>The criteria tables of visible sheets, each by its sheet; where none is known, the sheet that looks most like one.</summary>
    private static IReadOnlyList<AnnexTable> Sheets(byte[] content)
    {
        var (sheets, remarks) = WorkbookReader.Visible(content);
        return Known(sheets, areSheets: true) is { Count: > 1 } several
            ? [.. several.SelectMany(sheet => Annexes.Split(new($"Trang tính “{sheet.Name}”", sheet.Table with { Remarks = [.. remarks, .. sheet.Table.Remarks] })))]
            : One(WorkbookReader.Read(content, CriteriaHeader.Wanted));
    }

    private static IReadOnlyList<AnnexTable> Page(string html) => Known(HtmlTableReader.Tables(html), areSheets: false) is { Count: > 1 } several
        ? [.. several.SelectMany(table => Annexes.Split(new(table.Name, table.Table)))]
        : One(HtmlTableReader.Read(html, CriteriaHeader.Wanted));

    private static IReadOnlyList<AnnexTable> One(SourceTable table) =>
        Annexes.Split(new(table.Rows.SelectMany(row => row).Select(cell => cell.Place.Sheet).FirstOrDefault() is { } sheet ? $"Trang tính “{sheet}”" : "", table));

    /// <summary>The tables with known headings; what else stands beside them is named with each.</summary>
    private static List<NamedTable> Known(IReadOnlyList<NamedTable> tables, bool areSheets)
    {
        var known = tables.Where(table => CriteriaHeader.Find(table.Table) is not null).ToList();
        var passed = tables.Index().Where(table => !known.Contains(table.Item)).Select(table => ReadingWords.TablePassedOver(new(areSheets, table.Index + 1, table.Item.Name), hasHeader: false, table.Item.Table.Rows.Count, First(table.Item.Table))).ToList();
        return [.. known.Select(table => table with { Table = table.Table with { Remarks = [.. passed, .. table.Table.Remarks] } })];
    }

    private static string First(SourceTable table) => table.Rows.SelectMany(row => row).FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "";

    /// <summary>Reads what was pasted: the text Word puts on the clipboard (cells by tabs), or the source of a page.</summary>
    /// <exception cref="UnreadableTableException">There is no table in it.</exception>
    public static IReadOnlyList<AnnexTable> ReadPasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TextDecoder.LooksLikeMarkup(text) ? Page(text) : Annexes.Split(new("", PastedTextReader.Read(text)));
    }
}
