using FsCheck.Fluent;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Ratings;

public sealed class RatingSchemeTests
{
    private static readonly RatingScheme Scheme = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0");

    public static TheoryData<decimal, string> Limits { get; } = new()
    {
        { 100m, "Tốt" }, { 80m, "Tốt" }, { 79.99m, "Khá" }, { 70m, "Khá" }, { 69.99m, "Trung bình" }, { 0m, "Trung bình" }, { 103.5m, "Tốt" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void BandOf_LowerLimits_AreInclusive(decimal index, string label) => Assert.Equal(label, Scheme.BandOf(index).Label);

    [Fact]
    public void Bands_InAnyOrder_StandBestFirst() =>
        Assert.Equal(["Tốt", "Khá", "Trung bình"], RatingScheme.Parse("Khá=70,Trung bình=0,Tốt=80").Bands.Select(band => band.Label));

    [Theory]
    [InlineData("Tốt=80,Khá=70,Trung bình=0")]
    [InlineData("Xuất sắc=90,Tốt=80,Khá=65.5,Trung bình=50,Yếu=0")]
    [InlineData("Đạt=0")]
    public void Parse_ReadsWhatToStringWrites(string text)
    {
        var scheme = RatingScheme.Parse(text);

        Assert.Equal(text, scheme.ToString());
        Assert.Equal(scheme, RatingScheme.Parse(scheme.ToString()));
    }

    [Fact]
    public void Parse_OfEveryWrittenScheme_IsTheIdentity() => Law.Holds(
        Cases.Hundredths(0.01m, 100).ArrayOf(4).Select(limits => limits.Distinct().Append(0).Select((limit, i) => new RatingBand($"Mức {i}", limit))),
        bands => new RatingScheme(bands) is var scheme && RatingScheme.Parse(scheme.ToString()).Equals(scheme));

    [Fact]
    public void Parse_SemicolonsBetweenBands_LetLimitsCarryADecimalComma() =>
        Assert.Equal(RatingScheme.Parse("Tốt=80.5,Khá=0"), RatingScheme.Parse("Tốt=80,5; Khá=0"));

    [Fact]
    public void Parse_BlanksAndPercentSigns_AreTidied() => Assert.Equal(Scheme, RatingScheme.Parse(" Tốt = 80% ,Khá=70 , Trung  bình=0"));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void ToString_InAnyCulture_WritesADot(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal("Tốt=80.5,Khá=0", RatingScheme.Parse("Tốt=80.5,Khá=0").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Tốt")]
    [InlineData("=80,Khá=0")]
    [InlineData("Tốt=,Khá=0")]
    [InlineData("Tốt=tám mươi,Khá=0")]
    [InlineData("Tốt=80,Khá=70")]
    [InlineData("Tốt=80,Khá=80,Trung bình=0")]
    [InlineData("Tốt=80,TỐT=70,Trung bình=0")]
    [InlineData("Tốt=-80,Khá=0")]
    [InlineData("Tốt=80,5,Khá=0")]
    [InlineData("Tốt=80.125,Khá=0")]
    public void Parse_AnythingElse_IsRefused(string text) => Assert.Throws<FormatException>(() => RatingScheme.Parse(text));

    [Theory]
    [InlineData("Tốt")]
    [InlineData("=80,Khá=0")]
    [InlineData(" =80,Khá=0")]
    [InlineData("Tốt=,Khá=0")]
    [InlineData("Tốt=-80,Khá=0")]
    public void Parse_WhatIsNoNameWithALimit_SaysTheFormAccepted(string text) =>
        Assert.Contains("cần dạng Tên=ngưỡng", Assert.Throws<FormatException>(() => RatingScheme.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_EmptyPlacesBetweenAndAfterBands_AreTidied() => Assert.Equal(Scheme, RatingScheme.Parse("Tốt=80, ,Khá=70,Trung bình=0,"));

    public static TheoryData<RatingBand[], string> Wrong { get; } = new()
    {
        { [], "ít nhất một mức" },
        { [new("Tốt=", 80), new("Khá", 0)], "“Tốt=” phải có tên không chứa dấu" },
        { [new(new string('a', 41), 0)], "dài quá 40 ký tự" },
        { [new("Tốt", 80), new("TỐT", 0)], "không được trùng tên" },
        { [new("Tốt", 0), new("Khá", 0)], "trùng ngưỡng" },
        { [new("Tốt", 80), new("Khá", 70)], "phải bắt đầu từ 0" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Problem_OfBandsThatAreNoScheme_SaysWhichRule(RatingBand[] bands, string said) => Assert.Contains(said, RatingScheme.Problem(bands), StringComparison.Ordinal);

    [Fact]
    public void Label_OfFortyLetters_IsTaken() => Assert.Null(RatingScheme.Problem([new(new string('a', RatingScheme.MostLetters), 0)]));

    [Fact]
    public void Scheme_IsItsBands_AndNoOther()
    {
        Assert.NotEqual(Scheme, RatingScheme.Parse("Tốt=80,Khá=65,Trung bình=0"));
        Assert.False(Scheme.Equals(null));
        Assert.Equal(Scheme.GetHashCode(), RatingScheme.Parse(Scheme.ToString()).GetHashCode());
    }

    public static TheoryData<string, decimal> Unwritable { get; } = new()
    {
        { "Tốt, rất tốt", 80m }, { "Tốt; rất tốt", 80m }, { ";Tốt", 80m }, { "Tốt=", 80m }, { " ", 80m }, { "Tốt", 79.995m }, { "Tốt", 100_000m },
    };

    [Theory]
    [MemberData(nameof(Unwritable))]
    public void Band_ThatParseCouldNotReadBack_IsRefused(string label, decimal limit) =>
        Assert.Throws<ArgumentException>(() => new RatingScheme([new(label, limit), new("Khá", 0)]));

    [Theory]
    [InlineData("Trung bình")]
    [InlineData("TRUNG BÌNH")]
    [InlineData("trung binh")]
    public void Find_CaseAndAccents_DoNotMatter(string label) => Assert.Equal("Trung bình", Scheme.Find(label)?.Label);

    [Fact]
    public void Find_UnknownLabel_IsNone() => Assert.Null(Scheme.Find("Xuất sắc"));

    [Fact]
    public void PointsTo_ABandAlreadyReached_AreBelow0_ByWhatLiesAboveIt() => Assert.Equal(-21.4m, RatingScheme.PointsTo(new("Khá", 70), 90, 98));

    [Fact]
    public void PointsTo_AddedToThePoints_ReachTheBandAndAHundredthLessDoesNot() => Law.Holds(
        from scale in Cases.Scale
        from points in Cases.Hundredths(0, 40)
        select (scale, points),
        it =>
        {
            var missing = RatingScheme.PointsTo(Scheme.Bands[0], it.points, it.scale);
            return Scheme.BandOf(100 * (it.points + missing) / it.scale) == Scheme.Bands[0]
                && Scheme.BandOf(100 * (it.points + missing - 0.01m) / it.scale) != Scheme.Bands[0];
        });
}
