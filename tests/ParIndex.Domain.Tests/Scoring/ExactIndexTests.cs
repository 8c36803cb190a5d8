using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Scoring;

public sealed class ExactIndexTests
{
    [Fact]
    public void Equals_SameShareOfDifferentScales_IsTrue() => Assert.Equal(new ExactIndex(49, 98), new ExactIndex(50, 100));

    [Fact]
    public void GetHashCode_SameShareOfDifferentScales_IsTheSame() => Law.Holds(
        Cases.Shares,
        share => new ExactIndex(share.Points, share.Scale).GetHashCode() == new ExactIndex(share.Points * 3, share.Scale * 3).GetHashCode());

    [Fact]
    public void CompareTo_SharesThatRoundAlike_TellsThemApart()
    {
        // 85,6632… and 85,6642… are both printed 85,66.
        var (less, more) = (new ExactIndex(83.950m, 98), new ExactIndex(83.951m, 98));

        Assert.Equal(less.Rounded(), more.Rounded());
        Assert.True(less < more);
        Assert.True(more > less);
        Assert.False(less >= more);
        Assert.False(more <= less);
    }

    [Fact]
    public void CompareTo_SameShareOfDifferentScales_IsNeitherSmallerNorLarger()
    {
        var (one, other) = (new ExactIndex(49, 98), new ExactIndex(50, 100));

        Assert.False(one < other);
        Assert.False(one > other);
        Assert.True(one <= other);
        Assert.True(one >= other);
    }

    [Fact]
    public void Rounded_GoesHalfAwayFromZero() => Assert.Equal(82.81m, new ExactIndex(82.805m, 100).Rounded());

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Scale_NotAboveZero_IsRefused(int scale) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExactIndex(1, scale));
}
