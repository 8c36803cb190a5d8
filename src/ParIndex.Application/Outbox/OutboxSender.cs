using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Outbox;

namespace ParIndex.Application.Outbox;

/// <summary>
/// Sends what waits in the outbox. A message is marked as soon as it is out; should the program end between the two, it
/// goes out once more under the same key. People without an address read it on their start page.
/// </summary>
public sealed class OutboxSender(ParIndexDb db, IMailSender sender, TimeProvider clock)
{
    /// <summary>How many are sent at a time: so few that a slow mail server does not outlast the lease of the job.</summary>
    public const int AtOnce = 5;

    private const int LongestError = 500;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Sends messages that are due, oldest first, at most <see cref="AtOnce"/>.</summary>
    /// <returns>How many went out.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Later than any wait lasts: said by a clock that ran ahead.
        var beyond = now + (2 * LongestWait);
        var due = await (from message in db.OutboxMessages
                         join person in db.StaffAccounts on message.RecipientId equals person.Id
                         where message.SentAt == null && (message.RetryAt == null || message.RetryAt <= now || message.RetryAt > beyond) && person.Email != null && person.Email != "" && person.IsActive
                         orderby message.QueuedAt, message.Id
                         select new { message, person.Email, person.FullName }).Take(AtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var row in due)
        {
            sent += await SendAsync(row.message, row.Email!, row.FullName, cancel) ? 1 : 0;
        }

        return sent;
    }

    /// <summary>How long to wait after so many failures: 1, 2, 4… minutes, at most 6 hours.</summary>
    public static TimeSpan WaitAfter(int failures) => failures >= 10 ? LongestWait : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << failures));

    private async Task<bool> SendAsync(OutboxMessage message, string to, string name, CancellationToken cancel)
    {
        try
        {
            await sender.SendAsync(new(message.Id, to, name, message.Subject, message.Body), cancel);
            message.Sent(clock.GetUtcNow().UtcDateTime);
        }
        catch (MailRefusedException refusal)
        {
            message.Failed(refusal.Message.Length > LongestError ? refusal.Message[..LongestError] : refusal.Message, clock.GetUtcNow().UtcDateTime + WaitAfter(message.Failures));
        }

        try
        {
            await db.SaveAsync(new("job", message.SentAt is null ? "Chưa gửi được thông báo" : "Gửi thông báo"), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        return message.SentAt is not null;
    }
}
