using ParIndex.Application.Imports.Reading;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Takes the table of a decision's annex out of a DOCX, XLSX, saved page or text, or out of what was pasted.</summary>
public static class CriteriaSourceReader
{
    /// <summary>The files accepted, for a refusal.</summary>
    public const string Accepted = "Tệp được nhận: DOCX, XLSX, CSV, TSV hoặc trang web đã lưu (HTML)";

    /// <summary>Reads a file, told apart by content first.</summary>
    /// <exception cref="UnreadableTableException">The file is of another kind, damaged, beyond the limits, or has no such table.</exception>
    public static SourceTable Read(byte[] content, string fileName)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        if (content.Length > SourceTableReader.MostBytes)
        {
            throw UnreadableTableException.Of("Tệp lớn hơn 5 MB. Hãy chỉ giữ lại bảng tiêu chí, bỏ hình ảnh.");
        }

        if (FileSignature.Foreign(content) is { } kind)
        {
            throw UnreadableTableException.Of($"{kind} không đọc được. {Accepted}.");
        }

        if (!FileSignature.IsZip(content))
        {
            return ReadText(TextDecoder.Decode(content), fileName);
        }

        return WorkbookPackage.Has(content, WorkbookPackage.Document)
            ? WordTableReader.Read(content)
            : WorkbookReader.Read(content, CriteriaHeader.Wanted);
    }

    /// <summary>Reads what was pasted: the text Word puts on the clipboard (cells by tabs), or the source of a page.</summary>
    /// <exception cref="UnreadableTableException">There is no table in it.</exception>
    public static SourceTable ReadPasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TextDecoder.LooksLikeMarkup(text) ? HtmlTableReader.Read(text, CriteriaHeader.Wanted) : PastedTextReader.Read(text);
    }

    private static SourceTable ReadText(string text, string fileName) =>
        TextDecoder.LooksLikeMarkup(text) || Path.GetExtension(fileName).ToUpperInvariant() is ".HTML" or ".HTM"
            ? HtmlTableReader.Read(text, CriteriaHeader.Wanted)
            : DelimitedTextReader.Read(text, CriteriaHeader.Wanted);
}
