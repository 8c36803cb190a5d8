using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>
/// A transaction in which a scorecard does not move: edits of cells hold it together, a move holds it alone. So an
/// edit and a submission that race each other happen one after the other, whole. What is not committed is undone.
/// </summary>
public sealed class ScorecardLock : IAsyncDisposable
{
    private readonly WriteTransaction _transaction;

    private ScorecardLock(WriteTransaction transaction) => _transaction = transaction;

    /// <summary>For an edit of a cell: others may edit meanwhile, nobody moves the scorecard.</summary>
    public static Task<ScorecardLock> ShareAsync(ParIndexDb db, Guid scorecardId, CancellationToken cancel) => TakeAsync(db, [scorecardId], isShared: true, cancel);

    /// <summary>For edits of cells of several scorecards in one save.</summary>
    public static Task<ScorecardLock> ShareAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, CancellationToken cancel) => TakeAsync(db, scorecardIds, isShared: true, cancel);

    /// <summary>For a move: nobody edits or moves the scorecard meanwhile.</summary>
    public static Task<ScorecardLock> HoldAsync(ParIndexDb db, Guid scorecardId, CancellationToken cancel) => TakeAsync(db, [scorecardId], isShared: false, cancel);

    /// <summary>For what must find all scorecards of a round at rest.</summary>
    public static Task<ScorecardLock> HoldAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, CancellationToken cancel) => TakeAsync(db, scorecardIds, isShared: false, cancel);

    /// <summary>Keeps what was saved.</summary>
    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    private static async Task<ScorecardLock> TakeAsync(ParIndexDb db, IReadOnlyCollection<Guid> scorecardIds, bool isShared, CancellationToken cancel) =>
        new(await WriteTransaction.BeginAsync(
            db,
            () =>
            {
                // Locks of the row itself would let edits overtake a move that waits, for as long as people type: these
                // are granted in the order they are asked for. Two scorecards of one number would only wait for each
                // other. Several are taken in one order, so that two who do so never wait in a circle.
                var numbers = scorecardIds.Select(id => BitConverter.ToInt64(id.ToByteArray(), 8)).Distinct().Order().ToArray();
                return isShared
                    ? db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(number) FROM unnest({numbers}) AS number", cancel)
                    : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(number) FROM unnest({numbers}) AS number", cancel);
            },
            cancel));
}
