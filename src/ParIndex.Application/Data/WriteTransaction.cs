using Microsoft.EntityFrameworkCore.Storage;

namespace ParIndex.Application.Data;

/// <summary>
/// A transaction that writes. On SQLite it takes the whole file when it begins, so it waits for its turn first; on PostgreSQL it
/// begins by locking what must not move meanwhile. What is not committed is undone.
/// </summary>
internal sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDisposable? _turn;
    private readonly IDbContextTransaction _transaction;

    private WriteTransaction(IDisposable? turn, IDbContextTransaction transaction) => (_turn, _transaction) = (turn, transaction);

    /// <summary>Begins one.</summary>
    /// <param name="db">The database, without a transaction as yet.</param>
    /// <param name="lockOnPostgres">Locks what must not move.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public static async Task<WriteTransaction> BeginAsync(ParIndexDb db, Func<Task> lockOnPostgres, CancellationToken cancel)
    {
        var turn = db is SqliteParIndexDb sqlite ? await SqliteWriters.TurnAsync(sqlite, cancel) : null;
        try
        {
            var begun = new WriteTransaction(turn, await db.Database.BeginTransactionAsync(cancel));
            if (db is PostgresParIndexDb)
            {
                await lockOnPostgres();
            }

            return begun;
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
