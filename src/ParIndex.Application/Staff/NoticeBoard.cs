using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain.Outbox;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>What owners of accounts are told: resets, grants, new factors, and that somebody guesses.</summary>
public sealed class NoticeBoard(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Who writes the messages about accounts into the outbox.</summary>
    public const string Sender = "tai-khoan";

    private const int Remembered = 50;

    /// <summary>The newest notices of an account, read or not, newest first.</summary>
    public async Task<IReadOnlyList<AccountNotice>> OfAsync(Guid accountId, CancellationToken cancel = default) =>
        await db.AccountNotices.AsNoTracking().Where(notice => notice.AccountId == accountId).OrderByDescending(notice => notice.LastAt).ThenByDescending(notice => notice.Id).Take(Remembered).ToListAsync(cancel);

    /// <summary>What the person has not read yet, newest first.</summary>
    public async Task<IReadOnlyList<AccountNotice>> OpenAsync(Guid accountId, CancellationToken cancel = default) =>
        await db.AccountNotices.AsNoTracking().Where(notice => notice.AccountId == accountId && notice.ReadAt == null).OrderByDescending(notice => notice.LastAt).ThenByDescending(notice => notice.Id).ToListAsync(cancel);

    /// <summary>The person has read these, in one save.</summary>
    /// <param name="actor">Whose notices they are; those of others are left alone.</param>
    /// <param name="ids">What the page showed.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task ReadAsync(StaffActor actor, IReadOnlyList<Guid> ids, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var open = await db.AccountNotices.Where(notice => notice.AccountId == actor.Id && notice.ReadAt == null && ids.Contains(notice.Id)).ToListAsync(cancel);
        open.ForEach(notice => notice.Read(clock.GetUtcNow().UtcDateTime));
        await db.SaveAsync(new(actor.StaffCode, "Đã đọc thông báo về tài khoản"), cancel);
    }

    /// <summary>Adds a notice, and the message that says the same, to the save of the act it tells of.</summary>
    /// <param name="db">The database.</param>
    /// <param name="account">Whose account it is.</param>
    /// <param name="text">What happened, in Vietnamese sentences.</param>
    /// <param name="at">Instant, UTC.</param>
    internal static void Add(ParIndexDb db, StaffAccount account, string text, DateTime at)
    {
        var body = $"""
            Kính gửi {account.FullName},

            Tài khoản {account.StaffCode} vừa có thay đổi. {text}

            Nếu thay đổi này không theo đề nghị của anh/chị, báo ngay cho người quản trị và cơ quan điều phối. Xem các thay đổi tại trang Tài khoản của tôi, mục Thông báo.
            """;
        db.Add(new AccountNotice(account.Id, text, at));
        db.Add(new OutboxMessage(account.Id, $"Thay đổi bảo mật của tài khoản {account.StaffCode}", body, Sender, at));
    }

    /// <summary>
    /// Tells at once, apart from any save; the same words that are not read yet are told once, with how often. A notice
    /// that belongs to an act is added to the act's own save instead.
    /// </summary>
    public async Task TellAsync(Guid accountId, string text, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counted = await db.AccountNotices.Where(notice => notice.AccountId == accountId && notice.ReadAt == null && notice.Text == text)
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.Count, notice => notice.Count + 1).SetProperty(notice => notice.LastAt, now), cancel);
        if (counted == 0)
        {
            db.Add(new AccountNotice(accountId, text, now));
            await db.SaveChangesAsync(cancel);
        }
    }
}
