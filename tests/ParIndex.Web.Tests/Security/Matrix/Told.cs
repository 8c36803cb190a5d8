using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>How far the audit log is at a moment.</summary>
/// <param name="Newest">Number of the newest act.</param>
/// <param name="Counts">Each counted event and how often it happened.</param>
internal sealed record Told(long Newest, IReadOnlyDictionary<Guid, int> Counts)
{
    public static async Task<Told> ReadAsync(ParIndexDb db) => new(
        await db.AuditEvents.MaxAsync(e => e.Sequence) ?? 0,
        await db.AuditCounts.AsNoTracking().ToDictionaryAsync(count => count.Id, count => count.Count));

    /// <summary>What has come since.</summary>
    public async Task<ToldSince> SinceAsync(ParIndexDb db) => new(
        await db.AuditEvents.AsNoTracking().Where(e => e.Sequence > Newest).Select(e => e.Act).ToListAsync(),
        [.. (await db.AuditCounts.AsNoTracking().ToListAsync()).SelectMany(count => Enumerable.Repeat(count.Kind, count.Count - Counts.GetValueOrDefault(count.Id)))]);
}

/// <summary>What the audit log told between two moments.</summary>
/// <param name="Acts">Acts.</param>
/// <param name="Counted">What was counted, as often as it happened.</param>
internal sealed record ToldSince(IReadOnlyList<string> Acts, CountedKind[] Counted)
{
    public bool IsNothing => Acts.Count == 0 && Counted.Length == 0;

    public override string ToString() => $"“{string.Join("”, “", Acts)}” [{string.Join(", ", Counted)}]";
}
