using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Rounds;

/// <summary>One part of the appraisal of a group.</summary>
/// <param name="FieldId">The field.</param>
/// <param name="AccountId">Who appraises it.</param>
/// <param name="ParticipantId">For which unit; <c>null</c> for all but the own.</param>
public sealed record AssignedPart(Guid FieldId, Guid AccountId, Guid? ParticipantId);

/// <summary>Who appraises which field of a group, as one table: field × person.</summary>
/// <param name="Group">The group.</param>
/// <param name="People">The columns: those who have parts first, then whoever else can appraise.</param>
/// <param name="Parts">What is given to whom.</param>
public sealed record AssignmentMatrix(GroupSetup Group, IReadOnlyList<StaffAccount> People, IReadOnlySet<AssignedPart> Parts)
{
    /// <summary>The rows: the fields that somebody appraises; points of a survey are loaded.</summary>
    public IReadOnlyList<Criterion> Fields => FieldsOf(Group);

    /// <summary>The fields of a group that somebody appraises.</summary>
    public static IReadOnlyList<Criterion> FieldsOf(GroupSetup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var appraised = (group.Set?.Leaves ?? []).Where(leaf => leaf.Component != Component.Survey).Select(leaf => group.FieldOf(leaf).Id).ToHashSet();
        return [.. group.Fields.Where(field => appraised.Contains(field.Id))];
    }

    /// <summary>The parts that assignments amount to: one of all fields is a part of each.</summary>
    public static IEnumerable<AssignedPart> PartsOf(GroupSetup group, AppraiserAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return FieldsOf(group).Where(field => assignment.FieldId is null || assignment.FieldId == field.Id).Select(field => new AssignedPart(field.Id, assignment.AccountId, assignment.ParticipantId));
    }

    /// <summary>Whether the person has the field, of every unit but the own.</summary>
    public bool Has(Criterion field, StaffAccount person)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(person);
        return Parts.Contains(new(field.Id, person.Id, ParticipantId: null));
    }

    /// <summary>The units of which the person has the field one by one.</summary>
    public IEnumerable<ParticipantSetup> UnitsOf(Criterion field, StaffAccount person) => Group.Participants.Where(unit => Parts.Contains(new(field.Id, person.Id, unit.Participant.Id)));

    /// <summary>The units with something to appraise in the field.</summary>
    public IReadOnlyList<ParticipantSetup> UnitsOf(Criterion field) =>
        [.. Group.Participants.Where(unit => unit.Sheet is { } sheet && sheet.Lines.Any(line => line.State is not LeafState.NotApplicable && line.Leaf.Component != Component.Survey && Group.FieldOf(line.Leaf).Id == field.Id))];

    /// <summary>Those of them that nobody appraises: nobody who can, and none of another unit.</summary>
    public IReadOnlyList<ParticipantSetup> MissingOf(Criterion field)
    {
        var able = People.Where(person => person.IsActive && person.Has(StaffRoles.Appraiser)).ToList();
        return [.. UnitsOf(field).Where(unit => !able.Exists(person => !RoundRights.IsOwnUnit(person, unit.Unit.Id) && (Has(field, person) || Parts.Contains(new(field.Id, person.Id, unit.Participant.Id)))))];
    }
}
