using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ParIndex.Application.Data.Interceptors;

/// <summary>
/// Renews the <c>Version</c> of every changed row on save (an account calls it concurrency stamp). The value the form was rendered with is set by the
/// service as the <em>original</em> value: assigned as the current one it would detect nothing.
/// </summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Renew(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Renew(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Renew(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            {
                entry.Property("Version").CurrentValue = Guid.CreateVersion7();
            }
            else if (entry.Entity is Staff.StaffAccount account)
            {
                account.ConcurrencyStamp = Guid.NewGuid().ToString();
            }
        }
    }
}
