using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Rounds;

/// <summary>Who appraises what: fields across units.</summary>
public sealed class RoundAssignments(ParIndexDb db, RoundReader rounds)
{
    /// <summary>Assigns fields × units to an appraiser; what is assigned already stays.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="accountId">The appraiser.</param>
    /// <param name="fields">Keys of fields, or empty for all.</param>
    /// <param name="participants">Keys of units of the group, or empty for all.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many assignments were new.</returns>
    /// <exception cref="RefusedException">The round is over, no appraiser, or the appraiser's own unit was named.</exception>
    public async Task<int> AssignAsync(Guid roundId, string slug, Guid accountId, IReadOnlyCollection<Guid> fields, IReadOnlyCollection<Guid> participants, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(participants);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireUnderWay();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        if (await db.StaffAccounts.AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId && account.IsActive, cancel) is not { } appraiser || !appraiser.Has(StaffRoles.Appraiser))
        {
            throw new RefusedException("Tài khoản đã chọn không có vai trò thẩm định hoặc đã ngừng hoạt động.");
        }

        var units = participants.Count == 0 ? [null] : participants.Select(key => group.Participants.FirstOrDefault(known => known.Participant.Id == key) ?? throw new RefusedException(RoundWords.Conflict)).ToList<ParticipantSetup?>();
        if (units.Find(unit => unit is not null && RoundRights.IsOwnUnit(appraiser, unit.Unit.Id)) is { } own)
        {
            throw new RefusedException($"{appraiser.FullName} thuộc {own.Name}, nên không thẩm định đơn vị này.", isOfRights: true);
        }

        var parts = fields.Count == 0 ? [null] : fields.Select(key => group.Fields.FirstOrDefault(known => known.Id == key) ?? throw new RefusedException(RoundWords.Conflict)).ToList<Criterion?>();
        var added = 0;
        foreach (var (field, unit) in parts.SelectMany(field => units.Select(unit => (field, unit))))
        {
            if (!group.Assignments.Any(known => known.AccountId == accountId && known.FieldId == field?.Id && known.ParticipantId == unit?.Participant.Id))
            {
                db.Add(new AppraiserAssignment(group.Group, accountId, field, unit?.Participant));
                added++;
            }
        }

