using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ParIndex.Application.Data;

/// <summary>
/// Brings the embedded database up to date. EF guards a migration by a row in <c>__EFMigrationsLock</c>, and a process
/// that was killed leaves it there: the next start would wait for it for ever. So whoever migrates holds a lock on a
/// file beside the database, which the system lets go with its process; under it a row left behind is known to be dead.
/// </summary>
internal static class SqliteUpgrade
{
    /// <summary>Ending of the file that is locked; it stays, empty, so that two processes never lock two files of one name.</summary>
    public const string LockEnding = "-migrating";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <returns>What was applied.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(ParIndexDb db, CancellationToken cancel)
    {
        var pending = await db.PendingMigrationsAsync(cancel);
        if (pending.Count > 0)
        {
            await using var alone = await AloneAsync(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource + LockEnding, cancel);
            // Whoever held the lock before may have done it.
            pending = await db.PendingMigrationsAsync(cancel);
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await db.Database.MigrateAsync(cancel);
        }

        // The file remembers it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        return pending;
    }

    /// <summary>Waits until no other process migrates this database.</summary>
    private static async Task<FileStream> AloneAsync(string file, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
