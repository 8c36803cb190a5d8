namespace ParIndex.Domain.Rounds;

/// <summary>Where a round stands.</summary>
public enum RoundState
{
    /// <summary>Being set up; nobody scores.</summary>
    Draft,

    /// <summary>Opened: criteria sets and exemptions are locked, units score themselves.</summary>
    Open,

    /// <summary>Scoring has ended; results are being approved.</summary>
    Closed,

    /// <summary>Its results are published; what comes after is a new version of the release.</summary>
    Published,

    /// <summary>Given up before publication.</summary>
    Cancelled,
}

/// <summary>The five steps of an open round, in their order.</summary>
public enum RoundStep
{
    /// <summary>Tự chấm điểm.</summary>
    SelfScore,

    /// <summary>Thẩm định lần 1.</summary>
    FirstAppraisal,

    /// <summary>Giải trình.</summary>
    Explanation,

    /// <summary>Thẩm định lần 2.</summary>
    SecondAppraisal,

    /// <summary>Thống nhất kết quả.</summary>
    Agreement,
}

/// <summary>
/// The moves of a round, as one table that pages and the server both ask. Beside them a cancelled round can be taken
/// back for a while, to the state it had (<see cref="Round.Restore"/>).
/// </summary>
public static class RoundRules
{
    /// <summary>So long a cancelled round can be taken back.</summary>
    public static readonly TimeSpan Restorable = TimeSpan.FromDays(7);

    /// <summary>Every move there is, in the order buttons show them.</summary>
    public static readonly IReadOnlyList<(RoundState From, RoundState To)> Moves =
    [
        (RoundState.Draft, RoundState.Open),
        (RoundState.Draft, RoundState.Cancelled),
        (RoundState.Open, RoundState.Closed),
        (RoundState.Open, RoundState.Cancelled),
        (RoundState.Closed, RoundState.Open),
        (RoundState.Closed, RoundState.Published),
    ];

    /// <summary>Whether the move is in the table.</summary>
    public static bool Allows(RoundState from, RoundState to) => Moves.Contains((from, to));

    /// <summary>Where a round in this state can go.</summary>
    public static IEnumerable<RoundState> From(RoundState state) => Moves.Where(move => move.From == state).Select(move => move.To);
}

/// <summary>Until when a step of a round runs.</summary>
public sealed class RoundDeadline
{
    internal RoundDeadline(RoundStep step, DateTime until)
    {
        Step = step;
        Until = until;
    }

    private RoundDeadline()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The step.</summary>
    public RoundStep Step { get; private set; }

    /// <summary>Last instant, UTC; people read it as day and hour at UTC+7.</summary>
    public DateTime Until { get; internal set; }
}

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
