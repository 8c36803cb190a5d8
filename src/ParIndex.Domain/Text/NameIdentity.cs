using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>
/// When two names are the same: NFC, case, blanks, hyphens and the place of the tone in its syllable (hoà, hòa) do not
/// matter, everything else does. <see cref="VietnameseText.Fold"/> finds; it never identifies: Xã Ba Tơ and Xã Ba Tô,
/// Sơn Hà and Sơn Hạ are different communes.
/// </summary>
public static class NameIdentity
{
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private const string Hyphens = "-\u2010\u2011\u2012\u2013\u2014\u2212";

    /// <summary>Whether two names are the same.</summary>
    public static bool Same(string one, string other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <summary>
    /// A text that two names share exactly when they are the same: lower case, without blanks and hyphens, each tone at
    /// the end of its word. Between digits a blank stays: “1 2” is not 12. For comparing only, never for showing.
    /// </summary>
    public static string Key(string name) => Joined(Words(name));

    /// <summary>The words of a name in the form of <see cref="Key"/>.</summary>
    internal static IReadOnlyList<string> Words(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var apart = string.Concat(name.Select(sign => Hyphens.Contains(sign, StringComparison.Ordinal) ? ' ' : sign));
        return [.. VietnameseText.Normalize(apart).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word)];
    }

    /// <summary>The key of words.</summary>
    internal static string Joined(IReadOnlyList<string> words)
    {
        var key = new StringBuilder();
        foreach (var word in words)
        {
            var betweenDigits = key.Length > 0 && char.IsDigit(key[^1]) && char.IsDigit(word[0]);
            key.Append(betweenDigits ? " " : "").Append(word);
        }

        return key.ToString();
    }

    /// <summary>Letters with what makes them other letters (ô, ơ, đ); the tones follow.</summary>
    private static string Word(string word)
    {
        var letters = new StringBuilder(word.Length);
        var tones = new StringBuilder();
        foreach (var sign in word.ToLower(CultureInfo.InvariantCulture).Normalize(NormalizationForm.FormD))
        {
            (Tones.Contains(sign, StringComparison.Ordinal) ? tones : letters).Append(sign);
        }

        return letters.Append(tones).ToString();
    }
}
