using FsCheck.Fluent;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Analysis;

public sealed class ScaleInferenceTests
{
    [Fact]
    public void Unique_WhenOneScaleFits_IsThatScale() => Assert.Equal(78.5m, ScaleInference.Infer(67.93m, 0.005m, 86.53m).Unique);

    [Fact]
    public void Unique_WhenSeveralFit_IsNoneAndTheCandidatesAreNamed()
    {
        var inference = ScaleInference.Infer(8m, 0.5m, 10m, indexDecimals: 0);

        Assert.Null(inference.Unique);
        Assert.Contains(80, inference.Candidates);
        Assert.Equal(inference.Candidates.Order(), inference.Candidates);
    }

    [Fact]
    public void Unique_WhenNoneFits_IsNone()
    {
        var inference = ScaleInference.Infer(67.93m, 0.005m, 20.00m);

        Assert.Null(inference.Unique);
        Assert.Empty(inference.Candidates);
    }

    [Fact]
    public void Unique_OfATotalThatWasNotRounded_IsStricter() =>
        Assert.Null(ScaleInference.Infer(67.93m, 0, 86.53m).Unique);

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void Candidates_ReachBothEndsOfTheGrid(int scale) => Assert.Contains(scale, ScaleInference.Infer(scale * 0.9m, 0.005m, 90m).Candidates);

    [Fact]
    public void TheTrueScale_IsAlwaysAmongTheCandidates() => Law.Holds(
        from scale in Cases.Scale
        from tenThousandths in Gen.Choose(100_000, 600_000)
        select (scale, total: tenThousandths / 10_000m),
        it => ScaleInference.Infer(
            Rounding.HalfAwayFromZero(it.total, 2), Rounding.HalfUnit(2), Rounding.HalfAwayFromZero(100 * it.total / it.scale, 2)).Candidates.Contains(it.scale));
}
