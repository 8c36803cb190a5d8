namespace ParIndex.Domain.Rounds;

/// <summary>
/// That exactly these results open to everybody at an instant (lịch công bố). Until then nothing of them exists as a release, so
/// that no address can show them early; a member of the council or a publisher can hold it before.
/// </summary>
public sealed class PublicationPlan
{
    /// <param name="round">The round.</param>
    /// <param name="digest">The results digest, 64 lower-case hexadecimal digits.</param>
    /// <param name="opensAt">Instant of the opening, UTC.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentOutOfRangeException">It would open before it was planned.</exception>
    public PublicationPlan(Round round, string digest, DateTime opensAt, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentException.ThrowIfNullOrWhiteSpace(digest);
        ArgumentOutOfRangeException.ThrowIfLessThan(opensAt, at);
        (RoundId, Digest, OpensAt, By, At) = (round.Id, digest, opensAt, by, at);
    }

    private PublicationPlan()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The results digest.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Instant of the opening, UTC.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What stopped it, or <c>null</c>.</summary>
    public PublicationHold? Hold { get; private set; }

    /// <summary>Stops it for good: whoever wants the results open plans anew.</summary>
    /// <param name="by">The account, or <c>null</c> where the program found at the opening that the rules refuse.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="RefusedException">It is stopped already.</exception>
    public void Stop(Guid? by, DateTime at, string reason)
    {
        RefusedException.ThrowIf(Hold is null ? null : "Lịch công bố này đã được tạm dừng.");
        Hold = new(Id, by, at, reason);
    }
}

/// <summary>That a planned opening was stopped (tạm dừng công bố).</summary>
public sealed class PublicationHold
{
    internal PublicationHold(Guid planId, Guid? by, DateTime at, string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (PlanId, By, At, Reason) = (planId, by, at, reason);
    }

    private PublicationHold()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The plan.</summary>
    public Guid PlanId { get; private set; }

    /// <summary>The account, or <c>null</c> where the program stopped it.</summary>
    public Guid? By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";
}
