using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// Criteria sets that rounds have locked, read once. They are asked for at every keystroke that is saved and never
/// change; the key is their version, so that a set that did change would be another.
/// </summary>
internal static class LockedSets
{
    /// <summary>More sets than a province has open at once; beyond them the one read first goes.</summary>
    private const int Most = 256;

    private static readonly ConcurrentDictionary<Guid, CriteriaSet> ByVersion = [];

    private static readonly ConcurrentQueue<Guid> InOrder = [];

    /// <summary>The set; nobody may change it.</summary>
    public static async Task<CriteriaSet> OfAsync(ParIndexDb db, Guid id, Guid version, CancellationToken cancel)
    {
        if (ByVersion.TryGetValue(version, out var known))
        {
            return known;
        }

        var set = await db.CriteriaSets.AsNoTracking().Include(s => s.Criteria).FirstAsync(s => s.Id == id, cancel);
        if (set.LockedAt is not null && set.Version == version && ByVersion.TryAdd(version, set))
        {
            InOrder.Enqueue(version);
            if (InOrder.Count > Most && InOrder.TryDequeue(out var first))
            {
                ByVersion.TryRemove(first, out _);
            }
        }

        return set;
    }
}
