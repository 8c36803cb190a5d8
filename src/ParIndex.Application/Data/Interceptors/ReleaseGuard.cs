using Microsoft.EntityFrameworkCore;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Seals;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>
/// Refuses to change or delete a published row. The databases refuse it too, by triggers; this one says it where a
/// developer sees it first. A release that is added notes the digests of its parts.
/// </summary>
internal static class ReleaseGuard
{
    public static void Check(ParIndexDb db)
    {
        var changed = db.ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Modified or EntityState.Deleted
            && entry.Entity is Release or ReleaseGroup or ReleaseResult or ReleaseReference or ReleaseCriterion or ReleaseScore or ReleaseSeal or ReleaseBundle or AuditSeal or Checkpoint);
        if (changed is not null)
        {
            throw new InvalidOperationException($"A published {changed.Metadata.ClrType.Name} is never changed: publish a new version instead.");
        }

        foreach (var added in db.ChangeTracker.Entries<Release>().Where(entry => entry.State == EntityState.Added))
        {
            added.Entity.NoteDigests();
        }
    }
}
