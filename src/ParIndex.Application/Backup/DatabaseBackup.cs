using System.IO.Compression;
using System.Reflection;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;

namespace ParIndex.Application.Backup;

/// <summary>
/// Writes the whole database into one file that either database can be restored from: a zip of
/// <c>manifest.json</c>, <c>tables/{table}.ndjson</c> and <c>files/{name}</c>. Equal content gives equal table files on both databases.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
/// <param name="store">The store of files; <c>null</c> leaves files out.</param>
public sealed class DatabaseBackup(ParIndexDb db, TimeProvider clock, FileStore? store = null)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A zip entry's own time stamp would make equal content differ; the instant stands in the manifest.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Backs up one consistent view while the program may go on; only the owner may read the file.</summary>
    /// <param name="file">The file to make. It appears when it is complete, never before.</param>
    /// <param name="cancel">Ends the work; no file is left.</param>
    /// <exception cref="BackupRefusedException">The file, or an unfinished one, is there already; or it cannot be made.</exception>
    public async Task<BackupManifest> WriteAsync(string file, CancellationToken cancel = default)
    {
        var partial = file + ".partial";
        if (Path.Exists(file))
        {
            throw new BackupRefusedException($"Đã có tệp {file}; bản sao lưu không ghi đè tệp có sẵn. Hãy chọn tên khác.");
        }

        await using var stream = Create(partial);
        try
        {
            var manifest = await WriteAsync(stream, cancel);
            stream.Flush(flushToDisk: true);
            await stream.DisposeAsync();
            File.Move(partial, file, overwrite: false);
            return manifest;
        }
        catch (IOException failure)
        {
            throw new BackupRefusedException($"Không ghi được tệp {file}: {failure.Message}", failure);
        }
        finally
        {
            await stream.DisposeAsync();
            File.Delete(partial);
        }
    }

    private async Task<BackupManifest> WriteAsync(Stream stream, CancellationToken cancel)
    {
        var createdAt = clock.GetUtcNow().UtcDateTime;
        var written = new List<BackupTable>();
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        await using var transaction = await db.BeginSnapshotAsync(cancel);
        foreach (var table in PortableTable.All(db).OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            await using var rows = Add(zip, BackupArchive.FileOf(table.Name));
            written.Add(await BackupRows.WriteAsync(transaction.Connection!, transaction, table, rows, cancel));
        }

        if (store is not null)
        {
            await StoredFileBackup.WriteAsync(transaction, store, name => Add(zip, name, CompressionLevel.NoCompression), cancel);
        }

        var manifest = new BackupManifest(BackupManifest.CurrentFormat, ProductVersion(), PortableTable.SchemaOf(db), createdAt, written);
        await using var last = Add(zip, BackupArchive.ManifestFile);
        await last.WriteAsync(manifest.Write(), cancel);
        return manifest;
    }

    private static Stream Add(ZipArchive zip, string name, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static FileStream Create(string partial)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerOnly;
            }

            return new FileStream(partial, options);
        }
        catch (IOException) when (File.Exists(partial))
        {
            throw new BackupRefusedException($"Đã có tệp {partial}: một lần sao lưu khác đang chạy hoặc đã dừng giữa chừng. Nếu không còn lần nào đang chạy, hãy xoá tệp đó rồi làm lại.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusedException($"Không tạo được tệp {partial}; hãy chọn một thư mục có sẵn và được phép ghi.", failure);
        }
    }

    private static string ProductVersion() =>
        typeof(DatabaseBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
