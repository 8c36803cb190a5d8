using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
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

/// <summary>Whether the database answers within a few seconds and no migration is waiting.</summary>
public sealed class DatabaseReadiness(ParIndexDb database) : IHealthCheck
{
    public const string Unreachable = "database-unreachable";

    public const string MigrationsPending = "migrations-pending";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(Patience);
        try
        {
            if (!await database.Database.CanConnectAsync(waiting.Token))
            {
                return HealthCheckResult.Unhealthy(Unreachable);
            }

            var pending = await database.Database.GetPendingMigrationsAsync(waiting.Token);
            return pending.Any() ? HealthCheckResult.Unhealthy(MigrationsPending) : HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy(Unreachable, failure);
        }
    }
}
