namespace ParIndex.Domain.Rounds;

/// <summary>A move of a round: from where to where, who, when, why.</summary>
public sealed class RoundMove
{
    internal RoundMove(RoundState from, RoundState to, Guid by, DateTime at, string? note)
    {
        From = from;
        To = to;
        By = by;
        At = at;
        Note = note;
    }

    private RoundMove()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>State before.</summary>
    public RoundState From { get; private set; }

    /// <summary>State after.</summary>
    public RoundState To { get; private set; }

    /// <summary>The account of who moved it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why, or <c>null</c>.</summary>
    public string? Note { get; private set; }
}
