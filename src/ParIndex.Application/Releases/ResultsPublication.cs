using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Evidence;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>How whoever publishes proved who they are.</summary>
/// <param name="HasSecondFactor">Whether the session proved a second factor.</param>
/// <param name="SignedInAt">When they signed in with password and app, or <c>null</c> when they did not.</param>
public sealed record PublisherSession(bool HasSecondFactor, DateTimeOffset? SignedInAt)
{
    /// <summary>How old a sign-in may be.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    /// <summary>Whether the sign-in is recent enough.</summary>
    public bool IsFresh(DateTimeOffset now) => SignedInAt is { } began && now - began <= Freshness;
}

/// <summary>A file as it came: its bytes and its name.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Name">Its name where it came from.</param>
public sealed record BroughtFile(Stream Content, string Name);

/// <summary>The words of a decision.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Date">Its day.</param>
/// <param name="AnnouncedOn">Day of the announcement, not before it.</param>
/// <param name="SignerPost">Post of who signed it, or <c>null</c> while it is not known.</param>
public sealed record DecisionWords(string Number, DateOnly Date, DateOnly AnnouncedOn, string? SignerPost = null);

/// <summary>
/// From results to a release: the council approves a digest, the coordinator records the decision, another person publishes
/// (<see cref="TimedPublication"/>). Why somebody may not is asked by pages and decided here.
/// </summary>
public sealed class ResultsPublication(ParIndexDb db, RoundReader rounds, RoundResults results, StoredFileRegister files, TimeProvider clock)
{
    /// <summary>The refusal of results that are no longer those shown.</summary>
    public const string Changed = "Kết quả đã thay đổi từ khi mở trang này nên mã kết quả không còn khớp. Xem lại kết quả mới dưới đây rồi thực hiện lại.";

    private const string OwnApproval = "Người đã thông qua kết quả không được công bố kết quả đó, dù bằng tài khoản nào; việc công bố do người khác thực hiện.";

    private const string OwnDecision = "Người đã ghi quyết định không được công bố khi còn người khác được giao công bố.";

