using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>Moves a round from state to state; each move is a row with who, when and why.</summary>
public sealed class RoundWorkflow(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>What the round lacks at this hour, and what is unusual of it.</summary>
    public async Task<IReadOnlyList<OpeningFinding>> FindingsAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return OpeningChecks.Of(setup, await rounds.YearBeforeAsync(setup.Round, cancel), clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>
    /// Opens the round: locks the criteria sets and gives every unit a scorecard with a cell for each leaf it scores
    /// itself, in one save.
    /// </summary>
    /// <param name="roundId">The round.</param>
    /// <param name="stamp">The <see cref="RoundSetup.Stamp"/> of what the confirmation showed.</param>
    /// <param name="note">Why, or on what basis.</param>
    /// <param name="actor">Who opens.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not allowed from this state or for this role, something is missing, or the round is no longer what was shown.</exception>
    public async Task OpenAsync(Guid roundId, string stamp, string note, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        // The state first: scoring again after its end is another act, with other rights.
        setup.Round.RequireDraft();
        Check(setup.Round, RoundState.Open, actor);
        if (setup.Stamp != stamp)
        {
            throw new RefusedException("Kỳ đánh giá hoặc bộ tiêu chí đã thay đổi từ khi mở trang này. Xem lại nội dung dưới đây rồi xác nhận.");
        }

        if (OpeningChecks.Of(setup, before: null, clock.GetUtcNow().UtcDateTime).Any(finding => finding.Blocks))
        {
            throw new RefusedException("Chưa mở được kỳ đánh giá vì còn nội dung thiếu.");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var opened = new List<NoticeSubject>();
        setup.Round.Move(RoundState.Open, actor.Id, now, VietnameseText.Normalize(note));
        foreach (var group in setup.Groups)
        {
            group.Set!.Lock(now);
            foreach (var participant in group.Participants)
            {
                var scorecard = new Scorecard(participant.Participant);
                scorecard.OpenSelfScore(participant.Sheet!);
                db.Add(scorecard);
                opened.Add(new(participant.Unit.Id, participant.Name, setup.Round.Title, scorecard.Id) { Until = setup.Round.DeadlineOf(RoundStep.SelfScore, participant.Participant) });
            }
        }

        await WorkNotices.TellOfficersAsync(db, NoticeKind.Opened, opened, now, cancel);

        await db.SaveAsync(setup.Round, actor, "Mở kỳ đánh giá", part: null, cancel);
    }

    /// <summary>Any other move: ends scoring, scores again. Giving up is <see cref="RoundCancellation"/>'s.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="to">The state to reach.</param>
    /// <param name="version">The round's version as the form showed it.</param>
    /// <param name="note">Why.</param>
    /// <param name="actor">Who moves it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not allowed from this state or for this role, scoring has not ended everywhere, or somebody was faster.</exception>
    public async Task MoveAsync(Guid roundId, RoundState to, Guid version, string note, StaffAccount actor, CancellationToken cancel = default)
    {
        if (to == RoundState.Closed)
        {
            await CloseAsync(roundId, version, note, actor, cancel);
            return;
        }

        var setup = await rounds.ForChangeAsync(roundId, cancel);
        Check(setup.Round, to, actor);
        if (setup.Round.IsDraft && to == RoundState.Open)
        {
            throw new RefusedException("Kỳ dự thảo được mở tại trang mở kỳ, sau khi đã kiểm tra.");
        }

        if (to == RoundState.Cancelled)
        {
            throw new RefusedException("Kỳ đánh giá được hủy ở mục “Hủy kỳ đánh giá” của trang này: ghi năm đánh giá và lý do; kỳ đang mở cần người thứ hai đồng ý.");
        }

        if (to == RoundState.Published)
        {
            throw new RefusedException("Kết quả được công bố tại trang kết quả, sau khi Hội đồng đã thông qua.");
        }

        await SaveMoveAsync(setup, to, version, note, actor, cancel);
    }

    /// <summary>Ends scoring: with every scorecard at rest, so that none moves between the look and the save.</summary>
    private async Task CloseAsync(Guid roundId, Guid version, string note, StaffAccount actor, CancellationToken cancel)
    {
        var ids = await db.Scorecards.Where(card => db.Rounds.Any(round => round.Id == roundId && round.Groups.Any(group => group.Participants.Any(participant => participant.Id == card.ParticipantId)))).Select(card => card.Id).ToListAsync(cancel);
        await using var held = await ScorecardLock.HoldAsync(db, ids, cancel);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        Check(setup.Round, RoundState.Closed, actor);
        var cards = await db.Scorecards.AsNoTracking().Include(card => card.Cells.Where(cell => cell.Stage == ScoreStage.Survey)).Where(card => ids.Contains(card.Id)).ToListAsync(cancel);
        if (ClosingChecks.WhyNot(setup, cards) is { } reason)
        {
            throw new RefusedException(reason);
        }

        await SaveMoveAsync(setup, RoundState.Closed, version, note, actor, cancel);
        await held.CommitAsync(cancel);
    }

    private async Task SaveMoveAsync(RoundSetup setup, RoundState to, Guid version, string note, StaffAccount actor, CancellationToken cancel)
    {
        var act = RoundWords.Of(setup.Round.State, to);
        setup.Round.Move(to, actor.Id, clock.GetUtcNow().UtcDateTime, VietnameseText.Normalize(note));
        db.Entry(setup.Round).Property(round => round.Version).OriginalValue = version;
        await db.SaveAsync(setup.Round, actor, act, part: null, cancel);
    }

    private static void Check(Round round, RoundState to, StaffAccount actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!RoundRules.Allows(round.State, to))
        {
            throw new RefusedException($"Kỳ đánh giá đang ở trạng thái “{RoundWords.Of(round.State)}”, không chuyển sang “{RoundWords.Of(to)}” được.");
        }

        if (!RoundRights.MayMove(actor.Roles, round.State, to))
        {
            throw new RefusedException($"Vai trò của tài khoản này không được {VietnameseText.InSentence(RoundWords.Of(round.State, to))}.", isOfRights: true);
        }
    }
}
