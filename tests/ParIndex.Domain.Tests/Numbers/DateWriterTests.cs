using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class DateWriterTests
{
    [Fact]
    public void Deadline_SaysItsZone_AndADayBeginsSevenHoursEarlier()
    {
        Assert.Equal("17:00 ngày 15/7/2021 (UTC+7)", DateWriter.VietnameseDeadline(new DateTime(2021, 7, 15, 10, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2021, 7, 16), DateWriter.VietnameseDay(new DateTime(2021, 7, 15, 17, 0, 0, DateTimeKind.Utc)));
        Assert.Equal(new DateOnly(2021, 7, 15), DateWriter.VietnameseDay(new DateTime(2021, 7, 15, 16, 59, 59, DateTimeKind.Utc)));
    }

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Instant_IsWrittenAtUtc7_InAnyCulture_AndReadBack(string culture)
    {
        using var _ = new InCulture(culture);
        var utc = new DateTime(2021, 7, 15, 18, 5, 9, DateTimeKind.Utc);

        Assert.Equal(("01:05 ngày 16/7/2021", "01 giờ 05 phút ngày 16/7/2021", "1h05 ngày 16/7/2021"), (DateWriter.VietnameseHour(utc), DateWriter.VietnameseHourInFull(utc), DateWriter.VietnameseHourInShort(utc)));
        Assert.Equal(("01:05", "01:05:09"), (DateWriter.VietnameseTime(utc), DateWriter.VietnameseSecond(utc)));
        Assert.Equal(utc, DateWriter.Instant(new(2021, 7, 16), new(1, 5, 9)));
        Assert.Equal((new DateTime(2021, 7, 15, 17, 0, 0), DateTimeKind.Utc), (DateWriter.Instant(new(2021, 7, 16)), DateWriter.Instant(new(2021, 7, 16)).Kind));
    }

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
