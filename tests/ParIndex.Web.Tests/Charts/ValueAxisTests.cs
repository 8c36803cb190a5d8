using ParIndex.Web.Charts;

namespace ParIndex.Web.Tests.Charts;

public sealed class ValueAxisTests
{
    [Theory]
    [InlineData("72.19 87.42", "0 70 80", 60, 90)]
    [InlineData("67.81 77.77", "0 70 80", 60, 90)]
    [InlineData("45", "0 70 80", 45, 90)]
    [InlineData("75 103.5", "0 70 80", 60, 105)]
    [InlineData("85", "0 80 90", 70, 100)]
    [InlineData("", "0 70 80", 60, 90)]
    [InlineData("80", "", 80, 85)]
    [InlineData("", "", 0, 100)]
    [InlineData("0 100", "0 70 80", 0, 100)]
    [InlineData("-3", "0 70 80", -10, 90)]
    public void Covering_ValuesAndLimits_IsTheSmallestRoundAxisThatLosesNone(string values, string limits, decimal from, decimal to)
    {
        var axis = ValueAxis.Covering(Numbers(values), Numbers(limits));

        Assert.Equal((from, to), (axis.From, axis.To));
    }

    [Fact]
    public void Marks_WhereThereIsLittleRoom_AreThinnedToRoundOnes()
    {
        var axis = ValueAxis.Covering([45m, 96m], [70m, 80m]);

        Assert.Equal([50m, 60m, 70m, 80m, 90m, 100m], axis.Marks(length: 272, least: 30));
        Assert.Equal(12, axis.Marks(length: 872, least: 30).Count());
    }

    [Fact]
    public void Place_Ends_AreTheEnds()
    {
        var axis = ValueAxis.Covering([72m], [70m, 80m]);

        Assert.Equal(14m, axis.Place(60, start: 14, length: 272));
        Assert.Equal(150m, axis.Place(75, start: 14, length: 272));
        Assert.Equal(286m, axis.Place(90, start: 14, length: 272));
    }

    private static IEnumerable<decimal> Numbers(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture));
}
