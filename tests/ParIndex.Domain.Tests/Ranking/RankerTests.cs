using ParIndex.Domain.Ranking;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Ranking;

public sealed class RankerTests
{
    private static readonly UnitTotals[] WithATie = [Totals.Of("c", 80), Totals.Of("a", 90), Totals.Of("d", 70), Totals.Of("b", 80)];

    [Fact]
    public void Rank_AfterTie_SkipsTheNextPlace() => Assert.Equal([2, 1, 4, 2], Places(RankNumbering.Competition, WithATie));

    [Fact]
    public void Rank_Dense_SkipsNothing() => Assert.Equal([2, 1, 3, 2], Places(RankNumbering.Dense, WithATie));

    [Fact]
    public void Rank_Sequence_SharesNothingAndKeepsTheOrderOfEquals() => Assert.Equal([2, 1, 4, 3], Places(RankNumbering.Sequence, WithATie));

    [Theory]
    [InlineData(RankNumbering.Competition, true)]
    [InlineData(RankNumbering.Dense, true)]
    [InlineData(RankNumbering.Sequence, false)]
    public void IsTied_SaysWhetherThePlaceIsShared(RankNumbering numbering, bool tied) => Assert.Equal(
        [tied, false, false, tied],
        Rank(new(RankingScope.OneList, numbering), WithATie).Select(result => result.IsTied));

    [Fact]
    public void Rank_EqualSharesOfDifferentScales_AreTied() =>
        Assert.Equal([1, 1], Places(RankNumbering.Competition, Totals.Of("a", 49, 98), Totals.Of("b", 39.25m, 78.5m)));

    [Fact]
    public void Rank_IndicesThatRoundAlike_AreToldApart() =>
        Assert.Equal([2, 1], Places(RankNumbering.Competition, Totals.Of("a", 83.950m, 98), Totals.Of("b", 83.951m, 98)));

    [Fact]
    public void Rank_ProvisionalUnit_TakesNoPlaceAndLeavesNoGap()
    {
        var results = Rank(RankingPolicy.Default, Totals.Of("a", 90) with { NotYetScored = 1 }, Totals.Of("b", 80));

        Assert.Equal([null, 1], results.Select(result => result.Rank));
        Assert.Equal([1, 1], results.Select(result => result.RankedUnits));
    }

    [Fact]
    public void Rank_AssessedButNotRankedUnit_TakesNoPlaceAndKeepsItsIndex()
    {
        var results = Rank(RankingPolicy.Default, Totals.Of("a", 90) with { IsRanked = false }, Totals.Of("b", 80));

        Assert.Equal([null, 1], results.Select(result => result.Rank));
        Assert.Equal(90, results[0].Index);
    }

    [Fact]
    public void Rank_UnitWithoutIndex_TakesNoPlace() =>
        Assert.Equal([null, 1], Rank(RankingPolicy.Default, Totals.Of("a", 90) with { Scale = null }, Totals.Of("b", 80)).Select(result => result.Rank));

    [Fact]
    public void Rank_WhereNoScaleIsKnown_ThePrintedIndexDecides() => Assert.Equal(
        [2, 1, 3],
        Places(RankNumbering.Competition, Totals.Of("a", 80), Totals.Of("b", 60) with { Scale = null, PrintedIndex = 85 }, Totals.Of("c", 75)));

    [Fact]
    public void Rank_WhereTheScaleIsKnown_ThePrintedIndexDoesNotDecide() =>
        Assert.Equal([1, 2], Places(RankNumbering.Competition, Totals.Of("a", 80) with { PrintedIndex = 10 }, Totals.Of("b", 75) with { PrintedIndex = 99 }));

    [Fact]
    public void Lists_BySpecialCase_AreRankedApartByTheMarkAndNotByTheScale()
    {
        var results = Rank(
            new(RankingScope.BySpecialCase, RankNumbering.Competition),
            Totals.Of("a", 90, 98), Totals.Of("b", 76, 80) with { IsSpecialCase = true }, Totals.Of("c", 50, 80), Totals.Of("d", 60, 80) with { IsSpecialCase = true });

        Assert.Equal(
            [(RankingPolicy.OrdinaryList, 1, 2), (RankingPolicy.SpecialCaseList, 1, 2), (RankingPolicy.OrdinaryList, 2, 2), (RankingPolicy.SpecialCaseList, 2, 2)],
            results.Select(result => (result.RankingList!, result.Rank!.Value, result.RankedUnits)));
    }

    [Fact]
    public void Lists_ByHeading_AreRankedApart()
    {
        var results = Rank(
            new(RankingScope.ByHeading, RankNumbering.Competition),
            Totals.Of("a", 80) with { Heading = "I" }, Totals.Of("b", 90) with { Heading = "II" }, Totals.Of("c", 85) with { Heading = "II" });

        Assert.Equal([("I", 1), ("II", 1), ("II", 2)], results.Select(result => (result.RankingList!, result.Rank!.Value)));
    }

    [Fact]
    public void OneList_HasNoName() => Assert.All(Rank(RankingPolicy.Default, WithATie), result => Assert.Null(result.RankingList));

    [Fact]
    public void Rank_OfNullOrWithoutPolicy_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("results", () => IndexCalculator.Rank(null!, RankingPolicy.Default));
        Assert.Throws<ArgumentNullException>("policy", () => IndexCalculator.Rank([], null!));
    }

    [Fact]
    public void Rank_NoUnits_IsNoResult() => Assert.Empty(Rank(RankingPolicy.Default));

    [Fact]
    public void Competition_IsOneMoreThanTheUnitsAbove() => Law.Holds(Cases.Groups, totals =>
    {
        var results = Rank(RankingPolicy.Default, totals);
        return results.All(result => result.Rank == 1 + results.Count(other => other.Exact > result.Exact));
    });

    [Fact]
    public void Dense_IsOneMoreThanTheDifferentIndicesAbove() => Law.Holds(Cases.Groups, totals =>
    {
        var results = Rank(new(RankingScope.OneList, RankNumbering.Dense), totals);
        return results.All(result => result.Rank == 1 + results.Select(other => other.Exact!.Value.Value).Distinct().Count(value => value > result.Exact!.Value.Value));
    });

    [Fact]
    public void Sequence_UsesEveryNumberOnceFromBestToWorst() => Law.Holds(Cases.Groups, totals =>
    {
        var byPlace = Rank(new(RankingScope.OneList, RankNumbering.Sequence), totals).OrderBy(result => result.Rank).ToList();
        return byPlace.Select(result => result.Rank!.Value).SequenceEqual(Enumerable.Range(1, totals.Length))
            && byPlace.Zip(byPlace.Skip(1)).All(pair => pair.First.Exact >= pair.Second.Exact);
    });

    [Fact]
    public void Tied_IsExactlyTheUnitsThatShareTheirPlace() => Law.Holds(Cases.Groups, totals =>
    {
        var results = Rank(RankingPolicy.Default, totals);
        return results.All(result => result.IsTied == results.Count(other => other.Rank == result.Rank) > 1);
    });

    private static IReadOnlyList<IndexResult> Rank(RankingPolicy policy, params UnitTotals[] totals) =>
        IndexCalculator.Calculate(totals, new() { Ranking = policy });

    private static IEnumerable<int> Places(RankNumbering numbering, params UnitTotals[] totals) =>
        Rank(new(RankingScope.OneList, numbering), totals).Select(result => result.Rank!.Value);
}
