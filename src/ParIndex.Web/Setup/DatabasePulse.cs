using Microsoft.EntityFrameworkCore;
using Npgsql;
using ParIndex.Application.Data;

namespace ParIndex.Web.Setup;

/// <summary>
/// Whether PostgreSQL answers at this moment. Its driver calls an overdue statement off over another connection and waits
/// for the server to close that one, without limit where the server stands still: a request that went in would not come
/// out. So every request asks first, and while a question stands unanswered the next ones are told at once.
/// </summary>
internal sealed class DatabasePulse(IServiceScopeFactory scopes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile Task _unanswered = Task.CompletedTask;

    /// <summary>Goes on when the server answers.</summary>
    /// <exception cref="NpgsqlException">It does not, or not in time.</exception>
    public async Task RequireAsync(CancellationToken cancel)
    {
        if (!_unanswered.IsCompleted)
        {
            throw StandsStill(new TimeoutException());
        }

        var asked = Task.Run(AskAsync, cancel);
        try
        {
            await asked.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException timeout) when (!asked.IsCompleted)
        {
            _unanswered = asked;
            throw StandsStill(timeout);
        }
    }

    private static NpgsqlException StandsStill(TimeoutException timeout) => new("The server does not answer.", timeout);

    /// <summary>In a scope of its own, which outlives the request: it gives nothing back before the server goes on.</summary>
    private async Task AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ParIndexDb>().Database.ExecuteSqlRawAsync("SELECT 1");
    }
}
