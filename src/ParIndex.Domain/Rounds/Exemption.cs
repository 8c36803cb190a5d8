using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Rounds;

/// <summary>A criterion that does not apply to a participant (không áp dụng), with why and by what right.</summary>
public sealed class Exemption
{
    internal Exemption(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        CriterionId = leaf.Id;
        Reason = reason;
        LegalBasis = legalBasis;
        By = by;
        At = at;
    }

    private Exemption()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The participant.</summary>
    public Guid ParticipantId { get; private set; }

    /// <summary>The leaf.</summary>
    public Guid CriterionId { get; private set; }

    /// <summary>Why it does not apply.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The decision it rests on.</summary>
    public string LegalBasis { get; private set; } = "";

    /// <summary>The account of who recorded it.</summary>
    public Guid By { get; private set; }

    /// <summary>Instant it was recorded, UTC.</summary>
    public DateTime At { get; private set; }
}
