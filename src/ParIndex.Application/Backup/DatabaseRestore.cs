using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;

namespace ParIndex.Application.Backup;

/// <summary>
/// Fills an empty database from a backup, all or nothing. Rows are put back exactly as they were: no audit event, no
/// new version tokens; only the triggers that guard releases look at them.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="store">The store of files; <c>null</c> leaves files out.</param>
public sealed class DatabaseRestore(ParIndexDb db, FileStore? store = null)
{
    /// <summary>Restores a backup made on either database.</summary>
    /// <exception cref="BackupRefusedException">The file is damaged or of another schema, or the database is not empty. Nothing was written.</exception>
    public async Task<BackupManifest> ReadAsync(string file, CancellationToken cancel = default)
    {
        using var archive = BackupArchive.Open(file);
        var tables = PortableTable.All(db);
        await archive.CheckAsync(tables, PortableTable.SchemaOf(db), cancel);
        await MakeSchemaAsync(tables, cancel);

        await using var transaction = await db.BeginExclusiveAsync(tables, cancel);
        await RefuseFilledAsync(transaction, tables, cancel);
        foreach (var table in tables)
        {
            await InsertAsync(transaction, table, ParentsFirst(table, archive.RowsAsync(table, cancel), cancel), cancel);
        }

        await VerifyAsync(transaction, tables, archive.Manifest, cancel);
        if (store is null)
        {
            await transaction.CommitAsync(cancel);
            return archive.Manifest;
        }

        await StoredFileBackup.RestoreAsync(transaction, store, archive, cancel);
        return archive.Manifest;
    }

    /// <summary>
    /// An empty database gets its tables, also one that a restore began and did not end; PostgreSQL with rows in some of
    /// them is its operator's to bring up to date.
    /// </summary>
    private async Task MakeSchemaAsync(IReadOnlyList<PortableTable> tables, CancellationToken cancel)
    {
        var pending = await db.PendingMigrationsAsync(cancel);
        if (pending.Count > 0 && db is PostgresParIndexDb && (await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var transaction = await db.Database.GetDbConnection().BeginTransactionAsync(cancel);
            await RefuseFilledAsync(transaction, tables, cancel);
        }

        await db.MigrateAsync(cancel);
    }

    private static async Task RefuseFilledAsync(DbTransaction transaction, IReadOnlyList<PortableTable> tables, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            if (table.ThereSql is { } there)
            {
                await using var asking = Command(transaction, there);
                if (await asking.ExecuteScalarAsync(cancel) is false)
                {
                    continue;
                }
            }

            await using var command = Command(transaction, table.AnySql);
            if (await command.ExecuteScalarAsync(cancel) is not null)
            {
                throw new BackupRefusedException($"Cơ sở dữ liệu không trống (bảng {table.Name} đã có dữ liệu); chỉ khôi phục vào cơ sở dữ liệu trống.");
            }
        }
    }

    private static async Task InsertAsync(DbTransaction transaction, PortableTable table, IAsyncEnumerable<object[]> rows, CancellationToken cancel)
    {
        await using var command = Command(transaction, table.InsertSql);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            command.Parameters.Add(table.Columns[i].Mapping.CreateParameter(command, "@p" + i, value: null, nullable: true));
        }

        await foreach (var row in rows.WithCancellation(cancel))
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            await InsertAsync(command, table, cancel);
        }
    }

    private static async Task InsertAsync(DbCommand command, PortableTable table, CancellationToken cancel)
    {
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (DbException refusal)
        {
            throw new BackupRefusedException($"Cơ sở dữ liệu từ chối một dòng của bảng {table.Name}: {refusal.Message}", refusal);
        }
    }

    /// <summary>Of a table that points to itself, each row after those it points to.</summary>
    private static async IAsyncEnumerable<object[]> ParentsFirst(PortableTable table, IAsyncEnumerable<object[]> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var waiting = new List<object[]>();
        var written = table.SelfReferences.ToDictionary(reference => reference, _ => new HashSet<object>());
        await foreach (var row in rows.WithCancellation(cancel))
        {
            if (written.Count == 0)
            {
                yield return row;
            }
            else
            {
                waiting.Add(row);
            }
        }

        while (waiting.Count > 0)
        {
            var ready = waiting.FindAll(row => written.All(known => row[known.Key.Column] is DBNull || known.Value.Contains(row[known.Key.Column])));
            if (ready.Count == 0)
            {
                throw new BackupRefusedException($"Tệp sao lưu bị hỏng: bảng {table.Name} có dòng trỏ tới dòng không có.");
            }

            foreach (var row in ready)
            {
                yield return row;
                foreach (var (reference, values) in written)
                {
                    values.Add(row[reference.Principal]);
                }
            }

            var done = ready.ToHashSet();
            waiting.RemoveAll(done.Contains);
        }
    }

    /// <summary>Writes every table once more, to nowhere: the same rows and the same hash, or nothing is kept.</summary>
    private static async Task VerifyAsync(DbTransaction transaction, IReadOnlyList<PortableTable> tables, BackupManifest manifest, CancellationToken cancel)
    {
        foreach (var table in tables)
        {
            var restored = await BackupRows.WriteAsync(transaction.Connection!, transaction, table, Stream.Null, cancel);
            if (restored != manifest.Tables.Single(expected => expected.Name == table.Name))
            {
                throw new BackupRefusedException($"Bảng {table.Name} sau khi khôi phục không giống bản sao lưu; không giữ lại gì.");
            }
        }
    }

    private static DbCommand Command(DbTransaction transaction, string sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }
}
