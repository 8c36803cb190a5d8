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
            return Annexes.Split(new("", ReadText(TextDecoder.Decode(content), fileName)));
        }

        return WorkbookPackage.Has(content, WorkbookPackage.Document)
            ? [.. WordTableReader.Read(content).SelectMany(Annexes.Split)]
            : Sheets(content);
    }

    /// <summary>Reads a file with one criteria table.</summary>
    /// <inheritdoc cref="ReadAll" path="/exception" />
    public static SourceTable Read(byte[] content, string fileName) =>
        ReadAll(content, fileName) is [var only] ? only.Table : throw UnreadableTableException.Of(AnnexWords.SeveralTables());

    private static IReadOnlyList<AnnexTable> Sheets(byte[] content)
    {
        var first = WorkbookReader.Read(content, CriteriaHeader.Wanted);
        var sheet = first.Rows.SelectMany(row => row).Select(cell => cell.Place.Sheet).FirstOrDefault();
        var others = WorkbookReader.ReadAll(content).Where(entry => entry.Key != sheet && CriteriaHeader.Find(entry.Value) is not null);
        return [.. others.Select(entry => new AnnexTable($"Trang tính “{entry.Key}”", entry.Value)).Prepend(new($"Trang tính “{sheet}”", first)).SelectMany(Annexes.Split)];
    }

    /// <summary>Reads what was pasted: the text Word puts on the clipboard (cells by tabs), or the source of a page.</summary>
    /// <exception cref="UnreadableTableException">There is no table in it.</exception>
    public static IReadOnlyList<AnnexTable> ReadPasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Annexes.Split(new("", TextDecoder.LooksLikeMarkup(text) ? HtmlTableReader.Read(text, CriteriaHeader.Wanted) : PastedTextReader.Read(text)));
    }

    private static SourceTable ReadText(string text, string fileName) =>
        TextDecoder.IsHtml(text, fileName)
            ? HtmlTableReader.Read(text, CriteriaHeader.Wanted)
            : DelimitedTextReader.Read(text, CriteriaHeader.Wanted);
}
