using ParIndex.Domain.Staff;

namespace ParIndex.Domain.Tests.Staff;

public sealed class OneTimeCodeTests
{
    [Fact]
    public void New_IsReadable()
    {
        Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$", OneTimeCode.New());
        Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){2}[2-9A-HJKMNP-Z]{4}$", OneTimeCode.NewHalf());
        Assert.NotEqual(OneTimeCode.New(), OneTimeCode.New());
    }

    [Fact]
    public void Code_IsGoodForThreeDays() => Assert.Equal(TimeSpan.FromDays(3), OneTimeCode.Lifetime);

    [Fact]
    public void Hash_IsThatOfTheLettersAndDigitsAlone() =>
        Assert.Equal("C36D768124E8B73D9BC7CBB45E0A20A2E7A748C9CC56870F5F1A0AEBAE6062A0", OneTimeCode.Hash(" k7pd-2mxn-q4rt-9hwb "));

    [Fact]
    public void Typed_InAnyCaseAndGrouping_Matches()
    {
        var code = OneTimeCode.New();

        Assert.True(OneTimeCode.Matches(code.ToLowerInvariant().Replace('-', ' '), OneTimeCode.Hash(code)));
        Assert.False(OneTimeCode.Matches(code[..^1], OneTimeCode.Hash(code)));
        Assert.False(OneTimeCode.Matches(code, hash: null));
    }

    [Theory]
    [InlineData("K7PD-2MXN-Q4RT-9HWB-AAAA-BBBB", true)]
    [InlineData("k7pd2mxnq4rt 9hwbaaaabbbb", true)]
    [InlineData("9HWB-AAAA-BBBB-K7PD-2MXN-Q4RT", false)]
    [InlineData("K7PD-2MXN-Q4RT-9HWB-AAAA-BBBC", false)]
    [InlineData("K7PD-2MXN-Q4RU-9HWB-AAAA-BBBB", false)]
    [InlineData("K7PD-2MXN-Q4RT", false)]
    [InlineData("9HWB-AAAA-BBBB", false)]
    [InlineData("K7PD-2MXN-Q4RT-9HWB-AAAA-BBBB-C", false)]
    [InlineData("", false)]
    public void TwoHalves_MatchTogether_AndInTheirOrder(string typed, bool matches) =>
        Assert.Equal(matches, OneTimeCode.Matches(typed, OneTimeCode.HashOfHalves(OneTimeCode.Hash("K7PD-2MXN-Q4RT"), OneTimeCode.Hash("9HWB-AAAA-BBBB"))));
}
