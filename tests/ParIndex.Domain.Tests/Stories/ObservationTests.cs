using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using static ParIndex.Domain.Tests.Stories.StoryCase;

namespace ParIndex.Domain.Tests.Stories;

public sealed class ObservationTests
{
    private static readonly ReleaseCriterion[] Two = Tree(Leaf("1.1", 60), Leaf("1.2", 40));

    [Fact]
    public void SoleUnit_WithoutOrWithFullMarks_IsFound()
    {
        var found = Find(Release(2024, Two, ("a", [60, 40]), ("b", [60, 30]), ("c", [60, 25]), ("d", [60, 20]), ("e", [45, 30]))).OfType<SoleUnit>().ToList();

        Assert.Equal([("e", "1.1", 45m, 5, false, 15m), ("a", "1.2", 40m, 5, true, 10m)], found.Select(one => (one.Unit!.UnitCode, one.Leaf.Code, one.Points, one.Units, one.HasFull, one.Weight)));
        Assert.Equal([false, true], found.Select(one => one.IsGood));
    }

    [Fact]
    public void SoleUnit_OfFourUnits_SaysNothing() =>
        Assert.Empty(Find(Release(2024, Two, ("a", [60, 40]), ("b", [60, 40]), ("c", [60, 40]), ("d", [45, 40]))).OfType<SoleUnit>());

    [Fact]
    public void SoleUnit_CountsThoseItAppliedTo() =>
        Assert.Empty(Find(Release(2024, Two, ("a", [60, 40]), ("b", [60, 40]), ("c", [60, 40]), ("d", [45, 40]), ("e", [null, 40]))).OfType<SoleUnit>());

    [Fact]
    public void UnreachedLeaf_NamesTheBest()
    {
        var found = Assert.Single(Find(Release(2024, Two, ("a", [50, 40]), ("b", [55, 40]), ("c", [55, 30]), ("d", [10, 40]), ("e", [0, 40]))).OfType<UnreachedLeaf>());

        Assert.Equal(("1.1", 55m, "b", 5, 5m, false), (found.Leaf.Code, found.Best, found.BestUnit.UnitCode, found.Units, found.Strength, found.IsGood));
    }

    [Fact]
    public void AtBandLimit_IsWithinFiveHundredths_OnEitherSide()
    {
        var release = Release(2024, Tree(Leaf("1.1", 100)), ("a", [80.05m]), ("b", [80.06m]), ("c", [79.95m]), ("d", [70]), ("e", [69.94m]));

        Assert.Equal([("a", "Tốt", 0.05m, true), ("c", "Tốt", 0.05m, false), ("d", "Khá", 0m, true)], Find(release).OfType<AtBandLimit>().Select(one => (one.Unit!.UnitCode, one.Band.Label, one.Distance, one.IsReached)));
    }

    [Fact]
    public void AtBandLimit_OfACappedRating_IsNotSaid()
    {
        var tree = Tree(Leaf("1.1", 100));
        Assert.Empty(Find(Release(2024, tree, [Row(0, "a", [tree[1]], [80]).With(rank: 1, ratingReason: "Khống chế mức Khá")])).OfType<AtBandLimit>());
    }

    [Fact]
    public void LargestChange_IsOfThoseThatCompare()
    {
        var rows = Rows(80, 82, 84, 70, 60);
        var release = Release(2024, Two, [rows[0].With(change: 3, isComparable: true), rows[1].With(change: 9, isComparable: false), rows[2].With(change: 2, isComparable: true), rows[3].With(change: -4, isComparable: true), rows[4].With(change: -4, isComparable: true)]);

        Assert.Equal([("u0", 3m, 4, true)], Find(release).OfType<LargestChange>().Select(one => (one.Unit!.UnitCode, one.Change, one.Compared, one.IsGood)));
    }

    [Fact]
    public void LargestChange_OfAPrintedTable_IsSaidWhereAllThatMovedThatWayAreKnown()
    {
        // Two rose and both are known; three fell and one is known.
        var rows = Rows(80, 82, 84, 70, 60);
        ReleaseResult[] printed = [rows[0].With(change: 2.55m, nameAsPrinted: "a"), rows[1].With(change: 1.86m, nameAsPrinted: "b"), rows[2].With(change: -8.81m, nameAsPrinted: "c"), rows[3].With(nameAsPrinted: "d"), rows[4].With(nameAsPrinted: "e")];

        var found = Assert.Single(Find(Release(2024, [], printed, [Quoted(0, ReferenceMeasure.UnitsRisen, 2), Quoted(1, ReferenceMeasure.UnitsFallen, 3)])).OfType<LargestChange>());

        Assert.Equal(("u0", 2.55m, 5), (found.Unit!.UnitCode, found.Change, found.Compared));
    }

