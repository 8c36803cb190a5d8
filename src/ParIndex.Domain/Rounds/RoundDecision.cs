namespace ParIndex.Domain.Rounds;

/// <summary>The decision that the results are announced by; it comes after the approval and does not void it.</summary>
public sealed class RoundDecision
{
    /// <param name="number">Its number: “2486/QĐ-UBND”.</param>
    /// <param name="date">Its day.</param>
    /// <param name="announcedOn">Day of the announcement.</param>
    /// <param name="fileId">The signed decision, or <c>null</c>.</param>
    /// <param name="by">The account that recorded it.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <exception cref="ArgumentException">No number.</exception>
    /// <exception cref="RefusedException">Announced before it was decided.</exception>
    public RoundDecision(string number, DateOnly date, DateOnly announcedOn, Guid? fileId, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(number);
        if (announcedOn < date)
        {
            throw new RefusedException("Ngày công bố không được trước ngày quyết định.");
        }

        (Number, Date, AnnouncedOn, FileId, By, At) = (number, date, announcedOn, fileId, by, at);
    }

    private RoundDecision()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Place in the order in which the database took history in, over all its tables; <c>null</c> until it did.</summary>
    public long? Sequence { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Its number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Day of the announcement.</summary>
    public DateOnly AnnouncedOn { get; private set; }

    /// <summary>Post of who signed it, as printed above the name: “KT. CHỦ TỊCH, PHÓ CHỦ TỊCH”; <c>null</c> while it is not known.</summary>
    public string? SignerPost { get; init; }

    /// <summary>The signed decision.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The account that recorded it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private set; }
}
