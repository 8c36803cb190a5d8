using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases.Seals;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>
/// Opens results to everybody at an instant that a publisher set. Until then there is no release: it is computed, compared with
/// what was approved, sealed and saved when its time has come, so that nothing of it can be read early. A member of the council
/// or a publisher can hold it before, alone.
/// </summary>
public sealed class TimedPublication(ParIndexDb db, ResultsPublication publication, Sealing sealing, TimeProvider clock)
{
    /// <summary>How long “now” takes: time to hold what was opened by mistake.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);

    /// <summary>How far ahead results can be planned to open.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    /// <summary>How long a reason may be, in characters.</summary>
    public const int MostReason = 900;

    /// <summary>Why the person may not plan the opening, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotPlan(StaffAccount actor, ResultsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return ResultsPublication.WhyNotPublish(actor, draft)
            ?? (draft.Plan is { } plan ? $"Kết quả đã được hẹn công bố lúc {DateWriter.VietnameseHour(plan.OpensAt)}. Tạm dừng lịch đó trước khi hẹn lại." : null);
    }

    /// <summary>Why the person may not hold the opening, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotHold(StaffAccount actor, ResultsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        return !actor.Has(StaffRoles.CouncilMember | StaffRoles.Publisher) ? "Chỉ thành viên Hội đồng thẩm định và người được giao công bố được tạm dừng lịch công bố."
            : draft.Plan is null ? "Không có lịch công bố nào đang chờ."
            : null;
    }

    /// <summary>Plans the opening of exactly these results.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="digest">The digest the confirmation showed.</param>
    /// <param name="opensAt">When, UTC; <c>null</c> is <see cref="Shortest"/> from now.</param>
    /// <param name="session">How the person proved who they are.</param>
    /// <param name="actor">Who publishes.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it, the instant is past or too far, the results are no longer those shown, or somebody was faster.</exception>
    public async Task<PublicationPlan> PlanAsync(Guid roundId, string digest, DateTime? opensAt, PublisherSession session, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        RefusedException.ThrowIf(session.HasSecondFactor ? null : "Công bố kết quả cần đăng nhập bằng xác thực hai bước.");
        RefusedException.ThrowIf(session.IsFresh(clock.GetUtcNow()) ? null : "Công bố kết quả cần lần đăng nhập trong vòng 5 phút. Đăng nhập lại rồi thực hiện.");
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var draft = await publication.DraftAsync(roundId, digest, draft => WhyNotPlan(actor, draft), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        RefusedException.ThrowIf(WhyNotAt(opensAt, now));
        var plan = new PublicationPlan(draft.Setup.Round, digest, opensAt ?? now + Shortest, actor.Id, now);
        db.Add(plan);
        await TellAsync(NoticeKind.OpeningPlanned, draft.Setup.Round, $"Giờ công bố: {DateWriter.VietnameseDeadline(plan.OpensAt)}, do {actor.FullName} hẹn. Thành viên Hội đồng thẩm định và người được giao công bố tạm dừng được trước giờ đó.", actor.Id, now, cancel);
        await db.SaveAsync(draft.Setup.Round, actor, "Hẹn giờ công bố kết quả", DateWriter.VietnameseHour(plan.OpensAt), cancel);
        await held.CommitAsync(cancel);
        return plan;
    }

    /// <summary>Why results cannot open at an instant, in Vietnamese; <c>null</c> when they can.</summary>
    public static string? WhyNotAt(DateTime? opensAt, DateTime now) =>
        opensAt is not { } instant ? null
            : instant < now + Shortest ? $"Giờ công bố phải ở sau thời điểm hiện tại ({DateWriter.VietnameseHour(now)}). Để công khai ngay, chọn “Công khai ngay”."
            : instant > now + Longest ? $"Giờ công bố không được quá {Longest.Days} ngày kể từ hôm nay."
            : null;

    /// <summary>Holds the opening for good.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="planId">The plan that was shown.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">A member of the council or a publisher.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not for this role, no reason, another plan, or it opened already.</exception>
    public async Task HoldAsync(Guid roundId, Guid planId, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        var why = VietnameseText.Normalize(reason ?? "");
        RefusedException.ThrowIf(why.Length is 0 or > MostReason ? $"Ghi lý do tạm dừng, tối đa {MostReason} ký tự." : null);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var draft = await publication.DraftAsync(roundId, digest: null, draft => WhyNotHold(actor, draft), cancel);
        var plan = await db.PublicationPlans.Include(plan => plan.Hold).FirstAsync(plan => plan.Id == draft.Plan!.Id, cancel);
        RefusedException.ThrowIf(plan.Id == planId ? null : "Lịch công bố đã thay đổi từ khi mở trang này. Xem lại lịch hiện nay rồi thực hiện.");
        var now = clock.GetUtcNow().UtcDateTime;
        plan.Stop(actor.Id, now, why);
        await TellAsync(NoticeKind.OpeningHeld, draft.Setup.Round, $"Giờ đã hẹn: {DateWriter.VietnameseDeadline(plan.OpensAt)}. Người tạm dừng: {actor.FullName}. Lý do: {why}", actor.Id, now, cancel);
        await db.SaveAsync(draft.Setup.Round, actor, "Tạm dừng lịch công bố kết quả", DateWriter.VietnameseHour(plan.OpensAt), cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>
    /// Opens what is due. What the rules refuse by then (results that changed, a publisher whose account ended) is held with the reason,
    /// so that somebody plans it anew. Two at once open it once.
    /// </summary>
    /// <returns>The releases that opened.</returns>
    public async Task<IReadOnlyList<Release>> OpenDueAsync(CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await Waiting().Where(plan => plan.OpensAt <= now).OrderBy(plan => plan.OpensAt).Select(plan => new { plan.Id, plan.RoundId }).ToListAsync(cancel);
        var opened = new List<Release>();
        foreach (var plan in due)
        {
            try
            {
                opened.AddRange(await OpenAsync(plan.RoundId, plan.Id, cancel) is { } release ? [release] : Array.Empty<Release>());
            }
            catch (RefusedException refusal)
            {
                db.ChangeTracker.Clear();
                await StopAsync(plan.RoundId, plan.Id, refusal.Message, cancel);
            }

            db.ChangeTracker.Clear();
        }

        return opened;
    }

    /// <summary>Plans that nothing stopped, of rounds that are not published.</summary>
    private IQueryable<PublicationPlan> Waiting() =>
        db.PublicationPlans.Where(plan => plan.Hold == null && db.Rounds.Any(round => round.Id == plan.RoundId && round.State == RoundState.Closed)
            && !db.Set<RoundMove>().Any(move => move.RoundId == plan.RoundId && move.Sequence > plan.Sequence));

    private async Task<Release?> OpenAsync(Guid roundId, Guid planId, CancellationToken cancel)
    {
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        if (await Waiting().AsNoTracking().FirstOrDefaultAsync(plan => plan.Id == planId, cancel) is not { } plan)
        {
            return null;
        }

        var actor = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == plan.By, cancel);
        RefusedException.ThrowIf(actor.IsActive ? null : "Tài khoản của người hẹn giờ công bố không còn hoạt động.");
        var draft = await publication.DraftAsync(roundId, plan.Digest, draft => ResultsPublication.WhyNotPublish(actor, draft), cancel);
        var (round, release) = (draft.Setup.Round, draft.Release!);
        round.Move(RoundState.Published, actor.Id, release.PublishedAt, $"Bản công bố {release.Year}, lần {release.VersionNumber}");
        db.Add(release);
        await WorkNotices.TellOfficersAsync(db, NoticeKind.Published, [.. draft.Setup.Participants.Select(unit => new NoticeSubject(unit.Unit.Id, unit.Name, round.Title, round.Id))], release.PublishedAt, cancel);
        await db.SaveAsync(round, actor, "Công bố kết quả", $"lần {release.VersionNumber}", cancel);
        await sealing.SealReleasesAsync(cancel);
        await held.CommitAsync(cancel);
        return release;
    }

    private async Task StopAsync(Guid roundId, Guid planId, string reason, CancellationToken cancel)
    {
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        if (await Waiting().Include(plan => plan.Hold).FirstOrDefaultAsync(plan => plan.Id == planId, cancel) is not { } plan)
        {
            return;
        }

        var actor = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == plan.By, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        plan.Stop(by: null, now, VietnameseText.Clip(reason, MostReason));
        var round = await db.Rounds.AsNoTracking().FirstAsync(known => known.Id == roundId, cancel);
        await TellAsync(NoticeKind.OpeningRefused, round, $"Giờ đã hẹn: {DateWriter.VietnameseDeadline(plan.OpensAt)}. Lý do: {reason}", by: null, now, cancel);
        await db.SaveAsync(new(actor.StaffCode, "Lịch công bố không mở được:", reason), cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>Nobody holds what nobody heard of: told in the save of the act.</summary>
    private Task TellAsync(NoticeKind kind, Round round, string detail, Guid? by, DateTime at, CancellationToken cancel) => WorkNotices.TellHoldersAsync(db, kind, NoticeSubject.Of(round, detail), by, at, cancel);
}
