using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data;

/// <summary>A database of the first version becomes one of this version, whole, also when the upgrade dies on the way.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private const int OneOf = 9;

    private const string Initial = "20261122030552_Initial";

    private static readonly string[] FirstTables =
    [
        "audit_changes", "audit_events", "criteria", "criteria_sets", "exemptions", "national_indices", "participants", "release_groups", "release_references", "release_results",
        "releases", "round_groups", "rounds", "score_cells", "scorecards", "successions", "unit_aliases", "unit_groups", "unit_names", "units",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("parindex-upgrade-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Upgrade_OfTheFirstVersion_KeepsRowsDigestAndTriggers()
    {
        var file = await FirstVersionAsync();
        var before = await CountsAsync(file);

        await MigrateAsync(file);

        Assert.Equal(before, await CountsAsync(file));
        Assert.True(before["release_results"] > 20 && before["participants"] > 0 && before["score_cells"] > 0, "the database has rows to lose");
        Assert.Equal(await FreshSchemaAsync(), await SchemaAsync(file));
        await using var db = Open(file);
        var release = (await new PublicReleases(db).NewestAsync())!;
        Assert.Equal(release.ResultsDigest, ResultsDigest.Of(release));
        Assert.Equal("Sở NV", (await db.Units.SingleAsync(unit => unit.Code == "so-noi-vu")).Aliases.Single(alias => alias.Text == "Sở NV").Text);
    }

    /// <summary>
    /// Before each statement the file and its log are copied: what a process killed at that moment leaves behind. From
    /// every such copy the next start comes to the same schema with the same rows. Unless a long run is asked for, one in
    /// <see cref="OneOf"/> of them is tried.
    /// </summary>
    [Fact]
    public async Task Upgrade_KilledAtAnyMoment_IsFinishedByTheNextStart()
    {
        var file = await FirstVersionAsync();
        var before = await CountsAsync(file);
        var killed = new Killed(file, _folder);
        await using (var db = Open(file))
        {
            var options = new DbContextOptionsBuilder<SqliteParIndexDb>((DbContextOptions<SqliteParIndexDb>)db.GetService<IDbContextOptions>()).AddInterceptors(killed).Options;
            await using var watched = new SqliteParIndexDb(options);
            await watched.MigrateAsync();
        }

        var schema = await SchemaAsync(file);
        var locked = 0;
        Assert.True(killed.Copies.Count > 40, $"only {killed.Copies.Count} moments");
        foreach (var copy in killed.Copies.Where((_, moment) => LongRun.IsAsked || moment % OneOf == 0))
        {
            locked += await CountAsync(copy, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") == 0 ? 0 : await CountAsync(copy, "SELECT COUNT(*) FROM __EFMigrationsLock");
            await MigrateAsync(copy);

            Assert.Equal(schema, await SchemaAsync(copy));
            Assert.Equal(before, await CountsAsync(copy));
            Assert.Equal(0, await CountAsync(copy, "SELECT COUNT(*) FROM pragma_foreign_key_check"));
        }

        Assert.True(locked > 0, "no copy held the lock a dead process leaves");
    }

    [Fact]
    public async Task Start_AfterALockWasLeftBehind_DoesNotWait()
    {
        var file = await FirstVersionAsync();
        await RunAsync(file, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-22 00:00:00+00:00')");

        await MigrateAsync(file);

        await using var db = Open(file);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task TwoStartsAtOnce_MigrateOnce()
    {
        var file = await FirstVersionAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(file))));

        await using var db = Open(file);
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
    }

    /// <summary>A table rebuilt by hand has the columns, keys and indices that the model would make itself.</summary>
    [Fact]
    public async Task Migrations_MakeWhatTheModelSays()
    {
        var (migrated, made) = (Path.Combine(_folder, "migrated.db"), Path.Combine(_folder, "made.db"));
        await MigrateAsync(migrated);
        await using (var db = Open(made))
        {
            await db.Database.EnsureCreatedAsync();
        }

        Assert.Equal(await ShapeAsync(made), await ShapeAsync(migrated));
    }

    /// <summary>The sample of this version, poured into the tables of the first one. It had no exemptions.</summary>
    private async Task<string> FirstVersionAsync()
    {
        var file = Path.Combine(_folder, "first.db");
        await using (var db = Open(file))
        {
            await db.GetService<IMigrator>().MigrateAsync(Initial);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        }

        await using var sample = await SampleData.CreateFilledAsync(DatabaseKind.Sqlite);
        var source = new SqliteConnectionStringBuilder(sample.ConnectionString).DataSource;
        await RunAsync(file, $"ATTACH '{source}' AS sample; PRAGMA foreign_keys = OFF;", async connection =>
        {
            foreach (var table in (await ListAsync(connection, "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE '%EFMigrations%'")).Except(["exemptions"]))
            {
                var columns = string.Join(", ", await ListAsync(connection, $"SELECT '\"' || name || '\"' FROM pragma_table_info('{table}')"));
                await ExecuteAsync(connection, $"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM sample.{table}");
            }
        });
        return file;
    }

    private async Task<List<string>> FreshSchemaAsync()
    {
        var fresh = Path.Combine(_folder, "fresh.db");
        await MigrateAsync(fresh);
        return await SchemaAsync(fresh);
    }

    private static async Task MigrateAsync(string file)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var db = Open(file);
        await db.MigrateAsync(patience.Token);
    }

    private static ParIndexDb Open(string file) => DatabaseSetup.Open(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False", TimeProvider.System);

    /// <summary>Rows of every table the first version had.</summary>
    private static async Task<SortedDictionary<string, int>> CountsAsync(string file)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var table in FirstTables)
        {
            counts[table] = await CountAsync(file, $"SELECT COUNT(*) FROM {table}");
        }

        return counts;
    }

    private static async Task<List<string>> SchemaAsync(string file)
    {
        List<string> schema = [];
        await RunAsync(file, "SELECT 1", async connection => schema = await ListAsync(connection, "SELECT type || ' ' || name || ' ' || COALESCE(sql, '') FROM sqlite_master WHERE name NOT LIKE '%EFMigrationsLock%' ORDER BY 1"));
        return schema;
    }

    private static async Task<List<string>> ShapeAsync(string file)
    {
        List<string> shape = [];
        await RunAsync(file, "SELECT 1", async connection => shape = await ListAsync(connection, """
            WITH made AS (SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'sqlite%')
            SELECT made.name || ' ' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk FROM made, pragma_table_info(made.name) c
            UNION SELECT made.name || ' ' || f."from" || ' → ' || f."table" || ' ' || f.on_delete FROM made, pragma_foreign_key_list(made.name) f
            UNION SELECT made.name || ' ' || i.name || ' ' || i."unique" || ' ' || i.partial || ' ' || c.seqno || ' ' || c.name FROM made, pragma_index_list(made.name) i, pragma_index_info(i.name) c
            ORDER BY 1
            """));
        return shape;
    }

    private static async Task<int> CountAsync(string file, string sql)
    {
        var count = 0;
        await RunAsync(file, "SELECT 1", async connection => count = int.Parse((await ListAsync(connection, sql))[0], System.Globalization.CultureInfo.InvariantCulture));
        return count;
    }

    private static async Task RunAsync(string file, string sql, Func<SqliteConnection, Task>? then = null)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
        await (then?.Invoke(connection) ?? Task.CompletedTask);
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<string>> ListAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    /// <summary>Copies the database before each statement of the migration.</summary>
    private sealed class Killed(string file, string folder) : DbCommandInterceptor
    {
        public List<string> Copies { get; } = [];

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Copy();
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
        {
            Copy();
            return ValueTask.FromResult(result);
        }

        private void Copy()
        {
            var copy = Path.Combine(folder, $"killed-{Copies.Count}.db");
            foreach (var ending in new[] { "", "-wal" })
            {
                if (File.Exists(file + ending))
                {
                    File.Copy(file + ending, copy + ending);
                }
            }

            Copies.Add(copy);
        }
    }
}
