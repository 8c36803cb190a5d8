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

    private bool _isDisposed;

    /// <summary>The first look is waited for, so that what is kept from the first request on is compared with it.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var ended = _end.Token;
        var first = Task.Run(() => LookAsync(ended), CancellationToken.None);
        await Task.WhenAny(first, Task.Delay(PauseAfterFailure, cancellationToken));
        _watching = WatchAsync(first, ended);
    }

    /// <summary>A database that stands still is not waited for. A host may stop what it has already disposed.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _end.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        await Task.WhenAny(_watching, Task.Delay(PauseAfterFailure, CancellationToken.None));
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _end.Cancel();
            _end.Dispose();
        }
    }

    private async Task WatchAsync(Task<TimeSpan> look, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(await look, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            look = LookAsync(ended);
        }
    }

    /// <summary>Looks once, and says how long to wait.</summary>
    private async Task<TimeSpan> LookAsync(CancellationToken ended)
    {
        try
        {
            if (await rows.HaveChangedAsync(ended))
            {
                edition.Renew();
            }

            return Pause;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException or TimeoutException or IOException or OperationCanceledException)
        {
            log.LogDebug(failure, "The database did not say whether public figures have changed.");
            return PauseAfterFailure;
        }
    }
}
