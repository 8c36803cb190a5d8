using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>A leaf's rule in sentences, for those who score by it.</summary>
public static class ScoringRuleWords
{
    /// <summary>The sentences.</summary>
    public static IReadOnlyList<string> Of(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var most = NumberWriter.Vietnamese(leaf.MaxScore);
        return leaf.Rule switch
        {
            LevelsRule rule => ["Chọn một mức:", .. rule.Levels.Select(level => level.Points is { } points ? $"{level.Statement}: {NumberWriter.Vietnamese(points)} điểm" : $"{level.Statement}: đề nghị không áp dụng, chưa làm thay đổi thang điểm")],
            CumulativeRule rule => [$"Cộng điểm các nội dung đạt, tối đa {most} điểm:", .. rule.Levels.Select((level, i) => $"{i + 1}. {level.Statement}: {NumberWriter.Vietnamese(level.Points ?? 0)} điểm")],
            RatioRule rule => [Formula(rule, most), .. Floor(rule), .. rule.Cap >= Math.Max(100, rule.Norm) ? Array.Empty<string>() : [$"Từ {NumberWriter.VietnameseTrimmed(rule.Cap)}% trở lên: đủ {most} điểm."], .. Nothing(leaf, rule)],
            TiersRule rule => ["Theo tỷ lệ đạt ÷ phải thực hiện:", .. rule.Tiers.Select(tier => $"{Limit(tier, rule)}: {NumberWriter.Vietnamese(tier.Points)} điểm"), .. Beyond(rule), .. Nothing(leaf, rule)],
            WeightedRatioRule rule => [$"Điểm = ({string.Join(" + ", rule.Terms.Select(term => term.Weight == 1 ? term.Name : $"{NumberWriter.VietnameseTrimmed(term.Weight)} × {term.Name}"))}) ÷ phải thực hiện × {most}, tối đa {most} điểm.", $"Nhập số {rule.Wanted} vào một ô, ví dụ 45+3.", .. Nothing(leaf, rule)],
            CountRule rule => [leaf.Component == Component.Penalty ? $"Mỗi lần trừ {NumberWriter.VietnameseTrimmed(rule.Value)} điểm, trừ tối đa {most} điểm." : $"Mỗi lần được {NumberWriter.VietnameseTrimmed(rule.Value)} điểm, tối đa {most} điểm."],
            DeductionRule rule => [leaf.Component == Component.Penalty ? $"Mỗi lần vi phạm trừ {NumberWriter.VietnameseTrimmed(rule.Value)} điểm, trừ tối đa {most} điểm; không có vi phạm: 0 điểm." : $"Mỗi lần vi phạm trừ {NumberWriter.VietnameseTrimmed(rule.Value)} điểm từ {most} điểm, không âm."],
            SurveyRule { LikertTop: { } top } => [$"Điểm điều tra: (điểm trung bình − 1) ÷ {top - 1} × {most}."],
            SurveyRule => [$"Điểm điều tra: số hài lòng ÷ số được hỏi × {most}."],
            _ => [$"Nhập điểm từ 0 đến {most}."],
        };
    }

    /// <summary>What the first box of raw figures wants, in a word or an example.</summary>
    public static string Achieved(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Rule switch
        {
            WeightedRatioRule => "45+3",
            CountRule or DeductionRule => "Số lần",
            _ => "Đạt",
        };
    }

    /// <summary>What holds where a leaf has no document.</summary>
    public static string WithoutProof(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Component == Component.Bonus ? "Điểm cộng phải có tài liệu kiểm chứng." : "Thiếu tài liệu thì giải thích ở ô ghi chú của tiêu chí.";
    }

    /// <summary>What stands behind the points of an edit: figures, statement, note.</summary>
    public static string Behind(Criterion leaf, ScoreEdit edit)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(edit);
        var figures = FigureWords.Of(edit.Achieved, edit.Counts, edit.Required, leaf.FigureNoun);
        var statement = leaf.Rule is StatementsRule rule && edit.Level is { } choice && rule.Has(choice) ? rule.WordsOf(choice) : null;
        return string.Join(" · ", new[] { figures, statement, edit.Note }.OfType<string>());
    }

    private static IEnumerable<string> Floor(RatioRule rule) => rule.Floor is { } floor ? [$"Dưới {NumberWriter.VietnameseTrimmed(floor)}%: 0 điểm."] : [];

    private static string Formula(RatioRule rule, string most) => rule.Norm == 100
        ? $"Điểm = đạt ÷ phải thực hiện × {most}."
        : $"Điểm = tỷ lệ (đạt ÷ phải thực hiện) ÷ {NumberWriter.VietnameseTrimmed(rule.Norm)}% × {most}, tối đa {most} điểm.";

    private static string Limit(Tier tier, TiersRule rule) => (rule.FewerIsBetter, tier.IsStrict) switch
    {
        (false, false) => $"từ {NumberWriter.VietnameseTrimmed(tier.Limit)}%",
        (false, true) => $"trên {NumberWriter.VietnameseTrimmed(tier.Limit)}%",
        (true, false) => $"không quá {NumberWriter.VietnameseTrimmed(tier.Limit)}%",
        _ => $"dưới {NumberWriter.VietnameseTrimmed(tier.Limit)}%",
    };

    /// <summary>What lies beyond the last tier.</summary>
    private static IEnumerable<string> Beyond(TiersRule rule)
    {
        var (last, limit) = (rule.Tiers[^1], NumberWriter.VietnameseTrimmed(rule.Tiers[^1].Limit));
        return last.Limit == 0 && !rule.FewerIsBetter && !last.IsStrict ? []
            : [rule.FewerIsBetter ? $"{(last.IsStrict ? "từ" : "trên")} {limit}%: 0 điểm" : $"{(last.IsStrict ? "không quá" : "dưới")} {limit}%: 0 điểm"];
    }

    private static IEnumerable<string> Nothing(Criterion leaf, RatioBasedRule rule) => (leaf.Component, rule.WhenNothingArose) switch
    {
        (Component.Penalty, _) => ["Không phát sinh (0 trên 0): 0 điểm."],
        (_, NothingArose.Full) => [$"Không phát sinh (0 trên 0): đủ {NumberWriter.Vietnamese(leaf.MaxScore)} điểm."],
        (_, NothingArose.Zero) => ["Không phát sinh (0 trên 0): 0 điểm."],
        (_, NothingArose.Exemption) => ["Không phát sinh (0 trên 0): đề nghị không áp dụng, chưa làm thay đổi thang điểm."],
        _ => ["Không phát sinh (0 trên 0): nhập điểm trực tiếp."],
    };
}
