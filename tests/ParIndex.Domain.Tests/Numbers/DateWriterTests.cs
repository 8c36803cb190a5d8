using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class DateWriterTests
{
    private static readonly DateOnly Day = new(2021, 7, 5);

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void BothWriters_InAnyCulture_WriteTheSame(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal(("2021-07-05", "5/7/2021"), (DateWriter.Data(Day), DateWriter.Vietnamese(Day)));
    }

    [Theory]
    [InlineData("2021-07-05")]
    [InlineData("5/7/2021")]
    [InlineData("05/07/2021")]
    public void Read_BothWritings_AreTheDay(string text) => Assert.Equal(Day, DateWriter.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("7/15/2021")]
    [InlineData("29/2/2021")]
    [InlineData("5-7-2021")]
    [InlineData("5/7/21")]
    [InlineData("2021-07-05T00:00:00")]
    public void Read_AnythingElse_IsNone(string text) => Assert.Null(DateWriter.Read(text));
}
