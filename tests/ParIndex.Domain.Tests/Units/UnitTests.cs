using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Units;

public sealed class UnitTests
{
    private static readonly DateOnly Merger = new(2025, 3, 1);

    [Fact]
    public void Code_IsTheFoldedFullNameWithItsType() =>
        Assert.Equal("huyen-sin-ho", new Unit(" Huyện  Sìn Hồ ", UnitKind.District).Code);

    [Fact]
    public void Code_OfACommuneWithADistrictsName_IsAnother() => Assert.NotEqual(
        new Unit("Huyện Sìn Hồ", UnitKind.District).Code,
        new Unit("Xã Sìn Hồ", UnitKind.Commune).Code);

    [Fact]
    public void Code_OfASecondUnitOfOneFoldedName_IsAnother()
    {
        var first = new Unit("Xã Ba Tơ", UnitKind.Commune);
        var second = new Unit("Xã Ba Tô", UnitKind.Commune, takenCodes: [first.Code]);
        var third = new Unit("Xã Bá Tơ", UnitKind.Commune, takenCodes: [first.Code, second.Code]);

        Assert.Equal(["xa-ba-to", "xa-ba-to-2", "xa-ba-to-3"], [first.Code, second.Code, third.Code]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("—")]
    public void Name_WithoutALetter_IsRefused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => new Unit(name, UnitKind.Department));

    [Fact]
    public void Rename_KeepsTheCodeAndTheUnit()
    {
        var unit = Renamed();

        Assert.Equal(("ban-dan-toc", "Sở Dân tộc và Tôn giáo"), (unit.Code, unit.CurrentName.Name));
    }

    [Theory]
    [InlineData(2024, "Ban Dân tộc")]
    [InlineData(2025, "Sở Dân tộc và Tôn giáo")]
    [InlineData(2026, "Sở Dân tộc và Tôn giáo")]
    public void NameIn_IsTheNameAtTheEndOfTheYear(int year, string name) => Assert.Equal(name, Renamed().NameIn(year).Name);

    [Fact]
    public void Rename_EndsTheFormerNameTheDayBefore() =>
        Assert.Equal([new DateOnly(2025, 2, 28), null], Renamed().Names.Select(name => name.ValidTo));

    [Fact]
    public void Rename_BeforeTheCurrentNameBegan_IsRefused()
    {
        var unit = Renamed();

        Assert.Equal("Sở Dân tộc và Tôn giáo chưa có tên này trước ngày đổi tên 28/2/2025.", Assert.Throws<RefusedException>(() => unit.Rename("Sở Dân tộc", Merger.AddDays(-1))).Message);
        Assert.Throws<RefusedException>(() => unit.Rename("Sở Dân tộc", Merger));
        Assert.Equal(2, unit.Names.Count);
    }

