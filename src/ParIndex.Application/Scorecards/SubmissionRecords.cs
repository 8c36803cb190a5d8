using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>Reads from the audit log what was handed in, as it was then.</summary>
public sealed class SubmissionRecords(ParIndexDb db)
{
    /// <summary>History of one save is taken in together; others may come between its rows, and a save has so many rows at most.</summary>
    private const long Near = 2_000;

    /// <summary>What each handing-in held, by its key; without those from before the log kept it.</summary>
    public async Task<IReadOnlyDictionary<Guid, SubmittedContent>> OfAsync(IEnumerable<Submission> submissions, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(submissions);
        var found = new Dictionary<Guid, SubmittedContent>();
        foreach (var submission in submissions.Where(submission => submission.Sequence is not null))
        {
            var (key, from, to) = (submission.Id.ToString(null, CultureInfo.InvariantCulture), submission.Sequence - Near, submission.Sequence + Near);
            var line = await db.AuditEvents.AsNoTracking().Where(one => one.Sequence >= from && one.Sequence <= to).SelectMany(one => one.Changes)
                .Where(change => change.Entity == nameof(Submission) && change.EntityId == key && change.Property == null).Select(change => change.NewValue).FirstOrDefaultAsync(cancel);
            if (SubmittedContent.Read(line) is { } content)
            {
                found.Add(submission.Id, content);
            }
        }

        return found;
    }
}
