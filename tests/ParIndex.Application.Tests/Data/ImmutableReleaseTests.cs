using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>A published release is refused every change, through the model and past it.</summary>
public class ImmutableReleaseTests
{
    private static readonly string[] Tables = ["releases", "release_groups", "release_results", "release_references", "release_criteria", "release_scores"];

    private static readonly string[] Seals = ["release_seals", "release_bundles", "audit_seals", "checkpoints"];

    public static TheoryData<DatabaseKind, string> EachTable()
    {
        var rows = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var table in Tables)
            {
                rows.Add(kind, table);
            }
        }

        return rows;
    }

    [Theory, MemberData(nameof(EachTable))]
    public async Task RawUpdateAndDelete_AreRefused(DatabaseKind kind, string table)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);

        await RefusedAsync(database, $"UPDATE {table} SET id = id", "never changed");
        await RefusedAsync(database, $"DELETE FROM {table}", "never changed");
    }

    [Theory, MemberData(nameof(EachTable))]
    public async Task AnotherRow_IsRefusedWhereTheReleaseIsComplete(DatabaseKind kind, string table)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);
        var columns = await ColumnsAsync(database, table);
        var copied = columns.Select(column => column switch
        {
            "\"id\"" => "'0199ffff-ffff-7fff-bfff-ffffffffffff'" + (kind == DatabaseKind.Postgres ? "::uuid" : ""),
            "\"slug\"" or "\"unit_code\"" => "'khac'",
            "\"position\"" => "999",
            _ => column,
        });

        // A release of its own is a new version, which is what publishing does; only its rows are closed.
        var reason = table == "releases" ? (kind == DatabaseKind.Sqlite ? "never replaced" : "duplicate key") : "nothing is added to a published release";
        await RefusedAsync(database, $"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", copied)} FROM {table} LIMIT 1", reason);
    }

    [Theory]
    [InlineData("releases")]
    [InlineData("release_groups")]
    [InlineData("release_results")]
    [InlineData("release_references")]
    [InlineData("release_criteria")]
    [InlineData("release_scores")]
    public async Task ReplaceOnSqlite_IsRefused(string table)
    {
        await using var database = await SampleData.CreateFilledAsync(DatabaseKind.Sqlite);

        // By one trigger or the other: the release is complete, and the row is there.
        await RefusedAsync(database, $"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1", "published release");
        await RefusedAsync(database, $"REPLACE INTO {table} SELECT * FROM {table} LIMIT 1", "published release");
    }

    [Theory]
    [InlineData("releases")]
    [InlineData("release_groups")]
    [InlineData("release_results")]
    [InlineData("release_references")]
    [InlineData("release_criteria")]
    [InlineData("release_scores")]
    public async Task TruncateOnPostgres_IsRefused(string table)
    {
        await using var database = await SampleData.CreateFilledAsync(DatabaseKind.Postgres);

        await RefusedAsync(database, $"TRUNCATE {table} CASCADE", "never changed");
    }

    /// <summary>A migration that rebuilds a table on SQLite drops its triggers without a word.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryTrigger_IsThere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.NewContext();

        var triggers = await db.Database.SqlQueryRaw<string>(kind == DatabaseKind.Sqlite
            ? "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'"
            : "SELECT tgname::text AS \"Value\" FROM pg_trigger WHERE NOT tgisinternal").ToListAsync();

        string[] acts = kind == DatabaseKind.Sqlite ? ["no_update", "no_delete", "no_replace"] : ["no_change", "no_truncate"];
        var expected = Tables.Concat(Seals).SelectMany(table => acts.Select(act => $"{table}_{act}")).Concat(Tables.Skip(1).Select(table => $"{table}_no_addition"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), triggers.Where(name => Tables.Concat(Seals).Any(table => name.StartsWith(table + "_no_", StringComparison.Ordinal))).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task ChangeAndDeletionThroughTheModel_AreRefused(DatabaseKind kind)
    {
        await using var database = await SampleData.CreateFilledAsync(kind);

        await RefusedThroughModelAsync(database, (db, release) => db.Entry(release).Property(r => r.SourceNote).CurrentValue = "khác");
        await RefusedThroughModelAsync(database, (db, release) => db.Entry(release.Groups[0]).Property(g => g.Name).CurrentValue = "khác");
        await RefusedThroughModelAsync(database, (db, release) => db.Entry(release.Groups[0].Results[0]).Property(r => r.Rank).CurrentValue = 1);
        await RefusedThroughModelAsync(database, (db, release) => db.Entry(release.Groups[0].References[0]).Property(r => r.Value).CurrentValue = 1);
        await RefusedThroughModelAsync(database, (db, release) => db.Remove(release.Groups[0].Results[0]));
    }

    private static async Task RefusedThroughModelAsync(TestDatabase database, Action<ParIndexDb, Release> change)
    {
        await using var db = database.NewContext();
        var release = await db.Releases.Include(r => r.Groups).ThenInclude(g => g.Results).Include(r => r.Groups).ThenInclude(g => g.References).SingleAsync(r => r.Year == 2020);
        change(db, release);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        Assert.Contains("never changed", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }

    private static async Task RefusedAsync(TestDatabase database, string sql, string reason)
    {
        await using var db = database.NewContext();
        var before = await DigestAsync(db);

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await DigestAsync(db));
    }

    private static async Task<string> DigestAsync(ParIndexDb db) => ResultsDigest.Of((await new PublicReleases(db).NewestAsync())!);

    private static async Task<List<string>> ColumnsAsync(TestDatabase database, string table)
    {
        await using var db = database.NewContext();
        return [.. db.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table).GetProperties().Select(property => $"\"{property.GetColumnName()}\"")];
    }
}
