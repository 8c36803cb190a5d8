using Microsoft.AspNetCore.Mvc.Rendering;
using ParIndex.Application.Reading;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Web.Pages.Workspace.Imports;

/// <summary>What forms and reports of imports have in common: words, and the reading of rules as typed.</summary>
internal static class ImportWords
{
    public const string BandsRule = "Ghi các mức dạng Tên=ngưỡng, cách nhau bằng dấu phẩy, mức thấp nhất bằng 0, ví dụ: Tốt=80,Khá=70,Trung bình=0.";

    private const int LongestBands = 400;

    public static IEnumerable<SelectListItem> Rankings =>
    [
        new("Một danh sách chung", nameof(RankingScope.OneList)),
        new("Riêng từng phần theo dòng tiêu đề của bảng", nameof(RankingScope.ByHeading)),
        new("Đơn vị đặc thù xếp riêng", nameof(RankingScope.BySpecialCase)),
    ];

    public static string Interval(Interval? interval) => interval is { } known ? $"{NumberWriter.Vietnamese(known.Low, 3)} – {NumberWriter.Vietnamese(known.High, 3)}" : "";

    public static RankingScope? Ranking(string? word) => Enum.GetNames<RankingScope>().Contains(word) ? Enum.Parse<RankingScope>(word!) : null;

    public static RatingScheme? Bands(string? text) => string.IsNullOrWhiteSpace(text) ? null : RatingScheme.Parse(text);

    /// <summary>What is wrong with bands as typed, or <c>null</c>.</summary>
    public static string? BandsProblem(string? text)
    {
        try
        {
            return Bands(text) is { } bands && bands.ToString().Length > LongestBands ? $"Các mức xếp loại dài quá {LongestBands} ký tự." : null;
        }
        catch (FormatException refusal)
        {
            return refusal.Message;
        }
    }

    /// <summary>Every problem of a file, up to those a person can take in.</summary>
    public static IEnumerable<string> Sentences(UnreadableTableException refusal)
    {
        var problems = refusal.Problems.Take(UnreadableTableException.MostListed).Select(problem => problem.ToString());
        return refusal.Problems.Count > UnreadableTableException.MostListed ? problems.Append($"… và {refusal.Problems.Count - UnreadableTableException.MostListed} lỗi khác.") : problems;
    }
}
