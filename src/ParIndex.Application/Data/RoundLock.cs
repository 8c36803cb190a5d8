using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ParIndex.Application.Data;

/// <summary>
/// A transaction in which a round does not move and its results stay what they are, so that what is checked is what is
/// published. What is not committed is undone.
/// </summary>
internal sealed class RoundLock : IAsyncDisposable
{
    private readonly IDisposable? _turn;
    private readonly IDbContextTransaction _transaction;

    private RoundLock(IDisposable? turn, IDbContextTransaction transaction) => (_turn, _transaction) = (turn, transaction);

    /// <summary>Waits until nobody else holds the round.</summary>
    public static async Task<RoundLock> HoldAsync(ParIndexDb db, Guid roundId, CancellationToken cancel)
    {
        // On SQLite a transaction takes the whole file when it begins.
        var turn = db is SqliteParIndexDb sqlite ? await SqliteWriters.TurnAsync(sqlite, cancel) : null;
        try
        {
            var taken = new RoundLock(turn, await db.Database.BeginTransactionAsync(cancel));
            if (db is PostgresParIndexDb)
            {
                await db.Database.ExecuteSqlAsync($"SELECT id FROM rounds WHERE id = {roundId} FOR UPDATE", cancel);
            }

            return taken;
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }

    /// <summary>Keeps what was saved.</summary>
    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        _turn?.Dispose();
    }
}
