using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>
/// Renews the <c>Version</c> of every changed row on save (an account calls it concurrency stamp). The value the form was rendered with is set by the
/// service as the <em>original</em> value: assigned as the current one it would detect nothing.
/// </summary>
internal static class VersionRenewal
{
    public static void Renew(ParIndexDb db)
    {
        TouchCriteriaSets(db);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            {
                entry.Property("Version").CurrentValue = Guid.CreateVersion7();
            }
            else if (entry.Entity is StaffAccount account)
            {
                account.ConcurrencyStamp = Guid.NewGuid().ToString();
            }
        }
    }

    /// <summary>
    /// A criterion added, changed, moved or removed is a change of its set: two people on one set never overwrite each
    /// other unseen, and a round is never opened with other criteria than its confirmation showed.
    /// </summary>
    private static void TouchCriteriaSets(ParIndexDb db)
    {
        var changed = db.ChangeTracker.Entries<Criterion>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).Select(entry => entry.Property(criterion => criterion.CriteriaSetId).OriginalValue).ToHashSet();
        foreach (var set in db.ChangeTracker.Entries<CriteriaSet>().Where(entry => entry.State == EntityState.Unchanged && changed.Contains(entry.Entity.Id)).ToList())
        {
            set.Property(one => one.Version).IsModified = true;
        }
    }
}
