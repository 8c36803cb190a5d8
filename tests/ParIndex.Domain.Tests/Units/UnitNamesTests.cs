using ParIndex.Domain.Tests.Golden;
using ParIndex.Domain.Tests.Support;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Units;

public sealed class UnitNamesTests
{
    [Theory]
    [InlineData("Huyện Sìn Hồ", "Sìn Hồ")]
    [InlineData("Thành phố Lai Châu", "Lai Châu")]
    [InlineData("UBND tỉnh Lai Châu", "Lai Châu")]
    [InlineData("UBND huyện Than Uyên", "Than Uyên")]
    [InlineData("Ủy ban nhân dân xã Bum Nưa", "Bum Nưa")]
    [InlineData("Sở Nội vụ", "Nội vụ")]
    [InlineData("Ban Dân tộc", "Dân tộc")]
    [InlineData("Ban Quản lý Khu kinh tế", "Khu kinh tế")]
    [InlineData("Thanh tra tỉnh", "Thanh tra tỉnh")]
    [InlineData("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh")]
    [InlineData("Sở", "Sở")]
    [InlineData("Sở ", "Sở ")]
    [InlineData("Bang Hành", "Bang Hành")]
    [InlineData("Thị trấn Sìn Hồ", "Sìn Hồ")]
    [InlineData("Thị xã Mường Lay", "Mường Lay")]
    [InlineData("Đặc khu Cát Hải", "Cát Hải")]
    [InlineData("Uỷ ban nhân dân phường Đoàn Kết", "Đoàn Kết")]
    public void Distinctive_LeavesOutTheWordsOfTheType(string name, string distinctive) =>
        Assert.Equal(distinctive, UnitNaming.Distinctive(name));

    [Theory]
    [InlineData("Phường Sở Dầu", "Sở Dầu")]
    [InlineData("Xã Ban Công", "Ban Công")]
    public void Distinctive_ANameThatBeginsLikeAType_IsKeptWhole(string name, string distinctive) =>
        Assert.Equal(distinctive, UnitNaming.Distinctive(name));

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Comparer_InAnyCulture_SortsByTheDistinctivePartInVietnamese(string culture)
    {
        using var _ = new InCulture(culture);

        Assert.Equal(
            ["Thành phố Lai Châu", "Huyện Mường Tè", "Huyện Nậm Nhùn", "Huyện Phong Thổ", "Huyện Sìn Hồ", "Huyện Tam Đường", "Huyện Tân Uyên", "Huyện Than Uyên"],
            LaiChau2020.Districts.Select(row => row.Unit).Order(UnitNaming.Comparer));
    }

    [Fact]
    public void Comparer_PutsDWithStrokeAfterD() =>
        Assert.Equal(["Xã Dào San", "Xã Dương", "Xã Đạo"], new[] { "Xã Đạo", "Xã Dương", "Xã Dào San" }.Order(UnitNaming.Comparer));

    [Fact]
    public void Comparer_SameDistinctivePart_IsStillAnOrder()
    {
        Assert.NotEqual(0, UnitNaming.Comparer.Compare("Huyện Sìn Hồ", "Xã Sìn Hồ"));
        Assert.Equal(
            Math.Sign(UnitNaming.Comparer.Compare("Huyện Sìn Hồ", "Xã Sìn Hồ")),
            -Math.Sign(UnitNaming.Comparer.Compare("Xã Sìn Hồ", "Huyện Sìn Hồ")));
    }

    [Theory]
    [InlineData("HUYỆN SÌN HỒ")]
    [InlineData("UBND huyện Sìn Hồ")]
    [InlineData("Ủy ban nhân dân huyện Sìn Hồ")]
    [InlineData("Uỷ ban nhân dân huyện Sìn Hồ")]
    [InlineData(" Huyện  Sìn-Hồ. ")]
    public void Match_CaseBlanksHyphensAndTheCommittee_DoNotMatter(string printed) =>
        Assert.True(UnitNaming.Match(printed, ["Huyện Sìn Hồ"]));

    [Theory]
    [InlineData("TP Lai Châu")]
    [InlineData("TP. Lai Châu")]
    [InlineData("TP.Lai Châu")]
    [InlineData("UBND TP Lai Châu")]
    [InlineData("UBND thành phố Lai Châu")]
    public void Match_TpIsThanhPho(string printed) => Assert.True(UnitNaming.Match(printed, ["Thành phố Lai Châu"]));

