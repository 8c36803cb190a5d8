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
    /// <summary>Statements kept planned on each connection: more than the pages of a busy day send.</summary>
    private const int PreparedStatements = 200;

    /// <summary>Registers <see cref="ParIndexDb"/> on the database chosen.</summary>
    public static IServiceCollection AddParIndexDatabase(this IServiceCollection services, DatabaseKind kind, string connectionString)
    {
        connectionString = Prepared(kind, connectionString);
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

    /// <summary>Brings the schema up to date; SQLite is switched to write-ahead logging, which the file remembers.</summary>
    public static async Task MigrateAsync(this ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        await (db is SqliteParIndexDb ? SqliteUpgrade.RunAsync(db, cancel) : db.Database.MigrateAsync(cancel));
    }

    /// <summary>Whether the database answers and has every migration.</summary>
    public static async Task<bool> IsUpToDateAsync(this ParIndexDb db, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Database.CanConnectAsync(cancel) && !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }

    /// <summary>
    /// Statements that come again are planned once a connection: planning those behind an edit of a cell takes the
    /// server longer than running them. Before a pooler that keeps none, say <c>Max Auto Prepare=0</c>.
    /// </summary>
    private static string Prepared(DatabaseKind kind, string connectionString)
    {
        const string setting = "Max Auto Prepare";
        return kind == DatabaseKind.Sqlite || connectionString.Contains(setting, StringComparison.OrdinalIgnoreCase)
            ? connectionString
            : $"{connectionString};{setting}={PreparedStatements}";
    }

    private static void Configure(DbContextOptionsBuilder options, DatabaseKind kind, string connectionString, TimeProvider clock, ActSource? source = null)
    {
        options.AddInterceptors(new SaveInterceptor(clock, source));
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
