using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>A page of the audit log.</summary>
/// <param name="Events">Events with their changes, newest first.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="HasNext">Whether older events follow.</param>
public sealed record AuditPage(IReadOnlyList<AuditEvent> Events, int Number, bool HasNext);

/// <summary>The audit log: read, and written where nothing else is saved.</summary>
public sealed class AuditLog(ParIndexDb db)
{
    /// <summary>Events on a page.</summary>
    public const int PageSize = 50;

    private static readonly TimeSpan VietnamOffset = TimeSpan.FromHours(7);

    /// <summary>Events newest first.</summary>
    /// <param name="day">A day in Vietnam, or <c>null</c> for all.</param>
    /// <param name="actor">Staff code or command, or <c>null</c> for all.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AuditPage> ReadAsync(DateOnly? day, string? actor, int number, CancellationToken cancel = default)
    {
        var events = db.AuditEvents.AsNoTracking();
        if (day is { } wanted)
        {
            var from = DateTime.SpecifyKind(wanted.ToDateTime(TimeOnly.MinValue) - VietnamOffset, DateTimeKind.Utc);
            var to = from.AddDays(1);
            events = events.Where(e => e.At >= from && e.At < to);
        }

        if (!string.IsNullOrWhiteSpace(actor))
        {
            events = events.Where(e => e.Actor == actor);
        }

        var page = await events.Include(e => e.Changes).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip((number - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancel);
        return new([.. page.Take(PageSize)], number, page.Count > PageSize);
    }

    /// <summary>Tells an act that changed nothing: a refusal of rights.</summary>
    public Task WriteAsync(string actor, string act, CancellationToken cancel = default) => db.SaveActAsync(actor, act, cancel);
}