    [Theory]
    [InlineData("Xã Sìn Hồ")]
    [InlineData("Sìn Hồ")]
    [InlineData("Huyện Sìn")]
    public void Match_AnotherTypeOrAPart_IsNotTheUnit(string printed) => Assert.False(UnitNaming.Match(printed, ["Huyện Sìn Hồ"]));

    [Theory]
    [InlineData("Xã Ba Tơ", "Xã Ba Tô")]
    [InlineData("Xã Sơn Hà", "Xã Sơn Hạ")]
    [InlineData("Xã Tân Thanh", "Xã Tân Thành")]
    [InlineData("Xã Tân Thành", "Xã Tân Thạnh")]
    [InlineData("Xã Tân Thanh", "Xã Tân Thạnh")]
    [InlineData("Xã Đạo", "Xã Dạo")]
    [InlineData("Huyện Sìn Hồ", "huyen sin ho")]
    [InlineData("Xã Hòa", "Xã Hoá")]
    [InlineData("Phường 1 2", "Phường 12")]
    [InlineData("Xã Kỳ Sơn", "Xã Kì Sơn")]
    public void Match_NamesThatOnlyFoldAlike_AreOthers(string one, string other)
    {
        Assert.False(UnitNaming.Match(one, [other]));
        Assert.Equal([other], UnitNaming.Nearest(one, [other]));
    }

    [Theory]
    [InlineData("Phường Hoà Bình", "Phường Hòa Bình")]
    [InlineData("Xã Thuỷ Sơn", "Xã Thủy Sơn")]
    [InlineData("Phường Bà Rịa – Vũng Tàu", "Phường Bà Rịa-Vũng Tàu")]
    [InlineData("Sở Y\u00ADtế", "Sở Y tế")]
    [InlineData("Sở Nông\u00ADnghiệp\u200B", "Sở Nông nghiệp")]
    [InlineData("Xã A\u0309nh", "Xã Ảnh")]
    [InlineData("TX. Mường Lay", "Thị xã Mường Lay")]
    [InlineData("TX Mường Lay", "Thị xã Mường Lay")]
    public void Match_NormalFormTonePlaceHyphensAndInvisibleSigns_DoNotMatter(string one, string other) =>
        Assert.True(UnitNaming.Match(one, [other]));

    [Fact]
    public void Match_Nothing_MatchesNothing()
    {
        Assert.False(UnitNaming.Match("***", ["—", "Sở Nội vụ"]));
        Assert.False(UnitNaming.Match("—", ["–", "Sở Nội vụ"]));
    }

    [Theory]
    [InlineData("UBND")]
    [InlineData("TP")]
    public void Match_AWordThatUsuallyBegins_StandsForItselfAlone(string name) => Assert.True(UnitNaming.Match(name.ToLowerInvariant(), [name]));

    [Fact]
    public void Nearest_OfAMisspeltName_IsTheNameMeant() =>
        Assert.Equal("Huyện Sìn Hồ", UnitNaming.Nearest("Huyện Xìn Hồ", LaiChau2020.All.Select(row => row.Unit))[0]);

    [Theory]
    [InlineData("UBND huyện Sìn Hồ", "Huyện Xìn Hồ")]
    [InlineData("Huyện Sìn Hồ", "Ủy ban nhân dân huyện Xìn Hồ")]
    [InlineData("Xã A", "Xã BC")]
    [InlineData("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Dân số")]
    public void Nearest_ReachesTwoSigns_OrAQuarterOfALongName_TheCommitteeAside(string printed, string name) =>
        Assert.Equal([name], UnitNaming.Nearest(printed, [name]));

    [Fact]
    public void Nearest_OfAShortName_ReachesNoFurther() => Assert.Empty(UnitNaming.Nearest("Xã A", ["Xã BCD"]));

    [Fact]
    public void Nearest_LooksAtTheLastSignToo() => Assert.Equal(["Xã C", "Xã A", "Xã B"], UnitNaming.Nearest("Xã C", ["Xã A", "Xã B", "Xã C"]));

    [Fact]
    public void Nearest_OfSomethingElse_IsNone() =>
        Assert.Empty(UnitNaming.Nearest("Kho bạc Nhà nước", LaiChau2020.All.Select(row => row.Unit)));

    [Fact]
    public void Nearest_IsThreeNamesAtMostAndTheNearestFirst() => Assert.Equal(
        ["Xã A", "Xã B", "Xã C"],
        UnitNaming.Nearest("Xã A", ["Xã D", "Xã C", "Xã B", "Xã A", "Xã A"]));
}