    [Fact]
    public void PlaceStreak_IsSaidFromTheThirdYear_WithoutGapsAndTies()
    {
        var years = Enumerable.Range(2021, 4).Select(year => Release(year, Two, ("a", [60, 40]), ("b", [50, 40]), ("c", [40, 40]), ("d", [30, 40]), ("e", [year == 2021 ? 30 : 20, 40]))).ToList();

        Assert.Equal([("a", true, 4), ("e", false, 3)], Find(years[3], years[2], years[1], years[0]).OfType<PlaceStreak>().Select(one => (one.Unit!.UnitCode, one.IsFirst, one.Years)));
        Assert.Equal([("a", true, 3)], Find(years[2], years[1], years[0]).OfType<PlaceStreak>().Select(one => (one.Unit!.UnitCode, one.IsFirst, one.Years)));
        Assert.Empty(Find(years[3], years[1], years[0]).OfType<PlaceStreak>());
        Assert.Empty(Find(years[1], years[0]).OfType<PlaceStreak>());
    }

    [Fact]
    public void EqualBasisChange_IsOfTheSameCriteria_AndNotRepeated()
    {
        // On 1.1 alone (1.2 is a new criterion of small weight) u0 improves most; by the index u1 does.
        var earlier = Tree(Leaf("1.1", 90), Leaf("1.2", 10));
        var later = Tree(Leaf("1.1", 90), Leaf("1.3", 10));
        var before = Release(2023, earlier, ("u0", [45, 10]), ("u1", [45, 0]), ("u2", [45, 5]), ("u3", [45, 5]), ("u4", [45, 5]));
        var now = Release(2024, later, ("u0", [63, 0]), ("u1", [54, 10]), ("u2", [45, 5]), ("u3", [45, 5]), ("u4", [36, 5]));
        var compared = Release(2024, later, now.Groups[0].Results.Select((row, i) => row.With(change: row.Index - before.Groups[0].Results[i].Index, isComparable: true)));

        var found = new ObservedGroup(compared, compared.Groups[0], Leaves(compared), Leaves(before), [before]).Find();

        Assert.Equal([("u1", 19m), ("u4", -9m)], found.OfType<LargestChange>().Select(one => (one.Unit!.UnitCode, one.Change)));
        Assert.Equal([("u0", 50m, 70m, 5)], found.OfType<EqualBasisChange>().Select(one => (one.Unit!.UnitCode, one.Before, one.After, one.Compared)));
    }

    [Fact]
    public void Chosen_TakeGoodAndBadInTurn_InTheOrderOfKinds()
    {
        var release = Release(2024, Two, ("a", [60, 40]), ("b", [50, 30]));
        var (group, a, b) = (release.Groups[0], release.Groups[0].Results[0], release.Groups[0].Results[1]);
        Observation[] found =
        [
            new UnreachedLeaf(release, group, Two[1], 1, a, 5),
            new SoleUnit(release, group, b, Two[1], 1, 5, HasFull: false, 1),
            new SoleUnit(release, group, b, Two[2], 1, 5, HasFull: false, 3),
            new SoleUnit(release, group, a, Two[2], 1, 5, HasFull: false, 2),
            new LargestChange(release, group, a, 2, 5),
            new AtBandLimit(release, group, b, Bands.Bands[0], 0.01m, IsReached: true),
        ];

        Assert.Equal([(1, true), (3, false), (2, true), (3, false), (5, false)], Observation.Choose(found, 10).Select(one => (one.Order, one.IsGood)));
        Assert.Equal([3m, 2m], Observation.Choose(found, 10).OfType<SoleUnit>().Select(one => one.Weight));
        Assert.Equal([1, 3], Observation.Choose(found, 2).Select(one => one.Order));
        Assert.Empty(Observation.Choose([], 5));
    }

    private static List<ReleaseResult> Rows(params decimal[] totals) => [.. totals.Select((total, i) => Row(i, $"u{i}", [Two[1], Two[2]], [total * 0.6m, total * 0.4m]).With(rank: i + 1))];

    private static ReleaseReference Quoted(int position, ReferenceMeasure measure, decimal value) => new() { Position = position, Measure = measure, Year = 2024, Value = value, Source = ReferenceSource.Quoted };

    private static IReadOnlyList<Observation> Find(Release release, params Release[] earlier) => new ObservedGroup(release, release.Groups[0], Leaves(release), LeafTable.None, earlier).Find();

    private static LeafTable Leaves(Release release) => new(
        release.Groups[0].Criteria,
        [.. release.Groups[0].Results.SelectMany(row => row.Scores.Where(score => score.Points is not null).Select(score => new LeafPoint(row.UnitCode, score.Position, score.Points!.Value)))]);
}
