using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>
/// Whether two names are one: NFC, case, blanks, hyphens and the place of the tone mark make no difference (hoà is hòa),
/// every letter and every tone does (Hà is not Hạ). The folded text of a search is never identity.
/// </summary>
public static class NameIdentity
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>The form names are compared in: syllables in lower case, each with its tone at its end.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var syllables = name.Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture).Split([' ', '\t', '\r', '\n', '\u00a0', '-', '\u2010', '\u2011', '\u2013'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', syllables.Select(WithToneLast));
    }

    /// <summary>Whether two names are the same name.</summary>
    public static bool AreSame(string one, string other) => Key(one) == Key(other);

    private static string WithToneLast(string syllable)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        foreach (var c in syllable.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format))
        {
            (Tones.Contains(c, StringComparison.Ordinal) ? tones : letters).Append(c);
        }

        return letters.Append(tones).ToString();
    }
}
