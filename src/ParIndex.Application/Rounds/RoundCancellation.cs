using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>
/// Giving up a round, and taking it back within <see cref="RoundRules.Restorable"/>. A draft, which nobody works in yet,
/// is its coordinator's alone; with an open round, whose scoring stops or goes on for every unit, both need a second
/// person: what two people ended is not for one to undo.
/// </summary>
public sealed class RoundCancellation(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    private const int LongestNote = 1000;

    private const int LongestRemark = 300;

    /// <summary>Whether somebody with these roles may ask to give the round up.</summary>
    public static bool MayCancel(StaffRoles roles, Round round)
    {
        ArgumentNullException.ThrowIfNull(round);
        return RoundRights.MayMove(roles, round.State, RoundState.Cancelled);
    }

    /// <summary>Whether somebody with these roles may ask to take the round back at this instant.</summary>
    public static bool MayRestore(StaffRoles roles, Round round, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return (roles & StaffRoles.Coordinator) != StaffRoles.None && now <= round.RestorableUntil;
    }

    /// <summary>Gives a draft up, or asks a second person to give an open round up.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="year">The year assessed as the person typed it, so that no other round is meant.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether a second person must agree first.</returns>
    /// <exception cref="RefusedException">Not in this state, not for this role, another year, asked already, or somebody was faster.</exception>
    public async Task<bool> CancelAsync(Guid roundId, Guid version, string year, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        var round = setup.Round;
        RequireCancellable(round);
        RequireCoordinator(actor, "hủy kỳ đánh giá");
        if (!IsYear(round, year))
        {
            throw new RefusedException($"Năm ghi để xác nhận không phải là năm đánh giá của kỳ này ({round.Year}).");
        }

        db.Entry(round).Property(r => r.Version).OriginalValue = version;
        var why = VietnameseText.Normalize(reason);
        if (round.IsDraft)
        {
            round.Move(RoundState.Cancelled, actor.Id, clock.GetUtcNow().UtcDateTime, why);
            await db.SaveAsync(round, actor, "Hủy kỳ đánh giá", part: null, cancel);
            return false;
        }

        await AskAsync(setup, TwoPersonAct.CancelRound, $"Hủy kỳ đánh giá đang mở: {Named(round)}", why, actor, "Đề nghị hủy kỳ đánh giá", cancel);
        return true;
    }

    /// <summary>Takes a cancelled draft back, or asks a second person to take back a round that was open.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether a second person must agree first.</returns>
    /// <exception cref="RefusedException">Not cancelled, too late, not for this role, another round took its place, asked already, or somebody was faster.</exception>
    public async Task<bool> RestoreAsync(Guid roundId, Guid version, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        var (round, now) = (setup.Round, clock.GetUtcNow().UtcDateTime);
        await RequireRestorableAsync(db, round, now, cancel);
        RequireCoordinator(actor, "khôi phục kỳ đánh giá");
        db.Entry(round).Property(r => r.Version).OriginalValue = version;
        var why = VietnameseText.Normalize(reason);
        if (round.Cancellation!.From == RoundState.Draft)
        {
            round.Restore(actor.Id, now, why);
            await db.SaveAsync(round, actor, "Khôi phục kỳ đánh giá dự thảo", part: null, cancel);
            return false;
        }

        await AskAsync(setup, TwoPersonAct.RestoreRound, $"Khôi phục kỳ đánh giá đã hủy: {Named(round)}", why, actor, "Đề nghị khôi phục kỳ đánh giá", cancel);
        return true;
    }

    /// <summary>Whether what was typed is the year of the round.</summary>
    public static bool IsYear(Round round, string? typed)
    {
        ArgumentNullException.ThrowIfNull(round);
        return (typed ?? "").Trim() == round.Year.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>How both acts are carried out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The rules of the round refuse meanwhile.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var setup = await new RoundReader(db).ForChangeAsync(request.SubjectId, cancel);
        var (round, now) = (setup.Round, clock.GetUtcNow().UtcDateTime);
        var second = await db.StaffAccounts.Where(account => account.Id == request.DecidedBy).Select(account => account.FullName).SingleAsync(cancel);
        var note = $"{request.Reason} Người thứ hai đồng ý: {second}.";
        note = VietnameseText.Clip(note, LongestNote);
        if (request.Act == TwoPersonAct.CancelRound)
        {
            RequireCancellable(round);
            round.Move(RoundState.Cancelled, request.RequestedBy, now, note);
        }
        else
        {
            await RequireRestorableAsync(db, round, now, cancel);
            round.Restore(request.RequestedBy, now, note);
        }
    }

    /// <summary>What the second person sees: which round, and what ends or goes on with it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var subjects = new Dictionary<Guid, TwoPersonSubject>();
        foreach (var request in requests)
        {
            if (await new RoundReader(db).FindAsync(request.SubjectId, cancel) is { } setup)
            {
                subjects[request.Id] = new(setup.Round.Id, setup.Round.Title, [.. await FactsAsync(db, setup, cancel), .. await RemarksAsync(db, request, cancel)]);
            }
        }

        return subjects;
    }

    /// <summary>How much work stands in the round: units, and how many have handed in.</summary>
    public static async Task<string> WorkAsync(ParIndexDb db, RoundSetup setup, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(setup);
        var participants = setup.Participants.Select(unit => unit.Participant.Id).ToList();
        var states = await db.Scorecards.Where(card => participants.Contains(card.ParticipantId)).Select(card => card.State).ToListAsync(cancel);
        return $"{NumberWriter.VietnameseCount(participants.Count)} đơn vị, {NumberWriter.VietnameseCount(states.Count(state => state != ScorecardState.SelfScoring))} đơn vị đã nộp phiếu";
    }

    /// <summary>What the public said that the request follows from.</summary>
    private static async Task<IEnumerable<TwoPersonFact>> RemarksAsync(ParIndexDb db, TwoPersonRequest request, CancellationToken cancel)
    {
        var remarks = await db.PublicRemarks.AsNoTracking().Where(remark => remark.RequestId == request.Id).OrderBy(remark => remark.Id).ToListAsync(cancel);
        var units = remarks.Select(remark => remark.UnitCode).ToList();
        var names = await db.Units.AsNoTracking().Where(unit => units.Contains(unit.Code)).ToDictionaryAsync(unit => unit.Code, unit => unit.CurrentName.Name, cancel);
        return remarks.Select(remark => new TwoPersonFact(
            "Theo góp ý của công chúng",
            $"{names.GetValueOrDefault(remark.UnitCode ?? "", "Cả bản công bố")}{(remark.CriterionCode is { } code ? $", tiêu chí {code}" : "")}: “{VietnameseText.Clip(VietnameseText.Normalize(remark.Text), LongestRemark)}”"));
    }

    private static async Task<IEnumerable<TwoPersonFact>> FactsAsync(ParIndexDb db, RoundSetup setup, CancellationToken cancel)
    {
        var round = setup.Round;
        List<TwoPersonFact> facts =
        [
            new("Năm, cơ quan đánh giá", $"{round.Year}, {round.Authority}"),
            new("Trạng thái hiện nay", RoundWords.Of(round.State)),
            new("Đang có", await WorkAsync(db, setup, cancel)),
        ];
        if (round.RestorableUntil is { } until)
        {
            facts.Add(new("Trở lại trạng thái", RoundWords.Of(round.Cancellation!.From)));
            facts.Add(new("Khôi phục được đến", Text: null, until));
        }

        return facts;
    }

    private async Task AskAsync(RoundSetup setup, TwoPersonAct act, string summary, string why, StaffAccount actor, string told, CancellationToken cancel)
    {
        if (setup.Pending.Any(request => request.Act == act && request.SubjectId == setup.Round.Id))
        {
            throw new RefusedException("Đã có một đề nghị như vậy đang chờ người thứ hai đồng ý.");
        }

        db.Add(new TwoPersonRequest(act, setup.Round.Id, "{}", VietnameseText.Clip(summary, LongestNote), why, actor.Id, clock.GetUtcNow().UtcDateTime));
        // With the round's version renewed, so that of two who ask at once one is told.
        await db.SaveAsync(setup.Round, actor, told, part: null, cancel);
    }

    private static void RequireCoordinator(StaffAccount actor, string what)
    {
        if (!actor.Has(StaffRoles.Coordinator))
        {
            throw new RefusedException($"Vai trò của tài khoản này không được {what}.", isOfRights: true);
        }
    }

    private static void RequireCancellable(Round round)
    {
        if (!RoundRules.Allows(round.State, RoundState.Cancelled))
        {
            throw new RefusedException($"Kỳ đánh giá đang ở trạng thái “{RoundWords.Of(round.State)}”, không hủy được.");
        }
    }

    private static async Task RequireRestorableAsync(ParIndexDb db, Round round, DateTime now, CancellationToken cancel)
    {
        if (round.RestorableUntil is not { } until)
        {
            throw new RefusedException($"Kỳ đánh giá đang ở trạng thái “{RoundWords.Of(round.State)}”, không có gì để khôi phục.");
        }

        if (now > until)
        {
            throw new RefusedException($"Kỳ đánh giá đã hủy quá {NumberWriter.VietnameseCount(RoundRules.Restorable.Days)} ngày (đến {DateWriter.VietnameseDeadline(until)}), không khôi phục được nữa.");
        }

        if (await db.Rounds.AnyAsync(other => other.Id != round.Id && other.Year == round.Year && other.Authority == round.Authority && other.State != RoundState.Cancelled, cancel))
        {
            throw new RefusedException($"{round.Authority} đã lập kỳ đánh giá khác của năm {round.Year}; mỗi cơ quan có một kỳ trong một năm.");
        }
    }

    private static string Named(Round round) => $"{round.Title}, năm {round.Year}, {round.Authority}";
}
