using System.Text.RegularExpressions;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>Codes of criteria as decisions print them, and the one way they are kept: <c>1.1.2</c>.</summary>
public static partial class CriterionCode
{
    /// <summary>What a refusal says is accepted.</summary>
    public const string Accepted = "mã gồm chữ và số, các cấp cách nhau bằng dấu chấm, ví dụ 1, 1.1, 1.1.2 hoặc II";

    private static readonly string[] Numerals = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    /// <summary>The code as it is kept: without words and closing signs, Roman numerals of fields as numbers; <c>null</c> for what is no code.</summary>
    public static string? Read(string? text)
    {
        var code = Ending().Replace(Word().Replace(VietnameseText.Normalize(text ?? ""), ""), "").Replace(',', '.');
        if (code.Length > CriterionContent.MostCode || !Code().IsMatch(code))
        {
            return null;
        }

        var parts = code.Split('.');
        parts[0] = Roman(parts[0]) ?? parts[0];
        return string.Join('.', parts);
    }

    /// <summary>Whether a field is numbered with a Roman numeral.</summary>
    public static bool IsRoman(string? text) => Roman(Ending().Replace(Word().Replace(VietnameseText.Normalize(text ?? ""), ""), "")) is not null;

    /// <summary>The code of the node above, by the code alone: <c>1.1</c> of <c>1.1.2</c>; <c>null</c> of a field.</summary>
    public static string? ParentOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var dot = code.LastIndexOf('.');
        return dot < 0 ? null : code[..dot];
    }

    private static string? Roman(string part) =>
        Array.IndexOf(Numerals, part) is var at and >= 0 ? NumberText(at + 1) : null;

    private static string NumberText(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:lĩnh vực|tiêu chí thành phần|tiêu chí|phần|mục)\s+(?=[\dIVX]|[A-H]\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"[\s.):/\-–]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