    [Fact]
    public void Rename_ToNothing_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Unit("Ban Dân tộc", UnitKind.Department).Rename(" ", Merger));

    [Theory]
    [InlineData(2014, false)]
    [InlineData(2015, true)]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void ExistedIn_CountsTheYearsOfItsFirstAndItsLastDay(int year, bool existed)
    {
        var unit = new Unit("Huyện Sìn Hồ", UnitKind.District, validFrom: new(2015, 12, 31));
        unit.Close(new(2025, 1, 1));

        Assert.Equal(existed, unit.ExistedIn(year));
    }

    [Fact]
    public void ExistedIn_WithoutDates_IsAlways() => Assert.True(new Unit("Sở Nội vụ", UnitKind.Department).ExistedIn(1946));

    [Fact]
    public void Close_BeforeTheUnitBegan_IsRefused()
    {
        var unit = new Unit("Huyện Nậm Nhùn", UnitKind.District, validFrom: new(2012, 11, 2));

        Assert.Equal("Huyện Nậm Nhùn bắt đầu sau ngày kết thúc 1/11/2012.", Assert.Throws<RefusedException>(() => unit.Close(new(2012, 11, 1))).Message);
        unit.Close(new(2012, 11, 2));

        Assert.Equal(new DateOnly(2012, 11, 2), unit.ValidTo);
    }

    [Fact]
    public void Close_BeforeTheCurrentNameBegan_IsRefused()
    {
        var unit = Renamed();

        Assert.Throws<RefusedException>(() => unit.Close(Merger.AddDays(-1)));
        unit.Close(Merger);

        Assert.Equal((Merger, Merger), (unit.ValidTo, unit.CurrentName.ValidTo));
    }

    [Fact]
    public void NameIn_AYearOfThreeNames_IsTheLastOfThem()
    {
        var unit = new Unit("Ban Dân tộc", UnitKind.Department, "Ethnic Committee", new(2010, 1, 1));
        unit.Rename("Ban Dân tộc và Tôn giáo", new(2025, 1, 15));
        unit.Rename("Sở Dân tộc và Tôn giáo", Merger, "Department of Ethnic and Religious Affairs");

        Assert.Equal(["Sở Dân tộc và Tôn giáo", "Ban Dân tộc", "Sở Dân tộc và Tôn giáo"], new[] { 2009, 2024, 2025 }.Select(year => unit.NameIn(year).Name));
        Assert.Equal(["Ethnic Committee", null, "Department of Ethnic and Religious Affairs"], unit.Names.Select(name => name.NameEn));
        Assert.Equal([new DateOnly(2010, 1, 1), new DateOnly(2025, 1, 15), Merger], unit.Names.Select(name => name.ValidFrom));
    }

    [Theory]
    [InlineData(2009, false)]
    [InlineData(2010, true)]
    [InlineData(2025, true)]
    [InlineData(2026, false)]
    public void HeldIn_CountsTheYearsOfTheFirstAndTheLastDay(int year, bool held)
    {
        var unit = new Unit("Ban Dân tộc", UnitKind.Department, validFrom: new(2010, 12, 31));
        unit.Close(new(2025, 1, 1));

        Assert.Equal(held, unit.CurrentName.HeldIn(year));
    }

    [Fact]
    public void Close_Corrected_MovesTheEndOfTheNameToo()
    {
        var unit = new Unit("Huyện Sìn Hồ", UnitKind.District);
        unit.Close(new(2025, 12, 31));

        unit.Close(new(2025, 6, 30));

        Assert.Equal(new DateOnly(2025, 6, 30), unit.CurrentName.ValidTo);
    }

    [Theory]
    [InlineData(2024, "Ban Dân tộc", true)]
    [InlineData(2025, "Ban Dân tộc", true)]
    [InlineData(2026, "Ban Dân tộc", false)]
    [InlineData(2024, "Sở Dân tộc và Tôn giáo", false)]
    [InlineData(2026, "SỞ DÂN TỘC VÀ TÔN GIÁO", true)]
    public void IsCalledIn_TakesTheNamesOfThatYear(int year, string text, bool called) =>
        Assert.Equal(called, Renamed().IsCalledIn(year, text));

    [Fact]
    public void IsCalledIn_AYearTheUnitDidNotExist_IsFalse()
    {
        var unit = new Unit("Huyện Sìn Hồ", UnitKind.District);
        unit.Close(new(2025, 6, 30));

        Assert.False(unit.IsCalledIn(2026, "Huyện Sìn Hồ"));
        Assert.True(unit.IsCalled("Huyện Sìn Hồ"));
    }

    [Fact]
    public void Alias_IsRecognisedBesideTheName()
    {
        var unit = new Unit("Sở Nông nghiệp và Phát triển nông thôn", UnitKind.Department);

        unit.AddAlias("Sở Nông nghiệp và PTNT");

        Assert.True(unit.IsCalledIn(2020, "SỞ NÔNG NGHIỆP VÀ PTNT"));
        Assert.True(unit.IsCalled("SỞ NÔNG NGHIỆP VÀ PTNT"));
    }

    [Theory]
    [InlineData("SỞ NỘI VỤ")]
    [InlineData("Sở  Nội-vụ")]
    [InlineData("  ")]
    [InlineData("—")]
    public void Alias_ThatAddsNothing_IsPassedOver(string alias)
    {
        var unit = new Unit("Sở Nội vụ", UnitKind.Department);

        unit.AddAlias(alias);

        Assert.Empty(unit.Aliases);
    }

    [Fact]
    public void SearchText_HoldsAllNamesAndAliasesFolded()
    {
        Assert.Equal("so noi vu", new Unit("Sở Nội vụ", UnitKind.Department).SearchText);
        var unit = Renamed();
        Assert.Equal("ban dan toc|so dan toc va ton giao", unit.SearchText);
        unit.AddAlias("Ban DT");

        Assert.Equal("ban dan toc|so dan toc va ton giao|ban dt", unit.SearchText);
    }

    private static Unit Renamed()
    {
        var unit = new Unit("Ban Dân tộc", UnitKind.Department);
        unit.Rename("Sở Dân tộc và Tôn giáo", Merger);
        return unit;
    }
}
