using System.IO.Compression;
using System.Text.Json;
using ParIndex.Application.Backup;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Data.Backup;

/// <summary>A folder for backup files, and what tests do with them.</summary>
internal sealed class BackupFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-backup-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IEnumerable<string> Names => _folder.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    public async Task<string> BackUpAsync(TestDatabase database, string name = "a.zip")
    {
        await using var db = database.NewContext();
        await new DatabaseBackup(db, FixedClock.New()).WriteAsync(this[name]);
        return this[name];
    }

    public static async Task<BackupManifest> RestoreAsync(TestDatabase database, string file)
    {
        await using var db = database.NewContext();
        return await new DatabaseRestore(db).ReadAsync(file);
    }

    /// <summary>Everything in the database, as the files of a backup by name.</summary>
    public async Task<Dictionary<string, byte[]>> ContentAsync(TestDatabase database)
    {
        var file = await BackUpAsync(database, Guid.NewGuid() + ".zip");
        return Read(file);
    }

    public static Dictionary<string, byte[]> Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return copy.ToArray();
        });
    }

    /// <summary>The same backup with other content: the files are rewritten, and the zip is sound.</summary>
    public string Rewrite(string file, Action<Dictionary<string, byte[]>> change)
    {
        var content = Read(file);
        change(content);
        var changed = this[Guid.NewGuid() + ".zip"];
        using var zip = ZipFile.Open(changed, ZipArchiveMode.Create);
        foreach (var (name, bytes) in content)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(bytes);
        }

        return changed;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    public static JsonElement Manifest(Dictionary<string, byte[]> content) => JsonDocument.Parse(content["manifest.json"]).RootElement;
}
