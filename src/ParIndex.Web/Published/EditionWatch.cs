using System.Data.Common;
using ParIndex.Application.Data;

namespace ParIndex.Web.Published;

/// <summary>
/// Renews the edition when another process has changed what public pages read, or something that is none of our saves has; our
/// own saves tell at once. A database that does not answer changes nothing: what is kept goes on being served.
/// </summary>
internal sealed class EditionWatch(PublicRowsWatch rows, PublicEdition edition, ILogger<EditionWatch> log) : IHostedService, IDisposable
{
    /// <summary>No page stays behind for longer.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _end = new();

    private Task _watching = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watching = Task.Run(WatchAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <summary>A database that stands still is not waited for.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _end.CancelAsync();
        await Task.WhenAny(_watching, Task.Delay(PauseAfterFailure, CancellationToken.None));
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (await rows.HaveChangedAsync(_end.Token))
                {
                    edition.Renew();
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or InvalidOperationException or TimeoutException or IOException)
            {
                log.LogDebug(failure, "The database did not say whether public figures have changed.");
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
