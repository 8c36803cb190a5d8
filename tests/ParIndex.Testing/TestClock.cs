using Microsoft.Extensions.Time.Testing;

namespace ParIndex.Testing;

/// <summary>Clocks that move only when told, for sessions, codes, lockouts and deadlines.</summary>
public static class TestClock
{
    /// <summary>A clock that stands at this second.</summary>
    public static FakeTimeProvider Now() => new(new DateTimeOffset(DateTimeOffset.UtcNow.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero));
}
