using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Rounds;

/// <summary>A round in the list.</summary>
/// <param name="Round">The round with its deadlines and moves.</param>
/// <param name="GroupNames">Names of its groups.</param>
/// <param name="Units">How many units take part.</param>
public sealed record RoundLine(Round Round, IReadOnlyList<string> GroupNames, int Units);

/// <summary>Reads rounds.</summary>
public sealed class RoundReader(ParIndexDb db)
{
    /// <summary>All rounds, newest year first, then the province before the districts by name.</summary>
    public async Task<IReadOnlyList<RoundLine>> AllAsync(CancellationToken cancel = default)
    {
        var names = await db.UnitGroups.AsNoTracking().ToDictionaryAsync(group => group.Id, cancel);
        var rounds = await db.Rounds.AsNoTracking().Include(round => round.Deadlines).Include(round => round.Moves)
            .Include(round => round.Groups).ThenInclude(group => group.Participants).ToListAsync(cancel);
        return [.. rounds.OrderByDescending(round => round.Year).ThenBy(round => round.Authority, UnitNaming.Comparer).ThenByDescending(round => round.Id)
            .Select(round => new RoundLine(round, [.. round.Groups.Select(group => names[group.UnitGroupId]).OrderBy(group => group.Position).Select(group => group.Name)], round.Groups.Sum(group => group.Participants.Count)))];
    }

    /// <summary>The round of a key with all it is made of, or <c>null</c>.</summary>
    public Task<RoundSetup?> FindAsync(Guid id, CancellationToken cancel = default) => LoadAsync(id, QueryTrackingBehavior.NoTracking, cancel);

    /// <summary>Criteria sets of a group and year, newest first.</summary>
    public async Task<IReadOnlyList<CriteriaSet>> SetsAsync(int year, string groupSlug, CancellationToken cancel = default) =>
        await db.CriteriaSets.AsNoTracking().Where(set => set.Year == year && set.GroupSlug == groupSlug).OrderByDescending(set => set.Id).ToListAsync(cancel);

    /// <summary>The same group in the same authority's newest earlier round that was not given up, or <c>null</c>.</summary>
    public async Task<(int Year, RoundGroup Group)?> BeforeAsync(Round round, Guid unitGroupId, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(round);
        var earlier = await Before(round.Year, round.Authority).AsNoTracking()
            .Include(known => known.Groups.Where(group => group.UnitGroupId == unitGroupId)).ThenInclude(group => group.Participants).ThenInclude(participant => participant.Exemptions)
            .Where(known => known.Groups.Any(group => group.UnitGroupId == unitGroupId))
            .OrderByDescending(known => known.Year)
            .FirstOrDefaultAsync(cancel);
        return earlier is null ? null : (earlier.Year, earlier.Groups[0]);
    }

    /// <summary>The same authority's newest earlier round that was not given up, with all it is made of, or <c>null</c>.</summary>
    public async Task<RoundSetup?> YearBeforeAsync(Round round, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(round);
        var id = await Before(round.Year, round.Authority).OrderByDescending(known => known.Year).Select(known => (Guid?)known.Id).FirstOrDefaultAsync(cancel);
        return id is { } key ? await FindAsync(key, cancel) : null;
    }

    /// <summary>Whether the authority has a round of an earlier year that was not given up.</summary>
    public Task<bool> HasYearBeforeAsync(int year, string authority, CancellationToken cancel = default) => Before(year, authority).AnyAsync(cancel);

    /// <summary>The round, watched for changes.</summary>
    /// <exception cref="RefusedException">It is gone.</exception>
    internal async Task<RoundSetup> ForChangeAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, QueryTrackingBehavior.TrackAll, cancel) ?? throw new RefusedException("Kỳ đánh giá này không còn tồn tại.");

    private IQueryable<Round> Before(int year, string authority) => db.Rounds.Where(known => known.Year < year && known.Authority == authority && known.State != RoundState.Cancelled);

    private async Task<RoundSetup?> LoadAsync(Guid id, QueryTrackingBehavior tracking, CancellationToken cancel)
    {
        var round = await db.Rounds.AsTracking(tracking).Include(r => r.Deadlines).Include(r => r.Moves).Include(r => r.Decisions).Include(r => r.Amendments)
            .Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Exemptions)
            .Include(r => r.Groups).ThenInclude(g => g.Participants).ThenInclude(p => p.Extensions)
            .FirstOrDefaultAsync(r => r.Id == id, cancel);
        if (round is null)
        {
            return null;
        }

        var groupIds = round.Groups.Select(group => group.Id).ToList();
        var setIds = round.Groups.Select(group => group.CriteriaSetId).ToList();
        var unitGroupIds = round.Groups.Select(group => group.UnitGroupId).ToList();
        var unitIds = round.Groups.SelectMany(group => group.Participants).Select(participant => participant.UnitId).ToList();
        var participantIds = round.Groups.SelectMany(group => group.Participants).Select(participant => participant.Id).ToList();
        var sets = await db.CriteriaSets.AsTracking(tracking).Include(set => set.Criteria).Where(set => setIds.Contains(set.Id)).ToDictionaryAsync(set => set.Id, cancel);
        var unitGroups = await db.UnitGroups.AsTracking(tracking).Where(group => unitGroupIds.Contains(group.Id)).ToDictionaryAsync(group => group.Id, cancel);
        var units = await db.Units.AsTracking(tracking).Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        var assignments = await db.AppraiserAssignments.AsTracking(tracking).Where(assignment => groupIds.Contains(assignment.RoundGroupId)).ToListAsync(cancel);
        var pending = await db.TwoPersonRequests.AsTracking(tracking).Where(request => request.State == TwoPersonState.Pending && (participantIds.Contains(request.SubjectId) || setIds.Contains(request.SubjectId) || request.SubjectId == id)).OrderBy(request => request.Id).ToListAsync(cancel);
        var staff = await db.StaffAccounts.AsNoTracking()
            .Where(account => (account.IsActive && db.Set<Participant>().Any(participant => participant.UnitId == account.UnitId && groupIds.Contains(participant.RoundGroupId)))
                || db.AppraiserAssignments.Any(assignment => assignment.AccountId == account.Id && groupIds.Contains(assignment.RoundGroupId)))
            .ToDictionaryAsync(account => account.Id, cancel);

        return new(round, [.. round.Groups.OrderBy(group => unitGroups[group.UnitGroupId].Position).ThenBy(group => unitGroups[group.UnitGroupId].Slug, StringComparer.Ordinal).Select(Group)], staff, pending);

        GroupSetup Group(RoundGroup group)
        {
            var set = group.CriteriaSetId is { } key ? sets[key] : null;
            return new(
                group, unitGroups[group.UnitGroupId], set,
                [.. group.Participants.Select(participant => new ParticipantSetup(participant, units[participant.UnitId], units[participant.UnitId].NameIn(round.Year).Name, set is null ? null : participant.Sheet(set))).OrderBy(participant => participant.Name, UnitNaming.Comparer)],
                [.. assignments.Where(assignment => assignment.RoundGroupId == group.Id)]);
        }
    }
}
