using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

public sealed class SideBySideTests
{
    private static readonly Release Published = TestRelease.Make();

    [Fact]
    public void UnitsOfAGroup_StandOnTheirOwnMaxima_TheLargestDifferencesFirst()
    {
        var sides = Of("so-noi-vu", "so-y-te");

        Assert.Empty(sides.Limits);
        var field = Assert.Single(sides.Fields);
        Assert.Equal([85m, 55m], field.Shares);
        Assert.Equal((30m, 0), (field.Spread, field.Best));
        // 60 and 40 of 70, 25 and 15 of 30.
        Assert.Equal([("1.1", 20m), ("1.2", 10m)], sides.Differences(5).Select(line => (line.Criterion.Code, Math.Round(line.Weight!.Value, 6))));
        Assert.Single(sides.Differences(1));
    }

    [Fact]
    public void UnitsOfTwoGroups_AreSaidNotToCompareByPlace_NorByFieldsOfTotals()
    {
        var sides = Of("so-noi-vu", "huyen-sin-ho");

        Assert.Equal([ComparisonLimit.Groups, ComparisonLimit.OnlyTotals], sides.Limits);
        Assert.Equal(2, sides.Fields.Single().Lines.Count);
        Assert.Null(sides.Fields.Single().Lines[1]);
        Assert.Null(sides.Fields.Single().Spread);
        Assert.Empty(sides.Differences(5));
    }

    [Fact]
    public void UnitsOfTwoLists_AreSaidSo() =>
        Assert.Equal([ComparisonLimit.Lists, ComparisonLimit.OnlyTotals], Of("huyen-sin-ho", "huyen-than-uyen").Limits);

    [Theory]
    [InlineData("so-noi-vu", true)]
    [InlineData("so-tu-phap", false)]
    public void TwoYears_AreComparedWhereTheReleaseSaysSo(string unit, bool comparable)
    {
        var sides = OverYears(unit, []);

        Assert.True(sides.IsOverYears);
        Assert.Equal(comparable, sides.IsComparable);
        Assert.Equal(comparable ? [] : [ComparisonLimit.Criteria], sides.Limits);
    }

    [Fact]
    public void TwoYears_AcrossAMerger_AreNoOneUnit()
    {
        var merged = OverYears("so-noi-vu", [new DateOnly(2025, 3, 1)]);
        var later = OverYears("so-noi-vu", [new DateOnly(2026, 3, 1)]);

        Assert.Equal([ComparisonLimit.Reorganised], merged.Limits);
        Assert.False(merged.IsComparable);
        Assert.Empty(later.Limits);
    }

    [Fact]
    public void Table_HasTheTotalAndTheFieldsOfEachSide()
    {
        var table = Of("so-noi-vu", "so-y-te").Table();

        Assert.Equal(4, table.Rows.Count);
        Assert.Equal(["so-noi-vu", "so-noi-vu", "so-y-te", "so-y-te"], table.Rows.Select(row => row.Side.Year.Result.UnitCode));
        Assert.Equal([null, "1", null, "1"], table.Rows.Select(row => row.Line?.Criterion.Code));
    }

    private static SideBySide Of(params string[] units) => new([.. units.Select(unit => Side(Published, unit))], []);

    private static SideBySide OverYears(string unit, IReadOnlyCollection<DateOnly> reorganised)
    {
        var group = Published.Group("so-nganh")!;
        var before = new Release("Tỉnh Lai Châu", TestRelease.Year - 1, 1, ReleaseChange.Initial, isArchive: false, DateTime.UnixEpoch, [group.Copy()]);
        return new([Side(before, unit), Side(Published, unit)], reorganised);
    }

    private static ComparedSide Side(Release release, string unit)
    {
        var year = UnitYear.Find(release, unit)!;
        return new(year, year.Group.HasLeaves ? new(year, year.Group.Criteria, year.Group.Results.SelectMany(result => result.Scores.Select(score => (result.UnitCode, score)))) : null);
    }
}
