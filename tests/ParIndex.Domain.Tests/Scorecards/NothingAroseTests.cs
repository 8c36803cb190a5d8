using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tests.Criteria;

namespace ParIndex.Domain.Tests.Scorecards;

public sealed class NothingAroseTests
{
    private static readonly CellAnswer Nothing = new() { Achieved = 0, Required = 0 };

    [Theory]
    [InlineData("tỷ lệ; không phát sinh=đủ điểm", 2.0, false, true)]
    [InlineData("tỷ lệ; không phát sinh=0", 0.0, false, true)]
    [InlineData("bậc: 90=2; không phát sinh=đề nghị không áp dụng", null, true, true)]
    [InlineData("bậc: 90=2", null, false, false)]
    public void ZeroOfZero_IsWhatTheRuleSays(string rule, double? points, bool proposes, bool given)
    {
        var leaf = RuleTableTests.Leaf(rule);
        var answer = (Nothing with { Note = "Không phát sinh" }).CompletedBy(leaf);

        Assert.Null(answer.Problem(leaf));
        Assert.Equal(((decimal?)points, proposes, given), (answer.Points, answer.ProposesExemption(leaf), answer.IsGiven(leaf)));
    }

    [Fact]
    public void ZeroOfZero_ByHand_KeepsThePointsTyped()
    {
        var leaf = RuleTableTests.Leaf("tỷ lệ");
        var answer = (Nothing with { Points = 1.5m }).CompletedBy(leaf);

        Assert.Null(answer.Problem(leaf));
        Assert.Equal(1.5m, answer.Points);
    }

    [Theory]
    [InlineData("tỷ lệ", 1, "chỉ ghi 0 khi không phát sinh")]
    [InlineData("điều tra", 0, "phải lớn hơn 0")]
    public void ZeroRequired_WithSomethingDone_OrOfASurvey_IsRefused(string rule, int achieved, string said)
    {
        var leaf = RuleTableTests.Leaf(rule);

        Assert.Contains(said, new CellAnswer { Achieved = achieved, Required = 0 }.Problem(leaf)?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void PenaltyWithStatements_TakesNothingOff_WhereNothingHappened()
    {
        var leaf = RuleTableTests.Leaf("mức: Khiển trách=1; Cảnh cáo=2", Component.Penalty);

        Assert.Null(new CellAnswer { Points = 0 }.Problem(leaf));
        Assert.NotNull(new CellAnswer { Points = 0 }.Problem(RuleTableTests.Leaf("mức: Khiển trách=1; Cảnh cáo=2")));
        Assert.NotNull(new CellAnswer { Points = 1.5m }.Problem(leaf));
    }

    [Fact]
    public void StatementsThatAddUp_AreReadAsTheirNumbers()
    {
        var rule = (CumulativeRule)LeafRule.Parse("cộng dồn: A=1; B=0,5; C=1");

        Assert.Equal([5, 5, 0, 7, 1], new[] { "1+3", "3, 1", "0", "1;2;3", "1" }.Select(rule.Read));
        Assert.All(new[] { "", "4", "0+1", "1+1", "a", "-1", "1,5" }, text => Assert.Null(rule.Read(text)));
        Assert.Equal(("1+3", "A; C", "0", "không nội dung nào"), (CumulativeRule.TextOf(5), rule.WordsOf(5), CumulativeRule.TextOf(0), rule.WordsOf(0)));
        Assert.Equal([2, 2], new[] { rule.ChoicesOf(1.5m, 2).Count, rule.ChoicesOf(2, 2).Count });
        Assert.False(rule.Has(8));
    }
}
