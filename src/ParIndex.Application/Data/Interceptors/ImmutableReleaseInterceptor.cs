using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using ParIndex.Application.Releases;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>
/// Refuses to change or delete a published row. The databases refuse it too, by triggers; this one says it where a
/// developer sees it first.
/// </summary>
internal sealed class ImmutableReleaseInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Refuse(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Refuse(DbContext db)
    {
        var changed = db.ChangeTracker.Entries().FirstOrDefault(entry =>
            entry.State is EntityState.Modified or EntityState.Deleted
            && entry.Entity is Release or ReleaseGroup or ReleaseResult or ReleaseReference or ReleaseCriterion or ReleaseScore);
        if (changed is not null)
        {
            throw new InvalidOperationException($"A published {changed.Metadata.ClrType.Name} is never changed: publish a new version instead.");
        }
    }
}
