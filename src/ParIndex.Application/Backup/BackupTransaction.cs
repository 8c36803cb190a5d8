using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Backup;

/// <summary>The two transactions backups need; each database begins them in its own way.</summary>
internal static class BackupTransaction
{
    /// <summary>One consistent view of everything, which keeps nobody from writing.</summary>
    public static async Task<DbTransaction> BeginSnapshotAsync(this ParIndexDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // A deferred transaction takes no write lock; in write-ahead mode its first read fixes the view.
        return db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
    }

    /// <summary>A transaction in which nobody else can write to the tables.</summary>
    public static async Task<DbTransaction> BeginExclusiveAsync(this ParIndexDb db, IReadOnlyList<PortableTable> tables, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            return sqlite.BeginTransaction(deferred: false);
        }

        var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancel);
        foreach (var table in tables)
        {
            await using var command = transaction.Connection!.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = table.LockSql;
            await command.ExecuteNonQueryAsync(cancel);
        }

        return transaction;
    }
}
