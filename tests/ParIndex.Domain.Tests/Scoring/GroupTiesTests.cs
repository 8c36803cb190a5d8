using ParIndex.Domain.Ranking;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Scoring;

/// <summary>The council's order among units of the same index, and the place in the whole group beside the one in a list.</summary>
public sealed class GroupTiesTests
{
    private static readonly DateTime At = new(2026, 12, 5, 2, 0, 0, DateTimeKind.Utc);

    private static readonly UnitTotals[] Four = [Totals.Of("a", 80), Totals.Of("b", 40, 50), Totals.Of("c", 90), Totals.Of("d", 70)];

    [Theory]
    [InlineData(RankNumbering.Competition)]
    [InlineData(RankNumbering.Dense)]
    [InlineData(RankNumbering.Sequence)]
    public void Decided_StandInThatOrder_AndShareNoPlace(RankNumbering numbering)
    {
        var results = Rank(new(RankingScope.OneList, numbering), [Decision("b", "a")], Four);

        Assert.Equal([3, 2, 1, 4], results.Select(result => result.Rank!.Value));
        Assert.All(results, result => Assert.False(result.IsTied));
        Assert.Equal(["Cùng chỉ số với đơn vị khác, thứ tự do Hội đồng thẩm định quyết định: Biên bản số 12/BB-HĐTĐ ngày 4/12/2026"], results.Select(result => result.RankReason).OfType<string>().Distinct());
        Assert.Equal([true, true, false, false], results.Select(result => result.RankReason is not null));
    }

    [Fact]
    public void WithoutADecision_TheySharePlace_AndNothingIsSaid() =>
        Assert.Equal([(2, true, null), (2, true, null), (1, false, null), (4, false, null)], Rank(RankingPolicy.Default, [], Four).Select(result => (result.Rank!.Value, result.IsTied, result.RankReason)));

    [Fact]
    public void Decision_OfUnitsWhosePointsChanged_IsNotApplied_AndVoid()
    {
        UnitTotals[] changed = [Totals.Of("a", 80), Totals.Of("b", 40.01m, 50), Totals.Of("c", 90), Totals.Of("d", 80)];
        var rules = new GroupRules { TieDecisions = [Decision("b", "a")] };
        var results = IndexCalculator.Calculate(changed, rules);

        Assert.Equal([(3, true), (2, false), (1, false), (3, true)], results.Select(result => (result.Rank!.Value, result.IsTied)));
        Assert.All(results, result => Assert.Null(result.RankReason));
        var ties = GroupTies.Among(results, rules);
        Assert.Equal(["a", "d"], Assert.Single(ties.Of).Units);
        Assert.Equal(rules.TieDecisions, ties.Void);
    }

    [Fact]
    public void Decision_OfTwoOfThree_IsNotApplied()
    {
        UnitTotals[] three = [Totals.Of("a", 80), Totals.Of("b", 80), Totals.Of("c", 80)];
        var rules = new GroupRules { TieDecisions = [Decision("b", "a")] };
        var results = IndexCalculator.Calculate(three, rules);

        Assert.Equal([1, 1, 1], results.Select(result => result.Rank!.Value));
        Assert.Single(GroupTies.Among(results, rules).Void);
    }

    [Fact]
    public void Decision_OfAUnitThatTakesNoPlace_IsNotApplied() =>
        Assert.Equal([1, null], Rank(RankingPolicy.Default, [Decision("b", "a")], Totals.Of("a", 80), Totals.Of("b", 80) with { IsRanked = false }).Select(result => result.Rank));

    [Fact]
    public void LaterDecision_OfTheSameUnits_GoesBefore() =>
        Assert.Equal([1, 2], Rank(RankingPolicy.Default, [Decision("b", "a"), Decision("a", "b")], Totals.Of("a", 80), Totals.Of("b", 80)).Select(result => result.Rank!.Value));

    [Fact]
    public void WholePlace_StandsBesideTheListOnlyWhereThePolicySaysSo()
    {
        UnitTotals[] totals = [Totals.Of("a", 80) with { Heading = "I" }, Totals.Of("b", 90) with { Heading = "II" }, Totals.Of("c", 80) with { Heading = "II" }, Totals.Of("d", 60) with { Heading = "II", IsRanked = false }];

        Assert.Equal([(1, 2), (1, 1), (2, 2), (null, null)], Rank(new(RankingScope.ByHeading, RankNumbering.Competition, WithWholePlace: true), [], totals).Select(result => (result.Rank, result.WholeRank)));
        Assert.All(Rank(new(RankingScope.ByHeading, RankNumbering.Competition), [], totals), result => Assert.Null(result.WholeRank));
        Assert.All(Rank(new(RankingScope.OneList, RankNumbering.Competition, WithWholePlace: true), [], totals), result => Assert.Null(result.WholeRank));
    }

    [Fact]
    public void Decision_OfAllOfTheWholeGroup_OrdersEveryListToo()
    {
        UnitTotals[] totals = [Totals.Of("a", 80) with { Heading = "I" }, Totals.Of("b", 80) with { Heading = "I" }, Totals.Of("c", 80) with { Heading = "II" }];
        var policy = new RankingPolicy(RankingScope.ByHeading, RankNumbering.Competition, WithWholePlace: true);

        Assert.Equal([(2, 3), (1, 1), (1, 2)], Rank(policy, [Decision("b", "c", "a")], totals).Select(result => (result.Rank!.Value, result.WholeRank!.Value)));
        // Of two in one list it says nothing about the third.
        Assert.Equal([(2, 1), (1, 1), (1, 1)], Rank(policy, [Decision("b", "a")], totals).Select(result => (result.Rank!.Value, result.WholeRank!.Value)));
        Assert.Equal(["a b", "a b c"], GroupTies.Among(Rank(policy, [], totals), new() { Ranking = policy }).Of.Select(tie => string.Join(' ', tie.Units)));
    }

    [Fact]
    public void Decision_DoesNotMoveAnybodyElse() => Law.Holds(Cases.Groups, totals =>
    {
        var plain = Rank(RankingPolicy.Default, [], totals);
        var tie = plain.Where(result => result.IsTied).GroupBy(result => result.Rank).FirstOrDefault()?.Select(result => result.Totals.UnitCode).ToArray();
        var decided = tie is null ? plain : Rank(RankingPolicy.Default, [Decision(tie)], totals);
        return plain.Zip(decided).All(pair => tie?.Contains(pair.First.Totals.UnitCode) == true || (pair.First.Rank, pair.First.IsTied) == (pair.Second.Rank, pair.Second.IsTied))
            && (tie is null || tie.Select(code => decided.Single(result => result.Totals.UnitCode == code).Rank!.Value).SequenceEqual(Enumerable.Range(plain.First(result => result.IsTied && result.Totals.UnitCode == tie[0]).Rank!.Value, tie.Length)));
    });

    [Theory]
    [InlineData("a")]
    [InlineData("a", "a")]
    public void Decision_OfFewerThanTwoUnits_IsNone(params string[] units) => Assert.Throws<ArgumentException>("units", () => Decision(units));

    private static TieDecision Decision(params string[] units) => new(units, " Biên bản  số 12/BB-HĐTĐ ", new(2026, 12, 4), Guid.Empty, At);

    private static IReadOnlyList<IndexResult> Rank(RankingPolicy policy, IReadOnlyList<TieDecision> decisions, params UnitTotals[] totals) =>
        IndexCalculator.Calculate(totals, new() { Ranking = policy, TieDecisions = decisions });
}
