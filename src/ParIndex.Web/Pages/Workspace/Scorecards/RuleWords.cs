using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Web.Pages.Workspace.Scorecards;

/// <summary>A leaf's rule in sentences, for those who score by it.</summary>
public static class RuleWords
{
    /// <summary>The sentences.</summary>
    public static IReadOnlyList<string> Of(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var most = NumberWriter.Vietnamese(leaf.MaxScore);
        return leaf.Rule switch
        {
            LevelsRule rule => ["Chọn một mức:", .. rule.Levels.Select(level => level.Points is { } points ? $"{level.Statement}: {NumberWriter.Vietnamese(points)} điểm" : $"{level.Statement}: đề nghị không áp dụng, chưa làm thay đổi thang điểm")],
            RatioRule rule => [$"Điểm = đạt ÷ phải thực hiện × {most}.", .. Floor(rule), .. rule.Cap == 100 ? Array.Empty<string>() : [$"Từ {NumberWriter.VietnameseTrimmed(rule.Cap)}% trở lên: đủ {most} điểm."]],
            TiersRule rule => ["Theo tỷ lệ đạt ÷ phải thực hiện:", .. rule.Tiers.Select(tier => $"từ {NumberWriter.VietnameseTrimmed(tier.From)}%: {NumberWriter.Vietnamese(tier.Points)} điểm"), $"dưới {NumberWriter.VietnameseTrimmed(rule.Tiers[^1].From)}%: 0 điểm"],
            CountRule rule => [$"Mỗi lần được {NumberWriter.VietnameseTrimmed(rule.Value)} điểm, tối đa {most} điểm."],
            DeductionRule rule => [$"Mỗi lần vi phạm trừ {NumberWriter.VietnameseTrimmed(rule.Value)} điểm từ {most} điểm, không âm."],
            SurveyRule { LikertTop: { } top } => [$"Điểm điều tra: (điểm trung bình − 1) ÷ {top - 1} × {most}."],
            SurveyRule => [$"Điểm điều tra: số hài lòng ÷ số được hỏi × {most}."],
            _ => [$"Nhập điểm từ 0 đến {most}."],
        };
    }

    /// <summary>What stands behind the points of an edit: figures, statement, note.</summary>
    public static string Behind(Criterion leaf, ScoreEdit edit)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(edit);
        var figures = (edit.Achieved, edit.Required) switch
        {
            ({ } achieved, { } required) => $"{NumberWriter.VietnameseTrimmed(achieved)}/{NumberWriter.VietnameseTrimmed(required)}",
            ({ } achieved, null) => NumberWriter.VietnameseTrimmed(achieved),
            _ => null,
        };
        var statement = leaf.Rule is LevelsRule rule && edit.Level is { } level && level < rule.Levels.Count ? rule.Levels[level].Statement : null;
        return string.Join(" · ", new[] { figures, statement, edit.Note }.OfType<string>());
    }

    private static IEnumerable<string> Floor(RatioRule rule) => rule.Floor is { } floor ? [$"Dưới {NumberWriter.VietnameseTrimmed(floor)}%: 0 điểm."] : [];
}
