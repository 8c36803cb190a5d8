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
    [InlineData(999_999_999_999_999, "999999999999999")]
    [InlineData(1e15, "1E+15")]
    public void ToText_FromFifteenZerosOn_IsTheDoublesOwnSpelling(double cell, string text) => Assert.Equal(text, SpreadsheetNumber.ToText(cell));

    [Theory]
    [InlineData(123, "00000", "00123")]
    [InlineData(0, "00", "00")]
    [InlineData(12345, "000", "12345")]
    [InlineData(123, "\"CB-\"0000", "CB-0123")]
    [InlineData(7, "0000\" ha\"", "0007 ha")]
    [InlineData(5, "\"\"00", "05")]
    [InlineData(5, @"\A\B00\C", "AB05C")]
    [InlineData(5, "- 00-", "- 05-")]
    [InlineData(5, "000;-000", "005")]
    public void InDigits_OfAFormatOfZeros_IsTheCodeShown(double cell, string format, string shown) => Assert.Equal(shown, SpreadsheetNumber.InDigits(cell, format));

    [Theory]
    [InlineData(5, null)]
    [InlineData(5, "")]
    [InlineData(5, "General")]
    [InlineData(5, "#,##0")]
    [InlineData(5, "0")]
    [InlineData(5, "00.00")]
    [InlineData(5, "00-00")]
    [InlineData(5, "\"CB00")]
    [InlineData(5, @"00\")]
    [InlineData(1.5, "00")]
    [InlineData(-5, "00")]
    [InlineData(1e15, "00")]
    public void InDigits_OfAnyOtherFormatOrNumber_IsNone(double cell, string? format) => Assert.Null(SpreadsheetNumber.InDigits(cell, format));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void ToText_InAnyCulture_WritesADot(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal("87.42", SpreadsheetNumber.ToText(87.42));
    }
}
