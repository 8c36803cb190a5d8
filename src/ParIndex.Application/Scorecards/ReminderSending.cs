using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>Whom a reminder is for.</summary>
public enum ReminderKind
{
    /// <summary>Units whose step is past its deadline.</summary>
    Late,

    /// <summary>Units that have entered nothing.</summary>
    NotStarted,

    /// <summary>Units that still score themselves.</summary>
    SelfScoring,

    /// <summary>Units with requests for explanation unanswered.</summary>
    OpenExplanations,
}

/// <summary>A message as it would be sent, and to whom.</summary>
/// <param name="Line">The unit's progress.</param>
/// <param name="Recipients">Its officers.</param>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
public sealed record Reminder(ProgressLine Line, IReadOnlyList<StaffAccount> Recipients, string Subject, string Body);

/// <summary>Writes reminders into the outbox: those a coordinator sends, and those before a deadline.</summary>
/// <param name="db">The database.</param>
/// <param name="boards">Reads progress.</param>
/// <param name="rounds">Reads rounds.</param>
/// <param name="clock">The clock.</param>
/// <param name="address">Where a scorecard is found, by its key, for the link in a message; relative where the portal's host is not known.</param>
public sealed class ReminderSending(ParIndexDb db, RoundBoards boards, RoundReader rounds, TimeProvider clock, Func<Guid, Uri> address)
{
    /// <summary>Who writes reminders before a deadline.</summary>
    private static readonly string Job = NoticeTable.Sender(NoticeKind.Deadline);

    private const string NotOpen = "Chỉ nhắc việc khi kỳ đánh giá đang mở.";

    /// <summary>Most messages on a start page.</summary>
    private const int OnPage = 10;

    /// <summary>Whom a kind is for, as a coordinator chooses it.</summary>
    public static string Of(ReminderKind kind) => kind switch
    {
        ReminderKind.Late => "Đơn vị trễ hạn",
        ReminderKind.NotStarted => "Đơn vị chưa bắt đầu tự chấm điểm",
        ReminderKind.SelfScoring => "Đơn vị chưa nộp phiếu chấm điểm",
        _ => "Đơn vị chưa trả lời yêu cầu giải trình",
    };

