using System.Text.RegularExpressions;

namespace ParIndex.Domain.Releases;

/// <summary>Reads a results digest as people bring it: whole, its beginning, or the name of a file that carries it.</summary>
public static partial class DigestText
{
    /// <summary>The digest or its beginning, lower-case hexadecimal of 8 to 64 digits; <c>null</c> where there is none in the text.</summary>
    public static string? Read(string? text)
    {
        var typed = (text ?? "").Trim().ToLowerInvariant();
        var joined = string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));
        return Whole().IsMatch(joined) ? joined : Within().Matches(typed).LastOrDefault()?.Value;
    }

    /// <summary>Digits in groups, as print sets them.</summary>
    [GeneratedRegex("^[0-9a-f]{8,64}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Whole();

    /// <summary>Of a file's name the last word that is one: “xep-hang-2025-so-nganh-lan-3-38c93094.csv”.</summary>
    [GeneratedRegex("(?<![0-9a-z])[0-9a-f]{8,64}(?![0-9a-z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Within();
}
