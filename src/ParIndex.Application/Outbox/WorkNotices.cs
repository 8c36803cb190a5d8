using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Outbox;

/// <summary>What a notice is about.</summary>
/// <param name="UnitId">The unit; <c>null</c> where it is the round as a whole.</param>
/// <param name="Unit">Its name in the year, or <c>null</c>.</param>
/// <param name="Round">The round's title.</param>
/// <param name="Key">The scorecard, or the round, that the message leads to.</param>
public sealed record NoticeSubject(Guid? UnitId, string? Unit, string Round, Guid Key)
{
    /// <summary>The round as a whole, whatever unit it is about: lists of what was sent name none.</summary>
    public static NoticeSubject Of(Round round, string detail)
    {
        ArgumentNullException.ThrowIfNull(round);
        return new(UnitId: null, Unit: null, round.Title, round.Id) { Detail = detail };
    }

    /// <summary>Until when the next step lasts, UTC; <c>null</c> while there is no deadline.</summary>
    public DateTime? Until { get; init; }

    /// <summary>A sentence of its own: the reason, how many questions; <c>null</c> for none.</summary>
    public string? Detail { get; init; }
}

/// <summary>
/// Tells the people of what happens to their work: one sentence a kind, added to the save of the act itself. What several acts
/// tell one person within a short while is one message.
/// </summary>
public static class WorkNotices
{
    /// <summary>So long a message that others may join waits before it goes out, and so long others join it: never both.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(60), Joining = TimeSpan.FromSeconds(45);

    /// <summary>The senders of the kinds that one person may get of many units at once.</summary>
    internal static IReadOnlyList<string> Joined { get; } = [NoticeTable.Sender(NoticeKind.Answered), NoticeTable.Sender(NoticeKind.Vote)];

    /// <summary>Tells the officers of each unit.</summary>
    /// <param name="db">The database; the act's own save follows.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="subjects">To which units.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many messages.</returns>
    internal static async Task<int> TellOfficersAsync(ParIndexDb db, NoticeKind kind, IReadOnlyCollection<NoticeSubject> subjects, DateTime at, CancellationToken cancel)
    {
        var units = subjects.Select(subject => subject.UnitId).ToHashSet();
        var people = await db.StaffAccounts.AsNoTracking().Where(person => person.IsActive && units.Contains(person.UnitId)).ToListAsync(cancel);
        var officers = people.Where(person => person.Has(StaffRoles.UnitOfficer)).ToLookup(person => person.UnitId);
        var messages = subjects.SelectMany(subject => officers[subject.UnitId].Select(person => Message(kind, subject, person.Id, at))).ToList();
        db.AddRange(messages);
        return messages.Count;
    }

    /// <summary>Tells people of a unit, each by a message of the own.</summary>
    /// <inheritdoc cref="TellAsync" path="/param" />
    internal static async Task TellColleaguesAsync(ParIndexDb db, NoticeKind kind, NoticeSubject subject, IReadOnlyCollection<Guid> people, DateTime at, CancellationToken cancel)
    {
        var active = await db.StaffAccounts.AsNoTracking().Where(person => person.IsActive && people.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel);
        db.AddRange(active.Select(person => Message(kind, subject, person, at)));
    }

    /// <summary>Tells everybody who may hold an opening, members of the council and publishers, but not whose act it is.</summary>
    /// <inheritdoc cref="TellAsync" path="/param" />
    internal static async Task TellHoldersAsync(ParIndexDb db, NoticeKind kind, NoticeSubject subject, Guid? by, DateTime at, CancellationToken cancel)
    {
        var people = await db.StaffAccounts.AsNoTracking().Where(person => person.IsActive && person.Id != by).ToListAsync(cancel);
        db.AddRange(people.Where(person => person.Has(StaffRoles.CouncilMember | StaffRoles.Publisher)).Select(person => Message(kind, subject, person.Id, at)));
    }

