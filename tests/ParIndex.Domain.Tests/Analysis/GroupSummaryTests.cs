using ParIndex.Domain.Analysis;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class GroupSummaryTests
{
    [Fact]
    public void Mean_IsRoundedOnceAndHalfAwayFromZero() => Assert.Equal(80.01m, Of((80.00m, null), (80.01m, null)).Mean);

    [Fact]
    public void Mean_OfNoUnits_IsUnknownAndNotZero()
    {
        var summary = Of();

        Assert.Null(summary.Mean);
        Assert.Empty(summary.Highest);
        Assert.Empty(summary.Lowest);
    }

    [Fact]
    public void HighestAndLowest_NameEveryEqualUnit()
    {
        var summary = Of((90, null), (70, null), (90, null), (70, null), (80, null));

        Assert.Equal(["0", "2"], summary.Highest.Select(entry => entry.UnitCode));
        Assert.Equal(["1", "3"], summary.Lowest.Select(entry => entry.UnitCode));
    }

    [Fact]
    public void Ratings_CountOnlyUnitsThatHaveOne()
    {
        var summary = Of((90, "Tốt"), (70, "Khá"), (85, "Tốt"), (60, null));

        Assert.Equal(new Dictionary<string, int> { ["Tốt"] = 2, ["Khá"] = 1 }, summary.Ratings);
        Assert.Equal(4, summary.Units);
    }

    private static GroupSummary Of(params (decimal Index, string? Rating)[] units) =>
        GroupSummary.Of(units.Select((unit, i) => new SummaryEntry($"{i}", unit.Index, unit.Rating)));
}
