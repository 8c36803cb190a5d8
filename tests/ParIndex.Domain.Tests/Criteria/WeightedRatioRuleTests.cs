using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class WeightedRatioRuleTests
{
    private static readonly WeightedRatioRule Rule = (WeightedRatioRule)LeafRule.Parse("trọng số: đúng hạn=1; trễ hạn=0,5; không phát sinh=đủ điểm");

    private static readonly Criterion Leaf = Of(Rule);

    [Theory]
    [InlineData("45+3", "45+3")]
    [InlineData(" 1.045 + 0 ", "1045+0")]
    [InlineData("45", null)]
    [InlineData("45+3+1", null)]
    [InlineData("45+", null)]
    [InlineData("4,5+3", null)]
    [InlineData("-1+3", null)]
    [InlineData("", null)]
    public void Read_IsOneWholeNumberForEachTerm(string typed, string? kept) => Assert.Equal(kept, Rule.Read(typed));

    [Fact]
    public void Weighed_IsTheSumOfWeightTimesCount_OfWhatIsKept() =>
        Assert.Equal([46.5m, 0m, null, null], new[] { "45+3", "0+0", "45 + 3", "46,5" }.Select(Rule.Weighed));

    /// <summary>48 of 50, three of them late, at two points: (45 + ½·3) ÷ 50 × 2.</summary>
    [Theory]
    [InlineData("45+3", 50, 1.86)]
    [InlineData("50+0", 50, 2)]
    [InlineData("60+3", 50, 2)]
    [InlineData("0+0", 50, 0)]
    [InlineData("0+1", 3, 0.3333)]
    [InlineData("0+0", 0, 2)]
    public void Completed_HasWhatTheCountsCameTo_AndTheirPoints(string counts, int required, double points)
    {
        var answer = (CellAnswer.Blank with { Counts = counts, Required = required }).CompletedBy(Leaf);

        Assert.Equal((Rule.Weighed(counts), (decimal)points, null), (answer.Achieved, answer.Points, answer.Problem(Leaf)));
    }

    [Fact]
    public void OnAPenaltyLeaf_NothingArose_TakesNothingOff() =>
        Assert.Equal(0, (CellAnswer.Blank with { Counts = "0+0", Required = 0 }).CompletedBy(Of(Rule, Component.Penalty)).Points);

    [Fact]
    public void CountsThatAreNone_AndASumWithoutItsCounts_AreRefused()
    {
        Assert.Equal("answer.counts-unclear", (CellAnswer.Blank with { Counts = "46,5", Required = 50 }).Problem(Leaf)?.Code);
        Assert.Equal("answer.counts-unclear", (CellAnswer.Blank with { Achieved = 46.5m, Required = 50 }).Problem(Leaf)?.Code);
        Assert.Equal("answer.counts-unclear", (CellAnswer.Blank with { Counts = "45+3", Required = 50 }).Problem(Of(new RatioRule()))?.Code);
        Assert.Equal("answer.required-missing", (CellAnswer.Blank with { Counts = "45+3" }).CompletedBy(Leaf).Problem(Leaf)?.Code);
    }

    [Theory]
    [InlineData(48.0, null, 50.0, "nhiệm vụ", "48/50 nhiệm vụ")]
    [InlineData(46.5, "45+3", 50.0, "nhiệm vụ", "(45 + 3)/50 nhiệm vụ")]
    [InlineData(87.5, null, null, "điểm", "87,5 điểm")]
    [InlineData(3.0, null, null, null, "3")]
    [InlineData(null, null, 50.0, "nhiệm vụ", null)]
    public void FigureWords_SayTheFiguresWithTheirNoun(double? achieved, string? counts, double? required, string? noun, string? words) =>
        Assert.Equal(words, FigureWords.Of((decimal?)achieved, counts, (decimal?)required, noun));

    private static Criterion Of(LeafRule rule, Component component = Component.Appraisal)
    {
        var set = new CriteriaSet(2026, "so", "Bộ tiêu chí");
        return set.Add(new CriterionContent("1", "Nhiệm vụ được giao", 2) { Rule = rule, Component = component });
    }
}
