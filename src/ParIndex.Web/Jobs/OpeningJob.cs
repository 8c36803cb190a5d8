using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Web.Security;

namespace ParIndex.Web.Jobs;

/// <summary>
/// Opens results at the second that was set. It asks each second, on every node: who comes first opens, and the others find it done.
/// </summary>
internal sealed class OpeningJob(IServiceProvider services, DatabaseState state, ILogger<OpeningJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Opens what is due now.</summary>
    internal async Task RunAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await state.IsReadyAsync(scope.ServiceProvider.GetRequiredService<ParIndexDb>(), cancel))
        {
            return;
        }

        foreach (var release in await scope.ServiceProvider.GetRequiredService<TimedPublication>().OpenDueAsync(cancel))
        {
            log.LogInformation("Release {Year}/{Version} is public.", release.Year, release.VersionNumber);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await RunAsync(stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // A database that is away comes back; the next second tries again.
                    log.LogWarning(failure, "What is due to open was not looked at, and is a second later.");
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }
}
