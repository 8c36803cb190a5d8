using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <summary>Why a leaf has its points: its rule in words, and what the next step would have needed.</summary>
public class ReasonTexts
{
    /// <summary>The numbers of the language.</summary>
    protected virtual PublicTexts T => PublicTexts.Vietnamese;

    public virtual string Rule => "Quy tắc";

    public virtual string Figures => "Số liệu";

    public virtual string Step => "Bước tiếp theo";

    /// <summary>What is counted where nobody said.</summary>
    public virtual string Case => "trường hợp";

    public virtual string NotApplicable => "Không áp dụng";

    public virtual string Note => "Ghi chú thẩm định";

    public virtual string ByHand => "Chấm theo hướng dẫn, không có bước tính sẵn từ số liệu công bố.";

    public virtual string Scoring => "Hướng dẫn chấm";

    /// <summary>The figures with their noun and their share of the whole, “48/50 nhiệm vụ (96,00%)”; <c>null</c> where there are none.</summary>
    public virtual string? FiguresOf(LeafReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var (score, noun) = (reason.Line.Score, reason.Line.Criterion.FigureNoun);
        return FigureWords.Of(score?.Achieved, score?.Counts, score?.Required, noun) is { } figures ? figures + Share(reason) : null;
    }

    /// <summary>A criterion where a drawing has to name it.</summary>
    public virtual string Label(ReleaseCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return criterion.Name;
    }

    /// <summary>“ (96,00%)”, or nothing.</summary>
    protected string Share(LeafReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        return reason.Percent is { } percent ? $" ({T.Percent(percent)})" : "";
    }

    /// <summary>The rule as it was understood, where the decision's own text is not kept.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="leaf">The leaf.</param>
    public virtual string RuleOf(LeafRule rule, ReleaseCriterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var (max, noun) = (T.Number(leaf.MaxScore), leaf.FigureNoun ?? Case);
        var isPenalty = leaf.Component == Component.Penalty;
        return rule switch
        {
            LevelsRule levels => string.Join("; ", levels.Levels.Select(level => level.Points is { } points ? $"{level.Statement}: {T.Trimmed(points)}" : level.Statement)),
            CumulativeRule cumulative => "cộng các nội dung đạt: " + string.Join("; ", cumulative.Levels.Select(level => $"{level.Statement}: {T.Trimmed(level.Points ?? 0)}")),
            RatioRule ratio => $"tỷ lệ đạt{(ratio.Norm != 100 ? $" ÷ {T.Trimmed(ratio.Norm)}%" : "")} × {max}{(ratio.Floor is { } floor ? $"; dưới {T.Trimmed(floor)}%: 0" : "")}{(ratio.Cap < ratio.Norm ? $"; từ {T.Trimmed(ratio.Cap)}%: {max}" : "")}",
            TiersRule tiers => string.Join("; ", tiers.Tiers.Select(tier => $"{Limit(tier.Limit, tier.IsStrict, tiers.FewerIsBetter)}: {T.Number(tier.Points)}")) + "; còn lại: 0",
            WeightedRatioRule weighted => $"({string.Join(" + ", weighted.Terms.Select(term => $"{term.Name} × {T.Trimmed(term.Weight)}"))}) ÷ phải thực hiện × {max}",
            CountRule count => isPenalty ? $"trừ {T.Trimmed(count.Value)} mỗi {noun}, tối đa {max}" : $"{T.Trimmed(count.Value)} điểm mỗi {noun}, tối đa {max}",
            DeductionRule deduction => isPenalty ? $"trừ {T.Trimmed(deduction.Value)} mỗi {noun}, tối đa {max}" : $"{max} trừ {T.Trimmed(deduction.Value)} mỗi {noun}",
            SurveyRule { LikertTop: { } top } => $"(điểm trung bình − 1) ÷ {T.Trimmed(top - 1)} × {max}, thang {T.Trimmed(top)}",
            SurveyRule => $"tỷ lệ hài lòng × {max}",
            _ => isPenalty ? $"trừ trực tiếp từ 0 đến {max} điểm" : $"chấm trực tiếp từ 0 đến {max} điểm",
        };
    }

    /// <summary>What the next step would have needed.</summary>
    /// <param name="step">The step.</param>
    /// <param name="leaf">The leaf with its figures.</param>
    public virtual string StepOf(NextStep step, ScorecardLine leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var (noun, achieved) = (leaf.Criterion.FigureNoun ?? Case, leaf.Score?.Achieved);
        return step switch
        {
            TierStep tier => $"{T.Number(tier.Points)} điểm cần {Limit(tier.Limit, tier.IsStrict, tier.FewerIsBetter)}"
                + (tier.Needed is not { } needed ? "" : tier.FewerIsBetter ? $", nhiều nhất {T.Trimmed(needed)} {noun}, bớt {T.Trimmed(achieved!.Value - needed)}" : $", tức {T.Trimmed(needed)} {noun}, thêm {T.Trimmed(needed - achieved!.Value)}"),
            LevelStep { IsAdded: true } level => $"thêm “{level.Statement}” được {T.Number(level.Points)} điểm",
            LevelStep level => $"“{level.Statement}” được {T.Number(level.Points)} điểm",
            PercentStep percent => $"cứ thêm 1 điểm phần trăm được {T.Trimmed(Four(percent.Gain))} điểm" + (percent.Needed is not { } needed ? "" : $"; đạt tối đa cần {T.Trimmed(percent.Full)}%, tức {T.Trimmed(needed)} {noun}, thêm {T.Trimmed(needed - achieved!.Value)}"),
            CountStep { IsFewer: true } count => leaf.Criterion.Component == Component.Penalty ? $"bớt {T.Trimmed(count.Count)} {noun} chỉ còn trừ {T.Number(count.Points)} điểm" : $"bớt {T.Trimmed(count.Count)} {noun} được {T.Number(count.Points)} điểm",
            CountStep count => $"thêm {T.Trimmed(count.Count)} {noun} được {T.Number(count.Points)} điểm",
            MeanStep mean => $"cứ thêm {T.Number(mean.Step, 1)} trên thang {T.Trimmed(mean.Top)} được {T.Trimmed(Four(mean.Gain))} điểm",
            _ => "",
        };
    }

    /// <summary>Gains are shares of a maximum and may have no end.</summary>
    protected static decimal Four(decimal gain) => Domain.Numbers.Rounding.HalfAwayFromZero(gain, 4);

    private string Limit(decimal limit, bool isStrict, bool fewerIsBetter) => (isStrict, fewerIsBetter) switch
    {
        (false, false) => "từ ",
        (true, false) => "trên ",
        (false, true) => "không quá ",
        _ => "dưới ",
    } + T.Trimmed(limit) + "%";
}
