using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>
/// SQLite has one writer at a time, and those who meet it busy sleep and try again, for seconds under load. So the
/// writers of this process queue for their turn at each file.
/// </summary>
internal static class SqliteWriters
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Files = new(StringComparer.Ordinal);

    /// <summary>Waits for the turn; disposing the answer gives it on.</summary>
    public static async Task<IDisposable> TurnAsync(SqliteParIndexDb db, CancellationToken cancel)
    {
        var file = Files.GetOrAdd(db.Database.GetConnectionString() ?? "", _ => new(1));
        await file.WaitAsync(cancel);
        return new Turn(file);
    }

    private sealed class Turn(SemaphoreSlim file) : IDisposable
    {
        private SemaphoreSlim? _file = file;

        public void Dispose() => Interlocked.Exchange(ref _file, null)?.Release();
    }
}
