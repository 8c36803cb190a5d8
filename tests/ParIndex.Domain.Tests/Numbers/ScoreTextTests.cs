using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Numbers;

public sealed class ScoreTextTests
{
    [Theory]
    [InlineData("62,30")]
    [InlineData("62.30")]
    [InlineData("62,3")]
    [InlineData(" 62,30 ")]
    [InlineData("\u00A062.30")]
    [InlineData("062,30")]
    public void Read_CommaOrDot_IsDecimal(string text) => Assert.Equal(62.3m, Read(text).Value);

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Read_InAnyCulture_IsTheSame(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal(62.3m, Read("62,30").Value);
        Assert.Equal(62.3m, Read("62.30").Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\u00A0")]
    public void Read_Nothing_IsEmptyAndNotZero(string? text)
    {
        var read = Read(text);

        Assert.True(read.IsEmpty);
        Assert.Null(read.Value);
    }

    [Fact]
    public void Read_Zero_IsAValue() => Assert.Equal(new ParsedNumber(0, Problem: null), Read("0"));

    [Theory]
    [InlineData("0")]
    [InlineData("62,3")]
    [InlineData("không")]
    public void Read_ValueOrRefusal_IsNotEmpty(string text) => Assert.False(Read(text).IsEmpty);

    [Theory]
    [InlineData("6.230", NumberProblem.TooManyDecimals)]
    [InlineData("62,305", NumberProblem.TooManyDecimals)]
    [InlineData("1,234,5", NumberProblem.NotANumber)]
    [InlineData("1.234,50", NumberProblem.NotANumber)]
    [InlineData("1e2", NumberProblem.NotANumber)]
    [InlineData("1E2", NumberProblem.NotANumber)]
    [InlineData("NaN", NumberProblem.NotANumber)]
    [InlineData("∞", NumberProblem.NotANumber)]
    [InlineData("0x1F", NumberProblem.NotANumber)]
    [InlineData("62,", NumberProblem.NotANumber)]
    [InlineData(",3", NumberProblem.NotANumber)]
    [InlineData(".", NumberProblem.NotANumber)]
    [InlineData("6 2", NumberProblem.NotANumber)]
    [InlineData("62;30", NumberProblem.NotANumber)]
    [InlineData("62٫30", NumberProblem.NotANumber)]
    [InlineData("６２", NumberProblem.NotANumber)]
    [InlineData("٦٢", NumberProblem.NotANumber)]
    [InlineData("६२", NumberProblem.NotANumber)]
    [InlineData("½", NumberProblem.NotANumber)]
    [InlineData("6\u200B2", NumberProblem.NotANumber)]
    [InlineData("không", NumberProblem.NotANumber)]
    [InlineData("-1", NumberProblem.Sign)]
    [InlineData("−1", NumberProblem.Sign)]
    [InlineData("+1", NumberProblem.Sign)]
    [InlineData("62%", NumberProblem.Percent)]
    [InlineData("123456", NumberProblem.TooLarge)]
    public void Read_AnythingElse_IsRefusedWithItsReason(string text, NumberProblem problem) =>
        Assert.Equal(new ParsedNumber(Value: null, problem), Read(text));

    [Theory]
    [InlineData("87,42%")]
    [InlineData("87.42 %")]
    [InlineData("87,42")]
    public void Read_PercentageColumn_MayCarryOnePercentSign(string text) =>
        Assert.Equal(87.42m, ScoreText.Read(text, NumberFormat.Percentage).Value);

    [Theory]
    [InlineData("87,42%%")]
    [InlineData("%87,42")]
    [InlineData("%")]
    public void Read_MisplacedPercentSign_IsRefused(string text) =>
        Assert.Equal(NumberProblem.NotANumber, ScoreText.Read(text, NumberFormat.Percentage).Problem);

    [Theory]
    [InlineData("-1,5")]
    [InlineData("−1.5")]
    public void Read_Penalty_MayCarryAMinus(string text) =>
        Assert.Equal(-1.5m, ScoreText.Read(text, NumberFormat.Penalty).Value);

    [Theory]
    [InlineData("+1,5", NumberProblem.Sign)]
    [InlineData("--1", NumberProblem.NotANumber)]
    [InlineData("- 1", NumberProblem.NotANumber)]
    [InlineData("-", NumberProblem.NotANumber)]
    public void Read_PenaltyWithAnyOtherSign_IsRefused(string text, NumberProblem problem) =>
        Assert.Equal(problem, ScoreText.Read(text, NumberFormat.Penalty).Problem);

    [Theory]
    [InlineData(0, "62", "62,0")]
    [InlineData(1, "62,3", "62,30")]
    [InlineData(3, "6.230", "6.2300")]
    [InlineData(4, "6.2305", "6.23050")]
    public void Read_TakesTheDecimalsOfTheFieldAndNotOneMore(int decimals, string accepted, string refused)
    {
        var format = new NumberFormat(decimals);

        Assert.Null(ScoreText.Read(accepted, format).Problem);
        Assert.Equal(NumberProblem.TooManyDecimals, ScoreText.Read(refused, format).Problem);
    }

    [Fact]
    public void Read_LargestColumnValue_IsExact() =>
        Assert.Equal(99_999.9999m, ScoreText.Read("99999,9999", new NumberFormat(4)).Value);

    [Fact]
    public void ReadOfWritten_IsTheIdentity_ForBothWriters() => Law.Holds(
        from places in Gen.Choose(0, 4)
        from unscaled in Gen.Choose(0, 999_999_999)
        select (places, value: Rounding.HalfAwayFromZero(unscaled / 10_000m, places)),
        it => it.value > 99_999 || (
            ScoreText.Read(NumberWriter.Data(it.value, it.places), new(it.places)).Value == it.value
            && ScoreText.Read(NumberWriter.Vietnamese(it.value, it.places), new(it.places)).Value == it.value
            && ScoreText.Read(NumberWriter.DataTrimmed(it.value), new(it.places)).Value == it.value
            && ScoreText.Read(NumberWriter.VietnameseTrimmed(it.value), new(it.places)).Value == it.value));

    [Fact]
    public void CommaAndDot_AlwaysMeanTheSame() => Law.Holds(
        Cases.Hundredths(0, 1000),
        value => Read(NumberWriter.Data(value, 2)) == Read(NumberWriter.Vietnamese(value)));

    [Fact]
    public void AThousandBadSpellings_AreRefused() => Law.Holds(BadSpellings, text => Read(text) is { Value: null, Problem: not null }, tests: 1000);

    /// <summary>Good numbers spoilt in one of the ways people and files spoil them.</summary>
    private static Gen<string> BadSpellings =>
        from value in Cases.Hundredths(0, 9999)
        let good = NumberWriter.Data(value, 2)
        from at in Gen.Choose(1, good.Length - 1)
        from digit in Gen.Choose(0, 9)
        from intruder in Gen.Elements("e", "E", "x", "-", "+", "%", " ", "'", "_", "/", ":", ";", "٫", "٬", "\u00A0", "\u200B", "d", "l", "O", "o", "$", "₫")
        from spoilt in Gen.Elements(
            good.Insert(at, intruder),
            good + digit,
            good + "," + digit,
            good.Replace(".", ".,", StringComparison.Ordinal),
            good + ".",
            good + "%",
            "-" + good,
            "+" + good,
            "." + good,
            good + "e" + digit,
            good + "điểm",
            FullWidth(good),
            Arabic(good))
        select spoilt;

    private static ParsedNumber Read(string? text) => ScoreText.Read(text, NumberFormat.Score);

    private static string FullWidth(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)('０' + (c - '0')) : c));

    private static string Arabic(string text) => string.Concat(text.Select(c => c is >= '0' and <= '9' ? (char)('٠' + (c - '0')) : c));
}
