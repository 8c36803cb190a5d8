using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

/// <summary>What two versions say otherwise, and what is only written otherwise.</summary>
public sealed class VersionDifferenceTests
{
    [Fact]
    public void MorePlaces_SayNothingOtherwise()
    {
        var difference = VersionDifference.Between(TestRelease.Make(), TestRelease.Make(scoreDecimals: 8));

        Assert.Empty(difference.Cells);
        Assert.False(difference.IsSubstantial);
        Assert.Equal([4, 4], difference.Unchanged.Select(pair => pair.Unchanged));
    }

    [Fact]
    public void OneFigure_ChangesItsCells_WithHoweverManyPlaces()
    {
        var rows = TestRelease.Rows().Select(row => row.UnitCode == "so-y-te" ? TestRelease.Row(2, ("so-y-te", "Sở Y tế"), [40.125m, 15, 0, 0.5m], rank: 3, change: -3, comparable: true) : row);

        var difference = VersionDifference.Between(TestRelease.Make(), TestRelease.Make(rows, scoreDecimals: 3));

        Assert.All(difference.Cells.Where(cell => cell.Unit is not null), cell => Assert.Equal("so-y-te", cell.Unit!.UnitCode));
        var points = Assert.Single(difference.Cells, cell => cell.Part == VersionPart.Points);
        Assert.Equal(("1.1", Cell.Of(40m, 2), Cell.Of(40.125m, 3), false), (points.Criterion!.Code, points.Before, points.After, points.IsComputed));
        Assert.Equal(1, difference.Corrected);
    }
}
