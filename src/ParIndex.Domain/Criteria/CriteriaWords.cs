using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Criteria;

/// <summary>What keeps a criteria set from being opened.</summary>
internal static class CriteriaWords
{
    public static Finding Empty() => new("criteria.none", "Bộ tiêu chí chưa có tiêu chí nào.");

    /// <summary>A rule that does not fit its maximum, with the rule's own reason.</summary>
    public static Finding RuleUnfit(string criterion, string reason) => new("criterion.rule-unfit", $"Cách chấm của “{criterion}”: {reason}.", ("criterion", criterion));

    public static Finding SumDiffers(string criterion, decimal most, decimal sum) => new(
        "criterion.sum-differs",
        $"Điểm tối đa của “{criterion}” là {NumberWriter.VietnameseTrimmed(most)}, tổng các tiêu chí bên dưới là {NumberWriter.VietnameseTrimmed(sum)}.",
        ("criterion", criterion), ("most", most), ("sum", sum));
}
