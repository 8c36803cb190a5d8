namespace ParIndex.Domain.Outbox;

/// <summary>Who holds a job at the moment, so that two nodes do not do it at once.</summary>
public sealed class JobLease
{
    /// <param name="job">Name of the job.</param>
    public JobLease(string job) => Job = job;

    private JobLease()
    {
    }

    /// <summary>Name of the job, the key.</summary>
    public string Job { get; private set; } = "";

    /// <summary>Concurrency token: of two nodes that take it at once, one is refused.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The node that holds it, or <c>null</c>.</summary>
    public string? Holder { get; private set; }

    /// <summary>Until when, UTC.</summary>
    public DateTime HeldUntil { get; private set; }

    /// <summary>
    /// Takes it, when it is free or the node's own. One held until later than any lease lasts was written by a clock that
    /// ran ahead, and holds nothing; twice the length leaves room for nodes whose clocks differ.
    /// </summary>
    /// <returns>Whether the node holds it now, once that is saved.</returns>
    public bool TryTake(string node, DateTime now, TimeSpan length)
    {
        if (HeldUntil > now && HeldUntil <= now + (2 * length) && Holder != node)
        {
            return false;
        }

        (Holder, HeldUntil) = (node, now + length);
        return true;
    }
}
