namespace ParIndex.Domain.Scorecards;

/// <summary>A move of a scorecard: from where to where, by which act, who, when, why.</summary>
public sealed class ScorecardMove
{
    internal ScorecardMove(ScorecardState from, ScorecardAct act, ScorecardState to, Guid by, DateTime at, string? note)
    {
        (From, Act, To, By, At, Note) = (from, act, to, by, at, note);
    }

    private ScorecardMove()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>State before.</summary>
    public ScorecardState From { get; private set; }

    /// <summary>The act.</summary>
    public ScorecardAct Act { get; private set; }

    /// <summary>State after.</summary>
    public ScorecardState To { get; private set; }

    /// <summary>The account of who moved it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why, or <c>null</c>.</summary>
    public string? Note { get; private set; }
}

/// <summary>
/// What a unit hands in beside its points: the approval of its head, and the signed report that proves it. A
/// scorecard that was given back is handed in again and has several.
/// </summary>
public sealed class Submission
{
    /// <param name="headName">Name of the head who approved, for colleagues only.</param>
    /// <param name="headPost">Post of the head: “Giám đốc”.</param>
    /// <param name="signedOn">Day the report was signed.</param>
    /// <param name="reportFileId">The signed report, a stored PDF.</param>
    /// <param name="by">The account that submits.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No name or post.</exception>
    public Submission(string headName, string headPost, DateOnly signedOn, Guid reportFileId, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(headName);
        ArgumentException.ThrowIfNullOrWhiteSpace(headPost);
        (HeadName, HeadPost, SignedOn, ReportFileId, By, At) = (headName, headPost, signedOn, reportFileId, by, at);
    }

    private Submission()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>Name of the head who approved, for colleagues only.</summary>
    public string HeadName { get; private set; } = "";

    /// <summary>Post of the head.</summary>
    public string HeadPost { get; private set; } = "";

    /// <summary>Day the report was signed.</summary>
    public DateOnly SignedOn { get; private set; }

    /// <summary>The signed report.</summary>
    public Guid ReportFileId { get; private set; }

    /// <summary>What is handed in, for the audit log, which keeps it: set while it is, never read back with the row.</summary>
    public SubmittedContent? Content { get; set; }

    /// <summary>The account that submitted.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
