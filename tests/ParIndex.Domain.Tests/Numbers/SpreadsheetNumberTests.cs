using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class SpreadsheetNumberTests
{
    [Theory]
    [InlineData(62.3, "62.3")]
    [InlineData(62.300000000000004, "62.3")]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(98, "98")]
    [InlineData(0, "0")]
    public void ToText_IsWhatTheSpreadsheetShows(double cell, string text) => Assert.Equal(text, SpreadsheetNumber.ToText(cell));

    [Theory]
    [InlineData(0.8742, "87.42")]
    [InlineData(0.07, "7")]
    [InlineData(0.5700000000000001, "57")]
    public void ToText_PercentCell_IsMultipliedBy100(double cell, string text) =>
        Assert.Equal(text, SpreadsheetNumber.ToText(cell, isPercent: true));

    [Theory]
    [InlineData(62.305)]
    [InlineData(1e5)]
    [InlineData(1e20)]
    [InlineData(1e28)]
    [InlineData(double.MaxValue)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-1)]
    public void ToText_CellThatIsNoScore_ObeysTheRuleOfTypedText(double cell) =>
        Assert.NotNull(ScoreText.Read(SpreadsheetNumber.ToText(cell), NumberFormat.Score).Problem);

    [Theory]
    [InlineData(1e28)]
    [InlineData(-7.9e28)]
    [InlineData(double.MaxValue)]
    public void ToText_PercentCellBeyondAnyDecimal_IsRefusedAndDoesNotOverflow(double cell) =>
        Assert.NotNull(ScoreText.Read(SpreadsheetNumber.ToText(cell, isPercent: true), NumberFormat.Percentage).Problem);

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void ToText_InAnyCulture_WritesADot(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal("87.42", SpreadsheetNumber.ToText(87.42));
    }
}
