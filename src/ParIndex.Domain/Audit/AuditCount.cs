namespace ParIndex.Domain.Audit;

/// <summary>What is counted and not told again each time.</summary>
public enum CountedKind
{
    /// <summary>A refusal for want of a right.</summary>
    RefusedRight,

    /// <summary>A form that was sent and not accepted.</summary>
    RefusedForm,

    /// <summary>Results confirmed that were no longer those shown.</summary>
    StaleDigest,

    /// <summary>A page or file that was not given.</summary>
    RefusedDownload,

    /// <summary>A wrong password, code or second factor.</summary>
    RefusedSignIn,

    /// <summary>A file that left the portal.</summary>
    Export,

    /// <summary>The dry run of results was opened.</summary>
    DryRun,
}

/// <summary>
/// Equal events of one person, source, address and hour: written once and counted, so that nobody fills the log by
/// repeating them.
/// </summary>
public sealed class AuditCount
{
    /// <param name="kind">What is counted.</param>
    /// <param name="actor">Staff code, or that nobody was signed in.</param>
    /// <param name="source">Address of the client.</param>
    /// <param name="address">What was asked for: method and path.</param>
    /// <param name="note">Why it was refused, or empty.</param>
    /// <param name="at">Instant of the first, UTC.</param>
    public AuditCount(CountedKind kind, string actor, string source, string address, string note, DateTime at)
    {
        (Kind, Actor, Source, Address, Note, FirstAt, LastAt) = (kind, actor, source, address, note, at, at);
        Hour = HourOf(at);
    }

    private AuditCount()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place of the first in the order of history; <c>null</c> until it is stored.</summary>
    public long? Sequence { get; private set; }

    /// <summary>What is counted.</summary>
    public CountedKind Kind { get; private set; }

    /// <summary>Staff code, or that nobody was signed in.</summary>
    public string Actor { get; private set; } = "";

    /// <summary>Address of the client.</summary>
    public string Source { get; private set; } = "";

    /// <summary>What was asked for: method and path.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Why it was refused, where there is more to say than the address; else empty.</summary>
    public string Note { get; private set; } = "";

    /// <summary>The hour it is counted in, UTC.</summary>
    public DateTime Hour { get; private set; }

    /// <summary>Instant of the first, UTC.</summary>
    public DateTime FirstAt { get; private set; }

    /// <summary>Instant of the last, UTC.</summary>
    public DateTime LastAt { get; private set; }

    /// <summary>How often, from 1.</summary>
    public int Count { get; private set; } = 1;

    /// <summary>The hour an instant is counted in, UTC.</summary>
    public static DateTime HourOf(DateTime at) => at.Date.AddHours(at.Hour);
}
