using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class NumberWriterTests
{
    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void EveryWriter_InAnyCulture_WritesTheSame(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal(
            ["1234.50", "1234,50", "78.5", "78,5", "82,08%", "05"],
            [
                NumberWriter.Data(1234.5m, 2), NumberWriter.Vietnamese(1234.5m), NumberWriter.DataTrimmed(78.50m),
                NumberWriter.VietnameseTrimmed(78.50m), NumberWriter.VietnamesePercent(82.08m), NumberWriter.VietnameseCount(5),
            ]);
    }

    [Fact]
    public void Data_ValueReadBackWithMoreZeros_IsTheSameText() =>
        Assert.Equal(NumberWriter.Data(62.3m, 2), NumberWriter.Data(62.3000m, 2));

    [Fact]
    public void Trimmed_WholeScale_HasNoDecimals() => Assert.Equal("98", NumberWriter.VietnameseTrimmed(98.0000m));

    [Fact]
    public void Vietnamese_RoundsHalfAwayFromZero() => Assert.Equal("0,13", NumberWriter.Vietnamese(0.125m));

    [Fact]
    public void Vietnamese_NoPlaces_IsAWholeNumber() => Assert.Equal("3", NumberWriter.Vietnamese(2.5m, 0));

    [Fact]
    public void Vietnamese_Fall_CarriesAMinus() => Assert.Equal("-8,81", NumberWriter.Vietnamese(-8.81m));

    [Fact]
    public void EveryWriter_OfAFallThatRoundsToNothing_WritesNoMinus() => Assert.Equal(
        ["0.00", "0,00", "0", "0"],
        [NumberWriter.Data(-0.001m, 2), NumberWriter.Vietnamese(-0.001m), NumberWriter.DataTrimmed(decimal.Negate(0)), NumberWriter.VietnameseTrimmed(decimal.Negate(0.00m))]);

    [Theory]
    [InlineData(0, "00")]
    [InlineData(5, "05")]
    [InlineData(20, "20")]
    [InlineData(106, "106")]
    public void VietnameseCount_HasTwoDigitsAtLeast(int count, string text) =>
        Assert.Equal(text, NumberWriter.VietnameseCount(count));
}
