using System.Globalization;
using System.Text;

namespace ParIndex.Domain.Text;

/// <summary>
/// Recognises text that is not what it looks like: typed for a legacy font (TCVN3, VNI), decoded with the wrong code page,
/// written with letters of another script, or holding signs that steer how it is shown. Such a text is no name.
/// </summary>
public static class TextDoubt
{
    /// <summary>Letters of Latin-1 that Vietnamese does not have: legacy fonts draw Vietnamese ones in their place.</summary>
    private const string ForeignLetters = "ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿµªº×÷";

    /// <summary>Signs that legacy fonts and wrong code pages put inside or at the end of words.</summary>
    private const string SignsInWords = "¡¢£¤¥¦¨¬¯±´¶¸»¼½¾¿";

    /// <summary>Signs of the same kind that may well follow a word.</summary>
    private const string SignsBeforeLetters = "©®«";

    private const string AccentedCapitals = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ";

    /// <summary>Why the text cannot be taken at its word, its sentence the end of one whose subject the text is; <c>null</c> when it can.</summary>
    /// <param name="text">As it stands in its source, before anything is dropped.</param>
    public static Finding? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var (sign, next) = (text[i], i + 1 < text.Length ? text[i + 1] : '\0');
            if ((SignReason(sign, next) ?? LetterReason(text, i) ?? LegacyReason(previous, sign, next)) is { } reason)
            {
                return reason;
            }

            i += char.IsHighSurrogate(sign) && char.IsLowSurrogate(next) ? 1 : 0;
            previous = sign;
        }

        return null;
    }

    private static Finding? SignReason(char sign, char next) => sign switch
    {
        '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' => null,
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F' or '\u061C' =>
            TextWords.Direction(Code(sign)),
        '\uFFFD' => TextWords.Damaged(),
        '\uFFFE' or '\uFFFF' or >= '\uFDD0' and <= '\uFDEF' => TextWords.NoCharacter(Code(sign)),
        >= '\uE000' and <= '\uF8FF' => TextWords.PrivateSign(Code(sign)),
        _ when char.IsControl(sign) => TextWords.Control(Code(sign)),
        _ when char.IsSurrogate(sign) && !(char.IsHighSurrogate(sign) && char.IsLowSurrogate(next)) => TextWords.HalfCharacter(Code(sign)),
        _ => null,
    };

    /// <summary>Letters that look Latin and are not: Cyrillic о, Greek Α, full-width Ａ; and Ð, which is not Đ.</summary>
    private static Finding? LetterReason(string text, int at)
    {
        if (text[at] is 'Ð' or 'ð' or 'Ɖ' or 'ɖ')
        {
            return TextWords.FalseD(text[at].ToString(), Code(text[at]));
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(text, at);
        return category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.OtherLetter && !IsLatin(text[at])
            ? OfAnotherScript(Rune.GetRuneAt(text, at))
            : null;
    }

    private static Finding OfAnotherScript(Rune letter) => TextWords.OtherScript(letter.ToString(), Code(letter.Value));

    private static Finding? LegacyReason(char previous, char sign, char next)
    {
        var inWord = char.IsLetter(previous);
        var isLegacy = ForeignLetters.Contains(sign, StringComparison.Ordinal) && (sign is not ('×' or '÷' or 'ª' or 'º' or 'µ') || inWord)
            || (SignsInWords.Contains(sign, StringComparison.Ordinal) && inWord && !(sign is '»' && !char.IsLetter(next) && !"áº".Contains(previous, StringComparison.Ordinal)))
            || (SignsBeforeLetters.Contains(sign, StringComparison.Ordinal) && char.IsLetter(next) && (inWord || sign == '®'))
            || (AccentedCapitals.Contains(sign, StringComparison.Ordinal) && char.IsLower(previous))
            || (sign == 'Ã' && next == '\u00AD');
        return isLegacy ? TextWords.LegacyFont() : null;
    }

    private static bool IsLatin(char letter) => letter is
        < '\u0250' or >= '\u1E00' and <= '\u1EFF';

    private static string Code(int sign) => $"U+{sign:X4}";
}
