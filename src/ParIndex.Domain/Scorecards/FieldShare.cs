namespace ParIndex.Domain.Scorecards;

/// <summary>How far a field is that somebody of the unit answers for.</summary>
public enum FieldShareState
{
    /// <summary>Being scored.</summary>
    Open,

    /// <summary>The officer has said that it is done.</summary>
    Ready,

    /// <summary>The unit's head gave it back to the officer, with a remark.</summary>
    Returned,
}

/// <summary>
/// Who inside the unit answers for a field (a root of the criteria tree) of its scorecard. It says whose work it is, and
/// bars nobody of the unit from typing there.
/// </summary>
public sealed class FieldShare
{
    internal FieldShare(Guid scorecardId, Guid fieldId, Guid accountId, Guid by, DateTime at) =>
        (ScorecardId, CriterionId, AccountId, By, At) = (scorecardId, fieldId, accountId, by, at);

    private FieldShare()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The scorecard.</summary>
    public Guid ScorecardId { get; private set; }

    /// <summary>The field.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>The account of the officer who answers for it.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>How far it is.</summary>
    public FieldShareState State { get; private set; } = FieldShareState.Open;

    /// <summary>The remark it was given back with last, or <c>null</c> while it never was.</summary>
    public Guid? ReturnNoteId { get; private set; }

    /// <summary>The account that shared it out, said it is done or gave it back last.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant of that, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Follows an account that is handed over to a new one of the same unit.</summary>
    public void HandOverTo(Guid accountId) => AccountId = accountId;

    /// <summary>Gives it to another officer; how far it is stays.</summary>
    internal void Give(Guid accountId, Guid by, DateTime at) => (AccountId, By, At) = (accountId, by, at);

    internal void Finish(Guid by, DateTime at) => (State, By, At) = (FieldShareState.Ready, by, at);

    internal void Return(Guid noteId, Guid by, DateTime at) => (State, ReturnNoteId, By, At) = (FieldShareState.Returned, noteId, by, at);
}
