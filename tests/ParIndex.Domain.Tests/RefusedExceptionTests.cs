namespace ParIndex.Domain.Tests;

public sealed class RefusedExceptionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ThrowIf_AReason_RefusesForIt(bool isOfRights)
    {
        var refusal = Assert.Throws<RefusedException>(() => RefusedException.ThrowIf("Kỳ đánh giá đã khoá.", isOfRights));

        Assert.Equal((new Refusal("Kỳ đánh giá đã khoá.", isOfRights), "Kỳ đánh giá đã khoá."), (refusal.Refusal, refusal.Message));
    }

    [Fact]
    public void ThrowIf_NoReason_RefusesNothing() => Assert.Null(Record.Exception(() => RefusedException.ThrowIf(reason: null)));
}
