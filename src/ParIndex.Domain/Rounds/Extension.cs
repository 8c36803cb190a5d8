namespace ParIndex.Domain.Rounds;

/// <summary>A later deadline for one unit, with its reason.</summary>
public sealed class Extension
{
    internal Extension(RoundStep step, DateTime until, string reason, Guid by, DateTime at)
    {
        Step = step;
        Until = until;
        Reason = reason;
        By = by;
        At = at;
    }

    private Extension()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The participant.</summary>
    public Guid ParticipantId { get; private set; }

    /// <summary>The step.</summary>
    public RoundStep Step { get; private set; }

    /// <summary>Last instant, UTC.</summary>
    public DateTime Until { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account of who gave it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant it was given, UTC.</summary>
    public DateTime At { get; private set; }
}
