using ParIndex.Domain;

namespace ParIndex.Web.Pages.Public;

/// <summary>Why an index is not recomputed.</summary>
internal static class CalculationWords
{
    public static Finding Number(string field, string typed, Finding problem) => problem.Within($"{NameOf(field)} “{typed}” {problem}.", ("typed", typed));

    public static Finding ScaleNotPositive() => new("calculation.scale-not-positive", "Thang điểm phải là số lớn hơn 0, ví dụ 98 hoặc 78,5.");

    public static Finding NoPoints() => new("calculation.no-points", "Nhập điểm thẩm định hoặc điểm điều tra xã hội học.");

    private static string NameOf(string field) => field switch
    {
        nameof(Calculation.AppraisalScore) => "Điểm thẩm định",
        nameof(Calculation.SurveyScore) => "Điểm điều tra xã hội học",
        nameof(Calculation.Bonus) => "Điểm cộng",
        nameof(Calculation.Penalty) => "Điểm trừ",
        _ => "Thang điểm",
    };
}
