using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using ParIndex.Application.Data.Interceptors;

namespace ParIndex.Application.Data;

/// <summary>The databases the product runs on.</summary>
public enum DatabaseKind
{
    /// <summary>A file; the embedded default, migrates itself.</summary>
    Sqlite,

    /// <summary>PostgreSQL; migrated by the <c>migrate</c> verb.</summary>
    Postgres,
}

/// <summary>The one place that knows how each database is opened.</summary>
public static class DatabaseSetup
{
    /// <summary>A setting by the words that may stand for it, the first of which is written.</summary>
    private static readonly (string[] Words, int Value)[] PostgresSettings =
    [
        // Statements kept planned on each connection: more than the pages of a busy day send.
        (["Max Auto Prepare"], 200),
        // Seconds for a connection and for a statement; then milliseconds for a server to confirm that it gave up. A
        // statement that runs out of time is called off over a connection of its own, so the two add up; that one is only
        // given up on where it asks for encryption first, as it does unless told not to.
        (["Timeout"], 3),
        (["Command Timeout", "CommandTimeout"], 5),
        (["Cancellation Timeout"], 1000),
    ];

    /// <summary>Seconds a statement tries again while another process holds the file.</summary>
    private static readonly (string[] Words, int Value)[] SqliteSettings = [(["Default Timeout", "Command Timeout"], 5)];

    /// <summary>Registers <see cref="ParIndexDb"/> on the database chosen.</summary>
    public static IServiceCollection AddParIndexDatabase(this IServiceCollection services, DatabaseKind kind, string connectionString)
    {
        connectionString = Prepared(kind, connectionString);
        services.AddSingleton(_ => PublicEdition.Of(connectionString));
        services.AddSingleton(_ => new PublicRowsWatch(kind, connectionString));
        return kind == DatabaseKind.Sqlite
            ? services.AddDbContext<ParIndexDb, SqliteParIndexDb>((provider, options) => Configure(options, kind, connectionString, provider.GetRequiredService<TimeProvider>(), provider.GetService<ActSource>()))
            : services.AddDbContext<ParIndexDb, PostgresParIndexDb>((provider, options) => Configure(options, kind, connectionString, provider.GetRequiredService<TimeProvider>(), provider.GetService<ActSource>()));
    }

    /// <summary>Opens a context outside a container: tests, benchmarks, design time.</summary>
    public static ParIndexDb Open(DatabaseKind kind, string connectionString, TimeProvider clock)
    {
        connectionString = Prepared(kind, connectionString);
        if (kind == DatabaseKind.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteParIndexDb>();
            Configure(sqlite, kind, connectionString, clock);
            return new SqliteParIndexDb(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgresParIndexDb>();
        Configure(postgres, kind, connectionString, clock);
        return new PostgresParIndexDb(postgres.Options);
    }

    /// <summary>
    /// Brings the schema up to date; two who do so at once wait for each other. SQLite is switched to write-ahead logging,
    /// which the file remembers.
    /// </summary>
    /// <returns>The migrations this call applied.</returns>
    /// <exception cref="NewerSchemaException">The database has migrations this program does not know.</exception>
    public static Task<IReadOnlyList<string>> MigrateAsync(this ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db is SqliteParIndexDb ? SqliteUpgrade.RunAsync(db, cancel) : PostgresUpgrade.RunAsync(db, cancel);
    }

    /// <summary>Whether the database answers and has every migration.</summary>
    /// <exception cref="NewerSchemaException">The database has migrations this program does not know.</exception>
    public static async Task<bool> IsUpToDateAsync(this ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.CanConnectAsync(cancel) && (await db.PendingMigrationsAsync(cancel)).Count == 0;
    }

    /// <summary>
    /// What the operator's own text does not say. Statements that come again are planned once a connection: planning those
    /// behind an edit of a cell takes the server longer than running them; before a pooler that keeps none, say
    /// <c>Max Auto Prepare=0</c>. And nobody waits longer than ten seconds for a database that does not answer.
    /// </summary>
    private static string Prepared(DatabaseKind kind, string connectionString)
    {
        var settings = kind == DatabaseKind.Sqlite ? SqliteSettings : PostgresSettings;
        var said = connectionString.Split(';').Select(part => part.Split('=')[0].Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var missing = settings.Where(setting => !setting.Words.Any(said.Contains));
        return string.Join(';', missing.Select(setting => $"{setting.Words[0]}={setting.Value}").Prepend(connectionString.TrimEnd(';')));
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseKind kind, string connectionString, TimeProvider clock, ActSource? source = null)
    {
        var edition = PublicEdition.Of(connectionString);
        options.AddInterceptors(new SaveInterceptor(clock, source, edition), new CommitInterceptor(edition));
        if (kind == DatabaseKind.Sqlite)
        {
            options.UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).AddInterceptors(new SqlitePragmaInterceptor());
        }
        else
        {
            options.UseNpgsql(connectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
        }
    }
}

/// <summary>Lets <c>dotnet ef</c> make SQLite migrations.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteParIndexDb>
{
    public SqliteParIndexDb CreateDbContext(string[] args) => (SqliteParIndexDb)DatabaseSetup.Open(DatabaseKind.Sqlite, "Data Source=design.db", TimeProvider.System);
}

/// <summary>Lets <c>dotnet ef</c> make PostgreSQL migrations.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresParIndexDb>
{
    public PostgresParIndexDb CreateDbContext(string[] args) => (PostgresParIndexDb)DatabaseSetup.Open(DatabaseKind.Postgres, "Host=localhost;Database=design", TimeProvider.System);
}
