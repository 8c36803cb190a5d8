using ParIndex.Domain.Analysis;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class IntervalTests
{
    [Fact]
    public void Around_IsTheValuesThatRoundToThePrintedOne() => Assert.Equal(new Interval(66.455m, 66.465m), Interval.Around(66.46m, 0.005m));

    [Fact]
    public void Around_NothingRounded_IsAPoint() => Assert.True(Interval.Around(66.46m, 0).IsPoint);

    [Fact]
    public void Around_Zero_DoesNotReachBelowIt() => Assert.Equal(new Interval(0, 0.005m), Interval.Around(0, 0.005m));

    [Fact]
    public void Around_ATotalBelowZero_IsZero() => Assert.Equal(new Interval(0, 0), Interval.Around(-4, 0.005m));

    public static TheoryData<decimal, decimal, decimal, decimal, bool> Pairs { get; } = new()
    {
        { 1, 2, 1.5m, 3, true },
        { 1, 2, 2, 3, false },
        { 2, 3, 1, 2, false },
        { 1, 4, 2, 3, true },
        { 1, 2, 1, 1, true },
        { 1, 2, 2, 2, false },
        { 1, 1, 1, 1, true },
        { 1, 1, 2, 2, false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Overlaps_LowerEndsAreInsideAndUpperEndsOutside(decimal low, decimal high, decimal otherLow, decimal otherHigh, bool overlaps)
    {
        var (one, other) = (new Interval(low, high), new Interval(otherLow, otherHigh));

        Assert.Equal((overlaps, overlaps), (one.Overlaps(other), other.Overlaps(one)));
    }

    [Fact]
    public void Intersect_IsWhatBothShare() => Assert.Equal(new Interval(2, 3), new Interval(1, 3).Intersect(new(2, 4)));

    [Fact]
    public void AsIndexOn_IsThePercentagesOfTheScale() => Assert.Equal(new Interval(50, 75), new Interval(40, 60).AsIndexOn(80));
}
