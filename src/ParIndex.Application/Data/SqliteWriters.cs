using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>
/// SQLite has one writer at a time, and those who meet it busy sleep and try again, for seconds under load. So the
/// writers of this process queue for their turn at each file. A long queue that moves is waited for; a writer that holds
/// its turn longer than any save takes meets a file that somebody else has locked, and nobody queues behind it.
/// </summary>
internal static class SqliteWriters
{
    /// <summary>Longer than any save takes.</summary>
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private static readonly ConcurrentDictionary<string, Queue> Files = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing the answer gives it on.</summary>
    /// <exception cref="DatabaseBusyException">Whoever has it holds it for too long.</exception>
    public static async Task<IDisposable> TurnAsync(SqliteParIndexDb db, CancellationToken cancel)
    {
        var queue = Files.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new());
        while (!await queue.Turn.WaitAsync(Look, cancel))
        {
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref queue.TakenAt)) > LongestTurn)
            {
                throw new DatabaseBusyException();
            }
        }

        Volatile.Write(ref queue.TakenAt, Stopwatch.GetTimestamp());
        return new Held(queue.Turn);
    }

    private sealed class Queue
    {
        public readonly SemaphoreSlim Turn = new(1);

        public long TakenAt;
    }

    private sealed class Held(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? _turn = turn;

        public void Dispose() => Interlocked.Exchange(ref _turn, null)?.Release();
    }
}
