using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Outbox;

namespace ParIndex.Application.Outbox;

/// <summary>
/// Sends what waits in the outbox. A message is marked as soon as it is out; should the program end between the two, it
/// goes out once more under the same key. What a server refuses one person does not hold up the others; while there is no
/// server, nobody is tried in vain. People without an address, or with one that refuses, read it on their start page.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="sender">Hands messages on.</param>
/// <param name="clock">The clock.</param>
/// <param name="links">Puts addresses into messages; <c>null</c> where none hold any.</param>
public sealed class OutboxSender(ParIndexDb db, IMailSender sender, TimeProvider clock, NoticeLinks? links = null)
{
    /// <summary>How many are sent at a time: so few that a slow mail server does not outlast the lease of the job.</summary>
    public const int AtOnce = 5;

    private const int LongestError = 500;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Sends messages that are due, oldest first, at most <see cref="AtOnce"/>.</summary>
    /// <returns>How many were answered, with a yes or a no; fewer than <see cref="AtOnce"/> when no more are due or nobody takes any.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Later than any wait lasts: said by a clock that ran ahead.
        var beyond = now + (2 * LongestWait);
        var (joined, settled) = (WorkNotices.Joined, now - WorkNotices.Quiet);
        var due = await (from message in db.OutboxMessages
                         join person in db.StaffAccounts on message.RecipientId equals person.Id
                         where message.SentAt == null && (!joined.Contains(message.By) || message.QueuedAt <= settled || message.QueuedAt > now) && (message.RetryAt == null || message.RetryAt <= now || message.RetryAt > beyond) && person.Email != null && person.Email != "" && person.Email != message.RefusedAddress && person.IsActive
                         orderby message.QueuedAt, message.Id
                         select new { message, person.Email, person.FullName }).Take(AtOnce).ToListAsync(cancel);
        var answered = 0;
        foreach (var row in due)
        {
            if (!await IsAnsweredAsync(row.message, row.Email!, row.FullName, cancel))
            {
                break;
            }

            answered++;
        }

        return answered;
    }

    /// <summary>How long to wait after so many failures: 1, 2, 4… minutes, at most 6 hours.</summary>
    public static TimeSpan WaitAfter(int failures) => failures >= 10 ? LongestWait : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << failures));

    /// <summary>Tries one, and keeps what became of it.</summary>
    private async Task<bool> IsAnsweredAsync(OutboxMessage message, string to, string name, CancellationToken cancel)
    {
        MailFault? fault = null;
        try
        {
            await sender.SendAsync(new(message.Id, to, name, message.Subject, links?.Fill(message.Body) ?? message.Body), cancel);
            message.Sent(clock.GetUtcNow().UtcDateTime);
        }
        catch (MailRefusedException refusal)
        {
            fault = refusal.Fault;
            Fail(message, to, refusal);
        }

        try
        {
            await db.SaveAsync(new("job", Words(fault)), cancel);
        }
        catch (Exception failure) when (SaveConflict.Is(failure))
        {
            db.ChangeTracker.Clear();
            return false;
        }

        return fault != MailFault.NobodyTakesIt;
    }

    private void Fail(OutboxMessage message, string to, MailRefusedException refusal)
    {
        var why = refusal.Message.Length > LongestError ? refusal.Message[..LongestError] : refusal.Message;
        if (refusal.Fault == MailFault.Never)
        {
            message.Refused(why, to);
        }
        else
        {
            message.Failed(why, clock.GetUtcNow().UtcDateTime + WaitAfter(message.Failures));
        }
    }

    private static string Words(MailFault? fault) => fault switch
    {
        null => "Gửi thông báo",
        MailFault.Never => "Thông báo bị địa chỉ nhận từ chối, không gửi lại",
        _ => "Chưa gửi được thông báo",
    };
}
