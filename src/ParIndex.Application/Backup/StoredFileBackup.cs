using System.Data.Common;
using System.Security.Cryptography;
using ParIndex.Application.Evidence;

namespace ParIndex.Application.Backup;

/// <summary>The files outside the database, in and out of a backup. Their rows say which there are, how large, and with which hash.</summary>
internal static class StoredFileBackup
{
    private const int BufferSize = 81_920;

    /// <exception cref="BackupRefusedException">A file is missing from the store, or is no longer what its row says; it is named.</exception>
    public static async Task WriteAsync(DbTransaction transaction, FileStore store, Func<string, Stream> add, CancellationToken cancel)
    {
        foreach (var file in await RowsAsync(transaction, cancel))
        {
            await using var content = Open(store, file);
            await using var entry = add(BackupArchive.EntryOf(file.StoreName));
            if (await CopyAsync(content, entry, cancel) != file.Sha256)
            {
                throw new BackupRefusedException($"Tệp “{file.FileName}” trong kho (tên lưu {file.StoreName}) không còn khớp mã SHA-256 {file.Sha256}; chưa sao lưu. Hãy lấy lại tệp này từ bản sao lưu trước.");
            }
        }
    }

    /// <summary>Puts the files back and then keeps the rows; when anything is wrong, neither stays.</summary>
    /// <exception cref="BackupRefusedException">A file is missing, too many or damaged; it is named.</exception>
    public static async Task RestoreAsync(DbTransaction transaction, FileStore store, BackupArchive archive, CancellationToken cancel)
    {
        var rows = await RowsAsync(transaction, cancel);
        CheckNames(rows, archive.StoreNames);
        var written = new List<string>();
        try
        {
            foreach (var file in rows)
            {
                await using var content = archive.OpenFile(file.StoreName);
                var bytes = await store.ReceiveAsync(content, file.Size, cancel);
                if (bytes.Sha256 != file.Sha256)
                {
                    FileStore.Drop(bytes);
                    throw Damaged(file);
                }

                if (await IsThereAsync(store, file, cancel))
                {
                    // An earlier restore was killed between its files and its rows; what is there already also stays when this one fails.
                    FileStore.Drop(bytes);
                    continue;
                }

                store.Keep(bytes, file.StoreName);
                written.Add(file.StoreName);
            }

            await transaction.CommitAsync(cancel);
        }
        catch (Exception failure)
        {
            written.ForEach(store.Drop);
            throw failure is FileRefusedException or InvalidDataException ? new BackupRefusedException($"Không khôi phục được các tệp: {failure.Message}", failure) : failure;
        }
    }

    /// <summary>Whether the very bytes lie in the store already.</summary>
    /// <exception cref="BackupRefusedException">Others lie there under its name.</exception>
    private static async Task<bool> IsThereAsync(FileStore store, Row file, CancellationToken cancel)
    {
        if (!store.Has(file.StoreName))
        {
            return false;
        }

        await using var there = store.OpenNamed(file.StoreName);
        return await CopyAsync(there, Stream.Null, cancel) == file.Sha256
            ? true
            : throw new BackupRefusedException($"Kho tệp đã có một tệp khác mang tên lưu {file.StoreName} của “{file.FileName}”; không ghi đè. Hãy khôi phục vào một kho trống.");
    }

    private static void CheckNames(IReadOnlyList<Row> rows, IReadOnlySet<string> there)
    {
        if (rows.FirstOrDefault(file => !there.Contains(file.StoreName)) is { } missing)
        {
            throw new BackupRefusedException($"Tệp sao lưu thiếu tệp “{missing.FileName}” ({BackupArchive.EntryOf(missing.StoreName)}).");
        }

        if (there.Except(rows.Select(file => file.StoreName)).Order(StringComparer.Ordinal).FirstOrDefault() is { } extra)
        {
            throw new BackupRefusedException($"Tệp sao lưu có tệp thừa “{BackupArchive.EntryOf(extra)}”; không khôi phục từ tệp đã bị sửa.");
        }
    }

    private static FileStream Open(FileStore store, Row file)
    {
        try
        {
            return store.OpenNamed(file.StoreName);
        }
        catch (FileRefusedException gone)
        {
            throw new BackupRefusedException($"Kho tệp thiếu “{file.FileName}” (tên lưu {file.StoreName}); chưa sao lưu. Kiểm tra cài đặt Evidence:Folder, hoặc lấy lại tệp này từ bản sao lưu trước.", gone);
        }
    }

    private static async Task<string> CopyAsync(FileStream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        int read;
        while ((read = await from.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static BackupRefusedException Damaged(Row file) => new($"Tệp sao lưu bị hỏng: “{file.FileName}” ({BackupArchive.EntryOf(file.StoreName)}) không khớp mã SHA-256.");

    private static async Task<IReadOnlyList<Row>> RowsAsync(DbTransaction transaction, CancellationToken cancel)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT store_name, file_name, size, sha256 FROM stored_files ORDER BY store_name";
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(new(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3)));
        }

        return rows;
    }

    private sealed record Row(string StoreName, string FileName, long Size, string Sha256);
}
