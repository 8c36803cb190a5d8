using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Tests.Texts;

/// <summary>Reason lines word for word, worked out by hand, in both languages.</summary>
public sealed class ReasonTextsTests
{
    [Theory]
    [InlineData("bậc: 80=2,25; 70=1,5", "2.25", "1.5", "1224", "1700", "hồ sơ", "1224/1700 hồ sơ (72,00%)", "từ 80%: 2,25; từ 70%: 1,50; còn lại: 0", "2,25 điểm cần từ 80%, tức 1360 hồ sơ, thêm 136",
        "1224/1700 “hồ sơ” (72.00%)", "at least 80%: 2.25; at least 70%: 1.50; else 0", "2.25 points need at least 80%, that is 1360 “hồ sơ”, 136 more")]
    [InlineData("bậc: ≤5=2; <10=1", "2", "0", "30", "200", "hồ sơ", "30/200 hồ sơ (15,00%)", "không quá 5%: 2,00; dưới 10%: 1,00; còn lại: 0", "1,00 điểm cần dưới 10%, nhiều nhất 19 hồ sơ, bớt 11",
        "30/200 “hồ sơ” (15.00%)", "at most 5%: 2.00; under 10%: 1.00; else 0", "1.00 points need under 10%, at most 19 “hồ sơ”, 11 fewer")]
    [InlineData("tỷ lệ; sàn=50; trần=95", "2", "1.64", "41", "50", "kiến nghị", "41/50 kiến nghị (82,00%)", "tỷ lệ đạt × 2,00; dưới 50%: 0; từ 95%: 2,00", "cứ thêm 1 điểm phần trăm được 0,02 điểm; đạt tối đa cần 95%, tức 48 kiến nghị, thêm 7",
        "41/50 “kiến nghị” (82.00%)", "share achieved × 2.00; below 50%: 0; from 95%: 2.00", "each percentage point gives 0.02 points; full marks need 95%, that is 48 “kiến nghị”, 7 more")]
    [InlineData("đếm: 0,25", "1", "0.5", "2", null, "tin, bài", "2 tin, bài", "0,25 điểm mỗi tin, bài, tối đa 1,00", "thêm 1 tin, bài được 0,75 điểm", "2 “tin, bài”", "0.25 points for each “tin, bài”, at most 1.00", "1 more “tin, bài” would give 0.75 points")]
    [InlineData("trừ: 0,5", "2", "1.5", "1", null, null, "1", "2,00 trừ 0,5 mỗi trường hợp", "bớt 1 trường hợp được 2,00 điểm", "1", "2.00 less 0.5 for each case", "1 fewer would give 2.00 points")]
    [InlineData("điều tra", "14", "11.06", "237", "300", "người", "237/300 người (79,00%)", "tỷ lệ hài lòng × 14,00", "cứ thêm 1 điểm phần trăm được 0,14 điểm", "237/300 “người” (79.00%)", "share satisfied × 14.00", "each percentage point gives 0.14 points")]
    [InlineData("điều tra: Likert 5", "8", "6.1", "4.05", null, null, "4,05", "(điểm trung bình − 1) ÷ 4 × 8,00, thang 5", "cứ thêm 0,1 trên thang 5 được 0,2 điểm", "4.05", "(mean − 1) ÷ 4 × 8.00, on a scale of 5", "each 0.1 on the scale of 5 gives 0.2 points")]
    [InlineData("mức: Đúng hạn=1; Chậm=0,5; Không=0", "1", "0", null, null, null, null, "Đúng hạn: 1; Chậm: 0,5; Không: 0", "“Chậm” được 0,50 điểm", null, "Đúng hạn: 1; Chậm: 0.5; Không: 0", "“Chậm” would give 0.50 points")]
    public void Reason_SaysFiguresRuleAndStep(string rule, string max, string points, string? achieved, string? required, string? noun, string? figures, string words, string step, string? figuresEn, string wordsEn, string stepEn)
    {
        var reason = LeafReason.Of(Line(rule, Figure(max)!.Value, Figure(points)!.Value, Figure(achieved), Figure(required), noun));

        Assert.Equal((figures, words, step), Said(Language.Vietnamese, reason));
        Assert.Equal((figuresEn, wordsEn, stepEn), Said(Language.English, reason));
    }

    [Fact]
    public void Penalty_SaysWhatWouldStillBeTakenOff()
    {
        var reason = LeafReason.Of(Line("đếm: 0,5", 3, 1, 2, null, "vi phạm", Component.Penalty));

        Assert.Equal(("2 vi phạm", "trừ 0,5 mỗi vi phạm, tối đa 3,00", "bớt 1 vi phạm chỉ còn trừ 0,50 điểm"), Said(Language.Vietnamese, reason));
    }

    private static (string? Figures, string Rule, string Step) Said(Language language, LeafReason reason)
    {
        var texts = PublicTexts.Of(language).Reason;
        return (Plain(texts.FiguresOf(reason)), Plain(texts.RuleOf(reason.Rule, reason.Line.Criterion))!, Plain(texts.StepOf(reason.Next!, reason.Line))!);
    }

    private static decimal? Figure(string? figure) => figure is null ? null : decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Without the signs that mark Vietnamese words.</summary>
    private static string? Plain(string? text) => text?.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);

    private static ScorecardLine Line(string rule, decimal max, decimal points, decimal? achieved, decimal? required, string? noun, Component component = Component.Appraisal) => new(
        new() { Position = 0, Depth = 2, Code = "1.1", Name = "Tiêu chí 1.1", MaxScore = max, Component = component, IsLeaf = true, Rule = LeafRule.Parse(rule).ToJson(), FigureNoun = noun },
        new() { Position = 0, CriterionCode = "1.1", Points = points, Achieved = achieved, Required = required })
    {
        IsInScale = component != Component.Penalty,
        Points = points,
        Most = max,
    };
}
