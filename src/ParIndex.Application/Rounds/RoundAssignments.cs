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
