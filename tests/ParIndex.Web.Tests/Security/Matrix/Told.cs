using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>How far the audit log is at a moment.</summary>
/// <param name="Newest">Number of the newest act.</param>
/// <param name="Counts">How often each kind of counted event happened.</param>
internal sealed record Told(long Newest, IReadOnlyDictionary<CountedKind, int> Counts)
{
    public static async Task<Told> ReadAsync(ParIndexDb db) => new(await db.AuditEvents.MaxAsync(e => e.Sequence) ?? 0, await CountsAsync(db));

    /// <summary>What has come since.</summary>
    public async Task<ToldSince> SinceAsync(ParIndexDb db)
    {
        var acts = await db.AuditEvents.AsNoTracking().Where(e => e.Sequence > Newest).OrderBy(e => e.Sequence).Select(e => new { e.Act, e.Sequence }).ToListAsync();
        var counts = await CountsAsync(db);
        return new(
            [.. acts.Select(act => act.Act)],
            [.. counts.SelectMany(count => Enumerable.Repeat(count.Key, count.Value - Counts.GetValueOrDefault(count.Key)))],
            new(acts is [.., var last] ? last.Sequence!.Value : Newest, counts));
    }

    /// <summary>Added up by the database: each refusal of a matrix is a row, and there are thousands.</summary>
    private static Task<Dictionary<CountedKind, int>> CountsAsync(ParIndexDb db) =>
        db.AuditCounts.GroupBy(count => count.Kind).Select(kind => new { kind.Key, Count = kind.Sum(count => count.Count) }).ToDictionaryAsync(kind => kind.Key, kind => kind.Count);
}

/// <summary>What the audit log told between two moments.</summary>
/// <param name="Acts">Acts.</param>
/// <param name="Counted">What was counted, as often as it happened.</param>
/// <param name="Now">How far the log is at the later moment.</param>
internal sealed record ToldSince(IReadOnlyList<string> Acts, CountedKind[] Counted, Told Now)
{
    public bool IsNothing => Acts.Count == 0 && Counted.Length == 0;

    public override string ToString() => $"“{string.Join("”, “", Acts)}” [{string.Join(", ", Counted)}]";
}
