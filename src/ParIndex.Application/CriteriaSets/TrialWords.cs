using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.CriteriaSets;

/// <summary>Trials of a rule in words.</summary>
public static class TrialWords
{
    /// <summary>What is wanted where figures are typed to try a rule: <c>40/44</c>.</summary>
    public static string Wanted(LeafRule rule) => rule switch
    {
        WeightedRatioRule weighted => $"số của từng loại rồi tổng số, ví dụ {string.Join('+', Enumerable.Range(1, weighted.Terms.Count))}/10",
        RatioBasedRule => "số đạt được rồi tổng số, ví dụ 40/44",
        _ => "một số, ví dụ 3",
    };

    /// <summary>What figures give a leaf, or why they cannot be tried.</summary>
    /// <param name="leaf">The leaf; <c>null</c> where there is none.</param>
    /// <param name="figures">The figures as typed.</param>
    public static string Said(CriterionContent? leaf, string? figures) =>
        leaf is null ? "Dòng này không thành tiêu chí được chấm nên không có cách tính để thử."
        : !RuleTrial.Fits(leaf.Rule) ? $"Cách chấm “{leaf.Rule}” không tính điểm từ số liệu nên không có gì để thử."
        : RuleTrial.Of(leaf, figures ?? "") is { } trial ? Of(trial, leaf)
        : $"“{figures}” chưa phải số liệu để thử; cần {Wanted(leaf.Rule)}.";

    /// <summary>One trial: <c>40/44 → 2,27</c>.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="leaf">The leaf whose rule was tried.</param>
    public static string Of(RuleTrial trial, CriterionContent leaf)
    {
        ArgumentNullException.ThrowIfNull(trial);
        ArgumentNullException.ThrowIfNull(leaf);
        var given = trial.Points is { } points ? NumberWriter.Vietnamese(points, leaf.Decimals)
            : leaf.Rule is RatioBasedRule { WhenNothingArose: NothingArose.Exemption } ? "đề nghị không áp dụng"
            : "chấm tay";
        return $"{trial.Figures} → {given}";
    }
}
