using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Rounds;

/// <summary>A unit in a group of a round.</summary>
public sealed class Participant
{
    // Null where they were not read.
    private List<Exemption>? _exemptions;
    private List<Extension>? _extensions;

    internal Participant(RoundGroup group, Unit unit, bool isSpecialCase, bool isRanked)
    {
        (Group, _exemptions, _extensions) = (group, [], []);
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

    /// <summary>The group, whose round says what may change; <c>null</c> where the participant was read by itself.</summary>
    internal RoundGroup? Group { get; private set; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>The special-case mark; an ordinary unit can be exempt from a criterion too.</summary>
    public bool IsSpecialCase { get; private set; }

    /// <summary>False for a unit that is assessed and not ranked.</summary>
    public bool IsRanked { get; private set; }

    /// <summary>Criteria that do not apply to the unit.</summary>
    public IReadOnlyList<Exemption> Exemptions => _exemptions.OrThrow();

    /// <summary>Later deadlines given to this unit.</summary>
    public IReadOnlyList<Extension> Extensions => _extensions.OrThrow();

    /// <summary>
    /// The unit's leaves with the points given, or before anybody scored: its scale, and what does not apply and why. An
    /// exemption of what is no leaf of the set changes nothing.
    /// </summary>
    /// <param name="criteriaSet">The set of the group.</param>
    /// <param name="points">Points by leaf code, or <c>null</c> for none.</param>
    public ScoreSheet Sheet(CriteriaSet criteriaSet, IReadOnlyDictionary<string, decimal>? points = null)
    {
        ArgumentNullException.ThrowIfNull(criteriaSet);
        var reasons = Exemptions.ToDictionary(exemption => exemption.CriterionId, exemption => exemption.Reason);
        return new(criteriaSet, criteriaSet.Leaves.Where(leaf => reasons.ContainsKey(leaf.Id)).ToDictionary(leaf => leaf.Code, leaf => reasons[leaf.Id]), points ?? new Dictionary<string, decimal>());
    }

    /// <summary>Gives the unit a later deadline for a step.</summary>
    /// <exception cref="ArgumentException">No reason.</exception>
    /// <exception cref="RefusedException">Scoring has ended.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public Extension Extend(RoundStep step, DateTime until, string reason, Guid by, DateTime at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Round.RequireUnderWay();
        var extension = new Extension(step, until, reason, by, at);
        _extensions.OrThrow(nameof(Extensions)).Add(extension);
        return extension;
    }

    /// <summary>Takes an exemption back.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public void Withdraw(Exemption exemption)
    {
        Round.RequireDraft();
        _exemptions.OrThrow(nameof(Exemptions)).Remove(exemption);
    }

    /// <summary>Changes the marks.</summary>
    /// <exception cref="RefusedException">The round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public void Mark(bool isSpecialCase, bool isRanked)
    {
        Round.RequireDraft();
        (IsSpecialCase, IsRanked) = (isSpecialCase, isRanked);
    }

    /// <summary>Records that a leaf does not apply, while the round is set up; the only thing that changes a scale.</summary>
    /// <exception cref="ArgumentException">No reason, or no legal basis.</exception>
    /// <exception cref="RefusedException">The leaf is exempted already, or the round is no draft.</exception>
    /// <exception cref="InvalidOperationException">The round was not read with the participant.</exception>
    public Exemption Exempt(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        Round.RequireDraft();
        return Record(leaf, reason, legalBasis, by, at);
    }

    /// <summary>Records the same after scoring was opened, which two people decide together.</summary>
    /// <exception cref="ArgumentException">No reason, or no legal basis.</exception>
    /// <exception cref="RefusedException">The leaf is exempted already.</exception>
    /// <exception cref="InvalidOperationException">The round is not open, or was not read with the participant.</exception>
    public Exemption ExemptAfterOpening(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        if (Round.State != RoundState.Open)
        {
            throw new InvalidOperationException($"An exemption after the opening is recorded in an open round, not in one that is {Round.State}.");
        }

        return Record(leaf, reason, legalBasis, by, at);
    }

    internal Exemption Record(Criterion leaf, string reason, string legalBasis, Guid by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(legalBasis);
        if (Exemptions.Any(existing => existing.CriterionId == leaf.Id))
        {
            throw new RefusedException($"Tiêu chí {leaf.Code} đã được ghi là không áp dụng.");
        }

        var exemption = new Exemption(leaf, reason, legalBasis, by, at);
        _exemptions!.Add(exemption);
        return exemption;
    }

    private Round Round => Group?.RoundOrThrow ?? throw new InvalidOperationException("The participant was read without its group, so what may change is not known.");
}