        await db.SaveAsync(setup.Round, actor, "Phân công thẩm định", $"{appraiser.StaffCode}, khối {slug}", cancel);
        return added;
    }

    /// <summary>The table of a group as it is stored, or with the parts of <paramref name="proposed"/> in place of those.</summary>
    public async Task<AssignmentMatrix> MatrixAsync(RoundSetup setup, GroupSetup group, IEnumerable<AssignedPart>? proposed = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        var stored = group.Assignments.SelectMany(assignment => AssignmentMatrix.PartsOf(group, assignment)).ToHashSet();
        var parts = proposed?.ToHashSet() ?? stored;
        var people = setup.Staff.Values.Where(account => stored.Any(part => part.AccountId == account.Id)).Concat(await AppraisersAsync(cancel)).DistinctBy(account => account.Id);
        return new(group, [.. people.OrderByDescending(account => parts.Any(part => part.AccountId == account.Id)).ThenBy(account => account.FullName, StringComparer.CurrentCulture)], parts);
    }

    /// <summary>
    /// What the same group was given to whom in the authority's last round, as far as it can be so again; and what cannot:
    /// fields that are gone, units that take no part, people who no longer appraise, or not that unit.
    /// </summary>
    /// <returns>The year, the parts, and a Vietnamese sentence for each that was left out; <c>null</c> without an earlier round.</returns>
    public async Task<(int Year, IReadOnlySet<AssignedPart> Parts, IReadOnlyList<string> Left)?> LastYearAsync(RoundSetup setup, GroupSetup group, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        if (await rounds.BeforeAsync(setup.Round, group.UnitGroup.Id, cancel) is not { } before)
        {
            return null;
        }

        var assignments = await db.AppraiserAssignments.AsNoTracking().Where(assignment => assignment.RoundGroupId == before.Group.Id).ToListAsync(cancel);
        var codes = await db.Set<Criterion>().AsNoTracking().Where(node => node.CriteriaSetId == before.Group.CriteriaSetId && node.ParentId == null).ToDictionaryAsync(node => node.Id, node => node.Code, cancel);
        var accounts = assignments.Select(assignment => assignment.AccountId).Distinct().ToList();
        var people = await db.StaffAccounts.AsNoTracking().Where(account => accounts.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        var (parts, left) = (new HashSet<AssignedPart>(), new List<string>());
        foreach (var assignment in assignments)
        {
            var (person, fields) = (people[assignment.AccountId], FieldsOf(assignment));
            var unitId = before.Group.Participants.FirstOrDefault(participant => participant.Id == assignment.ParticipantId)?.UnitId;
            var unit = group.Participants.FirstOrDefault(known => known.Unit.Id == unitId);
            var why = !person.IsActive || !person.Has(StaffRoles.Appraiser) ? $"{person.FullName} không còn là người thẩm định."
                : fields.Count == 0 ? $"Lĩnh vực {codes.GetValueOrDefault(assignment.FieldId ?? Guid.Empty)} không còn trong bộ tiêu chí ({person.FullName})."
                : unitId is not null && unit is null ? $"Một đơn vị giao riêng cho {person.FullName} không tham gia kỳ này."
                : unit is not null && RoundRights.IsOwnUnit(person, unit.Unit.Id) ? $"{person.FullName} nay thuộc {unit.Name}, không thẩm định đơn vị này."
                : null;
            if (why is null)
            {
                parts.UnionWith(fields.Select(field => new AssignedPart(field.Id, person.Id, unit?.Participant.Id)));
            }
            else if (fields.Count > 0 || !group.Fields.Any(field => field.Code == codes.GetValueOrDefault(assignment.FieldId ?? Guid.Empty)))
            {
                // A field of the survey is there and needs nobody.
                left.Add(why);
            }
        }

        return (before.Year, parts, [.. left.Distinct().Order(StringComparer.CurrentCulture)]);

        IReadOnlyList<Criterion> FieldsOf(AppraiserAssignment assignment) =>
            [.. AssignmentMatrix.FieldsOf(group).Where(field => assignment.FieldId is not { } key || codes.GetValueOrDefault(key) == field.Code)];
    }

    /// <summary>Gives a group to its appraisers exactly so, in one save: what is not named is taken back.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">The round's version as the table showed it.</param>
    /// <param name="slug">The group.</param>
    /// <param name="parts">All parts that are to be.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many assignments are new, and how many were taken back.</returns>
    /// <exception cref="RefusedException">The round is over, somebody cannot appraise or not that unit, or somebody was faster.</exception>
    public async Task<(int Added, int Removed)> SetAsync(Guid roundId, Guid version, string slug, IReadOnlySet<AssignedPart> parts, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireUnderWay();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        // An assignment of all fields stays whole while all its parts do; else those that stay are given one by one.
        var kept = group.Assignments.Where(assignment => AssignmentMatrix.PartsOf(group, assignment).ToList() is { Count: > 0 } its && its.TrueForAll(parts.Contains)).ToList();
        var removed = group.Assignments.Except(kept).ToList();
        var added = parts.Except(kept.SelectMany(assignment => AssignmentMatrix.PartsOf(group, assignment))).ToList();
        var people = (await AppraisersAsync(cancel)).ToDictionary(account => account.Id);
        var fields = AssignmentMatrix.FieldsOf(group).ToDictionary(field => field.Id);
        db.RemoveRange(removed);
        foreach (var part in added)
        {
            var person = people.GetValueOrDefault(part.AccountId) ?? throw new RefusedException("Tài khoản đã chọn không có vai trò thẩm định hoặc đã ngừng hoạt động.");
            var unit = part.ParticipantId is { } key ? group.Participants.FirstOrDefault(known => known.Participant.Id == key) ?? throw new RefusedException(RoundWords.Conflict) : null;
            if (unit is not null && RoundRights.IsOwnUnit(person, unit.Unit.Id))
            {
                throw new RefusedException($"{person.FullName} thuộc {unit.Name}, nên không thẩm định đơn vị này.", isOfRights: true);
            }

            db.Add(new AppraiserAssignment(group.Group, person.Id, fields.GetValueOrDefault(part.FieldId) ?? throw new RefusedException(RoundWords.Conflict), unit?.Participant));
        }

        db.Entry(setup.Round).Property(round => round.Version).OriginalValue = version;
        await db.SaveAsync(setup.Round, actor, "Phân công thẩm định theo bảng", $"khối {slug}, thêm {added.Count}, bỏ {removed.Count}", cancel);
        return (added.Count, removed.Count);
    }

    /// <summary>Active accounts that can appraise, by name.</summary>
    public async Task<IReadOnlyList<StaffAccount>> AppraisersAsync(CancellationToken cancel = default) =>
        [.. (await db.StaffAccounts.AsNoTracking().Where(account => account.IsActive && ((string)(object)account.Roles).Contains(nameof(StaffRoles.Appraiser))).ToListAsync(cancel)).OrderBy(account => account.FullName, StringComparer.CurrentCulture)];

    /// <summary>Takes assignments back.</summary>
    /// <exception cref="RefusedException">The round is over.</exception>
    public async Task RemoveAsync(Guid roundId, IReadOnlyCollection<Guid> assignments, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireUnderWay();
        db.RemoveRange(setup.Groups.SelectMany(group => group.Assignments).Where(assignment => assignments.Contains(assignment.Id)));
        await db.SaveAsync(setup.Round, actor, "Bỏ phân công thẩm định", part: null, cancel);
    }

    /// <summary>
    /// The fields of a unit with leaves that apply and nobody to appraise them: an active appraiser of another unit.
    /// Survey leaves are loaded from the survey and need none.
    /// </summary>
    public static IReadOnlyList<Criterion> Uncovered(RoundSetup setup, GroupSetup group, ParticipantSetup unit)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(unit);
        var able = group.Assignments.Where(assignment => setup.Staff.GetValueOrDefault(assignment.AccountId) is { IsActive: true } account
            && account.Has(StaffRoles.Appraiser) && !RoundRights.IsOwnUnit(account, unit.Unit.Id)).ToList();
        return unit.Sheet is null ? [] : [.. unit.Sheet.Lines
            .Where(line => line.State is not LeafState.NotApplicable && line.Leaf.Component != Component.Survey)
            .Select(line => group.FieldOf(line.Leaf)).DistinctBy(field => field.Id)
            .Where(field => !able.Exists(assignment => assignment.Covers(field.Id, unit.Participant.Id)))];
    }
}
