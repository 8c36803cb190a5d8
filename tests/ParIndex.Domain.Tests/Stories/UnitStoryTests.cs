using ParIndex.Domain.Analysis;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using static ParIndex.Domain.Tests.Stories.StoryCase;

namespace ParIndex.Domain.Tests.Stories;

/// <summary>Where points are lost, what is strong and weak, what is missing to the next rating.</summary>
public sealed class UnitStoryTests
{
    [Fact]
    public void Lost_WhereNearlyAllOthersHaveFullMarks_StandsBeforeWhatIsMerelyLarge()
    {
        // 1.1 costs a 10 of 100 where everybody loses; 1.2 costs 1 where all 19 others have full marks.
        var units = Enumerable.Range(0, 19).Select(i => ($"u{i}", new decimal?[] { 80, 10 })).Append(("a", [80, 9])).ToArray();
        var lost = LostLeaf.Of(Card(Release(2024, Tree(Leaf("1.1", 90), Leaf("1.2", 10)), units), "a"));

        Assert.Equal([("1.2", 19, 19, true), ("1.1", 0, 19, false)], lost.Select(leaf => (leaf.Line.Criterion.Code, leaf.OthersFull, leaf.Others, leaf.IsUnusual)));
        Assert.Equal([1m, 0m], lost.Select(leaf => leaf.BelowMedian));
    }

    [Theory]
    [InlineData(4, 3, true)]
    [InlineData(4, 2, false)]
    [InlineData(3, 3, false)]
    public void Lost_IsUnusual_FromThreeQuartersOfFourOthers(int others, int full, bool isUnusual)
    {
        var units = Enumerable.Range(0, others).Select(i => ($"u{i}", new decimal?[] { i < full ? 2 : 1 })).Append(("a", [0])).ToArray();

        Assert.Equal(isUnusual, Assert.Single(LostLeaf.Of(Card(Release(2024, Tree(Leaf("1.1", 2)), units), "a"))).IsUnusual);
    }

    [Fact]
    public void Lost_AmongTheRest_WhatLiesFarthestBelowTheMedianStandsFirst()
    {
        // Half of the units have 3 of 4 on 1.2, where a has 1; on 1.1 everybody lacks 5.
        var lost = LostLeaf.Of(Card(Release(2024, Tree(Leaf("1.1", 10), Leaf("1.2", 4), Leaf("1.3", 1)), ("a", [5, 1, 1]), ("b", [5, 3, 0]), ("c", [5, 3, 0])), "a"));

        Assert.Equal(["1.2", "1.1"], lost.Select(leaf => leaf.Line.Criterion.Code));
        Assert.Equal(13.33m, Domain.Numbers.Rounding.HalfAwayFromZero(lost[0].BelowMedian, 2));
    }

    [Fact]
    public void Fields_AreSharesOfWhatAppliedBesideTheMedian_OfFiveUnitsOrMore()
    {
        var tree = Tree(Leaf("1.1", 4), Leaf("1.2", 6), Leaf("2.1", 10), Leaf("3.1", 5));
        var release = Release(2024, tree, ("a", [4, null, 3, 5]), ("b", [2, 3, 5, 5]), ("c", [4, 5, 6, 5]), ("d", [1, 1, 10, 5]), ("e", [null, 3, 1, null]));

        var fields = FieldStrength.Of(Card(release, "a"));

        // Field 1: 100, 50, 90, 20, 50 → 50; field 2: 30, 50, 60, 100, 10 → 50; field 3: four units, no median.
        Assert.Equal([("1", 100m, new Median(50, 5), 50m), ("2", 30m, new Median(50, 5), -20m), ("3", 100m, null, (decimal?)null)], fields.Select(field => (field.Field.Code, field.Share, field.Median, field.Difference)));
    }

    [Fact]
    public void Gap_IsWhatIsMissingToTheNextBand_WithRealisticHeadroom()
    {
        // a: 76 of 100, 4 below Tốt. Medians of 1.1 (50, 60, 55 → 55) and 1.2 (26, 28, 30 → 28): headroom 5 and 2.
        var release = Release(2024, Tree(Leaf("1.1", 70), Leaf("1.2", 30)), ("a", [50, 26]), ("b", [60, 28]), ("c", [55, 30]));

        var gap = NextRating.Of(UnitYear.Find(release, "a")!, Card(release, "a"))!;

        Assert.Equal(("Tốt", 4m, 7m, true, 1), (gap.Next.Label, gap.Points, gap.Headroom, gap.IsWithinReach, gap.FewestLeaves));
        Assert.Equal([("1.1", 5m, 3), ("1.2", 2m, 3)], gap.Leaves.Select(leaf => (leaf.Line.Criterion.Code, leaf.Points, leaf.Units)));
        Assert.Null(NextRating.Of(UnitYear.Find(release, "b")!, Card(release, "b")));
        Assert.Empty(NextRating.Of(UnitYear.Find(release, "a")!, card: null)!.Leaves);
    }

