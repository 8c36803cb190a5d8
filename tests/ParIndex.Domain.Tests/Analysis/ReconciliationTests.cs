using FsCheck.Fluent;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class ReconciliationTests
{
    private const decimal HalfUnit = 0.005m;

    public static TheoryData<decimal, Consistency> PrintedIndices { get; } = new()
    {
        { 67.82m, Consistency.Exact },
        { 67.81m, Consistency.WithinRounding },
        { 67.83m, Consistency.Inconsistent },
        { 67.80m, Consistency.Inconsistent },
        { 76.81m, Consistency.Inconsistent },
    };

    [Theory]
    [MemberData(nameof(PrintedIndices))]
    public void Consistency_Of66Comma46On98_DependsOnThePrintedIndex(decimal printed, Consistency consistency) =>
        Assert.Equal(consistency, Reconcile(Printed(66.46m, 98), printed).Consistency);

    [Fact]
    public void Intervals_AreThoseOfTheRoundedTotal()
    {
        var row = Reconcile(Printed(66.46m, 98), 67.81m);

        Assert.Equal((67.8112m, 67.8214m), (Rounding.HalfAwayFromZero(row.IndexInterval!.Value.Low, 4), Rounding.HalfAwayFromZero(row.IndexInterval.Value.High, 4)));
        Assert.Equal(new Interval(67.805m, 67.815m), row.PublishedInterval);
    }

    [Fact]
    public void Consistency_OfATotalThatWasNotRounded_LeavesNoRoomForRounding() =>
        Assert.Equal(Consistency.Inconsistent, Reconcile(Printed(66.46m, 98) with { Uncertainty = 0 }, 67.81m).Consistency);

    [Fact]
    public void Consistency_WithoutScale_IsUnknown() =>
        Assert.Null(Reconcile(Printed(66.46m, 98) with { Scale = null }, 67.81m).Consistency);

    [Fact]
    public void Consistency_WithoutPrintedIndex_IsUnknown() => Assert.Null(Reconcile(Printed(66.46m, 98), printed: null).Consistency);

    [Fact]
    public void Consistency_OfAnIndexPrintedWithOneDecimal_IsJudgedAtOneDecimal()
    {
        var computed = IndexCalculator.Calculate(Printed(66.46m, 98), new());

        Assert.Equal(Consistency.Exact, Reconciliation.Reconcile(computed, new(67.8m, 1, Rating: null), ratings: null, HalfUnit).Consistency);
    }

    [Fact]
    public void Consistency_OfAnIndexAbove100WhereNoneMayBe_IsInconsistent() =>
        Assert.Equal(Consistency.Inconsistent, Reconcile(Printed(99.96m, 98), 102.00m).Consistency);

    [Fact]
    public void Consistency_OfAnIndexHeldAt100_IsExact() =>
        Assert.Equal((Consistency.Exact, new Interval(100, 100)), (Reconcile(Printed(99.96m, 98), 100.00m).Consistency, Reconcile(Printed(99.96m, 98), 100.00m).IndexInterval));

    public static TheoryData<decimal, decimal> RoundedAbove100 { get; } = new() { { 99.97m, 102.02m }, { 98m, 100.01m } };

    [Theory]
    [MemberData(nameof(RoundedAbove100))]
    public void Consistency_WhereTheIndexMayPass100_IsJudgedThereToo(decimal total, decimal printed)
    {
        var computed = IndexCalculator.Calculate(Printed(total, 98), new() { IndexMayExceed100 = true });

        Assert.Equal(Consistency.WithinRounding, Reconciliation.Reconcile(computed, new(printed, 2, Rating: null), ratings: null, HalfUnit).Consistency);
    }

    [Fact]
    public void Classification_AgreesWithTryingEveryTotal() => Law.Holds(
        from scale in Cases.Scale
        from total in Cases.Hundredths(1, 59)
        from off in Gen.Choose(-3, 3)
        select (scale, total, index: Rounding.HalfAwayFromZero(100 * total / scale, 2) + (off / 100m)),
        it => Reconcile(Printed(it.total, it.scale), it.index).Consistency == ByTryingEveryTotal(it.total, it.scale, it.index),
        tests: 200);

    [Fact]
    public void PrintedAndComputed_AreBothKept()
    {
        var row = Reconcile(Printed(66.46m, 98), 76.81m);

        Assert.Equal((67.82m, 76.81m), (row.Computed.Index, row.Published.Index));
    }

    public static TheoryData<decimal, bool> TotalsOfTwoParts { get; } = new()
    {
        { 66.46m, true }, { 66.47m, true }, { 66.45m, true }, { 66.475m, false }, { 66.48m, false }, { 66.44m, false }, { 64.66m, false },
    };

    [Theory]
    [MemberData(nameof(TotalsOfTwoParts))]
    public void PartsAddUp_AllowsForTheRoundingOfThreeFigures(decimal total, bool addUp)
    {
        var totals = Printed(total, 98) with { Addends = [new("1", Component.Appraisal, 46.19m), new("2", Component.Survey, 20.27m)] };

        Assert.Equal(addUp, Reconcile(totals, printed: null).PartsAddUp);
    }

    [Fact]
    public void PartsAddUp_WithoutParts_IsUnknown() => Assert.Null(Reconcile(Printed(66.46m, 98), printed: null).PartsAddUp);

    [Fact]
    public void PartsAddUp_TakesOffThePenalty()
    {
        var totals = Totals.Of("a", 80, bonus: 2, penalty: 1.5m) with { PrintedTotal = 80.5m };

        Assert.True(Reconcile(totals, printed: null).PartsAddUp);
    }

    [Fact]
    public void PartsAddUp_CountsBonusAndPenaltyUpToTheirCeilings()
    {
        var computed = IndexCalculator.Calculate(
            Totals.Of("a", 80, bonus: 5, penalty: 4) with { PrintedTotal = 82 }, new() { BonusCeiling = 3, PenaltyCeiling = 1 });

        Assert.True(Reconciliation.Reconcile(computed, new(null, 2, null), ratings: null, HalfUnit).PartsAddUp);
    }

    [Theory]
    [InlineData("Khá", true)]
    [InlineData("KHÁ", true)]
    [InlineData("Tốt", false)]
    [InlineData("Đạt", false)]
    public void RatingFollows_ComparesThePrintedRatingWithThePrintedIndex(string rating, bool follows)
    {
        var computed = IndexCalculator.Calculate(Printed(66.46m, 98), new());

        var row = Reconciliation.Reconcile(computed, new(79.99m, 2, rating), RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"), HalfUnit);

        Assert.Equal(follows, row.RatingFollows);
    }

    [Fact]
    public void RatingFollows_WithoutBands_IsUnknown()
    {
        var computed = IndexCalculator.Calculate(Printed(66.46m, 98), new());

        Assert.Null(Reconciliation.Reconcile(computed, new(79.99m, 2, "Khá"), ratings: null, HalfUnit).RatingFollows);
    }

    private static UnitTotals Printed(decimal total, decimal scale) => new()
    {
        UnitCode = "a",
        Addends = [],
        PrintedTotal = total,
        Uncertainty = HalfUnit,
        Scale = new(scale, ScaleSource.Printed),
    };

    private static ReconciledRow Reconcile(UnitTotals totals, decimal? printed) =>
        Reconciliation.Reconcile(IndexCalculator.Calculate(totals, new()), new(printed, 2, Rating: null), ratings: null, HalfUnit);

    /// <summary>
    /// Every total of a grid so fine that no end of an interval falls between its points: ends are multiples of
    /// 0,005 points and of 0,005 % of a quarter point.
    /// </summary>
    private static Consistency ByTryingEveryTotal(decimal total, decimal scale, decimal index)
    {
        const decimal step = 0.0000125m;
        if (Rounding.HalfAwayFromZero(100 * total / scale, 2) == index)
        {
            return Consistency.Exact;
        }

        for (var tried = total - HalfUnit; tried < total + HalfUnit; tried += step)
        {
            if (Rounding.HalfAwayFromZero(100 * tried / scale, 2) == index)
            {
                return Consistency.WithinRounding;
            }
        }

        return Consistency.Inconsistent;
    }
}
