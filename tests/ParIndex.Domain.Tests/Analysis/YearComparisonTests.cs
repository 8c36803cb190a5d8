using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class YearComparisonTests
{
    private static readonly Guid[] Lineages = [.. Enumerable.Range(1, 8).Select(i => new Guid(i, 0, 0, new byte[8]))];

    /// <summary>A year with some of eight criteria: some comparable, some split in two, each with its score.</summary>
    private static readonly Gen<YearScores> Years =
        from lineages in Gen.Elements(Lineages).NonEmptyListOf()
        from maxima in Gen.Elements(0.5m, 1m, 1.5m, 2m, 3m).ArrayOf(lineages.Count)
        from quarters in Gen.Choose(0, 4).ArrayOf(lineages.Count)
        from comparable in Gen.Elements(true, true, true, false).ArrayOf(lineages.Count)
        from bonus in Cases.Hundredths(-2, 2)
        select new YearScores([.. lineages.Select((lineage, i) => new YearLeaf(lineage, maxima[i], maxima[i] * quarters[i] / 4, comparable[i]))], bonus);

    [Fact]
    public void Terms_AddUpToTheChange() => Law.Holds(Years.Two(), years =>
    {
        var comparison = YearComparison.Between(years.Item1, years.Item2);
        return Near(comparison.Performance + comparison.ScaleAndWeight + comparison.New + comparison.Dropped + comparison.BonusAndPenalty, comparison.Change);
    });

    [Fact]
    public void Terms_OfTheSameYear_AreAllZero() => Law.Holds(Years, year =>
    {
        var same = new YearScores([.. year.Leaves.DistinctBy(leaf => leaf.Lineage).Select(leaf => leaf with { IsComparable = true })], year.BonusMinusPenalty);
        var comparison = YearComparison.Between(same, same);
        return new[] { comparison.Performance, comparison.ScaleAndWeight, comparison.New, comparison.Dropped, comparison.BonusAndPenalty, comparison.Change }.All(term => term == 0)
            && comparison.Coverage == 1;
    });

    [Fact]
    public void Terms_ReadBackwards_ChangeTheirSigns() => Law.Holds(Years.Two(), years =>
    {
        var (forth, back) = (YearComparison.Between(years.Item1, years.Item2), YearComparison.Between(years.Item2, years.Item1));
        return Near(forth.Performance, -back.Performance) && Near(forth.ScaleAndWeight, -back.ScaleAndWeight) && Near(forth.New, -back.Dropped);
    });

    [Fact]
    public void SameCriteriaBetterDone_IsAllPerformance()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 2, 1), Leaf(1, 2, 1)), Year(Leaf(0, 2, 2), Leaf(1, 2, 1)));

        Assert.Equal((25m, 25m, 0m, 0m, 0m), (comparison.Change, comparison.Performance, comparison.ScaleAndWeight, comparison.New, comparison.Dropped));
    }

    [Fact]
    public void SameSharesOtherWeights_IsAllScaleAndWeight()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 1, 1), Leaf(1, 3, 0)), Year(Leaf(0, 3, 3), Leaf(1, 1, 0)));

        Assert.Equal((50m, 0m, 50m), (comparison.Change, comparison.Performance, comparison.ScaleAndWeight));
    }

    [Fact]
    public void NewAndDroppedCriteria_HaveTheirOwnTerms()
    {
        // I₀ = 50, I₁ = 100, Ī = 0,75: new ½·(1 − 0,75), dropped −½·(0 − 0,75).
        var comparison = YearComparison.Between(Year(Leaf(0, 1, 1), Leaf(1, 1, 0)), Year(Leaf(0, 1, 1), Leaf(2, 1, 1)));

        Assert.Equal((50m, 12.5m, 37.5m), (comparison.Change, comparison.New, comparison.Dropped));
    }

    [Fact]
    public void BonusAndPenalty_ChangeOnTheirOwn()
    {
        var comparison = YearComparison.Between(new([Leaf(0, 80, 40)], 2), new([Leaf(0, 80, 40)], -2));

        Assert.Equal((-5m, -5m, 0m), (comparison.Change, comparison.BonusAndPenalty, comparison.Performance));
    }

    [Fact]
    public void LeafDeclaredNotComparable_CountsAsDroppedAndNew()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 1, 0), Leaf(1, 1, 1)), Year(Leaf(0, 1, 1) with { IsComparable = false }, Leaf(1, 1, 1)));

        Assert.Equal((0m, 0.5m), (comparison.Performance, comparison.Coverage));
        Assert.NotEqual(0, comparison.New);
    }

    [Fact]
    public void CriterionSplitInTwo_IsNotComparedLeafByLeaf()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 2, 1), Leaf(1, 2, 2)), Year(Leaf(0, 1, 1), Leaf(0, 1, 1), Leaf(1, 2, 2)));

        Assert.Equal((25m, 0m, 0.5m), (comparison.Change, comparison.Performance, comparison.Coverage));
        Assert.Equal(25m, comparison.New + comparison.Dropped);
    }

    /// <summary>Whether last year compared with the year before it is another question.</summary>
    [Fact]
    public void LeafThatWasNotComparableAYearAgo_ComparesNow()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 1, 0) with { IsComparable = false }).AsEarlier(), Year(Leaf(0, 1, 1)));

        Assert.Equal((100m, 1m), (comparison.Performance, comparison.Coverage));
    }

    [Fact]
    public void ComparableIndex_IsOnTheComparableLeavesOfBothYears()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 4, 1), Leaf(1, 1, 1)), Year(Leaf(0, 2, 1), Leaf(2, 8, 8)));

        Assert.Equal((25m, 50m), (comparison.ComparableBefore, comparison.ComparableAfter));
    }

    [Fact]
    public void ComparableIndex_OfSeveralLeaves_IsThatOfTheirSums()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 4, 1), Leaf(1, 1, 1)), Year(Leaf(0, 2, 1), Leaf(1, 2, 2)));

        Assert.Equal((40m, 75m), (comparison.ComparableBefore, comparison.ComparableAfter));
    }

    [Fact]
    public void ComparableIndex_WithoutComparableLeaves_IsUnknown()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 1, 1)), Year(Leaf(1, 1, 1)));

        Assert.Equal((null, null, 0m), (comparison.ComparableBefore, comparison.ComparableAfter, comparison.Coverage));
    }

    [Fact]
    public void Coverage_IsTheSmallerOfBothYears()
    {
        var comparison = YearComparison.Between(Year(Leaf(0, 9, 9), Leaf(1, 1, 1)), Year(Leaf(0, 6, 6), Leaf(2, 4, 4)));

        Assert.Equal(0.6m, comparison.Coverage);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(79, false)]
    public void IsComparable_FromEightTenthsOn(int kept, bool comparable)
    {
        var comparison = YearComparison.Between(Year(Leaf(0, kept, 1), Leaf(1, 100 - kept, 1)), Year(Leaf(0, kept, 1), Leaf(2, 100 - kept, 1)));

        Assert.Equal(comparable, comparison.IsComparable());
    }

    [Fact]
    public void YearWithoutLeaves_AndNoYear_AreRefused()
    {
        Assert.Equal("Không so sánh được năm không có tiêu chí nào áp dụng.", Assert.Throws<ArgumentException>(() => YearComparison.Between(Year(Leaf(0, 1, 1)), new([]))).Message);
        Assert.Throws<ArgumentException>(() => YearComparison.Between(new([]), Year(Leaf(0, 1, 1))));
        Assert.Throws<ArgumentNullException>(() => YearComparison.Between(Year(Leaf(0, 1, 1)), null!));
    }

    private static YearLeaf Leaf(int lineage, decimal max, decimal score) => new(Lineages[lineage], max, score);

    private static YearScores Year(params YearLeaf[] leaves) => new(leaves);

    private static bool Near(decimal one, decimal other) => Math.Abs(one - other) < 1e-18m;
}
