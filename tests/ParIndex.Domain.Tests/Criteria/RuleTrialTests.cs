using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Tests.Criteria;

/// <summary>A rule tried with figures says what the rule gives, at the places where it could be misunderstood.</summary>
public sealed class RuleTrialTests
{
    /// <summary>On a leaf of 2 points, worked out by hand; “–” is by hand.</summary>
    [Theory]
    [InlineData("tỷ lệ", "100/100=2 50/100=1 0/0=–")]
    [InlineData("tỷ lệ; sàn=70", "100/100=2 85/100=1,7 70/100=1,4 69/100=0 0/0=–")]
    [InlineData("tỷ lệ; chuẩn=60; không phát sinh=đủ điểm", "60/100=2 30/100=1 0/0=2")]
    [InlineData("tỷ lệ; trần=97,5", "975/1000=2 48/100=0,96 0/0=–")]
    [InlineData("bậc: 90=2; >70=1; không phát sinh=0", "90/100=2 71/100=1 70/100=0 69/100=0 0/0=0")]
    [InlineData("bậc: <5=2; ≤10=1", "4/100=2 5/100=1 10/100=1 11/100=0 0/0=–")]
    [InlineData("trọng số: đúng hạn=1; trễ hạn=0,5", "100+0/100=2 0+100/100=1 0/0=–")]
    [InlineData("đếm: 0,75", "0=0 1=0,75 3=2")]
    [InlineData("trừ: 0,5", "0=2 1=1,5 4=0")]
    [InlineData("trực tiếp", "")]
    [InlineData("mức: Có=2; Không=0", "")]
    [InlineData("cộng dồn: Trực tuyến=1; Trực tiếp=1", "")]
    [InlineData("điều tra", "")]
    public void Telling_TriesEachLimit_AndNothing(string rule, string expected) =>
        Assert.Equal(expected, string.Join(' ', RuleTrial.Telling(Leaf(rule)).Select(Text)));

    [Fact]
    public void Telling_OnAPenalty_SaysWhatIsTakenOff() =>
        Assert.Equal(["0=0", "1=0,5", "4=2"], RuleTrial.Telling(Leaf("trừ: 0,5") with { Component = Component.Penalty }).Select(Text));

    [Theory]
    [InlineData("tỷ lệ; sàn=70", "40/44", "40/44=1,8182")]
    [InlineData("tỷ lệ; sàn=70", " 30 / 44 ", "30/44=0")]
    [InlineData("tỷ lệ", "1.611/2.000", "1.611/2.000=1,611")]
    [InlineData("tỷ lệ", "44", null)]
    [InlineData("tỷ lệ", "40/44/50", null)]
    [InlineData("tỷ lệ", "40/", null)]
    [InlineData("tỷ lệ", "bốn mươi/44", null)]
    [InlineData("tỷ lệ", "-1/44", null)]
    [InlineData("tỷ lệ", "4,5/44", null)]
    [InlineData("tỷ lệ", "", null)]
    [InlineData("trọng số: đúng hạn=1; trễ hạn=0,5", "45+3/50", "45+3/50=1,86")]
    [InlineData("trọng số: đúng hạn=1; trễ hạn=0,5", "45/50", null)]
    [InlineData("đếm: 0,75", "2", "2=1,5")]
    [InlineData("đếm: 0,75", "2/3", null)]
    [InlineData("mức: Có=2; Không=0", "1", null)]
    [InlineData("điều tra", "4/5", null)]
    public void Of_TypedFigures_GivesTheirPoints_OrNothing(string rule, string figures, string? expected) =>
        Assert.Equal(expected, RuleTrial.Of(Leaf(rule), figures) is { } trial ? Text(trial) : null);

    [Fact]
    public void Of_MeasuredFigures_TakesTheirDecimals() =>
        Assert.Equal("87,5/100=1,75", Text(RuleTrial.Of(Leaf("tỷ lệ") with { FigureDecimals = 1 }, "87,5/100")!));

    private static CriterionContent Leaf(string rule) => new("1.1", "Tiêu chí", 2) { Rule = LeafRule.Parse(rule) };

    private static string Text(RuleTrial trial) => $"{trial.Figures}={(trial.Points is { } points ? NumberWriter.VietnameseTrimmed(Rounding.HalfAwayFromZero(points, 4)) : "–")}";
}
