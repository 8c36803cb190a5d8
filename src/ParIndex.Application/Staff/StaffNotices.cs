using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Staff;

/// <summary>What the owner of an account is told.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Words">It in one sentence: what, when, by whom.</param>
public sealed record StaffNotice(StaffEvent Event, string Words);

/// <summary>
/// Tells owners of accounts of every reset, new factor and grant: on the next page until they say to have read it, and by
/// mail.
/// </summary>
public sealed class StaffNotices(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Who writes these messages into the outbox.</summary>
    public const string Sender = "tai-khoan";

    private const int Remembered = 50;

    /// <summary>What happened, in the words of a notice.</summary>
    public static string Words(StaffEventKind kind) => kind switch
    {
        StaffEventKind.Created => "Tạo tài khoản",
        StaffEventKind.Activated => "Đặt mật khẩu bằng mã dùng một lần",
        StaffEventKind.RolesChanged => "Đổi vai trò",
        StaffEventKind.UnitChanged => "Chuyển đơn vị",
        StaffEventKind.DetailsChanged => "Sửa họ tên, chức vụ hoặc thư điện tử",
        StaffEventKind.CodeIssued => "Cấp lại mật khẩu bằng mã dùng một lần",
        StaffEventKind.FactorTaken => "Bỏ xác thực hai bước để thiết lập lại",
        StaffEventKind.FactorSet => "Thiết lập xác thực hai bước mới",
        StaffEventKind.Disabled => "Khoá tài khoản",
        StaffEventKind.Enabled => "Mở lại tài khoản",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How many the owner has not read.</summary>
    public Task<int> UnreadAsync(Guid accountId, CancellationToken cancel = default) =>
        db.StaffEvents.CountAsync(e => e.AccountId == accountId && e.IsNotice && e.SeenAt == null, cancel);

    /// <summary>The newest notices of an account, newest first.</summary>
    public async Task<IReadOnlyList<StaffNotice>> OfAsync(Guid accountId, CancellationToken cancel = default)
    {
        var events = await db.StaffEvents.AsNoTracking().Where(e => e.AccountId == accountId && e.IsNotice).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Remembered).ToListAsync(cancel);
        return await DescribeAsync(events, cancel);
    }

    /// <summary>Says of events what, when and by whom.</summary>
    public async Task<IReadOnlyList<StaffNotice>> DescribeAsync(IReadOnlyList<StaffEvent> events, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var ids = events.SelectMany(e => new[] { e.By, e.Second }).OfType<Guid>().Distinct().ToList();
        var people = await db.StaffAccounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, cancel);
        return [.. events.Select(e => new StaffNotice(e, Sentence(e, By(e.By), By(e.Second))))];

        StaffAccount? By(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;
    }

    /// <summary>The owner has read all up to the one shown last.</summary>
    /// <param name="actor">The owner.</param>
    /// <param name="until">The newest event the page showed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task SeeAsync(StaffActor actor, Guid until, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var last = await db.StaffEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == until && e.AccountId == actor.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var e in last is null ? [] : await db.StaffEvents.AsTracking().Where(e => e.AccountId == actor.Id && e.IsNotice && e.SeenAt == null && e.At <= last.At).ToListAsync(cancel))
        {
            e.See(now);
        }

        await db.SaveActAsync(actor.StaffCode, "Xác nhận đã đọc thông báo về tài khoản của mình", cancel);
    }

    internal static string Sentence(StaffEvent e, StaffAccount? by, StaffAccount? second)
    {
        var who = e.By is null ? "tại máy chủ" : e.By == e.AccountId ? "từ chính tài khoản này" : $"do {Named(by)}{(second is null ? "" : $" đề nghị, {Named(second)} đồng ý")}";
        return $"{Words(e.Kind)}: lúc {DateWriter.VietnameseHour(e.At)}, {who}.";
    }

    private static string Named(StaffAccount? person) => person is null ? "người không rõ" : $"{person.FullName} ({person.StaffCode})";
}

/// <summary>How what happens to accounts is kept and told, in the save in which it happens.</summary>
internal static class StaffTelling
{
    /// <summary>Keeps an event of an account; what its owner must know becomes a notice and a message.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">The account as it is after.</param>
    /// <param name="kind">What happened.</param>
    /// <param name="was">Who the person was before.</param>
    /// <param name="hand">By whose hand.</param>
    /// <param name="predecessor">Of a new account: the one it was handed over from.</param>
    public static void Tell(this ParIndexDb db, StaffAccount account, StaffEventKind kind, StaffFace was, StaffHand hand, Guid? predecessor = null)
    {
        var isNotice = kind is StaffEventKind.RolesChanged or StaffEventKind.UnitChanged or StaffEventKind.CodeIssued or StaffEventKind.FactorTaken or StaffEventKind.FactorSet or StaffEventKind.Enabled
            || (kind == StaffEventKind.DetailsChanged && (was.Email != account.Email || was.FullName != account.FullName));
        var told = new StaffEvent(account, kind, was, hand) { IsNotice = isNotice, PredecessorId = predecessor };
        db.Add(told);
        if (isNotice)
        {
            var body = $"""
                Kính gửi {account.FullName},

                Tài khoản {account.StaffCode} vừa có thay đổi. {StaffNotices.Sentence(told, hand.By, hand.Second)}

                Nếu thay đổi này không theo đề nghị của anh/chị, báo ngay cho người quản trị và cơ quan điều phối. Xem các thay đổi tại trang Tài khoản của tôi, mục Thông báo.
                """;
            db.Add(new OutboxMessage(account.Id, $"Tài khoản {account.StaffCode}: {StaffNotices.Words(kind)}", body, StaffNotices.Sender, hand.At));
        }
    }
}
