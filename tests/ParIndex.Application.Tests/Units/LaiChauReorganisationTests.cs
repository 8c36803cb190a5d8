using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Units;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Units;

/// <summary>The reorganisation of Lai Châu on 1 July 2025: 106 communes became 38, and the districts ended.</summary>
public sealed class LaiChauReorganisationTests
{
    private static readonly DateOnly Day = new(2025, 7, 1);

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Communes_Are106Before_And38After(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var db = database.NewContext();
        var communes = await db.Units.Where(unit => unit.Kind == UnitKind.Commune).ToListAsync();

        var before = communes.Where(unit => unit.ValidFrom is null || unit.ValidFrom < Day).ToList();
        var after = communes.Where(unit => unit.ValidTo is null).ToList();

        Assert.Equal(106, before.Count);
        Assert.Equal((94, 5, 7), (Count(before, "Xã"), Count(before, "Phường"), Count(before, "Thị trấn")));
        Assert.Equal((36, 2), (Count(after, "Xã"), Count(after, "Phường")));
        Assert.Equal(["xa-mu-ca", "xa-ta-tong"], before.Intersect(after).Select(unit => unit.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Successions_AreHonest()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var units = await db.Units.ToDictionaryAsync(unit => unit.Id);
        var links = await db.Successions.Where(link => link.EffectiveOn == Day).ToListAsync();
        var ended = units.Values.Where(unit => unit.Kind == UnitKind.Commune && unit.ValidTo is not null).ToList();
        var present = units.Values.Where(unit => unit.Kind == UnitKind.Commune && unit.ValidTo is null).ToList();

        Assert.All(ended, unit => Assert.Equal(SuccessionKind.Merged, Assert.Single(links, link => link.PredecessorId == unit.Id).Kind));
        Assert.All(present, unit => Assert.Contains(links, link => link.SuccessorId == unit.Id && link.Kind == SuccessionKind.Territory));
        Assert.All(present.Where(unit => unit.ValidFrom == Day), unit => Assert.True(links.Count(link => link.SuccessorId == unit.Id && link.Kind == SuccessionKind.Merged) >= 2));
        Assert.All(links, link => Assert.False(string.IsNullOrEmpty(link.LegalBasis)));
    }

    [Fact]
    public async Task Lands_NameDistrictsOnBothSidesOfAFormerBoundary()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var directory = new UnitDirectory(db);

        var commune = await directory.LandsAsync((await directory.FindAsync("xa-sin-suoi-ho"))!);
        var district = await directory.LandsAsync((await directory.FindAsync("huyen-tam-duong"))!);

        Assert.Equal(["Huyện Phong Thổ", "Huyện Tam Đường"], commune.FormerDistricts.Select(unit => unit.CurrentName.Name));
        Assert.Equal(2025, commune.FirstYear);
        Assert.Equal(["Xã Bản Bo", "Xã Bình Lư", "Xã Khun Há", "Xã Sin Suối Hồ", "Xã Tả Lèng", "Phường Tân Phong"], district.OnItsLand.Select(unit => unit.CurrentName.Name));
        Assert.Empty(district.Successors);
        Assert.Null((await directory.LandsAsync((await directory.FindAsync("xa-mu-ca"))!)).FirstYear);
        Assert.DoesNotContain(await directory.LineageAsync(commune.Unit), step => step.Link.Kind == SuccessionKind.Territory);
    }

    [Fact]
    public async Task NameOfTwoCommunes_MeansTheOneOfTheYear()
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var db = database.NewContext();
        var units = await db.Units.ToListAsync();

        Assert.Equal("xa-ban-bo-2", Assert.Single(Unit.Called(units, 2024, "Xã Bản Bo")).Code);
        Assert.Equal("xa-ban-bo", Assert.Single(Unit.Called(units, 2025, "UBND xã Bản Bo")).Code);
        Assert.Equal("xa-ban-bo", Assert.Single(Unit.Called(units, 2026, "Xã Bản Bo")).Code);
        Assert.Equal("xa-ta-mung", Assert.Single(Unit.Called(units, 2025, "Xã Tà Mung")).Code);
    }

    private static int Count(List<Unit> units, string type) => units.Count(unit => unit.CurrentName.Name.StartsWith(type + " ", StringComparison.Ordinal));
}
