using ParIndex.Application.Archives;
using ParIndex.Application.Archives.LeafPoints;
using ParIndex.Application.CriteriaSets;
using ParIndex.Application.Data;
using ParIndex.Application.Imports;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Application.Repairs;
using ParIndex.Application.Rounds;
using ParIndex.Application.Search;
using ParIndex.Application.Seeding;
using ParIndex.Application.Seeding.Demo;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Web.Answers;
using ParIndex.Web.Configuration;
using ParIndex.Web.Endpoints;
using ParIndex.Web.Jobs;
using ParIndex.Web.Pages.Admin.Accounts;
using ParIndex.Web.Pages.Workspace.CriteriaSets;
using ParIndex.Web.Pages.Workspace.Groups;
using ParIndex.Web.Pages.Workspace.Indices;
using ParIndex.Web.Pages.Workspace.Rounds;
using ParIndex.Web.Pages.Workspace.Units;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>The database as configured, and the use cases on it.</summary>
internal static class Database
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var database = builder.ReadDatabaseOptions();
        builder.Services.AddParIndexDatabase(database.IsPostgres ? DatabaseKind.Postgres : DatabaseKind.Sqlite, database.ConnectionString ?? "");
        builder.Services.AddScoped<PublicReleases>();
        builder.Services.AddScoped<ReleaseObservations>();
        builder.Services.AddScoped<UnitStories>();
        builder.AddResults();
        builder.Services.AddScoped<UnitDirectory>();
        builder.Services.AddScoped<Comparisons>();
        builder.Services.AddScoped<UnitHistories>();
        builder.Services.AddScoped<Pages.Public.ChartSources>();
        builder.Services.AddSingleton<ChartSurround>();
        builder.Services.AddScoped<SearchCatalogue>();
        builder.Services.AddScoped<NationalIndexRegister>();
        builder.Services.AddScoped<IndexImport>();
        builder.Services.AddScoped<TableImport>();
        builder.Services.AddScoped<ImportDraftStore>();
        builder.Services.AddScoped<TableDrafts>();
        builder.Services.AddScoped<ArchiveProposals>();
        builder.Services.AddScoped<LeafPointsDrafts>();
        builder.Services.AddScoped<UnitAdministration>();
        builder.Services.AddScoped<UnitImport>();
        builder.Services.AddScoped<UnitGroupAdministration>();
        builder.Services.AddScoped<Reorganisation>();
        builder.Services.AddScoped<LaiChauSeed>();
        builder.Services.AddScoped<CriteriaSetRegister>();
        builder.Services.AddScoped<LayoutMemory>();
        builder.Services.AddScoped<CriteriaImport>();
        builder.Services.AddScoped<Covers>();
        builder.Services.AddScoped<PortalOrigin>();
        builder.Services.AddScoped<PublishedData>();
        builder.Services.AddScoped<ReleasePaperFiles>();
        builder.Services.AddScoped<RoundFile>();
        builder.Services.AddSingleton<DatabaseState>();
        if (database.IsPostgres)
        {
            builder.Services.AddSingleton<DatabasePulse>();
        }

        builder.Services.AddScoped<CurrentStaff>();
        builder.Services.AddScoped<RoundDesk>();
        builder.Services.AddScoped<UnitDesk>();
        builder.Services.AddScoped<IndexDesk>();
        builder.Services.AddScoped<AccountDesk>();
        builder.Services.AddScoped<GroupDesk>();
        builder.Services.AddScoped<CriteriaSetDesk>();
        builder.Services.AddScoped<RoundReader>();
        builder.Services.AddScoped<RoundDrafts>();
        builder.Services.AddScoped<RoundCopy>();
        builder.Services.AddScoped<RoundUnits>();
        builder.Services.AddScoped<RatingRecording>();
        builder.Services.AddScoped<TieDeciding>();
        builder.Services.AddScoped<SetRepairing>();
        builder.Services.AddScoped<RoundExemptions>();
        builder.Services.AddScoped<RoundTimetable>();
        builder.Services.AddScoped<RoundAssignments>();
        builder.Services.AddScoped<RoundWorkflow>();
        builder.Services.AddScoped<RoundCancellation>();
        builder.Services.AddScoped<RoundAmending>();
        builder.AddEvidence();
        builder.AddJobs();
        builder.AddScorecards();
        builder.AddStaff();
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
internal sealed class DatabaseStart(IServiceProvider services, IHostEnvironment environment, DatabaseState state, ILogger<DatabaseStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        if (db is SqliteParIndexDb)
        {
            await db.MigrateAsync(cancellationToken);
        }

        if (!await state.IsReadyAsync(db, cancellationToken))
        {
            log.LogWarning("The database does not answer or waits for migrations: run the verb `migrate`. Until then /health/ready refuses.");
        }
        else
        {
            await scope.ServiceProvider.GetRequiredService<SecondFactors>().EncryptPlainKeysAsync(cancellationToken);
        }

        if (environment.IsDevelopment() && await state.IsReadyAsync(db, cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<LaiChauSeed>().SeedAsync(cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>
/// Until the database has its schema, everything that needs it answers 503 with the words for it instead of failing.
/// Operators' addresses go on.
/// </summary>
internal static class DatabaseReadinessGate
{
    private static readonly string[] Open = ["/health", "/version", "/loi"];

    public static void UseReadyDatabase(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!Array.Exists(Open, path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            var services = context.RequestServices;
            await (services.GetService<DatabasePulse>()?.RequireAsync(context.RequestAborted) ?? Task.CompletedTask);
            if (!await services.GetRequiredService<DatabaseState>().IsReadyAsync(services.GetRequiredService<ParIndexDb>(), context.RequestAborted))
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = Errors.RetryAfterSeconds;
                return;
            }
        }

        await next(context);
    });
}
