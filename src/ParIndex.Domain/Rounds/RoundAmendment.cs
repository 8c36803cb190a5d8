using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Rounds;

/// <summary>
/// That two people took a published round up again: to revise its results, to mend an error in them, or to withdraw them. What is
/// published stays as it is; a new version comes of it by the same approval and publication as the first.
/// </summary>
public sealed class RoundAmendment
{
    /// <param name="change">Revision, correction or withdrawal.</param>
    /// <param name="reason">Why, as the public will read it.</param>
    /// <param name="by">The account that asked.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No reason, or a change that is none of the three.</exception>
    public RoundAmendment(ReleaseChange change, string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (!Changes.Contains(change))
        {
            throw new ArgumentException($"A published round is not taken up again for a {change}.", nameof(change));
        }

        (Change, Reason, By, At) = (change, reason, by, at);
    }

    private RoundAmendment()
    {
    }

    /// <summary>What a published round can be taken up again for, in the order they are offered.</summary>
    public static IReadOnlyList<ReleaseChange> Changes { get; } = [ReleaseChange.Correction, ReleaseChange.Revision, ReleaseChange.Withdrawal];

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Revision, correction or withdrawal.</summary>
    public ReleaseChange Change { get; private set; }

    /// <summary>Why, as the public will read it.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The account that asked.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
