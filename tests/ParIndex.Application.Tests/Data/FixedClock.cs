using Microsoft.Extensions.Time.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Clocks that stand still, off the whole microsecond so that what is lost on the way is seen.</summary>
internal static class FixedClock
{
    public static readonly DateTimeOffset Instant = new DateTimeOffset(2021, 7, 16, 1, 2, 3, TimeSpan.Zero).AddTicks(4_567_891);

    public static FakeTimeProvider New() => new(Instant);
}
