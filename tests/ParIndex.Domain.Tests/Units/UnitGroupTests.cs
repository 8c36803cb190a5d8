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
    [InlineData("Các xã, đặc khu", false)]
    [InlineData("Các phương", false)]
    public void IsNamed_LeavesOutTheWordsForSeveral(string printed, bool named) =>
        Assert.Equal(named, new UnitGroup("phuong", "Phường", nameEn: null, UnitKind.Commune, 0).IsNamed(printed));

    [Fact]
    public void Usual_GroupsNames_GiveTheirOwnSlugs() =>
        Assert.All(UnitGroup.Usual(), group => Assert.Equal(group.Slug, UnitGroup.SlugOf(group.Name)));

    [Fact]
    public void Usual_GroupsStandInTheOrderOfTheirPositions() =>
        Assert.Equal([0, 1, 2], UnitGroup.Usual().Select(group => group.Position));
}