    /// <summary>Tells people who appraise a unit, or vote about one; what they were told a moment ago of another unit and has not gone out yet is told with it.</summary>
    /// <param name="db">The database; the act's own save follows.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="subject">Of which unit.</param>
    /// <param name="people">Whom; accounts that are switched off are passed over.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <param name="cancel">Stops the work.</param>
    internal static async Task TellAsync(ParIndexDb db, NoticeKind kind, NoticeSubject subject, IReadOnlyCollection<Guid> people, DateTime at, CancellationToken cancel)
    {
        var (sender, since) = (NoticeTable.Sender(kind), at - Joining);
        var active = await db.StaffAccounts.AsNoTracking().Where(person => person.IsActive && people.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancel);
        var waiting = (await db.OutboxMessages.Where(message => message.By == sender && message.SentAt == null && message.QueuedAt > since && active.Contains(message.RecipientId)).ToListAsync(cancel))
            .GroupBy(message => message.RecipientId).ToDictionary(own => own.Key, own => own.MaxBy(message => message.QueuedAt)!);
        foreach (var person in active)
        {
            if (waiting.TryGetValue(person, out var message))
            {
                message.Join(kind == NoticeKind.Vote ? message.Subject : $"{subject.Round}: nhiều phiếu chấm điểm đã giải trình xong", Body(kind, subject));
            }
            else
            {
                db.Add(Message(kind, subject, person, at));
            }
        }
    }

    private static OutboxMessage Message(NoticeKind kind, NoticeSubject subject, Guid person, DateTime at) =>
        new(person, VietnameseText.Clip($"{NoticeTable.Of(kind)}: {(subject.Unit is null ? "" : subject.Unit + ", ")}{subject.Round}", OutboxMessage.MostSubject), Body(kind, subject), NoticeTable.Sender(kind), at);

    private static string Body(NoticeKind kind, NoticeSubject subject)
    {
        var lines = new List<string> { $"{Sentence(kind, subject)}{(subject.Detail is null ? "" : " " + subject.Detail)}" };
        if (subject.Until is { } until)
        {
            lines.Add($"Hạn của bước tiếp theo: {DateWriter.VietnameseDeadline(until)}.");
        }

        lines.Add($"Mở trên cổng: {NoticeLinks.Mark(NoticeTable.PlaceOf(kind), subject.Key)}");
        return string.Join("\n\n", lines);
    }

    private static string Sentence(NoticeKind kind, NoticeSubject subject) => kind switch
    {
        NoticeKind.Opened => $"{subject.Round} đã mở. {subject.Unit} bắt đầu tự chấm điểm và đính kèm tài liệu kiểm chứng.",
        NoticeKind.Returned => $"Phiếu chấm điểm của {subject.Unit} trong {subject.Round} được trả lại để chấm bổ sung.",
        NoticeKind.Asked => $"Thẩm định lần 1 phiếu chấm điểm của {subject.Unit} trong {subject.Round} đã xong.",
        NoticeKind.Answered => $"{subject.Unit} đã kết thúc giải trình trong {subject.Round}; phiếu chấm điểm chuyển sang thẩm định lần 2.",
        NoticeKind.Agreed => $"Kết quả phiếu chấm điểm của {subject.Unit} trong {subject.Round} đã được thống nhất.",
        NoticeKind.Repaired => $"Bộ tiêu chí của {subject.Round} được sửa sau khi mở kỳ đánh giá; kiểm tra lại tiêu chí này trong phiếu chấm điểm của {subject.Unit}.",
        NoticeKind.Published => $"Kết quả của {subject.Round} đã được công bố, có kết quả của {subject.Unit}.",
        NoticeKind.FieldShared => $"Đơn vị phân công bạn phụ trách một phần phiếu chấm điểm của {subject.Unit} trong {subject.Round}.",
        NoticeKind.FieldReturned => $"Thủ trưởng đơn vị trả lại một phần phiếu chấm điểm của {subject.Unit} trong {subject.Round} để bổ sung.",
        NoticeKind.SheetReady => $"Các lĩnh vực trong phiếu chấm điểm của {subject.Unit} trong {subject.Round} đã được báo hoàn thành; phiếu chờ thủ trưởng phê duyệt.",
        NoticeKind.Vote => $"Một nội dung của {subject.Round} chờ bạn biểu quyết tại Hội đồng thẩm định.",
        NoticeKind.OpeningPlanned => $"Kết quả của {subject.Round} đã được hẹn giờ công bố.",
        NoticeKind.OpeningHeld => $"Lịch công bố kết quả của {subject.Round} đã được tạm dừng; kết quả không tự mở vào giờ đã hẹn.",
        NoticeKind.OpeningRefused => $"Kết quả của {subject.Round} không công bố được vào giờ đã hẹn và chưa công khai.",
        _ => $"Cơ quan điều phối thông báo tới {subject.Unit} về {subject.Round}.",
    };
}
