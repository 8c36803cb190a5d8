using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Seals;

namespace ParIndex.Application.Releases.Seals;

/// <summary>The seal of a release as it is shown.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Version">Its version.</param>
/// <param name="Number">Its place in the chain, from 1.</param>
/// <param name="Seal">The seal, lower-case hexadecimal SHA-256.</param>
/// <param name="Previous">The seal before; <c>null</c> for the first.</param>
/// <param name="SealedAt">When, UTC.</param>
public sealed record SealFacts(int Year, int Version, int Number, string Seal, string? Previous, DateTime SealedAt);

/// <summary>The files of a sealed release.</summary>
/// <param name="Content">The ZIP.</param>
/// <param name="ResultsDigest">The results digest of the release.</param>
public sealed record SealedBundle(byte[] Content, string ResultsDigest);

/// <summary>Reads the chain of sealed releases for those who look at it.</summary>
public sealed class SealedReleases(ParIndexDb db)
{
    /// <summary>The seal of a version; <c>null</c> when it is not sealed.</summary>
    public async Task<SealFacts?> FindAsync(int year, int version, CancellationToken cancel = default) =>
        (await ChainAsync(cancel)).FirstOrDefault(seal => seal.Year == year && seal.Version == version);

    /// <summary>Every seal, the first one first.</summary>
    public async Task<IReadOnlyList<SealFacts>> ChainAsync(CancellationToken cancel = default)
    {
        var seals = await db.ReleaseSeals.AsNoTracking().OrderBy(seal => seal.Number).Select(seal => new { seal.Year, seal.Version, seal.Number, seal.Seal, seal.SealedAt }).ToListAsync(cancel);
        return [.. seals.Select((seal, position) => new SealFacts(seal.Year, seal.Version, seal.Number, seal.Seal, position == 0 ? null : seals[position - 1].Seal, seal.SealedAt))];
    }

    /// <summary>The manifests whose files have a SHA-256 that begins so, and those files; of all releases, the newest first.</summary>
    /// <param name="digest">The SHA-256 or its beginning, lower-case hexadecimal.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<(SealFacts Seal, string Path)>> FilesAsync(string digest, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var facts = (await ChainAsync(cancel)).ToDictionary(seal => seal.Number);
        var found = new List<(SealFacts, string)>();
        foreach (var seal in await db.ReleaseSeals.AsNoTracking().Where(seal => seal.Seal.StartsWith(digest) || seal.Manifest.Contains(digest)).OrderByDescending(seal => seal.Number).Select(seal => new { seal.Number, seal.Seal, seal.Manifest }).ToListAsync(cancel))
        {
            if (seal.Seal.StartsWith(digest, StringComparison.Ordinal))
            {
                found.Add((facts[seal.Number], BundleCheck.ManifestFile));
            }

            found.AddRange(ReleaseManifest.Read(seal.Manifest)?.Files.Where(file => file.Sha256.StartsWith(digest, StringComparison.Ordinal)).Select(file => (facts[seal.Number], file.Path)) ?? []);
        }

        return found;
    }

    /// <summary>The ZIP of a version as it was sealed, and its results digest; <c>null</c> when it is not.</summary>
    public async Task<SealedBundle?> BundleAsync(int year, int version, CancellationToken cancel = default) =>
        await (from bundle in db.ReleaseBundles.AsNoTracking()
               join release in db.Releases on bundle.ReleaseId equals release.Id
               where release.Year == year && release.VersionNumber == version
               select new SealedBundle(bundle.Content, release.ResultsDigest)).FirstOrDefaultAsync(cancel);

    /// <summary>One file of a version's ZIP as it was sealed; <c>null</c> when it is not sealed or the ZIP has no such file.</summary>
    public async Task<byte[]?> FileAsync(int year, int version, string path, CancellationToken cancel = default)
    {
        if (await BundleAsync(year, version, cancel) is not { } bundle)
        {
            return null;
        }

        using var zip = new ZipArchive(new MemoryStream(bundle.Content), ZipArchiveMode.Read);
        if (zip.GetEntry(path) is not { } entry)
        {
            return null;
        }

        using var content = new MemoryStream();
        await using var stream = await entry.OpenAsync(cancel);
        await stream.CopyToAsync(content, cancel);
        return content.ToArray();
    }

    /// <summary>The newest signed statement of where the chains end; <c>null</c> while there is none.</summary>
    public async Task<CheckpointText?> CheckpointAsync(CancellationToken cancel = default) =>
        await db.Checkpoints.AsNoTracking().OrderByDescending(checkpoint => checkpoint.Number).Select(checkpoint => checkpoint.Text).FirstOrDefaultAsync(cancel) is { } text ? CheckpointText.Read(text) : null;
}
