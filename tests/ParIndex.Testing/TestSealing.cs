using ParIndex.Application.Data;
using ParIndex.Application.Releases;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Tables;

namespace ParIndex.Testing;

/// <summary>Seals and verifies with a key of its own, which lies in a folder that goes with it.</summary>
public sealed class TestSealing : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parindex-seal-");

    /// <summary>With a key that is made when it is first needed.</summary>
    public TestSealing() => Keys = new(Path.Combine(_folder.FullName, "seal.pem"), Path.Combine(_folder.FullName, "known.pem"));

    /// <summary>The key.</summary>
    public SealKeys Keys { get; }

    /// <summary>Seals in a database.</summary>
    public Sealing Of(ParIndexDb db) => With(db, Keys);

    /// <summary>Seals in a database with a key.</summary>
    public static Sealing With(ParIndexDb db, SealKeys keys) =>
        new(db, keys, new(release => new WorkbookCover($"Năm {release.Year}", [], []), new DataOrigin("Sở Nội vụ", null, null, null), UnpackedRelease.Announce), TimeProvider.System);

    /// <summary>Verifies a database.</summary>
    public SealVerification VerificationOf(ParIndexDb db) => new(db, Keys);

    /// <summary>Seals all that waits in a database: releases, then the log.</summary>
    public async Task SealAsync(TestDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var db = database.NewContext();
        await Of(db).SealReleasesAsync();
        await Of(db).SealLogAsync();
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);
}
