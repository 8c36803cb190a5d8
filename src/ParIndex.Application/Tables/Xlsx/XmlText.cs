using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>Text as a workbook can hold it. Whatever a person typed, the file opens.</summary>
internal static partial class XmlText
{
    /// <summary>Characters a cell holds.</summary>
    private const int LongestCell = 32_767;

    /// <summary>
    /// The text of a cell: illegal signs taken out, line ends as LF, cut to what a cell holds, and with the underscore
    /// of a literal <c>_x000D_</c> escaped, which a reader would otherwise take for the sign it stands for.
    /// </summary>
    internal static string OfCell(string text) => Escaped(Cut(Legal(text), LongestCell));

    /// <summary>The same for an attribute such as a column's name.</summary>
    internal static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? EscapeSequence().Replace(text, "_x005F$0") : text;

    /// <summary>Without the control signs and half surrogates that XML forbids; line ends as LF.</summary>
    internal static string Legal(string text) => IsLegal(text) ? text : Cleaned(text);

    /// <summary>The beginning of a text, never half a character; an ellipsis tells that there was more.</summary>
    internal static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }

    private static bool IsLegal(string text)
    {
        foreach (var c in text)
        {
            if (c == '\r' || !XmlConvert.IsXmlChar(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Cleaned(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // A half surrogate is enumerated as U+FFFD, the sign for what could not be read.
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EscapeSequence();
}
