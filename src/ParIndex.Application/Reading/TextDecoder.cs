using System.Text;

namespace ParIndex.Application.Reading;

/// <summary>Turns the bytes of a text file into text, or refuses them: a wrong letter would become a wrong unit.</summary>
internal static class TextDecoder
{
    private const int CharsetWithin = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string Decode(byte[] content)
    {
        var (encoding, skipped) = Detect(content);
        string text;
        try
        {
            text = encoding.GetString(content, skipped, content.Length - skipped);
        }
        catch (DecoderFallbackException invalid)
        {
            throw NotText(LineAt(content, skipped + invalid.Index), invalid);
        }

        var odd = text.AsSpan().IndexOfAny(NotInText);
        if (odd >= 0)
        {
            throw NotText(1 + text.AsSpan(0, odd).Count('\n'));
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw UnreadableTableException.Of(ReadingWords.Empty())
            : text;
    }

    internal static bool IsHtml(string text, string fileName) =>
        LooksLikeMarkup(text) || Path.GetExtension(fileName).ToUpperInvariant() is ".HTML" or ".HTM" or ".XHTML";

    internal static bool LooksLikeMarkup(string text) => text.AsSpan().TrimStart().StartsWith("<");

    private static readonly System.Buffers.SearchValues<char> NotInText = System.Buffers.SearchValues.Create(
        Enumerable.Range(0, 32).Select(code => (char)code).Except(['\t', '\n', '\r', '\f', '\v']).Append('\uFFFE').Append('\uFFFF').ToArray());

    private static (Encoding Encoding, int Skipped) Detect(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Utf8, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), 2),
        _ => (DeclaredIn(content), 0),
    };

    /// <summary>A saved page may declare the old Vietnamese code page; everything else is read as UTF-8.</summary>
    private static Encoding DeclaredIn(byte[] content)
    {
        var start = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, CharsetWithin));
        return LooksLikeMarkup(start) && start.Contains("charset", StringComparison.OrdinalIgnoreCase)
            && start.Contains("windows-1258", StringComparison.OrdinalIgnoreCase)
            ? CodePagesEncodingProvider.Instance.GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!
            : Utf8;
    }

    private static int LineAt(byte[] content, int index) =>
        1 + content.AsSpan(0, Math.Clamp(index, 0, content.Length)).Count((byte)'\n');

    private static UnreadableTableException NotText(int line, Exception? cause = null) => UnreadableTableException.Of(ReadingWords.NotText(line), new CellPlace(line, 1), cause);
}