    /// <summary>Why the person may not approve the results, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotApprove(StaffAccount actor, ResultsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        return !actor.Has(StaffRoles.CouncilMember) ? "Chỉ thành viên Hội đồng thẩm định thông qua kết quả."
            : WhyNotReady(draft) ?? (draft.Standing.Any(approval => draft.History.AreOne(approval.By, actor.Id)) ? "Người của tài khoản này đã thông qua đúng kết quả này." : null);
    }

    /// <summary>Why the person may not record the decision, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNotDecide(StaffAccount actor, ResultsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        return !actor.Has(StaffRoles.Coordinator) ? "Chỉ cơ quan điều phối ghi quyết định công bố."
            : draft.Setup.Round.State != RoundState.Closed ? NotClosed(draft) : null;
    }

    /// <summary>
    /// Why the person may not publish, in Vietnamese; <c>null</c> when nothing stands against it. Nobody publishes what
    /// they approved, under whatever account, nor, where another publisher is free to do it, what they recorded the decision of.
    /// </summary>
    public static string? WhyNotPublish(StaffAccount actor, ResultsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        var approvers = draft.Standing.Select(approval => approval.By).ToHashSet();
        var isFreeOther = draft.History.Accounts.Any(other => other.IsActive && other.Has(StaffRoles.Publisher) && !draft.History.AreOne(other.Id, actor.Id) && !Approved(other));
        return !actor.Has(StaffRoles.Publisher) ? "Chỉ người được giao công bố mới công bố kết quả."
            : WhyNotReady(draft)
            ?? (approvers.Count == 0 ? "Hội đồng thẩm định chưa thông qua kết quả này (đúng mã kết quả này)."
            : Approved(actor) ? OwnApproval
            : draft.Setup.Round.Decision is not { } decision ? "Chưa ghi quyết định công bố."
            : draft.History.AreOne(decision.By, actor.Id) && isFreeOther ? OwnDecision
            : null);

        bool Approved(StaffAccount person) => approvers.Any(by => draft.History.AreOne(by, person.Id));
    }

    /// <summary>Records that a member of the council approved exactly these results.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="digest">The digest the form showed.</param>
    /// <param name="note">What is said with it, or <c>null</c>.</param>
    /// <param name="minutes">The signed minutes, a PDF.</param>
    /// <param name="actor">Who approves.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it, or the results are no longer those shown.</exception>
    /// <exception cref="FileRefusedException">The minutes are no PDF, or too large.</exception>
    public async Task ApproveAsync(Guid roundId, string digest, string? note, BroughtFile minutes, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var draft = await DraftAsync(roundId, digest, draft => WhyNotApprove(actor, draft), cancel);
        var file = await files.KeepAsync(minutes.Content, minutes.Name, unitId: null, draft.Setup.Round.Year, actor, onlyPdf: true, cancel);
        var said = string.IsNullOrWhiteSpace(note) ? null : VietnameseText.Normalize(note);
        db.Add(new ResultsApproval(draft.Setup.Round, digest, actor.Id, clock.GetUtcNow().UtcDateTime, said, file.Id));
        await db.SaveAsync(draft.Setup.Round, actor, "Thông qua kết quả", part: null, cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>Records the decision that the results are announced by. No result changes, so no approval is void.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="words">Its number, days and signer.</param>
    /// <param name="announcesLater">Whether the person said that an announcement still to come is meant.</param>
    /// <param name="signed">The signed decision, a PDF; <c>null</c> keeps the one recorded before.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it: a decision of a day to come is none.</exception>
    /// <exception cref="FileRefusedException">The file is no PDF, or too large.</exception>
    public async Task DecideAsync(Guid roundId, DecisionWords words, bool announcesLater, BroughtFile? signed, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (date, announcedOn) = (words.Date, words.AnnouncedOn);
        var today = DateWriter.VietnameseDay(clock.GetUtcNow().UtcDateTime);
        if ((DecisionDays.WhyNotDecided(date, today) ?? (announcesLater ? null : DecisionDays.WhyNotAnnounced(announcedOn, today))) is { } early)
        {
            throw new RefusedException(early);
        }

        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var draft = await DraftAsync(roundId, digest: null, draft => WhyNotDecide(actor, draft), cancel);
        var round = draft.Setup.Round;
        var fileId = signed is null ? round.Decision?.FileId : (await files.KeepAsync(signed.Content, signed.Name, unitId: null, round.Year, actor, onlyPdf: true, cancel)).Id;
        var decision = new RoundDecision(VietnameseText.Normalize(words.Number), date, announcedOn, fileId, actor.Id, clock.GetUtcNow().UtcDateTime)
        {
            SignerPost = string.IsNullOrWhiteSpace(words.SignerPost) ? null : VietnameseText.Normalize(words.SignerPost),
        };
        round.Record(decision);
        await db.SaveAsync(round, actor, "Ghi quyết định công bố kết quả", decision.Number, cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>The results as they are inside the transaction, if nothing stands against the act and they are those shown.</summary>
    internal async Task<ResultsDraft> DraftAsync(Guid roundId, string? digest, Func<ResultsDraft, string?> whyNot, CancellationToken cancel)
    {
        var draft = await results.OfAsync(await rounds.ForChangeAsync(roundId, cancel), cancel);
        if (digest is not null && draft.Digest is { } own && own != digest)
        {
            throw new RefusedException(Changed);
        }

        return whyNot(draft) is { } reason ? throw new RefusedException(reason, isOfRights: reason is OwnApproval or OwnDecision) : draft;
    }

    private static string? WhyNotReady(ResultsDraft draft) =>
        draft.Setup.Round.State != RoundState.Closed ? NotClosed(draft)
            : !draft.IsSound ? "Còn nội dung phải xử lý trước khi thông qua và công bố; xem phần kiểm tra."
            : null;

    private static string NotClosed(ResultsDraft draft) => draft.Setup.Round.State == RoundState.Published
        ? "Kết quả của kỳ đánh giá này đã được công bố."
        : $"Kỳ đánh giá đang ở trạng thái “{RoundWords.Of(draft.Setup.Round.State)}”; kết quả được thông qua và công bố sau khi kết thúc chấm điểm.";
}
