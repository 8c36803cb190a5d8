using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Scoring;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-98)]
    public void Value_NotAboveZero_IsRefused(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scale(value, ScaleSource.Printed));

    [Fact]
    public void InferredScale_IsNotThePrintedOneOfTheSameValue() =>
        Assert.NotEqual(new Scale(98, ScaleSource.Printed), new Scale(98, ScaleSource.Inferred));
}
