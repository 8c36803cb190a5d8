using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Outbox;

/// <summary>How far a message is.</summary>
public enum NoticeState
{
    /// <summary>It waits to go out by mail.</summary>
    Waiting,

    /// <summary>It went out by mail.</summary>
    Sent,

    /// <summary>Its recipient has no mail address: it is read on the start page alone.</summary>
    OnDesk,

    /// <summary>The address does not take it.</summary>
    Refused,
}

/// <summary>A message as the list shows it.</summary>
/// <param name="At">Instant it was written, UTC.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="Person">Full name of the recipient.</param>
/// <param name="Unit">The recipient's unit today, or <c>null</c>.</param>
/// <param name="Subject">One line.</param>
/// <param name="State">How far it is.</param>
/// <param name="SentAt">Instant it went out, UTC; <c>null</c> while it did not.</param>
public sealed record SentNotice(DateTime At, NoticeKind Kind, string Person, string? Unit, string Subject, NoticeState State, DateTime? SentAt);

/// <summary>What of the list is wanted; what is <c>null</c> or empty does not matter.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="State">How far it is.</param>
/// <param name="Words">Words of the recipient's name or code, or of the unit's names.</param>
/// <param name="Round">The title of the round it names.</param>
public sealed record NoticeFilter(NoticeKind? Kind = null, NoticeState? State = null, string? Words = null, string? Round = null);

/// <summary>What was written to whom about the work, and whether it went out. Messages about accounts are their owners' own, and what goes on inside a unit is its own.</summary>
public sealed class NoticeList(ParIndexDb db)
{
    /// <summary>Most messages of a page.</summary>
    public const int OnPage = 100;

    /// <summary>Most messages of a file.</summary>
    public const int InFile = 20_000;

    /// <summary>What a list calls a state.</summary>
    public static string Of(NoticeState state) => state switch
    {
        NoticeState.Waiting => "Chờ gửi",
        NoticeState.Sent => "Đã gửi thư",
        NoticeState.OnDesk => "Không gửi thư: chưa có địa chỉ",
        _ => "Địa chỉ không nhận",
    };

    /// <summary>Messages, newest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<SentNotice>> ReadAsync(NoticeFilter filter, int most, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var inner = NoticeTable.Inner;
        var messages = db.OutboxMessages.AsNoTracking().Where(message => message.By != NoticeBoard.Sender && !inner.Contains(message.By));
        if (filter.Kind is { } kind)
        {
            var (sender, senders) = (NoticeTable.Sender(kind), NoticeTable.Senders);
            messages = kind == NoticeKind.Reminder ? messages.Where(message => !senders.Contains(message.By)) : messages.Where(message => message.By == sender);
        }

        if (!string.IsNullOrWhiteSpace(filter.Round))
        {
            messages = messages.Where(message => message.Subject.Contains(filter.Round) || message.Body.Contains(filter.Round));
        }

        var rows = from message in messages
                   join person in db.StaffAccounts on message.RecipientId equals person.Id
                   select new { message, person, HasAddress = person.Email != null && person.Email != "" };
        rows = filter.State switch
        {
            NoticeState.Sent => rows.Where(row => row.message.SentAt != null),
            NoticeState.OnDesk => rows.Where(row => row.message.SentAt == null && !row.HasAddress),
            NoticeState.Refused => rows.Where(row => row.message.SentAt == null && row.HasAddress && row.message.RefusedAddress == row.person.Email),
            NoticeState.Waiting => rows.Where(row => row.message.SentAt == null && row.HasAddress && (row.message.RefusedAddress == null || row.message.RefusedAddress != row.person.Email)),
            _ => rows,
        };
        foreach (var word in VietnameseText.FoldedWords(filter.Words ?? ""))
        {
            rows = rows.Where(row => row.person.SearchText.Contains(word) || db.Units.Any(unit => unit.Id == row.person.UnitId && unit.SearchText.Contains(word)));
        }

        var found = await rows.OrderByDescending(row => row.message.QueuedAt).ThenByDescending(row => row.message.Id).Take(most)
            .Select(row => new { row.message.QueuedAt, row.message.By, row.person.FullName, row.person.UnitId, row.message.Subject, row.message.SentAt, row.HasAddress, row.message.RefusedAddress, row.person.Email }).ToListAsync(cancel);
        var ids = found.Select(row => row.UnitId).OfType<Guid>().ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.CurrentName.Name, cancel);
        return [.. found.Select(row => new SentNotice(row.QueuedAt, NoticeTable.Of(row.By), row.FullName, row.UnitId is { } unit ? units.GetValueOrDefault(unit) : null, row.Subject, StateOf(row.SentAt, row.HasAddress, row.RefusedAddress == row.Email), row.SentAt))];
    }

    /// <summary>The titles of the rounds there are, newest year first: what messages can be about.</summary>
    public async Task<IReadOnlyList<string>> RoundsAsync(CancellationToken cancel = default) =>
        [.. (await db.Rounds.AsNoTracking().OrderByDescending(round => round.Year).ThenBy(round => round.Title).Select(round => round.Title).ToListAsync(cancel)).Distinct(StringComparer.Ordinal)];

    /// <summary>The list as a file.</summary>
    public static Table<SentNotice> TableOf(IReadOnlyList<SentNotice> rows) => new("Thông báo đã gửi", "thong-bao-da-gui",
        [
            new("at", "Lúc", row => Cell.Of(DateWriter.VietnameseHour(row.At))),
            new("kind", "Loại", row => Cell.Of(NoticeTable.Of(row.Kind))),
            new("person", "Người nhận", row => Cell.Of(row.Person)),
            new("unit", "Đơn vị", row => Cell.Of(row.Unit)),
            new("subject", "Tiêu đề", row => Cell.Of(row.Subject)),
            new("state", "Tình trạng", row => Cell.Of(Of(row.State))),
            new("sentAt", "Gửi thư lúc", row => Cell.Of(row.SentAt is { } sent ? DateWriter.VietnameseHour(sent) : null)),
        ],
        rows);

    private static NoticeState StateOf(DateTime? sentAt, bool hasAddress, bool isRefused) =>
        sentAt is not null ? NoticeState.Sent : !hasAddress ? NoticeState.OnDesk : isRefused ? NoticeState.Refused : NoticeState.Waiting;
}
