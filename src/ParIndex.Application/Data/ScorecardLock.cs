using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ParIndex.Application.Data;

/// <summary>
/// A transaction in which a scorecard does not move: edits of cells hold its row together, a move holds it alone. So an
/// edit and a submission that race each other happen one after the other, whole. What is not committed is undone.
/// </summary>
internal sealed class ScorecardLock : IAsyncDisposable
{
    private readonly IDisposable? _turn;
    private readonly IDbContextTransaction _transaction;

    private ScorecardLock(IDisposable? turn, IDbContextTransaction transaction) => (_turn, _transaction) = (turn, transaction);

    /// <summary>For an edit of a cell: others may edit meanwhile, nobody moves the scorecard.</summary>
    public static Task<ScorecardLock> ShareAsync(ParIndexDb db, Guid scorecardId, CancellationToken cancel) => TakeAsync(db, [scorecardId], isShared: true, cancel);

    /// <summary>For edits of cells of several scorecards, taken in one order whoever asks.</summary>
    public static Task<ScorecardLock> ShareAsync(ParIndexDb db, IEnumerable<Guid> scorecardIds, CancellationToken cancel) => TakeAsync(db, [.. scorecardIds.Order()], isShared: true, cancel);

    /// <summary>For a move: nobody edits or moves the scorecard meanwhile.</summary>
    public static Task<ScorecardLock> HoldAsync(ParIndexDb db, Guid scorecardId, CancellationToken cancel) => TakeAsync(db, [scorecardId], isShared: false, cancel);

    /// <summary>Keeps what was saved.</summary>
    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        _turn?.Dispose();
    }

    private static async Task<ScorecardLock> TakeAsync(ParIndexDb db, IReadOnlyList<Guid> scorecardIds, bool isShared, CancellationToken cancel)
    {
        // On SQLite a transaction takes the whole file when it begins.
        var turn = db is SqliteParIndexDb sqlite ? await SqliteWriters.TurnAsync(sqlite, cancel) : null;
        try
        {
            var taken = new ScorecardLock(turn, await db.Database.BeginTransactionAsync(cancel));
            foreach (var scorecardId in db is PostgresParIndexDb ? scorecardIds : [])
            {
                _ = isShared
                    ? await db.Database.ExecuteSqlAsync($"SELECT id FROM scorecards WHERE id = {scorecardId} FOR SHARE", cancel)
                    : await db.Database.ExecuteSqlAsync($"SELECT id FROM scorecards WHERE id = {scorecardId} FOR UPDATE", cancel);
            }

            return taken;
        }
        catch
        {
            turn?.Dispose();
            throw;
        }
    }
}
