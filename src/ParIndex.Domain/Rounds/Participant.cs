using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>A unit in a group of a round.</summary>
public sealed class Participant
{
    private readonly List<Exemption> _exemptions = [];
    private readonly List<Extension> _extensions = [];

    internal Participant(Unit unit, bool isSpecialCase, bool isRanked)
    {
        UnitId = unit.Id;
        IsSpecialCase = isSpecialCase;
        IsRanked = isRanked;
    }

    private Participant()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group of the round.</summary>
    public Guid RoundGroupId { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The special-case mark; an ordinary unit can be exempt from a criterion too.</summary>
    public bool IsSpecialCase { get; private set; }

    /// <summary>False for a unit that is assessed and not ranked.</summary>
    public bool IsRanked { get; private set; }

    /// <summary>Criteria that do not apply to the unit.</summary>
    public IReadOnlyList<Exemption> Exemptions => _exemptions;

    /// <summary>Later deadlines given to this unit.</summary>
    public IReadOnlyList<Extension> Extensions => _extensions;

    /// <summary>
    /// The unit's leaves with the points given, or before anybody scored: its scale, and what does not apply and why. An
    /// exemption of what is no leaf of the set changes nothing.
    /// </summary>
    /// <param name="criteriaSet">The set of the group.</param>
    /// <param name="points">Points by leaf code, or <c>null</c> for none.</param>
    public ScoreSheet Sheet(CriteriaSet criteriaSet, IReadOnlyDictionary<string, decimal>? points = null)
    {
        ArgumentNullException.ThrowIfNull(criteriaSet);
        var reasons = _exemptions.ToDictionary(exemption => exemption.CriterionId, exemption => exemption.Reason);
        return new(criteriaSet, criteriaSet.Leaves.Where(leaf => reasons.ContainsKey(leaf.Id)).ToDictionary(leaf => leaf.Code, leaf => reasons[leaf.Id]), points ?? new Dictionary<string, decimal>());
    }

    /// <summary>Gives the unit a later deadline for a step.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    public Extension Extend(RoundStep step, DateTime until, string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var extension = new Extension(step, until, reason, by, at);
        _extensions.Add(extension);
        return extension;
    }

    /// <summary>Takes an exemption back, while the criteria set is not locked.</summary>
    public void Withdraw(Exemption exemption) => _exemptions.Remove(exemption);

    /// <summary>Changes the marks, while the round is a draft.</summary>
    public void Mark(bool isSpecialCase, bool isRanked) => (IsSpecialCase, IsRanked) = (isSpecialCase, isRanked);

    /// <summary>Records that a leaf does not apply; the only thing that changes a scale.</summary>
    /// <exception cref="ArgumentException">No reason, no legal basis, or the leaf is exempted already.</exception>
    public Exemption Exempt(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(legalBasis);
        if (_exemptions.Exists(existing => existing.CriterionId == leaf.Id))
        {
            throw new ArgumentException($"Tiêu chí {leaf.Code} đã được ghi là không áp dụng.", nameof(leaf));
        }

        var exemption = new Exemption(leaf, reason, legalBasis, by, at);
        _exemptions.Add(exemption);
        return exemption;
    }
}

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
