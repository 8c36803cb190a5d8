using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Scoring;

public sealed class ScoreSheetTests
{
    private readonly CriteriaSet _set = new(2024, "so-nganh", "Bộ tiêu chí 2024");

    public ScoreSheetTests()
    {
        var field = _set.Add("1", "Chỉ đạo, điều hành", 5);
        _set.Add("1.1", "Kế hoạch", 2, parent: field);
        _set.Add("1.2", "Kiểm tra", 3, parent: field);
        _set.Add("2", "Điều tra xã hội học", 1.5m, Component.Survey);
        _set.Add("B", "Điểm cộng", 2, Component.Bonus);
        _set.Add("P", "Điểm trừ", 4, Component.Penalty);
    }

    [Fact]
    public void States_OfZero_NotApplicableAndNotYetScored_AreThree()
    {
        var sheet = Sheet(exempt: ["1.2"], ("1.1", 0));

        Assert.Equal(new LeafState.Scored(0), sheet.Lines[0].State);
        Assert.Equal(new LeafState.NotApplicable("Không có nhiệm vụ"), sheet.Lines[1].State);
        Assert.Equal(new LeafState.NotYetScored(), sheet.Lines[2].State);
    }

    [Fact]
    public void Scale_IsTheSumOfTheMaximaThatApply() => Assert.Equal(6.5m, Sheet([]).Scale);

    [Fact]
    public void Scale_WithAnExemption_IsSmaller() => Assert.Equal(3.5m, Sheet(exempt: ["1.2"]).Scale);

    [Fact]
    public void Scale_WithAScoreOfZero_IsNotSmaller() => Assert.Equal(6.5m, Sheet([], ("1.2", 0)).Scale);

    [Fact]
    public void Scale_DoesNotContainBonusAndPenalty() => Assert.Equal(6.5m, Sheet([], ("B", 2), ("P", 4)).Scale);

    [Fact]
    public void Scale_WithEveryLeafExempted_IsNone() => Assert.Null(Sheet(exempt: ["1.1", "1.2", "2"]).Totals("a").Scale);

    [Fact]
    public void ScaleOfTotals_IsDerived() => Assert.Equal(new Scale(6.5m, ScaleSource.Derived), Sheet([]).Totals("a").Scale);

    [Fact]
    public void ScoreOfAnExemptedLeaf_CountsForNothing() =>
        Assert.Equal(["1.1"], Sheet(exempt: ["1.2"], ("1.1", 1), ("1.2", 3)).Totals("a").Addends.Select(addend => addend.Source));

    [Fact]
    public void NotYetScored_CountsLeavesOfTheScaleOnly() => Assert.Equal(2, Sheet([], ("1.1", 1)).NotYetScored);

    [Fact]
    public void NotYetScored_DoesNotCountExemptedLeaves() => Assert.Equal(1, Sheet(exempt: ["1.2"], ("1.1", 1)).NotYetScored);

    [Fact]
    public void Totals_KeepTheComponentsApart()
    {
        var totals = Sheet([], ("1.1", 1), ("1.2", 2), ("2", 1.25m), ("B", 1), ("P", 0.5m)).Totals("a");

        Assert.Equal((3m, 1.25m, 1m, 0.5m), (totals.AppraisalScore, totals.SurveyScore, totals.Bonus, totals.Penalty));
    }

    [Fact]
    public void Totals_OfAComponentWithoutScore_AreAbsentAndNotZero() => Assert.Null(Sheet([], ("1.1", 1)).Totals("a").SurveyScore);

    [Fact]
    public void Totals_CarryTheMarksOfTheParticipant()
    {
        var totals = Sheet([]).Totals("so-ngoai-vu", isSpecialCase: true, heading: "Đặc thù", isRanked: false);

        Assert.Equal(("so-ngoai-vu", true, "Đặc thù", false), (totals.UnitCode, totals.IsSpecialCase, totals.Heading, totals.IsRanked));
    }

    [Fact]
    public void UnitWithLeavesToScore_IsProvisional() =>
        Assert.True(IndexCalculator.Calculate(Sheet([], ("1.1", 1)).Totals("a"), new()).IsProvisional);

    [Fact]
    public void UnitWithBonusToScore_IsNotProvisional() =>
        Assert.False(IndexCalculator.Calculate(Sheet([], ("1.1", 1), ("1.2", 0), ("2", 1)).Totals("a"), new()).IsProvisional);

    [Theory]
    [InlineData("1")]
    [InlineData("9.9")]
    public void ScoreOfWhatIsNoLeaf_IsRefusedByItsCode(string code) =>
        Assert.Contains($"“{code}”", Assert.Throws<ArgumentException>(() => Sheet([], (code, 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void ExemptionOfWhatIsNoLeaf_IsRefused() => Assert.Throws<ArgumentException>(() => Sheet(exempt: ["1"]));

    [Fact]
    public void ScoreAtTheMaximum_IsTaken() => Assert.Equal(1.5m, Sheet([], ("2", 1.5m)).Totals("a").SurveyScore);

    [Fact]
    public void NegativeScore_IsRefused() => Assert.Throws<ArgumentException>(() => Sheet([], ("2", -0.01m)));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void ScoreAboveTheMaximum_IsRefusedInVietnameseWriting(string culture)
    {
        using var _ = new InCulture(culture);

        var refusal = Assert.Throws<ArgumentException>(() => Sheet([], ("2", 1.51m)));

        Assert.Equal("Điểm của tiêu chí 2 phải từ 0 đến 1,5.", refusal.Message);
    }

    private ScoreSheet Sheet(string[] exempt, params (string Code, decimal Points)[] scores) =>
        new(_set, exempt.ToDictionary(code => code, _ => "Không có nhiệm vụ"), scores.ToDictionary());
}
