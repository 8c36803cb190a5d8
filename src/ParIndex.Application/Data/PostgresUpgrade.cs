using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ParIndex.Application.Data;

/// <summary>
/// Brings PostgreSQL up to date. EF's own lock is the history table, which the first migration has yet to make; so whoever
/// migrates holds a lock of the server, which goes with the connection, and a second one waits and finds it done.
/// </summary>
internal static class PostgresUpgrade
{
    /// <summary>The number both sides lock; of no meaning.</summary>
    private const long Lock = 0x5061_7249_6e64_6578;

    /// <returns>What was applied.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(ParIndexDb db, CancellationToken cancel)
    {
        await CreateAsync(db.GetService<IRelationalDatabaseCreator>(), cancel);
        var patience = db.Database.GetCommandTimeout();
        // A large table takes its time, and so does the other who migrates.
        db.Database.SetCommandTimeout(0);
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancel);
            var pending = await db.PendingMigrationsAsync(cancel);
            await db.Database.MigrateAsync(cancel);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", cancel);
            return pending;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            db.Database.SetCommandTimeout(patience);
        }
    }

    private static async Task CreateAsync(IRelationalDatabaseCreator creator, CancellationToken cancel)
    {
        try
        {
            if (!await creator.ExistsAsync(cancel))
            {
                await creator.CreateAsync(cancel);
            }
        }
        catch (PostgresException made) when (made.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // The other was faster.
        }
    }
}
