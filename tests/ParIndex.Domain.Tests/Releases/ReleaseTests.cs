using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

public sealed class ReleaseTests
{
    [Fact]
    public void Release_IsWhatWasGiven_AndCountsWhatItHolds()
    {
        var release = TestRelease.Make();

        Assert.Equal(("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, false), (release.Province, release.Year, release.VersionNumber, release.Change, release.IsArchive));
        Assert.Equal((new DateTime(2026, 2, 1, 2, 0, 0, DateTimeKind.Utc), 2), (release.PublishedAt, release.GroupCount));
        Assert.Equal([(4, 1, 6), (4, 0, 0)], release.Groups.Select(group => (group.ResultCount, group.ReferenceCount, group.CriterionCount)));
        Assert.Equal([4, 0], release.Groups.Select(group => group.Results[0].ScoreCount));
        Assert.Equal([true, false], release.Groups.Select(group => group.HasLeaves));
    }

    [Fact]
    public void Group_IsFoundByItsAddress()
    {
        var release = TestRelease.Make();

        Assert.Equal(("Huyện, thành phố", "Districts", 1, 1), (release.Group("huyen")!.Name, release.Group("huyen")!.NameEn, release.Group("huyen")!.Position, release.Group("huyen")!.SinceVersion));
        Assert.Null(release.Group("xa"));
    }

    [Fact]
    public void Result_IsFoundByItsUnit()
    {
        var group = TestRelease.Make().Groups[0];

        Assert.Equal("Sở Y tế", group.Result("so-y-te")!.UnitName);
        Assert.Null(group.Result("huyen-sin-ho"));
    }

    [Theory]
    [InlineData(ReferenceMeasure.MeanIndex, 2024, null, null, 1)]
    [InlineData(ReferenceMeasure.Index, 2024, "so-y-te", null, 2)]
    [InlineData(ReferenceMeasure.UnitsRated, 2024, null, "Tốt", 3)]
    [InlineData(ReferenceMeasure.UnitsRated, 2023, null, "Tốt", 4)]
    [InlineData(ReferenceMeasure.MeanIndex, 2023, null, null, null)]
    [InlineData(ReferenceMeasure.Index, 2024, null, null, null)]
    [InlineData(ReferenceMeasure.Index, 2024, "so-noi-vu", null, null)]
    [InlineData(ReferenceMeasure.UnitsRated, 2024, null, "Khá", null)]
    [InlineData(ReferenceMeasure.UnitsRisen, 2024, null, null, null)]
    public void Reference_IsThatOfMeasureYearUnitAndRating(ReferenceMeasure measure, int year, string? unit, string? label, int? value)
    {
        var group = new ReleaseGroup("a", "A", nameEn: null, 0, 1, [],
        [
            Quoted(ReferenceMeasure.MeanIndex, 2024, unit: null, label: null, 1),
            Quoted(ReferenceMeasure.Index, 2024, "so-y-te", label: null, 2),
            Quoted(ReferenceMeasure.UnitsRated, 2024, unit: null, "Tốt", 3),
            Quoted(ReferenceMeasure.UnitsRated, 2023, unit: null, "Tốt", 4),
        ]);

        Assert.Equal(value, (int?)group.Reference(measure, year, unit, label)?.Value);
    }

    [Fact]
    public void SortRows_PutsWhatADatabaseReturned_InTheOrderPublished()
    {
        var release = new Release("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, default,
        [
            new("b", "B", null, 1, 1, [], []), new("a", "A", null, 1, 1, [], []),
            new("c", "C", null, 0, 1, [Row(1, "y", 3, 2), Row(0, "x", 1, 0, 2)], [Quoted(ReferenceMeasure.UnitsFallen, 2024, null, null, 2, 1), Quoted(ReferenceMeasure.UnitsRisen, 2024, null, null, 1)], [Node(2), Node(0), Node(1)]),
        ]);

        release.SortRows();

        var group = release.Groups[0];
        Assert.Equal(["c", "a", "b"], release.Groups.Select(other => other.Slug));
        Assert.Equal(["x", "y"], group.Results.Select(row => row.UnitCode));
        Assert.Equal([ReferenceMeasure.UnitsRisen, ReferenceMeasure.UnitsFallen], group.References.Select(reference => reference.Measure));
        Assert.Equal([0, 1, 2], group.Criteria.Select(criterion => criterion.Position));
        Assert.Equal(["0 1 2", "2 3"], group.Results.Select(row => string.Join(' ', row.Scores.Select(score => score.Position))));
    }

    [Fact]
    public void Copy_KeepsEveryFigure_UnderKeysOfItsOwn()
    {
        var release = TestRelease.Make();
        var group = release.Groups[0];
        foreach (var (part, parent) in Parts(group).Skip(1))
        {
            part.GetType().GetProperty(parent)!.SetValue(part, Guid.NewGuid());
        }

        var copy = group.Copy();

        Assert.Equal(ResultsDigest.OfGroup(release, group), ResultsDigest.OfGroup(release, copy));
        Assert.Empty(Parts(group).Select(row => Key(row.Part)).Intersect(Parts(copy).Select(row => Key(row.Part))));
        Assert.All(Parts(copy), row => Assert.Equal(Guid.Empty, row.Part.GetType().GetProperty(row.Parent)!.GetValue(row.Part)));
        Assert.Equal(Parts(group).Count(), Parts(copy).Select(row => Key(row.Part)).Distinct().Count());
        Assert.Equal((group.NameEn, group.Position, group.SinceVersion), (copy.NameEn, copy.Position, copy.SinceVersion));
        Assert.Equal((4, 1, 6, 4), (copy.ResultCount, copy.ReferenceCount, copy.CriterionCount, copy.Results[0].ScoreCount));
    }

    [Fact]
    public void Copy_KeepsTheRules()
    {
        var group = new ReleaseGroup("xa", "Xã", "Communes", 3, 2, [], [])
        {
            Ratings = TestRelease.Make().Groups[0].Ratings,
            Ranking = new(RankingScope.BySpecialCase, RankNumbering.Dense),
            ScoreDecimals = 3,
            IndexDecimals = 1,
            PrintedMean = 81.25m,
            ScaleNote = "Thang điểm khác nhau",
        };

        var copy = group.Copy();

        Assert.Equal((group.Slug, group.Name, group.NameEn, group.Position, group.SinceVersion), (copy.Slug, copy.Name, copy.NameEn, copy.Position, copy.SinceVersion));
        Assert.Equal((group.Ratings, group.Ranking, 3, 1, 81.25m, "Thang điểm khác nhau"), (copy.Ratings, copy.Ranking, copy.ScoreDecimals, copy.IndexDecimals, copy.PrintedMean, copy.ScaleNote));
    }

    [Fact]
    public void Group_HasTwoDecimalsAndOneList_UnlessItIsSaid()
    {
        var group = new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [], []);

        Assert.Equal((2, 2, RankingPolicy.Default, null, null), (group.ScoreDecimals, group.IndexDecimals, group.Ranking, group.Ratings, group.PrintedMean));
    }

    [Theory]
    [InlineData(80, null, 80, false)]
    [InlineData(80, 79, 79, true)]
    [InlineData(null, 79, 79, true)]
    [InlineData(null, null, null, false)]
    public void OfficialIndex_IsThePrintedOne_WhereThereIsOne(int? computed, int? printed, int? official, bool isPrinted)
    {
        var row = new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "A", Index = computed, PublishedIndex = printed };
        var group = new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [row], []);

