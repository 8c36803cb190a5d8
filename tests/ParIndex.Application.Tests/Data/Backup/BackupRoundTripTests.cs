using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data.Backup;

/// <summary>What goes into a backup comes out of it, whichever database it is restored to.</summary>
public sealed class BackupRoundTripTests : IDisposable
{
    private readonly BackupFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    public async Task Restore_GivesBackEveryCell(DatabaseKind from, DatabaseKind to)
    {
        await using var source = await SampleData.CreateFilledAsync(from);
        await using var target = await TestDatabase.CreateEmptyAsync(to);

        var manifest = await BackupFiles.RestoreAsync(target, await _files.BackUpAsync(source));

        await using var before = source.NewContext();
        await using var after = target.NewContext();
        Assert.Equal(await CellsAsync(before), await CellsAsync(after));
        var release = (await new PublicReleases(after).AllCurrentAsync()).Single(release => release.Year == 2020);
        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
        Assert.Equal((await new PublicReleases(before).NewestAsync())!.ResultsDigest, release.ResultsDigest);
        Assert.Equal(28, release.Groups.Sum(group => group.Results.Count));
        Assert.Equal(manifest.Rows, (await CellsAsync(after)).Values.Sum(rows => rows.Count));
    }

    [Fact]
    public async Task TableFiles_AreTheSameBytesFromBothDatabases()
    {
        await using var sqlite = await SampleData.CreateFilledAsync(DatabaseKind.Sqlite);
        await using var postgres = await TestDatabase.CreateEmptyAsync(DatabaseKind.Postgres);
        var file = await _files.BackUpAsync(sqlite);
        await BackupFiles.RestoreAsync(postgres, file);

        var again = await _files.BackUpAsync(postgres, "b.zip");

        // The clock stands still, so the manifests and even the zips agree.
        Assert.Equal(await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(again));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Backup_HoldsEveryTableOfTheModelWithItsRows(DatabaseKind kind)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);
        await using var db = database.NewContext();
        var mapped = db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList();

        var content = await _files.ContentAsync(database);

