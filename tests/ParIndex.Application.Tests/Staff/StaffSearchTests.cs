using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Staff;

/// <summary>Accounts are found by code, name, post and unit, with marks or without.</summary>
public sealed class StaffSearchTests
{
    private static readonly string[] Everybody = ["NV.01", "YT.02", "QT.03", "YT.04"];

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_BySomeWords_HoldsWhoHasThemAll(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        Assert.Equal(Everybody, await FoundAsync(database, null));
        Assert.Equal(Everybody, await FoundAsync(database, " — % "));
        Assert.Equal(["NV.01"], await FoundAsync(database, "nguyen thi dao"));
        Assert.Equal(["NV.01"], await FoundAsync(database, "ĐÀO nguyễn"));
        Assert.Equal(["NV.01"], await FoundAsync(database, "Da\u0300o"));
        Assert.Equal(["YT.02"], await FoundAsync(database, "van thau"));
        Assert.Equal(["YT.02", "YT.04"], await FoundAsync(database, "yt."));
        Assert.Equal(["YT.02"], await FoundAsync(database, "02"));
        Assert.Equal(["NV.01"], await FoundAsync(database, "chuyên viên Đào"));
        Assert.Equal(["NV.01"], await FoundAsync(database, "uye ao"));
        Assert.Equal(["QT.03"], await FoundAsync(database, "quản trị"));
        Assert.Empty(await FoundAsync(database, "nguyen khong-co"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_ByTheUnit_HoldsItsPeople_AloneAndWithTheirNames(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);

        Assert.Equal(["YT.02", "YT.04"], await FoundAsync(database, "sở y tế"));
        Assert.Equal(["YT.02"], await FoundAsync(database, "ấu y te"));
        Assert.Empty(await FoundAsync(database, "đào y tế"));
        await using var db = database.NewContext();
        Assert.Equal(["Sở Y tế", "Sở Y tế"], (await new StaffRegister(db, TimeProvider.System).ListAsync("y te")).Select(row => row.Unit));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task List_AfterAChange_GoesByWhatIsNow_AndByEveryNameOfTheUnit(DatabaseKind kind)
    {
        await using var database = await FilledAsync(kind);
        await using (var db = database.NewContext())
        {
            var account = await db.StaffAccounts.SingleAsync(account => account.UserName == "NV.01");
            (account.FullName, account.Post) = ("Trần Thị Ấm", null);
            (await db.Units.SingleAsync(unit => unit.Code == "so-y-te")).Rename("Sở Sức khỏe", new DateOnly(2026, 1, 1));
            await db.SetUpAsync();
        }

        Assert.Equal(["NV.01"], await FoundAsync(database, "tran am"));
        Assert.Empty(await FoundAsync(database, "dao"));
        Assert.Empty(await FoundAsync(database, "chuyen vien noi vu"));
        Assert.Equal(["YT.02", "YT.04"], await FoundAsync(database, "suc khoe"));
        Assert.Equal(["YT.02", "YT.04"], await FoundAsync(database, "y te"));
    }

    private static async Task<string[]> FoundAsync(TestDatabase database, string? words)
    {
        await using var db = database.NewContext();
        return [.. (await new StaffRegister(db, TimeProvider.System).ListAsync(words)).Select(row => row.Account.StaffCode)];
    }

    /// <summary>Four people in the order of the list: those who are active by name, then the other.</summary>
    private static async Task<TestDatabase> FilledAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var (health, home) = (new Unit("Sở Y tế", UnitKind.Department), new Unit("Sở Nội vụ", UnitKind.Department));
        await using var db = database.NewContext();
        db.AddRange(
            health, home,
            new StaffAccount("YT.04", "An Văn Cũ", StaffRoles.UnitOfficer, health.Id) { IsActive = false },
            new StaffAccount("QT.03", "Vàng A Páo", StaffRoles.Administrator, unitId: null) { Post = "Quản trị hệ thống" },
            new StaffAccount("YT.02", "Tòng Văn Thấu", StaffRoles.UnitOfficer, health.Id),
            new StaffAccount("NV.01", "Nguyễn Thị Đào", StaffRoles.UnitOfficer, home.Id) { Post = "Chuyên viên" });
        await db.SetUpAsync();
        return database;
    }
}
