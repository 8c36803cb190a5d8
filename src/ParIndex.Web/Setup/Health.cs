using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using ParIndex.Application.Data;

namespace ParIndex.Web.Setup;

/// <summary>
/// `/health/live`: the process answers. `/health/ready`: the database answers and has every migration, so requests
/// may come. The reason of a refusal is one word, never a message, which could hold a host name.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<DatabaseReadiness>("database");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        var reason = report.Entries.Values.FirstOrDefault(entry => entry.Status != HealthStatus.Healthy).Description;
        return context.Response.WriteAsJsonAsync(new HealthAnswer(reason is null ? Ready : "unready", reason));
    }

    private sealed record HealthAnswer(string Status, string? Reason);
}

/// <summary>
/// Whether the database answers soon and no migration is waiting. It is asked in a scope of its own, which outlives the
/// answer: a frozen database gives nothing back, not even on being told to.
/// </summary>
public sealed class DatabaseReadiness(IServiceScopeFactory scopes) : IHealthCheck
{
    public const string Unreachable = "database-unreachable";

    public const string MigrationsPending = "migrations-pending";

    public const string SchemaNewer = "schema-newer";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // SQLite waits on the thread that asks.
            return await Task.Run(AskAsync, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (NewerSchemaException newer)
        {
            return HealthCheckResult.Unhealthy(SchemaNewer, newer);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(Unreachable, failure);
        }
    }

    private async Task<HealthCheckResult> AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ParIndexDb>();
        return !await database.Database.CanConnectAsync() ? HealthCheckResult.Unhealthy(Unreachable)
            : (await database.PendingMigrationsAsync()).Count > 0 ? HealthCheckResult.Unhealthy(MigrationsPending)
            : HealthCheckResult.Healthy();
    }
}
