using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets;

/// <summary>The parts of a total in words, on pages and in files.</summary>
public static class ComponentWords
{
    /// <summary>The word of a part.</summary>
    public static string Of(Component component) => component switch
    {
        Component.Survey => "Điều tra xã hội học",
        Component.Bonus => "Điểm cộng",
        Component.Penalty => "Điểm trừ",
        _ => "Thẩm định",
    };

    /// <summary>The part a word of an annex means, or <c>null</c>.</summary>
    public static Component? Read(string text) => VietnameseText.Fold(text) switch
    {
        "tham dinh" or "diem tham dinh" or "tham dinh diem" or "td" or "appraisal" => Component.Appraisal,
        "dieu tra" or "dieu tra xhh" or "dieu tra xa hoi hoc" or "xhh" or "xa hoi hoc" or "dtxhh" or "khao sat" or "survey" => Component.Survey,
        "diem cong" or "cong" or "diem thuong" or "thuong" or "bonus" => Component.Bonus,
        "diem tru" or "tru" or "diem phat" or "phat" or "penalty" => Component.Penalty,
        _ => null,
    };
}
