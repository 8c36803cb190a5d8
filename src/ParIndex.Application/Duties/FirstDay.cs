using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Duties;

/// <summary>A step from an empty database to the first round, in their order.</summary>
public enum FirstStepKind
{
    /// <summary>Three people who administer, of two units at least.</summary>
    Administrators,

    /// <summary>Who coordinates, sits in the council, publishes.</summary>
    Posts,

    /// <summary>Groups in which units are ranked.</summary>
    Groups,

    /// <summary>The register of units.</summary>
    Units,

    /// <summary>An officer of each unit.</summary>
    Officers,

    /// <summary>A criteria set.</summary>
    CriteriaSet,

    /// <summary>A round in draft.</summary>
    Round,

    /// <summary>The round, opened.</summary>
    Opening,
}

/// <summary>A step and how far it is.</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="State">How far it is, in Vietnamese; <c>null</c> where there is nothing to say.</param>
/// <param name="By">Whose step it is: somebody with one of these roles does it.</param>
public sealed record FirstStep(FirstStepKind Kind, bool IsDone, string? State, StaffRoles By);

/// <summary>What is left to do before a province's first round opens. Nothing is kept of it: it is read from what is there.</summary>
public sealed class FirstDay(ParIndexDb db)
{
    private const int Administrators = 3;

    /// <summary>Every step in order; empty once a round was opened, or figures of a past round are there: the province is past its first day.</summary>
    public async Task<IReadOnlyList<FirstStep>> ReadAsync(CancellationToken cancel = default)
    {
        if (await db.Rounds.AnyAsync(round => round.State != RoundState.Draft, cancel))
        {
            return [];
        }

        var people = await db.StaffAccounts.AsNoTracking().Where(account => account.IsActive).Select(account => new { account.Roles, account.UnitId, IsIn = account.PasswordHash != null }).ToListAsync(cancel);
        var units = await db.Units.AsNoTracking().Where(unit => unit.ValidTo == null).Select(unit => new { unit.Id, unit.Kind }).ToListAsync(cancel);
        var groups = await db.UnitGroups.AsNoTracking().Select(group => group.Kind).ToListAsync(cancel);
        var sets = await db.CriteriaSets.CountAsync(cancel);
        var rounds = await db.Rounds.CountAsync(cancel);
        var administrators = people.Where(person => person.Roles.HasFlag(StaffRoles.Administrator)).ToList();
        var workplaces = people.Where(person => !person.Roles.HasFlag(StaffRoles.UnitOfficer)).Select(person => person.UnitId).Distinct().Count(unit => unit is not null);
        var served = people.Where(person => person.Roles.HasFlag(StaffRoles.UnitOfficer)).Select(person => person.UnitId).ToHashSet();
        var lacking = new[] { (StaffRoles.Coordinator, "người điều phối"), (StaffRoles.CouncilMember, "thành viên Hội đồng"), (StaffRoles.Publisher, "người công bố") }
            .Where(post => !people.Exists(person => person.Roles.HasFlag(post.Item1))).Select(post => post.Item2).ToList();
        var empty = groups.Count(kind => !units.Exists(unit => unit.Kind == kind));
        var without = units.Count(unit => !served.Contains(unit.Id));
        return
        [
            new(FirstStepKind.Administrators, administrators.Count(person => person.IsIn) >= Administrators && administrators.Select(person => person.UnitId).Distinct().Count() > 1, $"{administrators.Count} người có tài khoản, {administrators.Count(person => person.IsIn)} người đã đặt mật khẩu", StaffRoles.Administrator),
            new(FirstStepKind.Posts, lacking.Count == 0, lacking.Count == 0 ? null : $"còn thiếu {string.Join(", ", lacking)}", StaffRoles.Administrator),
            new(FirstStepKind.Groups, groups.Count > 0, $"{groups.Count} nhóm", StaffRoles.Coordinator),
            new(FirstStepKind.Units, units.Count > workplaces, $"{units.Count} đơn vị{(empty > 0 && groups.Count > 0 ? $", {empty} nhóm chưa có đơn vị nào" : "")}", StaffRoles.Coordinator),
            new(FirstStepKind.Officers, served.Count > 0 && without == 0, units.Count == 0 ? null : $"{units.Count - without}/{units.Count} đơn vị có cán bộ", StaffRoles.Administrator),
            new(FirstStepKind.CriteriaSet, sets > 0, $"{sets} bộ tiêu chí", StaffRoles.Coordinator),
            new(FirstStepKind.Round, rounds > 0, null, StaffRoles.Coordinator),
            new(FirstStepKind.Opening, IsDone: false, null, StaffRoles.Coordinator),
        ];
    }
}
