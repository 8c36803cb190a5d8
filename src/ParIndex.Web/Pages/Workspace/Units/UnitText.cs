using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>What forms about units accept as names and days.</summary>
internal static class UnitText
{
    public const string NameRule = "Ghi tên đầy đủ có chữ hoặc số, không quá 160 ký tự, gõ bằng bảng mã Unicode (không dùng phông chữ cũ, chữ của hệ chữ khác, dấu điều khiển), ví dụ: Sở Nội vụ.";
    public const string LengthRule = "Không quá 200 ký tự.";
    public const string DayRule = "Ghi ngày dạng ngày/tháng/năm, ví dụ 1/3/2025.";

    private const int LongestName = 160;
    private const int LongestText = 200;

    public static bool IsName(string? text) => text is not null && VietnameseText.Normalize(text).Length <= LongestName && VietnameseText.Slug(text).Length is > 0 and <= LongestName && !text.Any(char.IsControl) && TextDoubt.Of(text) is null;

    public static bool IsShort(string? text) => text is null || (text.Length <= LongestText && !text.Any(char.IsControl));

    public static bool IsDay(string? text) => text is not null && DateWriter.Read(text.Trim()) is { Year: >= 1900 and <= 2100 };

    public static DateOnly Day(string? text) => DateWriter.Read(text!.Trim())!.Value;

    public static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Normalize(text);
}
