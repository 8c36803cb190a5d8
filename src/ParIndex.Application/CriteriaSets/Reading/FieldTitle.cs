using System.Text.RegularExpressions;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Tells the title of a field that has no code from a statement of the criterion above it.</summary>
internal static partial class FieldTitle
{
    private const int FewestLetters = 6;

    /// <summary>How the fields of these sets begin, folded.</summary>
    private static readonly string[] Fields =
    [
        "linh vuc", "cong tac chi dao", "chi dao dieu hanh", "cai cach the che", "xay dung va to chuc thuc hien van ban", "cai cach thu tuc", "cai cach tthc", "cai cach to chuc bo may", "cai cach che do cong vu",
        "xay dung va nang cao chat luong doi ngu", "cai cach tai chinh cong", "xay dung phat trien chinh quyen", "xay dung va phat trien chinh quyen", "hien dai hoa", "chinh quyen dien tu", "chuyen doi so",
        "tac dong cua", "dieu tra xa hoi hoc", "diem thuong", "diem cong", "diem tru",
    ];

    /// <summary>Whether a row without a code heads those after it.</summary>
    /// <param name="text">Its text, line by line.</param>
    /// <param name="points">The points beside it, or <c>null</c>.</param>
    /// <param name="above">The maximum of the criterion above, or <c>null</c>.</param>
    /// <param name="nextCode">The code of the next row, or <c>null</c> when it has none: a title stands right above a criterion.</param>
    internal static bool Is(string text, decimal? points, decimal? above, string? nextCode)
    {
        var title = text.Replace('\n', ' ').TrimEnd(':', '.', ' ');
        if (nextCode is null || title.Length == 0 || Bullet().IsMatch(title) || title.Contains(':', StringComparison.Ordinal))
        {
            return false;
        }

        var folded = VietnameseText.Fold(title);
        if (folded.StartsWith("khong ", StringComparison.Ordinal))
        {
            return false;
        }

        return IsCapital(title)
            || (points > 0 && Array.Exists(Fields, field => folded.StartsWith(field, StringComparison.Ordinal)))
            || (points > above && !folded.Any(char.IsDigit));
    }

    private static bool IsCapital(string title)
    {
        var letters = title.Where(char.IsLetter).ToList();
        return letters.Count >= FewestLetters && letters.TrueForAll(char.IsUpper) && title.Contains(' ', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*(?:[-–—+•*·]|\p{L}\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();
}