    [Fact]
    public void Gap_ThatMediansDoNotClose_SaysSo()
    {
        var release = Release(2024, Tree(Leaf("1.1", 100)), ("a", [60]), ("b", [62]), ("c", [65]));

        var gap = NextRating.Of(UnitYear.Find(release, "a")!, Card(release, "a"))!;

        Assert.Equal(("Khá", 10m, 2m, false, null), (gap.Next.Label, gap.Points, gap.Headroom, gap.IsWithinReach, gap.FewestLeaves));
    }

    [Theory]
    [InlineData("68.56", "Khá", "0.04")]
    [InlineData("68.52", "Khá", "0.08")]
    [InlineData("66.46", "Khá", "2.14")]
    [InlineData("75.40", "Tốt", "3.00")]
    public void Gap_OfThePublishedUnitsOf2020(string points, string band, string missing)
    {
        const decimal scale = 98;
        var total = decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture);
        var row = new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "a", TotalScore = total, Scale = scale, Index = Domain.Numbers.Rounding.HalfAwayFromZero(100 * total / scale, 2) };

        var gap = NextRating.Of(UnitYear.Find(Release(2020, [], [row]), "a")!, card: null)!;

        Assert.Equal((band, decimal.Parse(missing, System.Globalization.CultureInfo.InvariantCulture)), (gap.Next.Label, gap.Points));
    }

    [Fact]
    public void History_BreaksWhereYearsMayNotBeJoined()
    {
        var tree = Tree(Leaf("1.1", 100));
        var row = Row(0, "a", [tree[1]], [80]);
        UnitYear Year(int year, decimal? change, bool? comparable) => UnitYear.Find(Release(year, tree, [row.With(rank: 1, change: change, isComparable: comparable)]), "a")!;

        var history = UnitHistory.Of(
            [Year(2025, 1, true), Year(2024, 1, true), Year(2023, 1, false), Year(2021, null, null), Year(2022, 1, null)],
            [new() { Position = 0, Measure = ReferenceMeasure.Index, UnitCode = "a", Year = 2019, Value = 76.62m, Source = ReferenceSource.Derived }, new() { Position = 1, Measure = ReferenceMeasure.Index, UnitCode = "a", Year = 2022, Value = 1, Source = ReferenceSource.Quoted }],
            [new DateOnly(2025, 3, 1)]);

        Assert.Equal(
            [(2019, null), (2021, YearBreak.Missing), (2022, YearBreak.Unknown), (2023, YearBreak.Criteria), (2024, null), (2025, (YearBreak?)YearBreak.Reorganised)],
            history.Points.Select(point => (point.Year, point.BreakBefore)));
        Assert.Equal([2025], history.LastRun.Select(point => point.Year));
        Assert.Equal((76.62m, false, null, true), (history.Points[0].Index, history.Points[0].HasLeaves, history.Points[0].Mean, history.Points[^1].HasLeaves));
    }

    [Fact]
    public void History_OfTheLastRun_KnowsFallsAndTheFarthestYear()
    {
        var tree = Tree(Leaf("1.1", 100));
        UnitYear Year(int year, decimal own, decimal other) => UnitYear.Find(Release(year, tree, [Row(0, "a", [tree[1]], [own]).With(rank: 1, change: 1, isComparable: true), Row(1, "b", [tree[1]], [other]).With(rank: 2)]), "a")!;

        var history = UnitHistory.Of([Year(2022, 80, 80), Year(2023, 78, 70), Year(2024, 84, 82)], [], []);

        Assert.Equal([2023], history.Falls);
        Assert.Equal((2023, 74m), (history.Farthest!.Year, history.Farthest.Mean));
        Assert.Equal(3, history.LastRun.Count);
        Assert.Empty(UnitHistory.Of([], [], []).LastRun);
    }
}
