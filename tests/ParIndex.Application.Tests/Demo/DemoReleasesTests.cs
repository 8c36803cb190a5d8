using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Remarks;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Remarks;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Demo;

/// <summary>What the public pages of the demonstration have to show.</summary>
public sealed class DemoReleasesTests
{
    /// <summary>Of the remark that became the correction of 2022.</summary>
    private const string Code = "mau2022huyen";

    [Fact]
    public async Task Correction_ChangesOneDistrict_AndCarriesTheOtherGroupsOver()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var (first, corrected) = ((await new PublicReleases(db).WholeAsync(2022, 1))!, (await new PublicReleases(db).WholeAsync(2022, 2))!);

        Assert.Equal((2, ReleaseChange.Correction), (corrected.VersionNumber, corrected.Change));
        Assert.NotEqual(first.DecisionNumber, corrected.DecisionNumber);
        Assert.Equal([("so-nganh", 1), ("huyen", 2), ("xa", 1)], corrected.Groups.Select(group => (group.Slug, group.SinceVersion)));
        var differing = first.Group("huyen")!.Results.Where(row => corrected.Group("huyen")!.Result(row.UnitCode)!.Index != row.Index);
        Assert.Equal("huyen-thuong-mau", Assert.Single(differing).UnitCode);
        Assert.Equal(ResultsDigest.Of(first, first.Group("so-nganh")!), ResultsDigest.Of(corrected, corrected.Group("so-nganh")!));
    }

    [Fact]
    public async Task Revision_ChangesOneFigureOfADepartment()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var difference = VersionDifference.Between((await new PublicReleases(db).WholeAsync(2022, 2))!, (await new PublicReleases(db).WholeAsync(2022, 3))!);

        Assert.Equal((ReleaseChange.Revision, true), (difference.After.Change, difference.After.ChangeReason!.Contains("Bộ Tư pháp", StringComparison.Ordinal)));
        Assert.All(difference.Cells.Where(cell => !cell.IsComputed), cell => Assert.Equal(("so-tai-chinh", "2.3"), (cell.Unit!.UnitCode, cell.Criterion!.Code)));
        Assert.Contains(difference.Cells, cell => cell is { IsComputed: false, Part: VersionPart.Points });
        Assert.True(difference.Cells.Count < 100);
    }

    [Fact]
    public async Task Withdrawal_LeavesTheYearAsItWasBeforeItsSupplement()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var releases = new PublicReleases(db);
        var (first, added, left) = ((await releases.WholeAsync(2023, 1))!, (await releases.WholeAsync(2023, 2))!, (await releases.WholeAsync(2023))!);

        Assert.Equal((ReleaseChange.Supplement, ReleaseChange.Withdrawal, 3), (added.Change, left.Change, left.VersionNumber));
        Assert.Equal("co-quan-trung-uong", Assert.Single(VersionDifference.Between(added, left).Withdrawn).Slug);
        Assert.Equal(first.ResultsDigest, left.ResultsDigest);
        Assert.NotEmpty(left.ChangeReason!);
    }

    [Fact]
    public async Task Remarks_AreOneOfEachKind_AndOneBecameTheCorrection()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var releases = new PublicReleases(db);
        var register = new RemarkRegister(db, releases);

        Assert.Equal(Enum.GetValues<RemarkState>(), (await register.CountsAsync()).Keys.Order());
        Assert.Equal((2, "5.1"), ((await register.FindAsync(Code))!.Correction!.VersionNumber, (await register.FindAsync(Code))!.Remark.CriterionCode));
        Assert.Equal(Code, Assert.Single(await register.LedToAsync((await releases.VersionAsync(2022, 2))!)).Remark.Code);
        Assert.Empty(await register.LedToAsync((await releases.VersionAsync(2022, 3))!));
    }

    [Fact]
    public async Task Supplement_AddsTheCommunes()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var (first, supplemented) = ((await new PublicReleases(db).WholeAsync(2024, 1))!, (await new PublicReleases(db).WholeAsync(2024))!);

        Assert.Null(first.Group("xa"));
        Assert.Equal((2, ReleaseChange.Supplement), (supplemented.VersionNumber, supplemented.Change));
        Assert.Equal([("so-nganh", 1), ("huyen", 1), ("xa", 2)], supplemented.Groups.Select(group => (group.Slug, group.SinceVersion)));
        Assert.All(first.Groups, group => Assert.Equal(ResultsDigest.Of(first, group), ResultsDigest.Of(supplemented, supplemented.Group(group.Slug)!)));
        var communes = supplemented.Group("xa")!;
        Assert.Equal(150, communes.Results.Count);
        Assert.Equal(communes.Ratings!.Bands.Select(band => band.Label), communes.Summary.Ratings.Keys);
        Assert.Contains(communes.Results, row => row.Bonus > 0);
        Assert.Contains(communes.Results, row => row.Penalty > 0);
        Assert.Contains(communes.Results, row => row.IsTied);
    }

    [Fact]
    public async Task Communes_CompareAgainstOneYear_AndNotAgainstAnother()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var years = (await new PublicReleases(db).AllCurrentAsync()).ToDictionary(release => release.Year, release => release.Group("xa")!.Results);

        Assert.Equal([40, 150, 150], years.Values.Select(rows => rows.Count));
        // A new form of the survey and another way of counting in 2023; the first year had forty communes.
        Assert.Equal(40, years[2023].Count(row => row.IsComparable == false));
        Assert.Equal(110, years[2023].Count(row => row.IsComparable is null));
        Assert.All(years[2024], row => Assert.True(row.IsComparable));
        Assert.All(years[2023], row => Assert.Null(row.UsableChange));
        Assert.Contains(years[2024], row => row.UsableChange > 0);
        Assert.Contains(years[2024], row => row.UsableChange < 0);
    }

    [Fact]
    public async Task Leaves_SayWhatTheDecisionSays_WhatWasCounted_AndWhatWasChosen()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var groups = (await StoredReleases.AllAsync(db)).SelectMany(release => release.Groups).ToList();

        foreach (var group in groups)
        {
            var leaves = group.Criteria.Where(criterion => criterion.IsLeaf).ToDictionary(leaf => leaf.Code);
            Assert.All(leaves.Values, leaf => Assert.False(string.IsNullOrEmpty(leaf.ScoringText)));
            foreach (var (leaf, score) in group.Results.SelectMany(row => row.Scores).Where(score => score.Points is not null).Select(score => (leaves[score.CriterionCode], score)))
            {
                Assert.Equal(LeafRule.FromJson(leaf.Rule!) is LevelsRule, score.Statement is not null);
                Assert.True(leaf.FigureNoun is not null || score.Achieved is null || leaf.Component == Component.Survey);
            }
        }

        Assert.True(await db.Set<ScoreCell>().CountAsync(cell => cell.Note != null) > 1000);
    }

    [Fact]
    public async Task EveryFormerCommune_BecameOneOfToday_AndEveryDistrictHasItsLand()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var units = await db.Units.ToDictionaryAsync(unit => unit.Id);
        var links = await db.Successions.ToListAsync();
        var former = units.Values.Where(unit => unit.Kind == UnitKind.Commune && unit.ValidTo is not null).ToList();
        var present = units.Values.Where(unit => unit.Kind == UnitKind.Commune && unit.ValidTo is null).ToList();

        Assert.Equal((150, 30), (former.Count, present.Count));
        Assert.All(former, unit => Assert.Contains(units[Assert.Single(links, link => link.PredecessorId == unit.Id).SuccessorId!.Value], present));
        Assert.All(present, unit => Assert.Equal(UnitKind.District, units[Assert.Single(links, link => link.SuccessorId == unit.Id && link.Kind == SuccessionKind.Territory).PredecessorId].Kind));
        Assert.Equal(["xa-mau-chau", "xa-mau-chau-2"], units.Values.Where(unit => unit.CurrentName.Name == "Xã Mẫu Châu").OrderBy(unit => unit.ValidFrom is null || unit.ValidFrom < new DateOnly(2025, 7, 1)).Select(unit => unit.Code));
    }
}
