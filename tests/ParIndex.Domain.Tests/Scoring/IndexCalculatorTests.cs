using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Scoring;

public sealed class IndexCalculatorTests
{
    private static readonly GroupRules Plain = new();

    [Fact]
    public void Index_IsPointsOfTheUnitsOwnScale() =>
        Assert.Equal(82.88m, IndexCalculator.Calculate(Totals.Of("vp", 58.43m, 70.5m), Plain).Index);

    [Fact]
    public void Index_IsRoundedHalfAwayFromZero() =>
        Assert.Equal(82.13m, IndexCalculator.Calculate(Totals.Of("a", 82.125m), Plain).Index);

    [Fact]
    public void Index_TakesThePlacesOfTheGroup() =>
        Assert.Equal(82.9m, IndexCalculator.Calculate(Totals.Of("vp", 58.43m, 70.5m), new() { IndexDecimals = 1 }).Index);

    [Fact]
    public void Index_AddsAppraisalAndSurvey()
    {
        var totals = Totals.Of("a", 62.30m, 98) with { Addends = [new("1", Component.Appraisal, 62.30m), new("2", Component.Survey, 23.37m)] };

        Assert.Equal(87.42m, IndexCalculator.Calculate(totals, Plain).Index);
    }

    [Fact]
    public void Index_WithoutScale_IsUnknown()
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 62.30m) with { Scale = null }, new() { Ratings = RatingScheme.Parse("Đạt=0") });

        Assert.Equal((62.30m, null, null), (result.TotalScore, result.Index, result.Rating));
    }

    [Fact]
    public void Index_WithoutPoints_IsUnknownAndNotZero()
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 0) with { Addends = [] }, Plain);

        Assert.Null(result.TotalScore);
        Assert.Null(result.Index);
    }

    [Fact]
    public void Calculate_WithoutRules_IsRefused() =>
        Assert.Throws<ArgumentNullException>("rules", () => IndexCalculator.Calculate(Totals.Of("a", 1), null!));

    [Fact]
    public void Index_OfZeroPoints_IsZero() => Assert.Equal(0, IndexCalculator.Calculate(Totals.Of("a", 0), Plain).Index);

    [Fact]
    public void PrintedTotal_DecidesOverItsRoundedParts()
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 50.00m) with { PrintedTotal = 50.01m }, Plain);

        Assert.Equal(50.01m, result.Index);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Bonus_CountsUpToItsCeiling(int bonus, int counted)
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 80, bonus: bonus), new() { BonusCeiling = 3 });

        Assert.Equal((counted, 80m + counted), (result.CountedBonus, result.Index));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    public void Penalty_CountsUpToItsCeiling(int penalty, int counted)
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 80, penalty: penalty), new() { PenaltyCeiling = 5 });

        Assert.Equal((counted, 80m - counted), (result.CountedPenalty, result.Index));
    }

    [Fact]
    public void BonusAndPenalty_WithoutCeilings_CountInFull() =>
        Assert.Equal(70, IndexCalculator.Calculate(Totals.Of("a", 80, bonus: 10, penalty: 20), Plain).Index);

    [Fact]
    public void BonusAndPenalty_AreOutsideTheScale() =>
        Assert.Equal(51.02m, IndexCalculator.Calculate(Totals.Of("a", 49, 98, bonus: 2, penalty: 1), Plain).Index);

    [Fact]
    public void Index_ByDefault_DoesNotPass100()
    {
        var result = IndexCalculator.Calculate(Totals.Of("a", 97, 98, bonus: 3), Plain);

        Assert.Equal((100m, 100m), (result.Index, result.TotalScore));
    }

    [Fact]
    public void Index_WhereTheGroupAllowsIt_Passes100() =>
        Assert.Equal(102.04m, IndexCalculator.Calculate(Totals.Of("a", 97, 98, bonus: 3), new() { IndexMayExceed100 = true }).Index);

    [Fact]
    public void Index_WithMorePenaltyThanPoints_IsNotBelowZero() =>
        Assert.Equal(0, IndexCalculator.Calculate(Totals.Of("a", 1, penalty: 5), Plain).Index);

    [Fact]
    public void Rating_ByDefault_IsReadFromTheRoundedIndex() =>
        Assert.Equal("Tốt", IndexCalculator.Calculate(Totals.Of("a", 79.995m), new() { Ratings = RatingScheme.Parse("Tốt=80,Khá=0") }).Rating);

    [Fact]
    public void Rating_WhereTheGroupSaysSo_IsReadFromTheExactIndex() => Assert.Equal(
        "Khá",
        IndexCalculator.Calculate(Totals.Of("a", 79.995m), new() { Ratings = RatingScheme.Parse("Tốt=80,Khá=0"), RateExactIndex = true }).Rating);

    [Fact]
    public void Rating_WithoutBands_IsNotComputed() => Assert.Null(IndexCalculator.Calculate(Totals.Of("a", 79), Plain).Rating);

    [Fact]
    public void Results_ComeInTheOrderOfTheTotals() => Assert.Equal(
        ["b", "a", "c"],
        IndexCalculator.Calculate([Totals.Of("b", 1), Totals.Of("a", 3), Totals.Of("c", 2)], Plain).Select(result => result.Totals.UnitCode));
}
