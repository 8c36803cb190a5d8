using System.IO.Compression;

namespace ParIndex.Application.Backup;

/// <summary>A backup file, opened to be restored. Nothing in it is believed before it was checked.</summary>
internal sealed class BackupArchive : IDisposable
{
    public const string ManifestFile = "manifest.json";

    private const long LargestManifest = 1024 * 1024;

    private const long LargestTable = 16L * 1024 * 1024 * 1024;

    /// <summary>Rows of JSON shrink to about a tenth; a hundredth is a file made to fill the disk.</summary>
    private const long MostShrinking = 100;

    private readonly ZipArchive _zip;

    private BackupArchive(ZipArchive zip)
    {
        _zip = zip;
        Manifest = ReadManifest();
    }

    public BackupManifest Manifest { get; }

    public static string FileOf(string table) => $"tables/{table}.ndjson";

    /// <summary>The entry of a stored file.</summary>
    public static string EntryOf(string storeName) => StoredFilesFolder + storeName;

    private const string StoredFilesFolder = "files/";

    /// <summary>The store names of the files it holds.</summary>
    public IReadOnlySet<string> StoreNames => _zip.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith(StoredFilesFolder, StringComparison.Ordinal)).Select(name => name[StoredFilesFolder.Length..]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The bytes of a stored file.</summary>
    public Stream OpenFile(string storeName) => _zip.GetEntry(EntryOf(storeName))!.Open();

    /// <exception cref="BackupRefusedException">There is no such file, it cannot be read, or it is no backup.</exception>
    public static BackupArchive Open(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BackupRefusedException($"{file} là thư mục, không phải tệp sao lưu.");
        }

        FileStream? stream = null;
        try
        {
            stream = File.OpenRead(file);
            return new(new ZipArchive(stream, ZipArchiveMode.Read));
        }
        catch (Exception failure)
        {
            stream?.Dispose();
            throw failure switch
            {
                FileNotFoundException or DirectoryNotFoundException => new BackupRefusedException($"Không tìm thấy tệp {file}.", failure),
                UnauthorizedAccessException => new BackupRefusedException($"Không có quyền đọc tệp {file}.", failure),
                InvalidDataException => new BackupRefusedException($"{file} không phải là tệp sao lưu, hoặc đã bị hỏng.", failure),
                IOException => new BackupRefusedException($"Không đọc được tệp {file}: {failure.Message}", failure),
                _ => failure,
            };
        }
    }

    /// <summary>Reads everything once, to be sure that it can be restored to the last row before the first is written.</summary>
    /// <exception cref="BackupRefusedException">Another schema, a missing or additional file, or content that is not what the manifest says.</exception>
    public async Task CheckAsync(IReadOnlyList<PortableTable> tables, string schema, CancellationToken cancel)
    {
        if (Manifest.Schema != schema)
        {
            throw new BackupRefusedException($"Tệp sao lưu thuộc cấu trúc dữ liệu “{Manifest.Schema}”, phần mềm này dùng “{schema}”. Hãy khôi phục bằng phiên bản {Manifest.ProductVersion} rồi nâng cấp.");
        }

        CheckNames(tables);
        foreach (var table in tables)
        {
            using var lines = OpenTable(table);
            while (await NextAsync(lines, table, cancel) is not null)
            {
            }

            var (rows, hash) = (lines.Lines, lines.Sha256());
            var expected = Manifest.Tables.Single(entry => entry.Name == table.Name);
            if (hash != expected.Sha256 || rows != expected.Rows)
            {
                throw Damaged(table, hash != expected.Sha256 ? "nội dung không khớp mã SHA-256 trong manifest.json" : $"có {rows} dòng, manifest.json ghi {expected.Rows}");
            }
        }
    }

    /// <summary>The rows of a table, in the order of the file.</summary>
    public async IAsyncEnumerable<object[]> RowsAsync(PortableTable table, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var lines = OpenTable(table);
        while (await NextAsync(lines, table, cancel) is { } row)
        {
            yield return row;
        }
    }

    public void Dispose() => _zip.Dispose();

    private static async Task<object[]?> NextAsync(LineReader lines, PortableTable table, CancellationToken cancel)
    {
        try
        {
            return await lines.NextAsync(cancel) is { } line ? BackupRows.Read(line.Span, table) : null;
        }
        catch (Exception failure) when (failure is FormatException or InvalidDataException)
        {
            throw Damaged(table, $"không đọc được dòng {lines.Lines}", failure);
        }
    }

    private LineReader OpenTable(PortableTable table)
    {
        var entry = _zip.GetEntry(FileOf(table.Name))!;
        try
        {
            return new(entry.Open(), entry.Length);
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(table, "không mở được", failure);
        }
    }

    private void CheckNames(IReadOnlyList<PortableTable> tables)
    {
        var expected = tables.Select(table => table.Name).Order(StringComparer.Ordinal).ToList();
        if (!Manifest.Tables.Select(table => table.Name).Order(StringComparer.Ordinal).SequenceEqual(expected))
        {
            throw new BackupRefusedException("Tệp sao lưu bị hỏng: danh sách bảng trong manifest.json không phải là các bảng của phần mềm này.");
        }

        var files = expected.Select(FileOf).Append(ManifestFile).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _zip.Entries)
        {
            if (!files.Remove(entry.FullName) && !entry.FullName.StartsWith(StoredFilesFolder, StringComparison.Ordinal))
            {
                throw new BackupRefusedException($"Tệp sao lưu có tệp thừa “{entry.FullName}”; không khôi phục từ tệp đã bị sửa.");
            }

            if (entry.Length > LargestTable || entry.Length > (entry.CompressedLength + 1024) * MostShrinking)
            {
                throw new BackupRefusedException($"Tệp “{entry.FullName}” trong bản sao lưu lớn bất thường ({entry.Length} byte khi giải nén); không khôi phục.");
            }
        }

        if (files.Count > 0)
        {
            throw new BackupRefusedException($"Tệp sao lưu thiếu “{files.Order(StringComparer.Ordinal).First()}”.");
        }
    }

    private BackupManifest ReadManifest()
    {
        var entry = _zip.GetEntry(ManifestFile) ?? throw new BackupRefusedException("Tệp này không phải là tệp sao lưu: thiếu manifest.json.");
        if (entry.Length > LargestManifest)
        {
            throw new BackupRefusedException("Tệp sao lưu bị hỏng: manifest.json lớn bất thường.");
        }

        using var content = entry.Open();
        var json = new byte[entry.Length];
        var read = content.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
        return BackupManifest.Read(json[..read]);
    }

    private static BackupRefusedException Damaged(PortableTable table, string how, Exception? cause = null) =>
        new($"Tệp sao lưu bị hỏng: {FileOf(table.Name)} {how}.", cause);
}