        Assert.Equal((official, isPrinted), (row.OfficialIndex, group.IsPrinted));
        Assert.Equal((official is null ? 0 : 1, (decimal?)official), (group.Summary.Units, group.Summary.Mean));
    }

    [Theory]
    [InlineData("Tốt", null, "Tốt")]
    [InlineData("Tốt", "Khá", "Khá")]
    [InlineData(null, "Khá", "Khá")]
    [InlineData(null, null, null)]
    public void OfficialRating_IsThePrintedOne_WhereThereIsOne(string? computed, string? printed, string? official)
    {
        var row = new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "A", Index = 80, Rating = computed, PublishedRating = printed };

        Assert.Equal(official, row.OfficialRating);
        Assert.Equal(official is null ? [] : [official], new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [row], []).Summary.Ratings.Keys);
    }

    [Fact]
    public void Lists_OfAGroupWhereNobodyTakesAPlace_AreNone() =>
        Assert.Empty(new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [Row(0, "a")], []).Lists);

    [Fact]
    public void Lists_OfOneHeading_AreOneNamelessList()
    {
        var release = TestRelease.Make([TestRelease.Row(0, ("a", "A"), [60, 25, 0, 0], 1, null, null, "Cụm I"), TestRelease.Row(1, ("b", "B"), [50, 25, 0, 0], null, null, null, "Cụm II")]);

        var list = Assert.Single(release.Groups[0].Lists);

        Assert.Equal((null, 1, 85m), (list.Name, list.Summary.Units, list.Summary.Mean));
    }

    private static IEnumerable<(object Part, string Parent)> Parts(ReleaseGroup group) =>
    [
        (group, nameof(ReleaseGroup.ReleaseId)),
        .. group.Results.Select(row => (row, nameof(ReleaseResult.ReleaseGroupId))),
        .. group.References.Select(reference => (reference, nameof(ReleaseReference.ReleaseGroupId))),
        .. group.Criteria.Select(criterion => (criterion, nameof(ReleaseCriterion.ReleaseGroupId))),
        .. group.Results.SelectMany(row => row.Scores).Select(score => (score, nameof(ReleaseScore.ReleaseResultId))),
    ];

    private static Guid Key(object part) => (Guid)part.GetType().GetProperty("Id")!.GetValue(part)!;

    private static ReleaseResult Row(int position, string code, params int[] leaves) =>
        new(leaves.Select(leaf => new ReleaseScore { Position = leaf, CriterionCode = $"{leaf}", Points = 1 })) { Position = position, UnitCode = code, UnitName = code, Index = 80 };

    private static ReleaseCriterion Node(int position) =>
        new() { Position = position, Depth = 1, Code = $"{position}", Name = "Tiêu chí", MaxScore = 1, Component = Component.Appraisal, IsLeaf = true };

    private static ReleaseReference Quoted(ReferenceMeasure measure, int year, string? unit, string? label, decimal value, int position = 0) =>
        new() { Position = position, Measure = measure, Year = year, UnitCode = unit, Label = label, Value = value, Source = ReferenceSource.Quoted };
}
