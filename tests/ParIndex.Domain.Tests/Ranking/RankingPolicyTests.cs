using ParIndex.Domain.Ranking;

namespace ParIndex.Domain.Tests.Ranking;

public sealed class RankingPolicyTests
{
    [Fact]
    public void Parse_ReadsWhatToStringWrites()
    {
        var policies =
            from scope in Enum.GetValues<RankingScope>()
            from numbering in Enum.GetValues<RankNumbering>()
            from whole in new[] { false, true }
            select new RankingPolicy(scope, numbering, whole);

        Assert.All(policies, policy => Assert.Equal(policy, RankingPolicy.Parse(policy.ToString())));
    }

    [Fact]
    public void Default_IsOneListWhereTiesSkip() =>
        Assert.Equal(new RankingPolicy(RankingScope.OneList, RankNumbering.Competition), RankingPolicy.Default);

    [Fact]
    public void ToString_WithoutTheWholePlace_IsWhatOlderReleasesHold() =>
        Assert.Equal(["BySpecialCase/Competition", "ByHeading/Dense/Whole"], [new RankingPolicy(RankingScope.BySpecialCase, RankNumbering.Competition).ToString(), new RankingPolicy(RankingScope.ByHeading, RankNumbering.Dense, WithWholePlace: true).ToString()]);

    [Theory]
    [InlineData("")]
    [InlineData("OneList")]
    [InlineData("OneList/")]
    [InlineData("OneList/Competition/Dense")]
    [InlineData("Nonsense/Competition")]
    [InlineData("onelist/competition")]
    [InlineData("1/0")]
    [InlineData("7/9")]
    [InlineData("OneList,ByHeading/Dense")]
    [InlineData(" OneList/Dense")]
    [InlineData("ByHeading/Dense/")]
    [InlineData("ByHeading/Dense/whole")]
    [InlineData("ByHeading/Dense/Whole/Whole")]
    public void Parse_AnythingElse_IsRefusedByName(string text) =>
        Assert.Contains($"“{text}”", Assert.Throws<FormatException>(() => RankingPolicy.Parse(text)).Message, StringComparison.Ordinal);
}