        Assert.Equal(mapped, BackupFiles.Manifest(content).GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("name").GetString()!));
        foreach (var table in mapped)
        {
            // A table without a row would prove nothing: SampleData fills each.
            var rows = Lines(content, table);
            Assert.True(rows > 0, $"{table} is empty in the sample");
            Assert.Equal(await CountAsync(db, table), rows);
        }
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_LeavesNoTraceOfItsOwn(DatabaseKind kind)
    {
        await using var source = await SampleData.CreateFilledAsync(kind);
        await using var target = await TestDatabase.CreateAsync(kind);
        await BackupFiles.RestoreAsync(target, await _files.BackUpAsync(source));

        await using var before = source.NewContext();
        await using var after = target.NewContext();

        Assert.Equal(await before.AuditEvents.CountAsync(), await after.AuditEvents.CountAsync());
        Assert.Equal(
            await before.Units.OrderBy(unit => unit.Code).Select(unit => unit.Version).ToListAsync(),
            await after.Units.OrderBy(unit => unit.Code).Select(unit => unit.Version).ToListAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RestoredRelease_IsStillGuarded(DatabaseKind kind)
    {
        await using var source = await SampleData.CreateFilledAsync(kind);
        await using var target = await TestDatabase.CreateAsync(kind);
        await BackupFiles.RestoreAsync(target, await _files.BackUpAsync(source));
        await using var db = target.NewContext();

        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync("UPDATE release_results SET rank = 1"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Backup_SeesOneInstantWhileOthersWrite(DatabaseKind kind)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);
        var sample = await _files.ContentAsync(database);
        using var stop = new CancellationTokenSource();
        var written = 0;
        var writing = Task.Run(async () =>
        {
            await using var db = database.NewContext();
            while (!stop.IsCancellationRequested)
            {
                db.Add(new Unit($"Đơn vị số {written + 1}", UnitKind.Other));
                await db.SetUpAsync();
                Interlocked.Increment(ref written);
            }
        });

        for (var i = 0; i < 5; i++)
        {
            while (!writing.IsCompleted && Volatile.Read(ref written) <= i)
            {
                await Task.Delay(5);
            }

            var content = await _files.ContentAsync(database);

            // One save adds a unit, its name and an audit event.
            var added = Lines(content, "units") - Lines(sample, "units");
            Assert.Equal(added, Lines(content, "unit_names") - Lines(sample, "unit_names"));
            Assert.Equal(added, Lines(content, "audit_events") - Lines(sample, "audit_events"));
        }

        await stop.CancelAsync();
        await writing;
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChildrenWithKeysBeforeTheirParents_AreRestored(DatabaseKind kind)
    {
        await using var source = await SampleData.CreateFilledAsync(kind);
        await using var target = await TestDatabase.CreateAsync(kind);
        await using (var db = source.NewContext())
        {
            await PutFieldsUnderALaterKeyAsync(db);
        }

        await BackupFiles.RestoreAsync(target, await _files.BackUpAsync(source));

        await using var after = target.NewContext();
        var set = await after.CriteriaSets.Include(set => set.Criteria).SingleAsync();
        Assert.Equal(["1.1.1", "1.1.2", "8"], set.Leaves.Select(leaf => leaf.Code));
    }

    [Fact]
    public async Task BackupFile_IsForItsOwnerOnly()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var file = await _files.BackUpAsync(database);

        Assert.Equal(["a.zip"], _files.Names);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("a.zip", "không ghi đè")]
    [InlineData("a.zip.partial", "đang chạy")]
    public async Task Backup_OverwritesNothing(string existing, string reason)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(_files[existing], "kept");

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => _files.BackUpAsync(database));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal([existing], _files.Names);
        Assert.Equal("kept", await File.ReadAllTextAsync(_files[existing]));
    }

    private static int Lines(Dictionary<string, byte[]> content, string table) => content[$"tables/{table}.ndjson"].Count(b => b == '\n');

    /// <summary>A parent whose key sorts behind its child's, as keys made within one millisecond may.</summary>
    private static async Task PutFieldsUnderALaterKeyAsync(ParIndexDb db)
    {
        var last = new Guid("ffffffff-ffff-7fff-bfff-ffffffffffff");
        var field = await db.Set<Criterion>().AsNoTracking().SingleAsync(criterion => criterion.Code == "1");
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO criteria (id, criteria_set_id, parent_id, code, name, max_score, component, decimals, position, lineage, is_comparable, rule) SELECT {last}, criteria_set_id, NULL, '0', name, max_score, component, decimals, position, lineage, is_comparable, rule FROM criteria WHERE id = {field.Id}");
        await db.Database.ExecuteSqlAsync($"UPDATE criteria SET parent_id = {last} WHERE id = {field.Id}");
    }

    private static async Task<int> CountAsync(ParIndexDb db, string table) =>
#pragma warning disable EF1003 // The name comes from the model.
        (await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS INTEGER) AS \"Value\" FROM " + table).ToListAsync())[0];
#pragma warning restore EF1003

    /// <summary>Every cell read through the model, so that the comparison does not lean on the code that writes backups.</summary>
    private static async Task<SortedDictionary<string, List<string>>> CellsAsync(ParIndexDb db)
    {
        var tables = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var rows = await RowsAsync(db, entity);
            tables[entity.GetTableName()!] = [.. rows.Select(row => string.Join(" | ", entity.GetProperties()
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => $"{property.Name}={Text(db.Entry(row).Property(property).CurrentValue)}"))).Order(StringComparer.Ordinal)];
        }

        return tables;
    }

    private static string Text(object? value) => value switch
    {
        null => "∅",
        decimal number => NumberWriter.Data(number, 4),
        DateTime instant => instant.Ticks + instant.Kind.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static async Task<List<object>> RowsAsync(ParIndexDb db, IEntityType entity)
    {
        var set = typeof(DbContext).GetMethod(nameof(DbContext.Set), Type.EmptyTypes)!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
        return await ((IQueryable<object>)set).ToListAsync();
    }
}
