using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Audit;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Staff;

/// <summary>Which events of the log are wanted; what is <c>null</c> or empty does not matter.</summary>
/// <param name="Day">A day in Vietnam.</param>
/// <param name="Actor">Staff code or command.</param>
/// <param name="Source">Beginning of the address of the client, or what worked without one.</param>
/// <param name="Words">A part of what was done, or of the address that was asked for.</param>
public sealed record AuditFilter(DateOnly? Day = null, string? Actor = null, string? Source = null, string? Words = null);

/// <summary>A page of the audit log.</summary>
/// <param name="Events">Acts with their changes, newest first.</param>
/// <param name="Counts">Counted events, newest first.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="HasNext">Whether older ones follow.</param>
public sealed record AuditPage(IReadOnlyList<AuditEvent> Events, IReadOnlyList<AuditCount> Counts, int Number, bool HasNext);

/// <summary>The audit log: read, and written where nothing else is saved. Its order is that of its numbers, not of the clock.</summary>
/// <param name="db">The database.</param>
/// <param name="clock">The clock.</param>
/// <param name="source">From where the request at hand comes; <c>null</c> where there are none.</param>
public sealed class AuditLog(ParIndexDb db, TimeProvider clock, ActSource? source = null)
{
    /// <summary>Events on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The address under which everything is counted that one source asks for beyond <see cref="MostAddresses"/> in an hour.</summary>
    public const string ManyAddresses = "nhiều địa chỉ khác";

    /// <summary>Different events of one person and source that are told apart in an hour.</summary>
    public const int MostAddresses = 200;

    private const int MostSources = 1000;

    private const int LongestText = 200;

    /// <summary>Whether something was counted since the request began.</summary>
    public bool HasCounted { get; private set; }

    /// <summary>Acts, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AuditPage> ReadAsync(AuditFilter filter, int number, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (from, to) = Bounds(filter.Day);
        var (actor, where, words) = (Blank(filter.Actor), Blank(filter.Source), Blank(filter.Words));
        var page = await db.AuditEvents.AsNoTracking().Include(e => e.Changes.OrderBy(change => change.Entity).ThenBy(change => change.EntityId).ThenBy(change => change.Property))
            .Where(e => e.At >= from && e.At < to && (actor == null || e.Actor == actor) && (where == null || e.Source.StartsWith(where)) && (words == null || e.Act.Contains(words)))
            .OrderByDescending(e => e.Sequence).Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new([.. page.Take(PageSize)], [], number, page.Count > PageSize);
    }

    /// <summary>Counted events of some kinds, newest first.</summary>
    /// <param name="kinds">Which kinds.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AuditPage> ReadCountsAsync(IReadOnlyCollection<CountedKind> kinds, AuditFilter filter, int number, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (from, to) = Bounds(filter.Day);
        var (actor, where, words) = (Blank(filter.Actor), Blank(filter.Source), Blank(filter.Words));
        var page = await db.AuditCounts.AsNoTracking()
            .Where(c => kinds.Contains(c.Kind) && c.Hour >= from && c.Hour < to && (actor == null || c.Actor == actor) && (where == null || c.Source.StartsWith(where)) && (words == null || c.Address.Contains(words) || c.Note.Contains(words)))
            .OrderByDescending(c => c.Sequence).Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new([], [.. page.Take(PageSize)], number, page.Count > PageSize);
    }

    /// <summary>Counts an event that changed nothing: a refusal, an export, an opening.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="actor">Staff code, or <see cref="StaffSignIn.Nobody"/>.</param>
    /// <param name="address">Method and path, or what was tried.</param>
    /// <param name="note">Why it was refused, where that says more; else empty.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task CountAsync(CountedKind kind, string actor, string address, string note = "", CancellationToken cancel = default)
    {
        HasCounted = true;
        var now = clock.GetUtcNow().UtcDateTime;
        var count = new AuditCount(kind, actor, db.Source ?? source?.Now ?? ActSource.Program, VietnameseText.Clip(address, LongestText), VietnameseText.Clip(note, LongestText), now);
        if (await AddAsync(count, cancel))
        {
            return;
        }

        var hour = count.Hour;
        if (await db.AuditCounts.CountAsync(c => c.Hour == hour && c.Actor == actor && c.Source == count.Source, cancel) >= MostAddresses)
        {
            count = new(kind, actor, count.Source, ManyAddresses, "", now);
        }

        if (await db.AuditCounts.CountAsync(c => c.Hour == hour && c.Actor == actor, cancel) >= MostSources)
        {
            count = new(kind, actor, ManyAddresses, ManyAddresses, "", now);
        }

        while (!await AddAsync(count, cancel))
        {
            var first = db.Add(count);
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (DbUpdateException failure) when (SaveConflict.Is(failure))
            {
                // Somebody else's was the first of the hour.
            }
            finally
            {
                first.State = EntityState.Detached;
            }
        }
    }

    /// <summary>Counts one more of an event that was told already.</summary>
    private async Task<bool> AddAsync(AuditCount same, CancellationToken cancel) =>
        await db.AuditCounts.Where(c => c.Hour == same.Hour && c.Actor == same.Actor && c.Source == same.Source && c.Kind == same.Kind && c.Address == same.Address && c.Note == same.Note)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Count, c => c.Count + 1).SetProperty(c => c.LastAt, same.LastAt), cancel) > 0;

    private static (DateTime From, DateTime To) Bounds(DateOnly? day)
    {
        if (day is not { } wanted)
        {
            return (DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        }

        var from = DateWriter.Instant(wanted);
        return (from, from.AddDays(1));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
