using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Scorecards;

/// <summary>How colleagues are named to colleagues: the person, and the unit after it.</summary>
internal static class StaffNames
{
    /// <summary>“Nguyễn Văn An (Sở Nội vụ)” by account.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string>> OfAsync(ParIndexDb db, IReadOnlyCollection<Guid> accountIds, CancellationToken cancel)
    {
        var staff = await db.StaffAccounts.AsNoTracking().Where(account => accountIds.Contains(account.Id)).ToListAsync(cancel);
        var unitIds = staff.Select(account => account.UnitId).OfType<Guid>().Distinct().ToList();
        var units = await db.Units.AsNoTracking().Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        return staff.ToDictionary(account => account.Id, account => account.UnitId is { } unit && units.TryGetValue(unit, out var name) ? $"{account.FullName} ({name})" : account.FullName);
    }
}
