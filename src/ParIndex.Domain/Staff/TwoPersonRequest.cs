
namespace ParIndex.Domain.Staff;

/// <summary>An act that takes effect only when a second person agrees.</summary>
public enum TwoPersonAct
{
    /// <summary>Give back an account whose second factor is lost.</summary>
    RecoverSecondFactor,

    /// <summary>Exempt a criterion for the requester's own unit.</summary>
    ExemptOwnUnit,

    /// <summary>Extend a deadline for the requester's own unit.</summary>
    ExtendOwnUnit,

    /// <summary>Change the marks of the requester's own unit, or take it out of a round.</summary>
    MarkOwnUnit,

    /// <summary>Unlock an agreed scorecard, or give back that of the requester's own unit.</summary>
    UnlockOwnUnit,

    /// <summary>Exempt a criterion for a unit after scoring was opened.</summary>
    ExemptAfterOpening,

    /// <summary>Give up a round that is open.</summary>
    CancelRound,

    /// <summary>Take back a round that was open when it was given up.</summary>
    RestoreRound,

    /// <summary>The published results of a round are taken up again: correction, revision or withdrawal.</summary>
    AmendRound,

    /// <summary>Repair a criteria set after scoring was opened.</summary>
    RepairSet,

    /// <summary>Publish a table of a past year as an archive release.</summary>
    PublishArchive,

    /// <summary>Make an account with a role that two people give, or of somebody who may have one already.</summary>
    CreateAccount,

    /// <summary>Give such a role, move a person to another unit, or change who such an account is.</summary>
    EditAccount,

    /// <summary>Give such an account a one-time code in place of its password.</summary>
    ResetAccount,

    /// <summary>Switch such an account on again.</summary>
    EnableAccount,

    /// <summary>Hand such an account over to a new person.</summary>
    HandOverAccount,
}

/// <summary>Where such a request stands.</summary>
public enum TwoPersonState
{
    /// <summary>Waits for the second person.</summary>
    Pending,

    /// <summary>Agreed and carried out.</summary>
    Agreed,

    /// <summary>Refused.</summary>
    Refused,
}

/// <summary>
/// A request of one person that another, of another unit, agrees to or refuses. The act is carried out in the same
/// save as the agreement.
/// </summary>
public sealed class TwoPersonRequest
{
    /// <param name="act">What is asked for.</param>
    /// <param name="subjectId">The account, participant, round or import draft it is about.</param>
    /// <param name="payload">What carrying it out needs, as JSON.</param>
    /// <param name="summary">What is asked for, in words for the second person.</param>
    /// <param name="reason">Why.</param>
    /// <param name="requestedBy">The account that asks.</param>
    /// <param name="requestedAt">Instant, UTC.</param>
    public TwoPersonRequest(TwoPersonAct act, Guid subjectId, string payload, string summary, string reason, Guid requestedBy, DateTime requestedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Act = act;
        SubjectId = subjectId;
        Payload = payload;
        Summary = summary;
        Reason = reason;
        RequestedBy = requestedBy;
        RequestedAt = requestedAt;
    }

    private TwoPersonRequest()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save: two people cannot decide it at once.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>What is asked for.</summary>
    public TwoPersonAct Act { get; private set; }

    /// <summary>The account, participant, round, criteria set or import draft it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>What carrying it out needs, as JSON.</summary>
    public string Payload { get; private set; } = "";

    /// <summary>What is asked for, in words.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account that asks.</summary>
    public Guid RequestedBy { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public TwoPersonState State { get; private set; } = TwoPersonState.Pending;

    /// <summary>The account that decided.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Instant of the decision, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>The half of a one-time code that the second person hands over, after the agreement; kept nowhere.</summary>
    public IssuedCode? Issued { get; set; }

    /// <summary>Agrees or refuses.</summary>
    /// <exception cref="InvalidOperationException">It is decided already, or the decider is the one who asks.</exception>
    public void Decide(bool agree, Guid by, DateTime at)
    {
        if (State != TwoPersonState.Pending || by == RequestedBy)
        {
            throw new InvalidOperationException("A request is decided once, by somebody else.");
        }

        State = agree ? TwoPersonState.Agreed : TwoPersonState.Refused;
        (DecidedBy, DecidedAt) = (by, at);
    }
}