    /// <summary>What would be sent: one message for each unit, to each of its officers.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="kind">Whom it is for.</param>
    /// <param name="words">What the coordinator adds, or <c>null</c>.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Reminder>> PreviewAsync(RoundSetup setup, ReminderKind kind, string? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return Written(setup, (await boards.ProgressAsync(setup, cancel)).Where(line => IsFor(kind, line)), words);
    }

    /// <summary>The same to units that were chosen one by one.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="participantIds">The units' places in it.</param>
    /// <param name="words">What the coordinator adds, or <c>null</c>.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<IReadOnlyList<Reminder>> PreviewAsync(RoundSetup setup, IReadOnlySet<Guid> participantIds, string? words, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return Written(setup, (await boards.ProgressAsync(setup, cancel)).Where(line => participantIds.Contains(line.Folder.Unit.Participant.Id)), words);
    }

    /// <summary>Why there is nothing to remind a unit of, or nobody there; <c>null</c> when there is.</summary>
    public static string? WhyNot(Reminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var card = reminder.Line.Folder.Card;
        return reminder.Line.Folder.Round.State != RoundState.Open ? NotOpen
            : card.State == ScorecardState.Agreed ? "Phiếu chấm điểm đã thống nhất, không còn việc để nhắc."
            : card.State is not (ScorecardState.SelfScoring or ScorecardState.Explanation) ? $"Phiếu chấm điểm đang ở bước “{ScorecardWords.Of(card.State)}”, đơn vị không có việc phải làm."
            : reminder.Recipients.Count == 0 ? "Đơn vị chưa có cán bộ đang hoạt động, không có ai nhận."
            : null;
    }

    /// <summary>Writes the messages into the outbox, in one save.</summary>
    /// <returns>How many messages.</returns>
    /// <exception cref="RefusedException">The round is not open, or there is nobody to remind.</exception>
    public async Task<int> SendAsync(RoundSetup setup, ReminderKind kind, string? words, StaffAccount actor, CancellationToken cancel = default) =>
        await SendAsync(setup, await PreviewAsync(setup, kind, words, cancel), VietnameseText.InSentence(Of(kind)), actor, cancel);

    /// <summary>The same to units that were chosen one by one; those with a <see cref="WhyNot"/> are left out.</summary>
    /// <returns>How many messages.</returns>
    /// <exception cref="RefusedException">The round is not open, or there is nobody to remind.</exception>
    public async Task<int> SendAsync(RoundSetup setup, IReadOnlySet<Guid> participantIds, string? words, StaffAccount actor, CancellationToken cancel = default)
    {
        var reminders = (await PreviewAsync(setup, participantIds, words, cancel)).Where(reminder => WhyNot(reminder) is null).ToList();
        return await SendAsync(setup, reminders, $"{NumberWriter.VietnameseCount(reminders.Count)} đơn vị được chọn", actor, cancel);
    }

    /// <summary>
    /// Reminds the units of open rounds whose step ends within some days, once for each step and deadline: the message's
    /// subject names both, and one that is there is not written again.
    /// </summary>
    /// <param name="days">How many days before.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many messages.</returns>
    public async Task<int> RemindBeforeDeadlinesAsync(int days, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var written = 0;
        foreach (var id in await db.Rounds.Where(round => round.State == RoundState.Open).Select(round => round.Id).ToListAsync(cancel))
        {
            var setup = (await rounds.FindAsync(id, cancel))!;
            var due = (await boards.ProgressAsync(setup, cancel))
                .Where(line => line.Folder.Card.State is (ScorecardState.SelfScoring or ScorecardState.Explanation) && line.Folder.Deadline is { } until && until > now && until <= now.AddDays(days));
            var messages = Messages(Written(setup, due, words: null), Job).ToList();
            var subjects = messages.Select(message => message.Subject).Distinct().ToList();
            var known = (await db.OutboxMessages.Where(message => message.By == Job && subjects.Contains(message.Subject)).Select(message => new { message.RecipientId, message.Subject }).ToListAsync(cancel))
                .Select(message => (message.RecipientId, message.Subject)).ToHashSet();
            var fresh = messages.Where(message => known.Add((message.RecipientId, message.Subject))).ToList();
            db.AddRange(fresh);
            written += fresh.Count;
        }

        if (written > 0)
        {
            await db.SaveAsync(new(Job, "Nhắc trước hạn"), cancel);
        }

        return written;
    }

    /// <summary>The newest messages to a person about the work; those about the account stand on every page.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> OfAsync(Guid accountId, CancellationToken cancel = default) =>
        await db.OutboxMessages.AsNoTracking().Where(message => message.RecipientId == accountId && message.By != Staff.NoticeBoard.Sender).OrderByDescending(message => message.QueuedAt).ThenByDescending(message => message.Id).Take(OnPage).ToListAsync(cancel);

    private async Task<int> SendAsync(RoundSetup setup, IReadOnlyList<Reminder> reminders, string toWhom, StaffAccount actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(actor);
        RefusedException.ThrowIf(setup.Round.State == RoundState.Open ? null : NotOpen);
        var messages = Messages(reminders, actor.StaffCode).ToList();
        RefusedException.ThrowIf(messages.Count > 0 ? null : "Không có ai để nhắc: không đơn vị nào thuộc diện này, hoặc đơn vị chưa có cán bộ.");
        db.AddRange(messages);
        await db.SaveAsync(new(actor.StaffCode, "Nhắc việc trong kỳ đánh giá", $"{RoundSave.Named(setup.Round)}: {toWhom}"), cancel);
        return messages.Count;
    }

    private IReadOnlyList<Reminder> Written(RoundSetup setup, IEnumerable<ProgressLine> lines, string? words)
    {
        var officers = OfficersOf(setup);
        return [.. lines.Select(line => new Reminder(line, [.. officers[line.Folder.Unit.Unit.Id]], SubjectOf(line), Body(line, words)))];
    }

    private static ILookup<Guid?, StaffAccount> OfficersOf(RoundSetup setup) =>
        setup.Staff.Values.Where(account => account.IsActive && account.Has(StaffRoles.UnitOfficer)).OrderBy(account => account.StaffCode, StringComparer.Ordinal).ToLookup(account => account.UnitId);

    private static bool IsFor(ReminderKind kind, ProgressLine line) => kind switch
    {
        ReminderKind.Late => line.IsLate && line.Folder.Card.State is (ScorecardState.SelfScoring or ScorecardState.Explanation),
        ReminderKind.NotStarted => line.IsNotStarted,
        ReminderKind.SelfScoring => line.Folder.Card.State == ScorecardState.SelfScoring,
        _ => line.Folder.Card.State == ScorecardState.Explanation && line.OpenExplanations > 0,
    };

    private IEnumerable<OutboxMessage> Messages(IEnumerable<Reminder> reminders, string by)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return reminders.SelectMany(reminder => reminder.Recipients.Select(person => new OutboxMessage(person.Id, reminder.Subject, reminder.Body, by, now)));
    }

    /// <summary>How the subjects of reminders of a round end; with a unit, those to that unit.</summary>
    internal static string EndOf(Round round, ParticipantSetup? unit = null) => $"{(unit is null ? "" : $", {unit.Name}")} năm {round.Year}";

    private static string SubjectOf(ProgressLine line)
    {
        var subject = $"{ScorecardWords.Of(line.Folder.Card.State)}{(line.Folder.Deadline is { } until ? $": hạn {DateWriter.VietnameseDeadline(until)}" : "")}{EndOf(line.Folder.Round, line.Folder.Unit)}";
        return subject.Length > OutboxMessage.MostSubject ? subject[..OutboxMessage.MostSubject] : subject;
    }

    private string Body(ProgressLine line, string? words)
    {
        var lines = new List<string>
        {
            $"Kính gửi {line.Folder.Unit.Name},",
            $"{line.Folder.Round.Title}: phiếu chấm điểm của đơn vị đang ở bước “{ScorecardWords.Of(line.Folder.Card.State)}”, đã thực hiện {line.Given}/{line.All}.",
        };
        if (line.Folder.Deadline is { } until)
        {
            lines.Add(line.IsLate ? $"Bước này đã hết hạn lúc {DateWriter.VietnameseDeadline(until)}." : $"Hạn của bước này: {DateWriter.VietnameseDeadline(until)}.");
        }

        if (line.OpenExplanations > 0)
        {
            lines.Add($"Còn {NumberWriter.VietnameseCount(line.OpenExplanations)} yêu cầu giải trình chờ trả lời.");
        }

        if (!string.IsNullOrWhiteSpace(words))
        {
            lines.Add(VietnameseText.Normalize(words));
        }

        var scorecard = address(line.Folder.Card.Id);
        lines.Add(scorecard.IsAbsoluteUri ? $"Mở phiếu chấm điểm: {scorecard}" : $"Trên cổng làm việc: {scorecard}");
        return string.Join("\n\n", lines);
    }
}
