using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>What every save goes through, in this order, whichever way it was called.</summary>
internal sealed class SaveInterceptor(TimeProvider clock, ActSource? source, PublicEdition edition) : SaveChangesInterceptor
{
    private readonly AuditTrail _audit = new(clock, source);

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (ParIndexDb)eventData.Context!;
        var tracker = db.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.DetectChanges();
        // Each look at the entries would compare every row of a sheet anew.
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            ReleaseGuard.Check(db);
            VersionRenewal.Renew(db);
            db.HasChangedPublicRows |= tracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && PublicEdition.Covers(entry.Entity));
            _audit.Write(db);
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }

        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavingChanges(eventData, result));

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        // Inside somebody's transaction they are not there yet for others: `CommitInterceptor` tells.
        var db = (ParIndexDb)eventData.Context!;
        if (db.Database.CurrentTransaction is null)
        {
            CommitInterceptor.Tell(db, edition);
        }

        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(SavedChanges(eventData, result));

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => AuditTrail.Withdraw((ParIndexDb)eventData.Context!);

    public override void SaveChangesCanceled(DbContextEventData eventData) => AuditTrail.Withdraw((ParIndexDb)eventData.Context!);

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesCanceled(eventData);
        return Task.CompletedTask;
    }
}
