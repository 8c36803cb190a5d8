using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Tests.Ratings;

public sealed class ConditionSchemeTests
{
    private const string Two = "Khá | có tiêu chí 0 điểm | Điều 5 Quyết định 12/QĐ-UBND\nTrung bình | Người đứng đầu bị kỷ luật | Điều 6 Quyết định 12/QĐ-UBND";

    [Fact]
    public void Parse_OfWhatIsWritten_AreTheConditions()
    {
        var conditions = ConditionScheme.Parse(Two);

        Assert.Equal([RatingConditionKind.CriterionAtZero, RatingConditionKind.Recorded], conditions.Select(condition => condition.Kind));
        Assert.Equal(("Trung bình", "Người đứng đầu bị kỷ luật", "Điều 6 Quyết định 12/QĐ-UBND"), (conditions[1].HighestBand, conditions[1].Text, conditions[1].Basis));
        Assert.Equal((Two, 2), (conditions.ToString(), conditions.Count));
        Assert.Equal(conditions, ConditionScheme.Parse(conditions.ToString()));
        Assert.NotEqual(conditions, ConditionScheme.Parse("Khá | có tiêu chí 0 điểm | Điều 5"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Parse_OfNothing_IsNone(string text) => Assert.Equal(ConditionScheme.None, ConditionScheme.Parse(text));

    [Theory]
    [InlineData("Khá")]
    [InlineData("Khá | có tiêu chí 0 điểm")]
    [InlineData("Khá | | Điều 5")]
    [InlineData("Khá | a | b | c")]
    public void Parse_OfAnythingElse_NamesTheLineAndWhatIsAccepted(string line)
    {
        var refused = Assert.Throws<FormatException>(() => ConditionScheme.Parse(Two + "\n" + line));

        Assert.Contains($"“{line}”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("mức cao nhất | điều kiện | căn cứ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TooMany_AndTooLong_AreRefused()
    {
        Assert.Contains("Không quá 10", Assert.Throws<FormatException>(() => ConditionScheme.Parse(string.Join('\n', Enumerable.Repeat("Khá | a | b", 11)))).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => ConditionScheme.Parse($"Khá | {new string('a', 301)} | b"));
        Assert.Throws<ArgumentException>("conditions", () => new ConditionScheme([new(RatingConditionKind.Recorded, "Khá", "a|b", "c")]));
    }

    [Theory]
    [InlineData("Khá | a | b", null)]
    [InlineData("kha | a | b", null)]
    [InlineData("Tốt | a | b", "Tốt")]
    [InlineData("Kém | a | b", "Kém")]
    public void Unfit_IsABandThatIsNone_OrTheBest(string text, string? band) =>
        Assert.Equal(band, ConditionScheme.Parse(text).Unfit(RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0"))?.HighestBand);

    [Fact]
    public void Unfit_WithoutBands_IsTheFirst() => Assert.NotNull(ConditionScheme.Parse("Khá | a | b").Unfit(ratings: null));
}
