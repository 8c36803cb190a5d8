namespace ParIndex.Application.Tests.Data;

/// <summary>A clock that stands still, off the whole microsecond so that what is lost on the way is seen.</summary>
internal sealed class FixedClock : TimeProvider
{
    public static readonly DateTimeOffset Instant = new DateTimeOffset(2021, 7, 16, 1, 2, 3, TimeSpan.Zero).AddTicks(4_567_891);

    public override DateTimeOffset GetUtcNow() => Instant;
}
