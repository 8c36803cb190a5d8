using System.Buffers;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>Which signs a text may hold at all.</summary>
public static class TextSigns
{
    private const int LastOfAPlane = 0xFFFE;

    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u180E\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>
    /// The <see cref="Legible"/> text without signs that nobody sees (soft hyphen, zero width). A joiner between parts of
    /// an emoji stays.
    /// </summary>
    public static string Seen(string text) => WithoutInvisible(Legible(text));

    /// <summary>
    /// The text without what no text holds: control signs but blanks and ends of lines, code points that are no characters
    /// (U+FFFE), and halves of a pair. Databases refuse the first, normalising throws at the others.
    /// </summary>
    public static string Legible(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsLegible(text) ? text : string.Concat(Parts(text));
    }

    private static string WithoutInvisible(string text)
    {
        if (text.AsSpan().IndexOfAny(Invisible) < 0)
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            var joinsEmoji = sign is '\u200C' or '\u200D' && seen.Length > 0 && (char.IsSurrogate(seen[^1]) || seen[^1] == '\uFE0F' || char.IsSymbol(seen[^1]));
            if (joinsEmoji || !Invisible.Contains(sign))
            {
                seen.Append(sign);
            }
        }

        return seen.ToString();
    }

    private static bool IsLegible(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || !IsLegible(rune))
            {
                return false;
            }

            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune))
            {
                at++;
                continue;
            }

            at += rune.Utf16SequenceLength;
            if (IsLegible(rune))
            {
                yield return rune.ToString();
            }
        }
    }

    private static bool IsLegible(Rune rune) =>
        (Rune.IsWhiteSpace(rune) || !Rune.IsControl(rune)) && (rune.Value & LastOfAPlane) != LastOfAPlane && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
