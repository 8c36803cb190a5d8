using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>How Vietnamese text is kept, searched and turned into addresses.</summary>
public static class VietnameseText
{
    /// <summary>
    /// The form every text is stored in: NFC, of signs a text may hold and somebody sees, without blanks at the ends or
    /// doubled inside.
    /// </summary>
    public static string Normalize(string text) =>
        string.Join(' ', TextSigns.Seen(text).Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// The form texts are searched in: no accents, đ as d, lower case, every run of other signs one blank. <c>Sở Nội vụ</c>,
    /// <c>so noi vu</c> and <c>SỞ NỘI VỤ</c> are one; so are hoà and hòa. Nothing of an open list (units, people) is ever
    /// identified by it (<see cref="NameIdentity"/>); one of a few words may be found by it where no two of them read alike.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var c in TextSigns.Seen(text).Normalize(NormalizationForm.FormD))
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

    /// <summary>The folded words of what somebody searches for; none of <c>null</c>, blanks or signs alone.</summary>
    public static IReadOnlyList<string> FoldedWords(string? text) => Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The folded text with hyphens, for addresses and codes: <c>so-noi-vu</c>.</summary>
    public static string Slug(string text) => Fold(text).Replace(' ', '-');

    /// <summary>The text in a place that holds so many letters: whole, or cut off with “…” as its last.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Most letters, at least 1.</param>
    public static string Clip(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= most ? text : text[..(most - 1)] + "…";
    }

    /// <summary>The text with its first letter in lower case, to stand inside a sentence.</summary>
    public static string InSentence(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1])
            ? char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..]
            : text;
    }
}
