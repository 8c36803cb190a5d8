namespace ParIndex.Application.Reading;

/// <summary>Takes a table out of a file: XLSX, saved HTML, CSV or TSV, told apart by content first.</summary>
public static class SourceTableReader
{
    /// <summary>Largest file accepted, in bytes.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    internal const string Accepted = "Tệp được nhận: CSV, TSV, XLSX hoặc trang web đã lưu (HTML)";

    /// <summary>Reads the one table of a file that has a recognisable header row.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <param name="fileName">Its name; the ending only decides what the content leaves open.</param>
    /// <param name="choice">Which table of several is meant.</param>
    /// <exception cref="UnreadableTableException">The file is of another kind, damaged, beyond the limits, or holds several such tables.</exception>
    public static SourceTable Read(byte[] content, string fileName, TableChoice? choice = null) => Read(content, fileName, WantedTable.Results, choice);

    /// <summary>The same for a table that is told by other headers.</summary>
    internal static SourceTable Read(byte[] content, string fileName, WantedTable wanted, TableChoice? choice = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        if (content.Length > MostBytes)
        {
            throw UnreadableTableException.Of(ReadingWords.TooLarge());
        }

        if (FileSignature.Foreign(content) is { } sort)
        {
            throw UnreadableTableException.Of(ReadingWords.OtherKind(sort, Accepted));
        }

        if (FileSignature.IsZip(content))
        {
            return WorkbookReader.Read(content, wanted, choice);
        }

        var text = TextDecoder.Decode(content);
        return TextDecoder.IsHtml(text, fileName) ? HtmlTableReader.Read(text, wanted, choice) : DelimitedTextReader.Read(text, wanted);
    }
}
