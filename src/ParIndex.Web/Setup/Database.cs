using ParIndex.Application.Data;
using ParIndex.Application.Data.Seeding;
using ParIndex.Application.Data.Seeding.Demo;
using ParIndex.Application.Imports;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Web.Endpoints;

namespace ParIndex.Web.Setup;

/// <summary>The database as configured, and the use cases on it.</summary>
internal static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var database = builder.ReadDatabaseOptions();
        builder.Services.AddParIndexDatabase(database.IsPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite, database.ConnectionString ?? "");
        builder.Services.AddScoped<PublicReleases>();
        builder.Services.AddScoped<UnitDirectory>();
        builder.Services.AddScoped<NationalIndexRegister>();
        builder.Services.AddScoped<TableImport>();
        builder.Services.AddScoped<LaiChauSeed>();
        builder.Services.AddScoped<Covers>();
        if (builder.IsDemo())
        {
            builder.Services.AddScoped<DemoSeed>();
            builder.Services.AddHostedService<DemoStart>();
        }
        else
        {
            builder.Services.AddHostedService<DatabaseStart>();
        }
    }
}

/// <summary>
/// Before the first request: the embedded database brings itself up to date, PostgreSQL waits for the
/// <c>migrate</c> verb, and a developer's empty database is filled with the real tables of 2020.
/// </summary>
internal sealed class DatabaseStart(IServiceProvider services, IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        if (db is SqliteParIndexDb)
        {
            await db.MigrateAsync(cancellationToken);
        }

        if (environment.IsDevelopment() && await db.IsUpToDateAsync(cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<LaiChauSeed>().SeedAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
