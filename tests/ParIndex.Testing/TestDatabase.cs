using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ParIndex.Application.Accounts;
using ParIndex.Application.Archives;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.Releases;
using ParIndex.Application.Seeding;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Application.Staff;

namespace ParIndex.Testing;

/// <summary>
/// A database of its own for one test (or one test class), removed when disposed. What it starts with is made once for
/// the whole test process; each database is a copy of that template: a file on SQLite,
/// <c>CREATE DATABASE … TEMPLATE</c> on PostgreSQL.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    // PostgreSQL's own template without local additions.
    private const string EmptyTemplate = "template0";

    /// <summary>A machine at the end of its strength answers late; what becomes of a database that is away is asked through a <see cref="DatabaseLink"/>.</summary>
    private const string Patience = ";Timeout=30;Command Timeout=60";

    private static readonly Template Migrated = new("parindex_template", db => db.MigrateAsync());

    private static readonly Template LaiChau2020 = new("parindex_lai_chau_2020", SeedAsync);

    private static readonly Template Demonstration = new("parindex_demonstration", SeedDemonstrationAsync);

    private readonly Func<Task> _remove;

    private TestDatabase(DatabaseKind kind, string connectionString, Func<Task> remove)
    {
        Kind = kind;
        ConnectionString = connectionString;
        _remove = remove;
    }

    /// <summary>Which database this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>What the portal's setting <c>Database:ConnectionString</c> would hold.</summary>
    public string ConnectionString { get; }

    /// <summary>A migrated database without a row. Skips the test when it asks for PostgreSQL and there is none.</summary>
    public static Task<TestDatabase> CreateAsync(DatabaseKind kind) => CreateAsync(kind, Migrated);

    /// <summary>
    /// Lai Châu as a developer's first start has it: units, national indices, and the release of 2020. Skips the test
    /// when it asks for PostgreSQL and there is none.
    /// </summary>
    public static Task<TestDatabase> CreateLaiChau2020Async(DatabaseKind kind) => CreateAsync(kind, LaiChau2020);

    /// <summary>The fictional Tỉnh Mẫu of the demonstration. Skips the test when it asks for PostgreSQL and there is none.</summary>
    public static Task<TestDatabase> CreateDemonstrationAsync(DatabaseKind kind) => CreateAsync(kind, Demonstration);

    /// <summary>A database that was never migrated, as on the first start: no file on SQLite, no table on PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? CreateSqlite(template: null)
            : await CreatePostgresAsync(Require.Postgres(), EmptyTemplate);

    /// <summary>A context on this database as the portal configures it; the caller disposes it.</summary>
    /// <param name="clock">The clock of the audit log; the system's when absent.</param>
    public ParIndexDb NewContext(TimeProvider? clock = null) =>
        DatabaseSetup.Open(Kind, ConnectionString, clock ?? TimeProvider.System);

    /// <summary>Stores the release of <see cref="TestRelease"/>.</summary>
    public async Task AddTestReleaseAsync()
    {
        await using var db = NewContext();
        db.Add(TestRelease.Make());
        await db.SetUpAsync();
    }

    /// <summary>Runs SQL as whoever owns the database can: without the triggers that guard what was published and recorded.</summary>
    /// <param name="sql">What is run; it must reach a row.</param>
    public async Task ForceAsync(string sql)
    {
        await using var db = NewContext();
        await db.Database.OpenConnectionAsync();
        if (Kind == DatabaseKind.Postgres)
        {
            await db.Database.ExecuteSqlRawAsync("SET session_replication_role = replica");
        }
        else
        {
            foreach (var trigger in await db.Database.SqlQueryRaw<string>("SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync())
            {
                await using var drop = db.Database.GetDbConnection().CreateCommand();
                drop.CommandText = $"DROP TRIGGER \"{trigger}\"";
                await drop.ExecuteNonQueryAsync();
            }

            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        }

        if (await db.Database.ExecuteSqlRawAsync(sql) == 0)
        {
            throw new InvalidOperationException($"No row was reached by: {sql}");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await _remove();

    private static TestDatabase CreateSqlite(byte[]? template)
    {
        var folder = Directory.CreateTempSubdirectory("parindex-test-").FullName;
        var file = Path.Combine(folder, "parindex.db");
        if (template is not null)
        {
            File.WriteAllBytes(file, template);
        }

        var connectionString = "Data Source=" + file;
        return new TestDatabase(DatabaseKind.Sqlite, connectionString, Remove);

        Task Remove()
        {
            // Connections of tests, and those of the program, which knows more settings.
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            using var program = DatabaseSetup.Open(DatabaseKind.Sqlite, connectionString, TimeProvider.System);
            SqliteConnection.ClearPool((SqliteConnection)program.Database.GetDbConnection());
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private static async Task<TestDatabase> CreatePostgresAsync(PostgresServer server, string template)
    {
        var name = "parindex_test_" + Guid.NewGuid().ToString("N");
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var connectionString = server.ConnectionString(name) + Patience;
        return new TestDatabase(DatabaseKind.Postgres, connectionString, Remove);

        async Task Remove()
        {
            await using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
            await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Template template)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return CreateSqlite(await template.Sqlite.Value);
        }

        var server = Require.Postgres();
        if (server.IsTemporary)
        {
            return await CreatePostgresAsync(server, await template.Postgres.Value);
        }

        // On a server that outlives the run a template would stay behind, so each database is filled by itself.
        var database = await CreatePostgresAsync(server, EmptyTemplate);
        await template.FillAsync(kind, database.ConnectionString);
        return database;
    }

    private static async Task SeedAsync(ParIndexDb db)
    {
        await db.MigrateAsync();
        await new LaiChauSeed(db, new TableImport(db, new PublicReleases(db), TimeProvider.System)).SeedAsync();
    }

    private static async Task SeedDemonstrationAsync(ParIndexDb db)
    {
        await db.MigrateAsync();
        await new DemoSeed(db, new PasswordHasher<StaffAccount>()).SeedAsync();
    }

    /// <summary>What databases start with; made on first use, once for each kind.</summary>
    private sealed class Template
    {
        private readonly string _name;
        private readonly Func<ParIndexDb, Task> _fill;

        public Template(string name, Func<ParIndexDb, Task> fill)
        {
            (_name, _fill) = (name, fill);
            Sqlite = new(MakeSqliteAsync);
            Postgres = new(MakePostgresAsync);
        }

        /// <summary>The bytes of the file.</summary>
        public Lazy<Task<byte[]>> Sqlite { get; }

        /// <summary>The name of the database to copy.</summary>
        public Lazy<Task<string>> Postgres { get; }

        public async Task FillAsync(DatabaseKind kind, string connectionString)
        {
            await using var db = DatabaseSetup.Open(kind, connectionString, TimeProvider.System);
            await _fill(db);
        }

        private async Task<byte[]> MakeSqliteAsync()
        {
            var folder = Directory.CreateTempSubdirectory("parindex-test-").FullName;
            var file = Path.Combine(folder, "template.db");
            // Without a pool the last close also folds the write-ahead log into the file, so that one file is the whole.
            await FillAsync(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False");
            var template = await File.ReadAllBytesAsync(file);
            Directory.Delete(folder, recursive: true);
            return template;
        }

        private async Task<string> MakePostgresAsync()
        {
            var server = PostgresServer.Shared;
            await server.ExecuteAsync($"CREATE DATABASE {_name} TEMPLATE {EmptyTemplate}");

            // A template may have no connection when it is copied, so none stays in a pool.
            await FillAsync(DatabaseKind.Postgres, server.ConnectionString(_name) + ";Pooling=false");
            return _name;
        }
    }
}
