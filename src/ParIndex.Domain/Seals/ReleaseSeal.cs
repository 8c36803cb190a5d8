using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Seals;

/// <summary>The link of one release in the chain of all: its manifest and the manifest's hash. Never changed.</summary>
public sealed class ReleaseSeal
{
    /// <param name="release">The release.</param>
    /// <param name="number">Place in the chain, from 1.</param>
    /// <param name="manifest">The text of its manifest.</param>
    /// <param name="sealedAt">Instant, UTC.</param>
    public ReleaseSeal(Release release, int number, string manifest, DateTime sealedAt)
    {
        ArgumentNullException.ThrowIfNull(release);
        (ReleaseId, Year, Version, Number, Manifest, Seal, SealedAt) = (release.Id, release.Year, release.VersionNumber, number, manifest, ReleaseManifest.SealOf(manifest), sealedAt);
    }

    private ReleaseSeal()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>Its year.</summary>
    public int Year { get; private set; }

    /// <summary>Its version.</summary>
    public int Version { get; private set; }

    /// <summary>Place in the chain, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The text of its manifest, see <see cref="ReleaseManifest.Write"/>.</summary>
    public string Manifest { get; private set; } = "";

    /// <summary>The SHA-256 of the manifest, lower-case hexadecimal.</summary>
    public string Seal { get; private set; } = "";

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime SealedAt { get; private set; }
}

/// <summary>The files of a sealed release as they were made once, in one ZIP. Never changed and never made again.</summary>
public sealed class ReleaseBundle
{
    /// <param name="seal">The seal of the release.</param>
    /// <param name="content">The ZIP.</param>
    public ReleaseBundle(ReleaseSeal seal, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(seal);
        (ReleaseId, Content) = (seal.ReleaseId, content);
    }

    private ReleaseBundle()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>The ZIP.</summary>
    public byte[] Content { get; private set; } = [];
}
