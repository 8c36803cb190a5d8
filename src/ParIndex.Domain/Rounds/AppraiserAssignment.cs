using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Rounds;

/// <summary>What one appraiser appraises in a group: a field of criteria across units, or units across fields.</summary>
public sealed class AppraiserAssignment
{
    /// <param name="group">The group of the round.</param>
    /// <param name="accountId">The appraiser.</param>
    /// <param name="field">A root of the criteria tree, or <c>null</c> for all fields.</param>
    /// <param name="participant">A unit, or <c>null</c> for all units.</param>
    public AppraiserAssignment(RoundGroup group, Guid accountId, Criterion? field, Participant? participant)
    {
        ArgumentNullException.ThrowIfNull(group);
        RoundGroupId = group.Id;
        AccountId = accountId;
        FieldId = field?.Id;
        ParticipantId = participant?.Id;
    }

    private AppraiserAssignment()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group of the round.</summary>
    public Guid RoundGroupId { get; private set; }

    /// <summary>The appraiser's account.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The field, or <c>null</c> for all.</summary>
    public Guid? FieldId { get; private set; }

    /// <summary>The unit, or <c>null</c> for all.</summary>
    public Guid? ParticipantId { get; private set; }

    /// <summary>Gives the work to the account of another person, when an officer changes.</summary>
    public void HandOverTo(Guid accountId) => AccountId = accountId;

    /// <summary>Whether it covers a leaf of this field for this participant.</summary>
    public bool Covers(Guid fieldId, Guid participantId) =>
        (FieldId is null || FieldId == fieldId) && (ParticipantId is null || ParticipantId == participantId);
}
