namespace ParIndex.Domain.Units;

/// <summary>How a unit came out of another.</summary>
public enum SuccessionKind
{
    /// <summary>The predecessor was merged into the successor.</summary>
    Merged,

    /// <summary>The successor was split from the predecessor.</summary>
    Split,

    /// <summary>The predecessor was abolished without a successor.</summary>
    Abolished,

    /// <summary>
    /// The successor lies on the land of the predecessor, which was abolished: a commune and its former district. It takes over
    /// neither name nor figures.
    /// </summary>
    Territory,
}

/// <summary>One link of a reorganisation; several links with one date tell a many-to-many change.</summary>
public sealed class Succession
{
    /// <param name="kind">Merged, split or abolished.</param>
    /// <param name="predecessor">The unit before.</param>
    /// <param name="successor">The unit after; none when abolished.</param>
    /// <param name="effectiveOn">First day of the new state.</param>
    /// <param name="legalBasis">The decision or resolution, or <c>null</c> when it is not recorded.</param>
    /// <exception cref="ArgumentException">A successor where there can be none, none where there must be one, or the predecessor itself.</exception>
    public Succession(SuccessionKind kind, Unit predecessor, Unit? successor, DateOnly effectiveOn, string? legalBasis)
    {
        ArgumentNullException.ThrowIfNull(predecessor);
        if (kind == SuccessionKind.Abolished != successor is null)
        {
            throw new ArgumentException("Chỉ trường hợp giải thể mới không có đơn vị kế thừa.", nameof(successor));
        }

        if (successor?.Id == predecessor.Id)
        {
            throw new ArgumentException("Đơn vị không thể kế thừa chính mình.", nameof(successor));
        }

        Kind = kind;
        PredecessorId = predecessor.Id;
        SuccessorId = successor?.Id;
        EffectiveOn = effectiveOn;
        LegalBasis = legalBasis;
    }

    private Succession()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Merged, split or abolished.</summary>
    public SuccessionKind Kind { get; private set; }

    /// <summary>The unit before.</summary>
    public Guid PredecessorId { get; private set; }

    /// <summary>The unit after, or <c>null</c> when abolished.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>First day of the new state.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>The decision or resolution.</summary>
    public string? LegalBasis { get; private set; }
}
