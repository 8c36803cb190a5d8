using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Application.Tests.Data.Backup;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>History and audit log are numbered as the database takes them in, and refused every change, also to raw SQL.</summary>
public sealed class ImmutableHistoryTests
{
    private static readonly string[] Numbered = ["audit_events", "score_edits", "scorecard_moves", "submissions", "round_moves", "results_approvals", "round_decisions", "staff_events", "extensions", "audit_counts", "publication_plans", "publication_holds", "round_amendments", "council_meetings", "council_items", "council_votes", "council_outcomes"];

    private static readonly string[] Guarded = [.. Numbered, "audit_changes"];

    public static TheoryData<DatabaseKind, string> EachTable()
    {
        var rows = new TheoryData<DatabaseKind, string>();
        foreach (var table in Guarded)
        {
            rows.Add(DatabaseKind.Sqlite, table);
            rows.Add(DatabaseKind.Postgres, table);
        }

        return rows;
    }

    [Theory, MemberData(nameof(EachTable))]
    public async Task RawChange_IsRefused(DatabaseKind kind, string table)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);

        await RefusedAsync(database, table, $"UPDATE {table} SET id = id");
        await RefusedAsync(database, table, $"DELETE FROM {table}");
        await RefusedAsync(database, table, kind == DatabaseKind.Sqlite ? $"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1" : $"TRUNCATE {table} CASCADE");
        if (kind == DatabaseKind.Sqlite)
        {
            await RefusedAsync(database, table, $"UPDATE OR REPLACE {table} SET id = id");
            await RefusedAsync(database, table, $"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1");
        }
    }

    /// <summary>In a draft a unit leaves with all that was set up for it.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task AnExtensionOfADraft_LeavesWithItsUnit(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var test = await TestRound.AddAsync(database, (test, _) => test.Of(test.Justice).Extend(RoundStep.SelfScore, new DateTime(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc), "Bão lũ", test.Coordinator.Id, new DateTime(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc)));
        const string sql = "DELETE FROM participants WHERE id = (SELECT participant_id FROM extensions)";
        await using var db = database.NewContext();

        await db.Database.ExecuteSqlRawAsync(sql);

        Assert.Empty(await db.Set<Extension>().ToListAsync());
        Assert.Equal(2, await db.Set<Participant>().CountAsync(participant => participant.RoundGroupId == test.Of(test.Office).RoundGroupId));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "count = count - 1")]
    [InlineData(DatabaseKind.Sqlite, "count = count + 1, actor = 'khac'")]
    [InlineData(DatabaseKind.Sqlite, "count = count + 1, sequence = 999")]
    [InlineData(DatabaseKind.Postgres, "count = count - 1")]
    [InlineData(DatabaseKind.Postgres, "count = count + 1, actor = 'khac'")]
    [InlineData(DatabaseKind.Postgres, "count = count + 1, sequence = 999")]
    public async Task OfACountedEvent_OnlyTheCountGrows(DatabaseKind kind, string change)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);

        await RefusedAsync(database, "audit_counts", $"UPDATE audit_counts SET {change}");

        await using var db = database.NewContext();
        Assert.Equal(1, await db.Database.ExecuteSqlRawAsync("UPDATE audit_counts SET count = count + 1"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryTrigger_IsThere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();

        var triggers = await db.Database.SqlQueryRaw<string>(kind == DatabaseKind.Sqlite
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal").ToListAsync();

        string[] acts = ["no_update", "no_delete", kind == DatabaseKind.Sqlite ? "no_replace" : "no_truncate"];
        var expected = Guarded.SelectMany(table => acts.Select(act => $"{table}_{act}")).Concat(Numbered.Select(table => $"{table}_number"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), triggers.Where(name => !name.StartsWith("release", StringComparison.Ordinal) && !name.StartsWith("audit_seals", StringComparison.Ordinal) && !name.StartsWith("checkpoints", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    /// <summary>Every entity with a number is guarded, also one that somebody adds.</summary>
    [Fact]
    public async Task EveryNumberedTable_IsGuarded()
    {
        await using var db = DatabaseSetup.Open(DatabaseKind.Sqlite, "Data Source=:memory:", TimeProvider.System);

        var tables = db.Model.GetEntityTypes().Where(entity => entity.FindProperty("Sequence") is not null).Select(entity => entity.GetTableName()!);

        Assert.Equal(Numbered.Order(StringComparer.Ordinal), tables.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Order_IsThatOfTheSaves_WhateverTheClockSays(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var clock = TestClock.Now();
        foreach (var name in new[] { "Một", "Hai", "Ba", "Bốn" })
        {
            clock.AdjustTime(clock.GetUtcNow().AddDays(-30));
            await using var db = database.NewContext(clock);
            db.Add(new Unit("Sở " + name, UnitKind.Department));
            await db.SaveAsync(new("test", name));
        }

        await using var reading = database.NewContext();
        var page = await new AuditLog(reading, clock).ReadAsync(new AuditFilter(), 1);

        Assert.Equal(["Bốn", "Ba", "Hai", "Một"], page.Events.Select(e => e.Act));
        Assert.Equal(page.Events.Select(e => e.Sequence).OrderDescending(), page.Events.Select(e => e.Sequence));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ManySavesAtOnce_GetANumberEach(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            await using var db = database.NewContext();
            db.Add(new Unit($"Đơn vị {i}", UnitKind.Other));
            await db.SetUpAsync();
        }));

        await using var reading = database.NewContext();
        var numbers = await reading.AuditEvents.Select(e => e.Sequence).ToListAsync();
        Assert.Equal(12, numbers.OfType<long>().Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_KeepsTheNumbers_AndGoesOnBehindThem(DatabaseKind kind)
    {
        using var files = new BackupFiles();
        await using var source = await SampleData.CreateFilledAsync(kind);
        await using var target = await TestDatabase.CreateAsync(kind);
        await BackupFiles.RestoreAsync(target, await files.BackUpAsync(source));
        await using var before = source.NewContext();
        await using var after = target.NewContext();
        var kept = await NumbersAsync(before);

        Assert.Equal(kept, await NumbersAsync(after));
        after.Add(new Unit("Sở Mới", UnitKind.Department));
        await after.SetUpAsync();
        Assert.True(await after.AuditEvents.MaxAsync(e => e.Sequence) > kept.Max());
        await RefusedAsync(target, "audit_events", "DELETE FROM audit_events");
    }

    /// <summary>A database of the version before: what it recorded keeps the order in which it was shown.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Upgrade_NumbersWhatWasRecorded_InItsOrder(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.NewContext();
        var migrations = db.Database.GetMigrations().ToList();
        var before = migrations[migrations.FindIndex(name => name.EndsWith("_Scoring", StringComparison.Ordinal))];
        await db.GetService<IMigrator>().MigrateAsync(before);
        // Keys fall while the clock rises; two of one instant.
        string[] rows = ["('0199000c-0000-7000-8000-000000000000', '2026-01-01 00:00:01', 'a', 'một')", "('0199000b-0000-7000-8000-000000000000', '2026-01-01 00:00:02', 'a', 'hai')", "('0199000d-0000-7000-8000-000000000000', '2026-01-01 00:00:02', 'a', 'ba')"];
        var sql = "INSERT INTO audit_events (id, at, actor, act) VALUES " + string.Join(", ", Enumerable.Reverse(rows));
        await db.Database.ExecuteSqlRawAsync(sql);

        await db.MigrateAsync();
        db.Add(new Unit("Sở Mới", UnitKind.Department));
        await db.SaveAsync(new("test", "bốn"));

        Assert.Equal(["một", "hai", "ba", "bốn"], await db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
        Assert.Equal("", await db.AuditEvents.AsNoTracking().Where(e => e.Act == "một").Select(e => e.Source).SingleAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EqualEvents_AreCounted_AndNoOneFillsTheLog(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        var log = new AuditLog(db, FixedClock.New());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var own = database.NewContext();
            await new AuditLog(own, FixedClock.New()).CountAsync(CountedKind.RefusedForm, "CB01", "POST /lam-viec", "409");
        }));
        for (var i = 0; i < AuditLog.MostAddresses + 20; i++)
        {
            await log.CountAsync(CountedKind.RefusedDownload, "CB02", $"GET /lam-viec/{i}");
        }

        var counts = await db.AuditCounts.AsNoTracking().ToListAsync();
        Assert.Equal(8, Assert.Single(counts, count => count.Actor == "CB01").Count);
        Assert.Equal(AuditLog.MostAddresses + 1, counts.Count(count => count.Actor == "CB02"));
        Assert.Equal(20, Assert.Single(counts, count => count.Address == AuditLog.ManyAddresses).Count);
        Assert.Empty(await db.AuditEvents.ToListAsync());
    }

    private static async Task<List<long?>> NumbersAsync(ParIndexDb db) => await db.AuditEvents.Select(e => e.Sequence).Concat(db.ScoreEdits.Select(edit => edit.Sequence)).OrderBy(n => n).ToListAsync();

    private static async Task RefusedAsync(TestDatabase database, string table, string sql)
    {
        await using var db = database.NewContext();
        var count = $"SELECT CAST(COUNT(*) AS int) AS \"Value\" FROM {table}";
        var rows = db.Database.SqlQueryRaw<int>(count);
        var before = await rows.SingleAsync();
        Assert.True(before > 0, $"{table} is empty in the sample");

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("what was recorded is never changed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await rows.SingleAsync());
    }
}
