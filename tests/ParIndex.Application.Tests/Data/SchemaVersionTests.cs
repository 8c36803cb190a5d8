using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Application.Tests.Data.Backup;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>A program and a schema that are not of one version, and two who migrate at once.</summary>
public sealed class SchemaVersionTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task NewerSchema_IsRefusedByWhateverLooksAtIt(DatabaseKind kind)
    {
        using var files = new BackupFiles();
        await using var other = await TestDatabase.CreateAsync(kind);
        var backup = await files.BackUpAsync(other);
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99')");

        var refusal = await Assert.ThrowsAsync<NewerSchemaException>(() => db.MigrateAsync());
        await Assert.ThrowsAsync<NewerSchemaException>(() => db.IsUpToDateAsync());
        await Assert.ThrowsAsync<NewerSchemaException>(() => new DatabaseRestore(db).ReadAsync(backup));

        Assert.Contains("29990101000000_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Migrate_SeveralAtOnce_OneDoesIt_TheOthersFindItDone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.NewContext();
            return (await db.MigrateAsync()).Count;
        })));

        await using var reading = database.NewContext();
        Assert.Equal([0, 0, 0, reading.Database.GetMigrations().Count()], applied.Order());
        Assert.True(await reading.IsUpToDateAsync());
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_KilledWhileItMadeTheTables_CanBeRepeated(DatabaseKind kind)
    {
        using var files = new BackupFiles();
        await using var source = await SampleData.CreateFilledAsync(kind);
        var backup = await files.BackUpAsync(source);
        await using var target = await TestDatabase.CreateEmptyAsync(kind);
        await using (var killed = target.NewContext())
        {
            await killed.GetService<IMigrator>().MigrateAsync(killed.Database.GetMigrations().First());
        }

        await BackupFiles.RestoreAsync(target, backup);

        Assert.Equal((await files.ContentAsync(source)).Keys.Order(), (await files.ContentAsync(target)).Keys.Order());
        await using var db = target.NewContext();
        Assert.NotEmpty(await db.Releases.ToListAsync());
    }

    [Fact]
    public async Task Restore_IntoAnOldSchemaWithRows_IsRefused()
    {
        using var files = new BackupFiles();
        await using var source = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var backup = await files.BackUpAsync(source);
        await using var target = await TestDatabase.CreateEmptyAsync(DatabaseKind.Postgres);
        await using (var old = target.NewContext())
        {
            await old.GetService<IMigrator>().MigrateAsync(old.Database.GetMigrations().First());
            await old.Database.ExecuteSqlRawAsync("INSERT INTO audit_events (id, at, actor, act) VALUES ('0199ffff-ffff-7fff-bfff-ffffffffffff', now(), 'a', 'b')");
        }

        var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => BackupFiles.RestoreAsync(target, backup));

        Assert.Contains("audit_events", refusal.Message, StringComparison.Ordinal);
    }
}
