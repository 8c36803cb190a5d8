using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>The scoring texts of Tỉnh Mẫu's decisions, line by line, as annexes word them.</summary>
internal static class DemoScoringText
{
    /// <summary>The text of a leaf.</summary>
    public static string Of(Criterion leaf) => string.Join('\n', leaf.Rule switch
    {
        LevelsRule rule => rule.Levels.Select(level => level.Points is { } points ? $"- {level.Statement}: {Points(points)}" : $"- {level.Statement}: không tính vào thang điểm của đơn vị"),
        TiersRule rule => Tiers(rule),
        RatioRule rule => Ratio(rule, leaf),
        CountRule rule when leaf.Component == Component.Penalty => [$"Mỗi {Noun(leaf)} bị trừ {Points(rule.Value)}; trừ không quá {Points(leaf.MaxScore)}."],
        CountRule rule => [$"Mỗi {Noun(leaf)} được {Points(rule.Value)}; tối đa {Points(leaf.MaxScore)}."],
        DeductionRule rule => [$"Không có {Noun(leaf)}: {Points(leaf.MaxScore)}.", $"Mỗi {Noun(leaf)} bị trừ {Points(rule.Value)}, trừ đến hết điểm của tiêu chí."],
        SurveyRule { LikertTop: { } top } => [$"Tính theo điểm trung bình của phiếu điều tra xã hội học, thang {NumberWriter.VietnameseCount(top)} mức; mức cao nhất được {Points(leaf.MaxScore)}."],
        SurveyRule => [$"Điểm = (số phiếu hài lòng / số phiếu hợp lệ) × {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}."],
        _ => [$"Hội đồng thẩm định chấm theo mức độ thực hiện, tối đa {Points(leaf.MaxScore)}."],
    });

    private static IEnumerable<string> Tiers(TiersRule rule)
    {
        foreach (var (place, tier) in rule.Tiers.Index())
        {
            var until = place == 0 ? "" : $" đến dưới {Percent(rule.Tiers[place - 1].Limit)}";
            yield return $"- {(tier.Limit == 100 ? "Đạt" : "Từ")} {Percent(tier.Limit)}{until}: {Points(tier.Points)}";
        }

        yield return $"- Dưới {Percent(rule.Tiers[^1].Limit)}: 0 điểm";
    }

    private static IEnumerable<string> Ratio(RatioRule rule, Criterion leaf)
    {
        yield return $"Điểm = (số {Noun(leaf)} đạt yêu cầu / tổng số {Noun(leaf)}) × {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}.";
        if (rule.Floor is { } floor)
        {
            yield return $"Tỷ lệ dưới {Percent(floor)}: 0 điểm.";
        }

        if (rule.Cap < 100)
        {
            yield return $"Tỷ lệ từ {Percent(rule.Cap)} trở lên: {Points(leaf.MaxScore)}.";
        }
    }

    private static string Noun(Criterion leaf) => leaf.FigureNoun ?? "nội dung";

    private static string Percent(decimal value) => NumberWriter.VietnameseTrimmed(value) + "%";

    private static string Points(decimal value) => NumberWriter.VietnameseTrimmed(value) + " điểm";
}
