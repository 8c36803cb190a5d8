using System.Security.Cryptography;

namespace ParIndex.Domain.Imports;

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

    /// <summary>Survey points of a group of a round.</summary>
    SurveyPoints,

    /// <summary>The annex of a decision: a criteria set.</summary>
    CriteriaSet,

    /// <summary>A list of people: accounts.</summary>
    StaffList,

    /// <summary>Figures beside the index: series of the province and of units.</summary>
    IndexSeries,

    /// <summary>A list of units: the register.</summary>
    UnitList,
}

/// <summary>
/// A file between its upload and the decision what becomes of it. It is read again at every step, so that what is
/// published is what was uploaded, whatever the browser sends; it goes when it is decided, discarded, or expires.
/// </summary>
public sealed class ImportDraft
{
    private const int LongestName = 200;

    /// <param name="kind">What the file is to become.</param>
    /// <param name="source">The file; of a long name only the end is kept.</param>
    /// <param name="request">What staff said beside it, as JSON.</param>
    /// <param name="by">The account that brought it.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="target">What it is to change, for kinds of which a person has one at a time for each; else <c>null</c>.</param>
    public ImportDraft(ImportKind kind, ImportSource source, string request, Guid by, DateTime at, string? target = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        Kind = kind;
        FileName = source.FileName.Length <= LongestName ? source.FileName : source.FileName[^LongestName..];
        Content = source.Content;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(source.Content));
        Request = request;
        By = by;
        At = at;
        ExpiresAt = at + LifetimeOf(kind);
        Target = target;
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

    /// <summary>Instant from which it is no longer there for anybody, UTC; one that waits for a second person stays as long as that.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>What it is to change: a scorecard, a group of a round; <c>null</c> where several may wait side by side.</summary>
    public string? Target { get; private set; }

    /// <summary>The mark of the comparison it was kept with; empty where that could not be applied.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>Gives it to somebody else, who decides about it from now on.</summary>
    public void HandTo(Guid accountId) => By = accountId;

    /// <summary>Keeps the stamp of the comparison that was shown: what is applied has to compare to the same.</summary>
    public void KeepStamp(string stamp) => Stamp = stamp;

    /// <summary>Keeps what staff say beside the file from now on, as JSON.</summary>
    public void Say(string request) => Request = request;

    /// <summary>Figures of past years wait for people to agree, a sheet or an annex for its sender's second look, a preview for the next click.</summary>
    private static TimeSpan LifetimeOf(ImportKind kind) => kind switch
    {
        ImportKind.PublishedTable or ImportKind.LeafPoints => TimeSpan.FromDays(30),
        ImportKind.UnitSheet or ImportKind.AppraisalSheet or ImportKind.CriteriaSet => TimeSpan.FromDays(7),
        _ => TimeSpan.FromHours(2),
    };
}
