using ParIndex.Application.Staff;

namespace ParIndex.Application.Tests.Staff;

public sealed class TotpTests
{
    /// <summary>The key of RFC 6238, appendix B: “12345678901234567890” in Base32.</summary>
    private const string RfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_IsThatOfTheRfc(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(RfcKey, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void Accept_TakesANeighbouringStep_AndNoneTwice()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);

        Assert.Equal(step - 1, Totp.Accept(RfcKey, Totp.Code(RfcKey, step - 1), now, lastStep: null));
        Assert.Equal(step + 1, Totp.Accept(RfcKey, Totp.Code(RfcKey, step + 1).Insert(3, " "), now, lastStep: step));
        Assert.Null(Totp.Accept(RfcKey, Totp.Code(RfcKey, step), now, lastStep: step));
        Assert.Null(Totp.Accept(RfcKey, Totp.Code(RfcKey, step - 2), now, lastStep: null));
        Assert.Null(Totp.Accept(RfcKey, "", now, lastStep: null));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(1_000_000_000)]
    [InlineData(long.MaxValue / 2)]
    public void Accept_AfterAClockRanAhead_ShutsNobodyOut(long ahead)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);

        Assert.Equal(step, Totp.Accept(RfcKey, Totp.Code(RfcKey, step), now, lastStep: step + ahead));
        Assert.Null(Totp.Accept(RfcKey, Totp.Code(RfcKey, step), now, lastStep: step + 1));
    }

    [Fact]
    public void NewKey_Has160Bits() => Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
}
