namespace ParIndex.Domain.Rounds;

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
