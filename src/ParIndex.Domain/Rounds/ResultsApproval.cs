namespace ParIndex.Domain.Rounds;

/// <summary>
/// That a member of the council approved the results of a round: the digest of exactly these tables. Any change of a
/// result gives another digest, so an approval never has to be withdrawn to be void.
/// </summary>
public sealed class ResultsApproval
{
    /// <param name="round">The round.</param>
    /// <param name="digest">The results digest, 64 lower-case hexadecimal digits.</param>
    /// <param name="by">The account.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="note">What is said with it, or <c>null</c>.</param>
    /// <param name="minutesFileId">The signed minutes, or <c>null</c>.</param>
    public ResultsApproval(Round round, string digest, Guid by, DateTime at, string? note, Guid? minutesFileId)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentException.ThrowIfNullOrWhiteSpace(digest);
        (RoundId, Digest, By, At, Note, MinutesFileId) = (round.Id, digest, by, at, note, minutesFileId);
    }

    private ResultsApproval()
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

    /// <summary>The account.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What is said with it.</summary>
    public string? Note { get; private set; }

    /// <summary>The signed minutes.</summary>
    public Guid? MinutesFileId { get; private set; }
}
