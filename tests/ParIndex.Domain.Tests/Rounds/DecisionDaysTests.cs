using ParIndex.Domain.Rounds;

namespace ParIndex.Domain.Tests.Rounds;

public sealed class DecisionDaysTests
{
    private static readonly DateOnly Today = new(2026, 4, 3);

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(null, false)]
    public void IsToCome_IsADayAfterToday(int? days, bool toCome)
    {
        var day = days is { } ahead ? Today.AddDays(ahead) : (DateOnly?)null;

        Assert.Equal(toCome, DecisionDays.IsToCome(day, Today));
        Assert.Equal(toCome ? "Ngày quyết định 4/4/2026 chưa tới (hôm nay là 3/4/2026)." : null, DecisionDays.WhyNotDecided(day, Today));
        Assert.Equal(toCome ? "Ngày công bố 4/4/2026 chưa tới (hôm nay là 3/4/2026)." : null, DecisionDays.WhyNotAnnounced(day, Today));
    }
}
