using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Units;

public sealed class UnitGroupTests
{
    [Theory]
    [InlineData("Sở, ban, ngành tỉnh", "so-nganh")]
    [InlineData("Khối các sở", "so-nganh")]
    [InlineData("Departments", "so-nganh")]
    [InlineData("UBND huyện, thành phố", "huyen")]
    [InlineData("Các huyện, thị xã, thành phố", "huyen")]
    [InlineData("Thị xã, thành phố", "huyen")]
    [InlineData("UBND xã, phường", "xa")]
    [InlineData("CÁC XÃ", "xa")]
    [InlineData("Ban, ngành", "so-nganh")]
    [InlineData("Các huyện", "huyen")]
    [InlineData("Districts", "huyen")]
    [InlineData("Các phường", "xa")]
    [InlineData("Communes", "xa")]
    public void SlugOf_ATablesOwnName_IsTheUsualGroup(string printed, string slug) => Assert.Equal(slug, UnitGroup.SlugOf(printed));

    [Theory]
    [InlineData("Tổ chức chính trị - xã hội", "to-chuc-chinh-tri-xa-hoi")]
    [InlineData("Cơ quan Trung ương tại địa phương", "co-quan-trung-uong-tai-dia-phuong")]
    [InlineData("Cơ sở y tế", "co-so-y-te")]
    [InlineData("Đơn vị sự nghiệp", "don-vi-su-nghiep")]
    public void SlugOf_AnotherName_IsItsOwnSlug(string printed, string slug) => Assert.Equal(slug, UnitGroup.SlugOf(printed));

    [Theory]
    [InlineData("phuong", "Phường")]
    [InlineData("xa", "Xã, phường")]
    [InlineData("xa-tam-duong", "Các xã huyện Tam Đường")]
    public void IsAskedFor_TakesItsSlugAndItsName_AndNoOtherGroupOfItsKind(string slug, string name)
    {
        var group = new UnitGroup(slug, name, nameEn: null, UnitKind.Commune, 0);

        Assert.Equal([slug], new[] { "phuong", "xa", "xa-tam-duong", "xa-phuong" }.Where(group.IsAskedFor));
        Assert.True(group.IsAskedFor(name));
    }

    [Theory]
    [InlineData("Các phường", true)]
    [InlineData("KHỐI PHƯỜNG", true)]
    [InlineData("Nhóm các phường", true)]
    [InlineData("UBND cấp phường", true)]
    [InlineData("phuong", true)]
    [InlineData("Các", false)]
    [InlineData("Phường các", false)]
    [InlineData("Các xã, đặc khu", false)]
    [InlineData("Các phương", false)]
    public void IsNamed_LeavesOutTheWordsForSeveral(string printed, bool named) =>
        Assert.Equal(named, new UnitGroup("phuong", "Phường", nameEn: null, UnitKind.Commune, 0).IsNamed(printed));

    [Fact]
    public void Usual_GroupsNames_GiveTheirOwnSlugs() =>
        Assert.All(UnitGroup.Usual(), group => Assert.Equal(group.Slug, UnitGroup.SlugOf(group.Name)));

    [Fact]
    public void IsNamed_OfAGroupThatSaysSoItself_LeavesThemOutOnBothSides() =>
        Assert.True(new UnitGroup("cac-phuong", "Các phường", nameEn: null, UnitKind.Commune, 0).IsNamed("Khối phường"));

    [Theory]
    [InlineData("Khối-các sở")]
    [InlineData("Nhóm so")]
    public void IsNamed_ByItsNameOrItsSlug_InOtherWriting(string printed) =>
        Assert.True(new UnitGroup("so", "Khối các sở", nameEn: null, UnitKind.Department, 0).IsNamed(printed));

    [Theory]
    [InlineData("Các phường", "phuong")]
    [InlineData("Khối các cơ quan Trung ương", "co-quan-trung-uong")]
    [InlineData("Các", "cac")]
    public void SlugFrom_AHeading_LeavesOutTheWordsForSeveral(string printed, string slug) => Assert.Equal(slug, UnitGroup.SlugFrom(printed));

    [Theory]
    [InlineData("so-nganh", UnitKind.Department)]
    [InlineData("Các huyện, thị xã", UnitKind.District)]
    [InlineData("phường", UnitKind.Commune)]
    [InlineData("Đơn vị sự nghiệp", UnitKind.Other)]
    public void KindOf_AUsualName_IsWhatSuchGroupsHold(string name, UnitKind kind) => Assert.Equal(kind, UnitGroup.KindOf(name));

    [Fact]
    public void Describe_ChangesWhatHeadingsShow_AndNotTheAddress()
    {
        var group = new UnitGroup("Xã phường", " Xã,  phường ", nameEn: null, UnitKind.Commune, 2);
        Assert.Equal(("xa-phuong", "Xã, phường"), (group.Slug, group.Name));

        group.Describe(" Xã, phường,  đặc khu ", "Communes, wards and the special zone", 5);

        Assert.Equal(("xa-phuong", "Xã, phường, đặc khu", "Communes, wards and the special zone", UnitKind.Commune, 5), (group.Slug, group.Name, group.NameEn, group.Kind, group.Position));
        Assert.Throws<ArgumentException>(() => group.Describe(" ", nameEn: null, 0));
    }

    [Fact]
    public void Usual_GroupsHaveTheirKindAndAnEnglishName() => Assert.Equal(
        [("Sở, ban, ngành", "Departments", UnitKind.Department), ("Huyện, thành phố", "Districts and city", UnitKind.District), ("Xã, phường", "Communes and wards", UnitKind.Commune)],
        UnitGroup.Usual().Select(group => (group.Name, group.NameEn, group.Kind)));

    [Fact]
    public void Usual_GroupsStandInTheOrderOfTheirPositions() =>
        Assert.Equal([0, 1, 2], UnitGroup.Usual().Select(group => group.Position));
}
