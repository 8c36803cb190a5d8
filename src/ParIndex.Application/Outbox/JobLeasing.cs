using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Outbox;

/// <summary>Gives a job to one node at a time. A node that dies gives it back when its lease runs out.</summary>
public sealed class JobLeasing(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Takes or renews a job for a node.</summary>
    /// <param name="job">Name of the job.</param>
    /// <param name="node">Name of the node.</param>
    /// <param name="length">How long it holds.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether the node holds the job now; false when another does, or was faster.</returns>
    public async Task<bool> TryTakeAsync(string job, string node, TimeSpan length, CancellationToken cancel = default)
    {
        var lease = await db.JobLeases.FirstOrDefaultAsync(known => known.Job == job, cancel);
        if (lease is null)
        {
            lease = new(job);
            db.Add(lease);
        }

        if (!lease.TryTake(node, clock.GetUtcNow().UtcDateTime, length))
        {
            return false;
        }

        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
