using ParIndex.Domain.Analysis;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class MiddleHalfTests
{
    [Fact]
    public void Of_HoldsHalfOfTheFiguresAtLeast()
    {
        for (var count = MiddleHalf.FewestUnits; count < 60; count++)
        {
            var values = Enumerable.Range(0, count).Select(i => (decimal)(i * 7 % count)).ToList();

            var half = MiddleHalf.Of(values)!;

            var inside = values.Count(value => value >= half.From && value <= half.To);
            Assert.True(inside * 2 >= count && inside <= (count / 2) + 2, $"{inside} of {count}");
            Assert.InRange(half.Median, half.From, half.To);
        }
    }

    [Fact]
    public void Of_FewFigures_SaysNothing() => Assert.Null(MiddleHalf.Of([1, 2, 3, 4, 5, 6, 7]));
}
