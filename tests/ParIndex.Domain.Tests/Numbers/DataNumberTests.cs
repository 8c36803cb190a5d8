using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public class DataNumberTests
{
    [Theory]
    [InlineData("62.3")]
    [InlineData("-0.0001")]
    [InlineData("0")]
    [InlineData("99999.9999")]
    public void Read_GivesBackWhatWasWritten(string text) =>
        Assert.Equal(text, NumberWriter.DataTrimmed(DataNumber.Read(text)!.Value));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("62,3")]
    [InlineData("1e2")]
    [InlineData("1 000")]
    [InlineData("+1")]
    [InlineData("NaN")]
    [InlineData("６２")]
    public void Read_RefusesWhatThisSoftwareDoesNotWrite(string? text) => Assert.Null(DataNumber.Read(text));

    [Theory, MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Read_DoesNotAskTheCulture(string culture)
    {
        using var inCulture = new InCulture(culture);

        Assert.Equal(-62.3m, DataNumber.Read("-62.3"));
    }
}
