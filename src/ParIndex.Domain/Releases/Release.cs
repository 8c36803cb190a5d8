namespace ParIndex.Domain.Releases;

/// <summary>What a version of a release is against the one before.</summary>
public enum ReleaseChange
{
    /// <summary>The first version of a year.</summary>
    Initial,

    /// <summary>Adds a group; no figure changes (bổ sung).</summary>
    Supplement,

    /// <summary>A planned change (điều chỉnh).</summary>
    Revision,

    /// <summary>Mends an error (đính chính).</summary>
    Correction,

    /// <summary>Takes groups back (thu hồi): the version no longer has them.</summary>
    Withdrawal,
}

/// <summary>
/// A published version of one year (bản công bố): a full snapshot of all its groups with names and rules as they
/// were. Never changed: a later version stands beside it, and <em>current</em> is derived, not written.
/// </summary>
public sealed class Release
{
    private readonly List<ReleaseGroup> _groups = [];

    /// <param name="province">The province as it calls itself: “Tỉnh Lai Châu”.</param>
    /// <param name="year">The year assessed.</param>
    /// <param name="versionNumber">1 for the first version of the year.</param>
    /// <param name="change">What it is against the version before.</param>
    /// <param name="isArchive">Whether printed figures are the official ones.</param>
    /// <param name="publishedAt">Instant of publication here, UTC.</param>
    /// <param name="groups">The groups, in their order.</param>
    public Release(string province, int year, int versionNumber, ReleaseChange change, bool isArchive, DateTime publishedAt, IEnumerable<ReleaseGroup> groups)
    {
        Province = province;
        Year = year;
        VersionNumber = versionNumber;
        Change = change;
        IsArchive = isArchive;
        PublishedAt = publishedAt;
        _groups.AddRange(groups);
        GroupCount = _groups.Count;
        ResultsDigest = Releases.ResultsDigest.Of(this);
    }

    private Release()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The province as it calls itself.</summary>
    public string Province { get; private set; } = "";

    /// <summary>The year assessed.</summary>
    public int Year { get; private set; }

    /// <summary>1 for the first version of the year.</summary>
    public int VersionNumber { get; private set; }

    /// <summary>What it is against the version before.</summary>
    public ReleaseChange Change { get; private set; }

    /// <summary>Whether printed figures are the official ones, with computed ones beside them.</summary>
    public bool IsArchive { get; private set; }

    /// <summary>Number of the decision, or <c>null</c> when it is not known.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Day of the decision.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Day of the announcement.</summary>
    public DateOnly? AnnouncedOn { get; init; }

    /// <summary>Post of who signed the decision, as printed; <c>null</c> when it is not known.</summary>
    public string? SignerPost { get; init; }

    /// <summary>Why a revision, a correction or a withdrawal was made, as the public reads it; <c>null</c> for any other version.</summary>
    public string? ChangeReason { get; init; }

    /// <summary>Where an archive's figures were taken from.</summary>
    public string? SourceNote { get; init; }

    /// <summary>Instant of publication here, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    /// <summary>SHA-256 of the canonical tables, lower-case hexadecimal.</summary>
    public string ResultsDigest { get; private set; } = "";

    /// <summary>How many groups the version holds; a row more is refused by the database.</summary>
    public int GroupCount { get; private set; }

    /// <summary>The groups.</summary>
    public IReadOnlyList<ReleaseGroup> Groups => _groups;

    /// <summary>Notes the digests of its parts, once it is about to be stored.</summary>
    public void NoteDigests() => _groups.ForEach(group => group.NoteDigests(this));

    /// <summary>Puts groups and rows in the order published; databases return them in any.</summary>
    public void SortRows()
    {
        _groups.Sort((one, other) => one.Position != other.Position ? one.Position.CompareTo(other.Position) : string.CompareOrdinal(one.Slug, other.Slug));
        _groups.ForEach(group => group.SortRows());
    }

    /// <summary>The group of an address, or <c>null</c>.</summary>
    public ReleaseGroup? Group(string slug) => _groups.Find(group => group.Slug == slug);
}
