using ParIndex.Domain.Analysis;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class MedianTests
{
    public static TheoryData<decimal[], decimal> Medians { get; } = new()
    {
        { [9, 1, 2], 2m }, { [5, 5, 5], 5m }, { [1, 2, 4, 100], 3m }, { [0, 0, 0, 0, 7], 0m },
    };

    [Theory]
    [MemberData(nameof(Medians))]
    public void Of_IsTheMiddleOrTheMeanOfTheTwoMiddleOnes_WithHowManyItIsOf(decimal[] values, decimal median) =>
        Assert.Equal(new Median(median, values.Length), Median.Of(values));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Of_FewerThanThree_IsNone(int count) => Assert.Null(Median.Of(Enumerable.Repeat(5m, count)));
}
