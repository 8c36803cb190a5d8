using System.Security.Cryptography;

namespace ParIndex.Application.Imports;

/// <summary>What a file is to become.</summary>
public enum ImportKind
{
    /// <summary>A published table: an archive release.</summary>
    PublishedTable,

    /// <summary>Points of units by leaf: a closed round.</summary>
    LeafPoints,

    /// <summary>A unit's sheet, filled in: edits of its cells.</summary>
    UnitSheet,

    /// <summary>An appraiser's sheet, filled in: edits of cells of several units.</summary>
    AppraisalSheet,
}

/// <summary>
/// A file between its upload and the decision what becomes of it. It is read again at every step, so that what is
/// published is what was uploaded, whatever the browser sends; it goes when it is published or discarded.
/// </summary>
public sealed class ImportDraft
{
    /// <param name="kind">What the file is to become.</param>
    /// <param name="fileName">Its name, for people.</param>
    /// <param name="content">Its bytes, or the text that was pasted, as UTF-8.</param>
    /// <param name="request">What staff said beside it, as <see cref="ImportDrafts"/> writes it.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="at">Instant, UTC.</param>
    public ImportDraft(ImportKind kind, string fileName, byte[] content, string request, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(content);
        Kind = kind;
        FileName = fileName;
        Content = content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Request = request;
        By = by;
        At = at;
    }

    private ImportDraft()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token: two people cannot decide about one draft.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>What the file is to become.</summary>
    public ImportKind Kind { get; private set; }

    /// <summary>The file's name.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file's bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>What staff said beside the file, as JSON.</summary>
    public string Request { get; private set; } = "";

    /// <summary>The account that brought it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant it was brought, UTC.</summary>
    public DateTime At { get; private set; }
}
