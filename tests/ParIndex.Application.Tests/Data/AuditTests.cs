using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>Every save writes one event: who, when, what, and each value it changed.</summary>
public class AuditTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Save_WritesOneEventWithOldAndNewValues(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AddUnitAsync(database);
        await using var db = database.NewContext(FixedClock.New());
        var unit = await db.Units.SingleAsync();

        unit.Close(new DateOnly(2025, 2, 28));
        await db.SaveAsync(new("nv-017", "close", "unit"));

        var audit = await db.AuditEvents.AsNoTracking().Include(entry => entry.Changes).SingleAsync(entry => entry.Act == "close unit");
        Assert.Equal("nv-017", audit.Actor);
        Assert.Equal(new DateTime(FixedClock.Instant.UtcTicks / 10 * 10, DateTimeKind.Utc), audit.At);
        Assert.Equal(
            [("Unit", unit.Id.ToString(), "ValidTo", null, "2025-02-28"), ("UnitName", unit.Names[0].Id.ToString(), "ValidTo", null, "2025-02-28")],
            audit.Changes.Select(change => (change.Entity, change.EntityId, change.Property, change.OldValue, change.NewValue)).Order());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangedName_OfAnAccount_IsOneLine(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        var account = new StaffAccount("NV.01", "Nguyễn Thị Đào", StaffRoles.Auditor, unitId: null);
        db.Add(account);
        await db.SaveAsync(new("test", "add"));

        account.FullName = "Nguyễn Thị Hoa Đào";
        await db.SaveAsync(new("test", "rename"));

        var audit = await db.AuditEvents.AsNoTracking().Include(entry => entry.Changes).SingleAsync(entry => entry.Act == "rename");
        Assert.Equal([("FullName", "Nguyễn Thị Đào", "Nguyễn Thị Hoa Đào")], audit.Changes.Select(change => (change.Property, change.OldValue, change.NewValue)));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AddedAndDeletedRows_AreToldByTheirKey(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var id = await AddUnitAsync(database);
        await using var db = database.NewContext();
        db.Remove(await db.Units.SingleAsync());
        await db.SaveAsync(new("test", "delete"));

        var events = await db.AuditEvents.AsNoTracking().Include(entry => entry.Changes).ToListAsync();
        var changes = events.SelectMany(entry => entry.Changes.Select(change => new { entry.Act, change.Entity, change.EntityId, change.Property, change.OldValue, change.NewValue })).ToList();

        Assert.Contains(changes, change => change is { Act: "add", Entity: "Unit", Property: null, OldValue: null, NewValue: "so-noi-vu" } && change.EntityId == id.ToString());
        Assert.Contains(changes, change => change is { Act: "delete", Entity: "Unit", Property: null, OldValue: "so-noi-vu", NewValue: null } && change.EntityId == id.ToString());
        Assert.DoesNotContain(changes, change => change.Property == "Version");
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SaveThatFails_LeavesNoEvent(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AddUnitAsync(database);
        await using var db = database.NewContext();
        db.Add(new Unit("Sở Nội vụ", UnitKind.Department));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SetUpAsync());

        await using var after = database.NewContext();
        Assert.Single(await after.AuditEvents.ToListAsync());
        Assert.Single(await after.Units.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SaveAfterOneThatFailed_WritesItsOwnEventOnly(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AddUnitAsync(database);
        await using var db = database.NewContext();
        var twice = new Unit("Sở Nội vụ", UnitKind.Department);
        db.Add(twice);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SetUpAsync());

        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.Entity is Unit or UnitName).ToList())
        {
            entry.State = EntityState.Detached;
        }

        db.Add(new Unit("Sở Tư pháp", UnitKind.Department));
        await db.SetUpAsync();

        await using var after = database.NewContext();
        Assert.Equal(2, await after.AuditEvents.CountAsync());
        Assert.DoesNotContain(await after.AuditEvents.SelectMany(entry => entry.Changes).ToListAsync(), change => change.EntityId == twice.Id.ToString());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NumbersInTheLog_AreTheSameHoweverTheyWereStored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var adding = database.NewContext())
        {
            adding.AddRange(SampleData.NewGraph().Rows);
            await adding.SetUpAsync();
        }

        await using var db = database.NewContext();
        var cell = await db.Set<ScoreCell>().SingleAsync(cell => cell.Points == 0.0625m);
        cell.Score(await db.Set<Criterion>().SingleAsync(leaf => leaf.Id == cell.CriterionId), 1.50m);
        await db.SaveAsync(new("test", "score"));

        var change = Assert.Single((await db.AuditEvents.AsNoTracking().Include(entry => entry.Changes).SingleAsync(entry => entry.Act == "score")).Changes);
        Assert.Equal(("Points", "0.0625", "1.5"), (change.Property, change.OldValue, change.NewValue));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SaveWithoutChange_WritesNothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AddUnitAsync(database);
        await using var db = database.NewContext();
        await db.Units.LoadAsync();

        Assert.Equal(0, await db.SaveChangesAsync());

        Assert.Single(await db.AuditEvents.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SaveWithoutAnAct_IsNoSave(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AddUnitAsync(database);
        await using var db = database.NewContext();
        (await db.Units.SingleAsync()).Close(new DateOnly(2025, 2, 28));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        await using var after = database.NewContext();
        Assert.Null((await after.Units.SingleAsync()).ValidTo);
        Assert.Single(await after.AuditEvents.ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChildRowsOfOneAct_AreOneLine(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí");
        var field = set.Add("1", "Lĩnh vực", 3);
        set.Add("1.1", "Một", 1, parent: field);
        set.Add("1.2", "Hai", 2, parent: field);
        db.Add(set);
        await db.SaveAsync(new("test", "add"));
        db.Remove(set);
        await db.SaveAsync(new("test", "delete"));

        var events = await db.AuditEvents.AsNoTracking().Include(entry => entry.Changes).ToListAsync();
        var lines = events.SelectMany(entry => entry.Changes.Where(change => change.Entity == nameof(Criterion)).Select(change => (entry.Act, change.EntityId, change.OldValue, change.NewValue)));
        Assert.Equal([("add", set.Id.ToString(), null, "3 dòng"), ("delete", set.Id.ToString(), "3 dòng", null)], lines.OrderBy(line => line.Act));
    }

    private static async Task<Guid> AddUnitAsync(TestDatabase database)
    {
        await using var db = database.NewContext();
        var unit = new Unit("Sở Nội vụ", UnitKind.Department);
        db.Add(unit);
        await db.SaveAsync(new("test", "add"));
        return unit.Id;
    }
}
