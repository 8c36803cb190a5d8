using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Commands;

/// <summary><c>create-admin</c>: the first person of a new portal.</summary>
public sealed class CreateAdminTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CreateAdmin_PrintsACode_AndRefusesACodeThatExists(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);

        var first = await runner.RunAsync("create-admin", "QT.01", "Nguyễn Thị Quản");
        var again = await runner.RunAsync("create-admin", "qt.01", "Người Khác");

        await using var db = runner.Database.NewContext();
        var account = await db.StaffAccounts.SingleAsync();
        var code = first.Output.Split('\n')[1].Split(": ")[1];
        Assert.Equal((0, ""), (first.Exit, first.Error));
        Assert.True(OneTimeCode.Matches(code, account.OneTimeCodeHash));
        Assert.Equal((StaffRoles.Administrator, "Nguyễn Thị Quản"), (account.Roles, account.FullName));
        var told = await db.AuditEvents.SingleAsync();
        Assert.Equal(("create-admin", ActSource.CommandLine), (told.Actor, told.Source));
        Assert.Equal((1, ""), (again.Exit, again.Output));
        Assert.Contains("đã có tài khoản", again.Error, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CreateAdmin_MakesTheFirstThreePeople_WithTheirUnits_OfAnEmptyPortal(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);

        foreach (var (code, name, unit) in new[] { ("QT.01", "Nguyễn Thị Quản", "Sở Nội vụ"), ("QT.02", "Lò Văn Trị", "Sở Tư pháp"), ("QT.03", "Mùa A Ba", "SỞ  NỘI VỤ"), ("QT.04", "Vàng A Bốn", "Văn phòng UBND tỉnh") })
        {
            var made = await runner.RunAsync("create-admin", code, name, "--new-unit", unit);
            Assert.Equal((0, ""), (made.Exit, made.Error));
            Assert.Equal(code == "QT.04", made.Output.Contains("sau 72 giờ", StringComparison.Ordinal));
        }

        await using var db = runner.Database.NewContext();
        Assert.Equal(["so-noi-vu", "so-tu-phap", "van-phong-ubnd-tinh"], (await db.Units.Select(unit => unit.Code).ToListAsync()).Order(StringComparer.Ordinal));
        var history = await StaffHistory.ReadAsync(db);
        Assert.Equal([true, true, true, false], history.Accounts.OrderBy(account => account.StaffCode, StringComparer.Ordinal).Select(account => history.IsEstablished(account.Id, DateTime.UtcNow)));
        var both = await runner.RunAsync("create-admin", "QT.05", "Ai Đó", "--unit", "so-noi-vu", "--new-unit", "Sở Y tế");
        Assert.Equal(1, both.Exit);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task CreateAdmin_WithAUnit_BelongsToIt_AndAnUnknownUnitMakesNoAccount(DatabaseKind kind)
    {
        await using var runner = await CommandRunner.CreateAsync(kind);
        var unit = new Unit("Văn phòng UBND tỉnh", UnitKind.Department);
        await using (var db = runner.Database.NewContext())
        {
            db.Add(unit);
            await db.SetUpAsync();
        }

        var unknown = await runner.RunAsync("create-admin", "QT.01", "Nguyễn Thị Quản", "--unit", "so-khong-co");
        var made = await runner.RunAsync("create-admin", "QT.02", "Nguyễn Thị Quản", "--unit", "van-phong-ubnd-tinh");

        await using var after = runner.Database.NewContext();
        Assert.Equal((1, ""), (unknown.Exit, unknown.Output));
        Assert.Contains("“so-khong-co”", unknown.Error, StringComparison.Ordinal);
        Assert.Equal((0, ""), (made.Exit, made.Error));
        var account = await after.StaffAccounts.SingleAsync();
        Assert.Equal(("QT.02", unit.Id), (account.UserName, account.UnitId!.Value));
    }
}
