using System.IO.Compression;
using ParIndex.Application.Backup;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Files go into a backup with their rows and come out with them.</summary>
public sealed class EvidenceBackupTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_GivesBackEveryFile_AndNamesOneThatIsMissing(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        var content = SampleFiles.Pdf("kế hoạch");
        var document = await world.DoAsync(s => s.Documents.AddAsync(new("Kế hoạch", null, null, null, false), new(new MemoryStream(content), "Kế hoạch.pdf", null, true), 2026, officer));
        var backup = Path.Combine(world.Folder, "a.zip");
        await using (var db = world.Database.NewContext())
        {
            await new DatabaseBackup(db, TimeProvider.System, Store(world.Folder)).WriteAsync(backup);
        }

        var elsewhere = Directory.CreateTempSubdirectory("parindex-evidence-");
        await using var target = await TestDatabase.CreateEmptyAsync(kind);
        await using (var db = target.NewContext())
        {
            await new DatabaseRestore(db, Store(elsewhere.FullName)).ReadAsync(backup);
            var file = db.StoredFiles.Single(known => known.Id == document.FileId);
            await using var restored = Store(elsewhere.FullName).Open(file);
            Assert.Equal(content, await restored.ReadAllAsync());
        }

        using (var zip = ZipFile.Open(backup, ZipArchiveMode.Update))
        {
            zip.Entries.Single(entry => entry.FullName.StartsWith("files/", StringComparison.Ordinal)).Delete();
        }

        await using var second = await TestDatabase.CreateEmptyAsync(kind);
        await using (var db = second.NewContext())
        {
            var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => new DatabaseRestore(db, Store(elsewhere.FullName)).ReadAsync(backup));
            Assert.Contains("Kế hoạch.pdf", refusal.Message, StringComparison.Ordinal);
        }

        File.Delete(world.Bytes("files").Single());
        await using (var db = world.Database.NewContext())
        {
            var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => new DatabaseBackup(db, TimeProvider.System, Store(world.Folder)).WriteAsync(Path.Combine(world.Folder, "b.zip")));
            Assert.Contains("Kế hoạch.pdf", refusal.Message, StringComparison.Ordinal);
        }

        elsewhere.Delete(recursive: true);
    }

    /// <summary>Killed after the files and before the rows: the next one finds files of its own and no rows.</summary>
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Restore_ThatWasKilled_CanBeRepeated_AndOverwritesNothing(DatabaseKind kind)
    {
        await using var world = await EvidenceWorld.OpenAsync(kind);
        var officer = await world.OfficerAsync(world.Test.Justice);
        await world.DoAsync(s => s.Documents.AddAsync(new("Kế hoạch", null, null, null, false), new(new MemoryStream(SampleFiles.Pdf("kế hoạch")), "Kế hoạch.pdf", null, true), 2026, officer));
        var backup = Path.Combine(world.Folder, "a.zip");
        await using (var db = world.Database.NewContext())
        {
            await new DatabaseBackup(db, TimeProvider.System, Store(world.Folder)).WriteAsync(backup);
        }

        var elsewhere = Directory.CreateTempSubdirectory("parindex-evidence-");
        try
        {
            for (var run = 0; run < 2; run++)
            {
                await using var empty = await TestDatabase.CreateEmptyAsync(kind);
                await using var db = empty.NewContext();
                await new DatabaseRestore(db, Store(elsewhere.FullName)).ReadAsync(backup);
                Assert.Single(db.StoredFiles);
            }

            var kept = elsewhere.GetFiles("*", SearchOption.AllDirectories).Single(file => file.FullName.Contains("files", StringComparison.Ordinal)).FullName;
            await File.WriteAllTextAsync(kept, "một tệp khác");
            await using var third = await TestDatabase.CreateEmptyAsync(kind);
            await using var refusing = third.NewContext();
            var refusal = await Assert.ThrowsAsync<BackupRefusedException>(() => new DatabaseRestore(refusing, Store(elsewhere.FullName)).ReadAsync(backup));
            Assert.Contains("không ghi đè", refusal.Message, StringComparison.Ordinal);
            Assert.Equal("một tệp khác", await File.ReadAllTextAsync(kept));
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    private static FileStore Store(string folder) => new(new EvidenceSettings(folder, long.MaxValue, Scanner: null));
}

/// <summary>Reads a stream to its end.</summary>
internal static class StreamReading
{
    public static async Task<byte[]> ReadAllAsync(this Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }
}
