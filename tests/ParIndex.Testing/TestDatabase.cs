using Microsoft.Data.Sqlite;
using Npgsql;
using ParIndex.Application.Data;

namespace ParIndex.Testing;

/// <summary>
/// A database of its own for one test (or one test class), removed when disposed. The schema is migrated once for the
/// whole test process; each database is a copy of that template: a file on SQLite, <c>CREATE DATABASE … TEMPLATE</c> on
/// PostgreSQL.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    // PostgreSQL's own template without local additions.
    private const string EmptyTemplate = "template0";

    private static readonly Lazy<Task<byte[]>> SqliteTemplate = new(MigrateSqliteTemplateAsync);

    private static readonly Lazy<Task<string>> PostgresTemplate = new(MigratePostgresTemplateAsync);

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
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return CreateSqlite(await SqliteTemplate.Value);
        }

        var server = Require.Postgres();
        if (server.IsTemporary)
        {
            return await CreatePostgresAsync(server, await PostgresTemplate.Value);
        }

        // On a server that outlives the run a template would stay behind, so each database is migrated by itself.
        var database = await CreatePostgresAsync(server, EmptyTemplate);
        await MigrateAsync(kind, database.ConnectionString);
        return database;
    }

    /// <summary>A database that was never migrated, as on the first start: no file on SQLite, no table on PostgreSQL.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ? CreateSqlite(template: null)
            : await CreatePostgresAsync(Require.Postgres(), EmptyTemplate);

    /// <summary>A context on this database as the portal configures it; the caller disposes it.</summary>
    /// <param name="clock">The clock of the audit log; the system's when absent.</param>
    public ParIndexDb NewContext(TimeProvider? clock = null) =>
        DatabaseSetup.Open(Kind, ConnectionString, clock ?? TimeProvider.System);

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
            using var connection = new SqliteConnection(connectionString);
            SqliteConnection.ClearPool(connection);
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }

    private static async Task<TestDatabase> CreatePostgresAsync(PostgresServer server, string template)
    {
        var name = "parindex_test_" + Guid.NewGuid().ToString("N");
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        var connectionString = server.ConnectionString(name);
        return new TestDatabase(DatabaseKind.Postgres, connectionString, Remove);

        async Task Remove()
        {
            await using var connection = new NpgsqlConnection(connectionString);
            NpgsqlConnection.ClearPool(connection);
            await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task<byte[]> MigrateSqliteTemplateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("parindex-test-").FullName;
        var file = Path.Combine(folder, "template.db");
        // Without a pool the last close also folds the write-ahead log into the file, so that one file is the whole.
        await MigrateAsync(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False");
        var template = await File.ReadAllBytesAsync(file);
        Directory.Delete(folder, recursive: true);
        return template;
    }

    private static async Task<string> MigratePostgresTemplateAsync()
    {
        var server = PostgresServer.Shared;
        const string name = "parindex_template";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {EmptyTemplate}");

        // A template may have no connection when it is copied, so none stays in a pool.
        await MigrateAsync(DatabaseKind.Postgres, server.ConnectionString(name) + ";Pooling=false");
        return name;
    }

    private static async Task MigrateAsync(DatabaseKind kind, string connectionString)
    {
        await using var db = DatabaseSetup.Open(kind, connectionString, TimeProvider.System);
        await db.MigrateAsync();
    }
}
