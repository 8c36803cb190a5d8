using ParIndex.Application.Data;

namespace ParIndex.Web.Setup;

/// <summary>The database of the settings.</summary>
internal static class DatabaseStart
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var database = builder.ReadDatabaseOptions();
        var kind = database.IsPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite;
        builder.Services.AddParIndexDatabase(kind, database.ConnectionString ?? "");
        if (kind == DatabaseKind.Sqlite)
        {
            builder.Services.AddHostedService<SelfMigration>();
        }
    }

    /// <summary>
    /// The embedded database is brought up to date before the server listens. PostgreSQL waits for the `migrate`
    /// verb, since several nodes may share it.
    /// </summary>
    private sealed class SelfMigration(IServiceScopeFactory scopes) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ParIndexDb>().MigrateAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
