using System.Buffers;
using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>How Vietnamese text is kept, searched and turned into addresses.</summary>
public static class VietnameseText
{
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00AD\u180E\u200B\u200C\u200D\u2060\uFEFF");

    /// <summary>
    /// The form every text is stored in: NFC, without blanks at the ends or doubled inside, and without signs that nobody
    /// sees (soft hyphen, zero width). A joiner between parts of an emoji stays.
    /// </summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', WithoutInvisible(Whole(text)).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// The form texts are searched in, and never identified by (<see cref="NameIdentity"/>): no accents, đ as d, lower case, every run of other signs one
    /// blank. <c>Sở Nội vụ</c>, <c>so noi vu</c> and <c>SỞ NỘI VỤ</c> are one; so are hoà and hòa.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>Half characters and U+FFFE, U+FFFF, which no normal form takes, as the sign for a broken character.</summary>
    private static string Whole(string text)
    {
        if (!text.Any(sign => char.IsSurrogate(sign) || sign >= '\uFFFE'))
        {
            return text;
        }

        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
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

    /// <summary>The folded text with hyphens, for addresses and codes: <c>so-noi-vu</c>.</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    /// <summary>The text with its first letter in lower case, to stand inside a sentence.</summary>
    public static string InSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1])
            ? char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..]
            : text;
    }
}
