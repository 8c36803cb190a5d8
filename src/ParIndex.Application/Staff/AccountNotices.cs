using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;

namespace ParIndex.Application.Staff;

/// <summary>What owners of accounts are told: resets, grants, new factors, and that somebody guesses.</summary>
public sealed class AccountNotices(ParIndexDb db, TimeProvider clock)
{
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
        await db.SaveActAsync(actor.StaffCode, "Đã đọc thông báo về tài khoản", cancel);
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
