using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Criteria;

public sealed class LineageProposalTests
{
    private readonly CriteriaSet _earlier = new(2026, "so-nganh", "Bộ tiêu chí 2026");
    private readonly CriteriaSet _later = new(2027, "so-nganh", "Bộ tiêu chí 2027");

    [Fact]
    public void Criterion_IsContinuedByCodeAndWording()
    {
        var before = Field(_earlier, ("1.1", "Kế hoạch"), ("1.2", "Báo cáo"));
        var after = Field(_later, ("1.1", "Báo cáo"), ("1.2", "Sáng kiến được công nhận"));

        Assert.Equal(["1 ← 1", "1.1 ← 1.2"], Proposed());
        Assert.Equal(before, LineageProposal.Of(_earlier, _later)[after]);
    }

    [Fact]
    public void SameWords_UnderAnotherCode_AreContinued_FromSixTenthsOn()
    {
        Field(_earlier, ("1.1", "một hai ba bốn"), ("1.2", "năm sáu bảy tám"));
        Field(_later, ("1.8", "một hai ba chín"), ("1.9", "năm sáu bảy đủ rồi"));

        // 3 of 5 words, and 3 of 6.
        Assert.Equal(["1 ← 1", "1.8 ← 1.1"], Proposed());
    }

    [Fact]
    public void SameCode_ForSomethingElse_IsNotContinued_BelowThreeTenths()
    {
        Field(_earlier, ("1.1", "một hai ba"), ("1.2", "năm sáu bảy tám"));
        Field(_later, ("1.1", "một hai chín mười"), ("1.2", "năm sáu chín mười cam"));

        // 2 of 5 words, and 2 of 7.
        Assert.Equal(["1 ← 1", "1.1 ← 1.1"], Proposed());
    }

    [Fact]
    public void OfTwoAlike_TheOneOfTheSameCodeIsContinued_AndNoneTwice()
    {
        Field(_earlier, ("1.1", "Kế hoạch năm"), ("1.2", "Kế hoạch năm"));
        Field(_later, ("1.2", "Kế hoạch năm"), ("1.3", "Kế hoạch năm"), ("1.4", "Kế hoạch năm"));

        Assert.Equal(["1 ← 1", "1.2 ← 1.2", "1.3 ← 1.1"], Proposed());
    }

    [Fact]
    public void Wording_WeighsMoreThanTheCode()
    {
        Field(_earlier, ("1.1", "một hai ba bốn"), ("1.2", "một hai chín mười"));
        Field(_later, ("1.1", "một hai chín mười"));

        // 2 of 6 words and the code, against all words.
        Assert.Equal(["1 ← 1", "1.1 ← 1.2"], Proposed());
    }

    [Fact]
    public void Leaf_DoesNotContinueAFieldOfTheSameName()
    {
        Field(_earlier, ("1.1", "Kế hoạch"));
        _later.Add("1", "Lĩnh vực", 1);

        Assert.Empty(Proposed());
    }

    [Theory]
    [InlineData("Kế hoạch", 1, LineageChange.Same)]
    [InlineData("Kế hoạch năm", 1, LineageChange.Reworded)]
    [InlineData("Kế hoạch", 2, LineageChange.MaximumChanged)]
    [InlineData("Kế hoạch năm", 2, LineageChange.MaximumChanged)]
    public void Change_IsOfTheMaximumBeforeTheWording(string name, int max, LineageChange change) =>
        Assert.Equal(change, LineageProposal.Change(new Criterion("1.1", "Kế hoạch", 1), new Criterion("1.1", name, max)));

    [Theory]
    [InlineData(Component.Appraisal, "đếm: 1", true)]
    [InlineData(Component.Bonus, "đếm: 1", false)]
    [InlineData(Component.Appraisal, "trừ: 1", false)]
    public void Comparable_IsTheSameComponentScoredTheSameWay(Component component, string rule, bool comparable) => Assert.Equal(
        comparable,
        LineageProposal.Comparable(
            _earlier.Add(new CriterionContent("1", "Kế hoạch", 2) { Rule = LeafRule.Parse("đếm: 0,5") }),
            _later.Add(new CriterionContent("1", "Kế hoạch", 2) { Rule = LeafRule.Parse(rule), Component = component })));

    private IEnumerable<string> Proposed() => LineageProposal.Of(_earlier, _later).Select(pair => $"{pair.Key.Code} ← {pair.Value.Code}").Order(StringComparer.Ordinal);

    private static Criterion Field(CriteriaSet set, params (string Code, string Name)[] leaves)
    {
        var field = set.Add("1", "Lĩnh vực", leaves.Length);
        leaves.ToList().ForEach(leaf => set.Add(leaf.Code, leaf.Name, 1, parent: field));
        return field;
    }
}
