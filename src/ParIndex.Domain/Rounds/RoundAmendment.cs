namespace ParIndex.Domain.Rounds;

/// <summary>What published results are taken up again for.</summary>
public enum AmendmentKind
{
    /// <summary>They hold an error (đính chính).</summary>
    Correction,

    /// <summary>A planned change (điều chỉnh).</summary>
    Revision,

    /// <summary>They are taken back (thu hồi).</summary>
    Withdrawal,
}

/// <summary>
/// That two people took a published round up again: to revise its results, to mend an error in them, or to withdraw them. What is
/// published stays as it is; a new version comes of it by the same approval and publication as the first.
/// </summary>
public sealed class RoundAmendment
{
    /// <param name="kind">What for.</param>
    /// <param name="reason">Why, as the public will read it.</param>
    /// <param name="by">The account that asked.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No reason.</exception>
    public RoundAmendment(AmendmentKind kind, string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (Kind, Reason, By, At) = (kind, reason, by, at);
    }

    private RoundAmendment()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>What for.</summary>
    public AmendmentKind Kind { get; private set; }

    /// <summary>Why, as the public will read it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account that asked.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
