using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>
/// A transaction in which a round does not move and its results stay what they are, so that what is checked is what is
/// published. What is not committed is undone.
/// </summary>
internal sealed class RoundLock : IAsyncDisposable
{
    private readonly WriteTransaction _transaction;

    private RoundLock(WriteTransaction transaction) => _transaction = transaction;

    /// <summary>Waits until nobody else holds the round.</summary>
    public static async Task<RoundLock> HoldAsync(ParIndexDb db, Guid roundId, CancellationToken cancel) =>
        new(await WriteTransaction.BeginAsync(db, () => db.Database.ExecuteSqlAsync($"SELECT id FROM rounds WHERE id = {roundId} FOR UPDATE", cancel), cancel));

    /// <summary>Keeps what was saved.</summary>
    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();
}
