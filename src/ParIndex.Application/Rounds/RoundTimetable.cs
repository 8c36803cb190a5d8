using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>Until when each step runs, for all and for one unit.</summary>
public sealed class RoundTimetable(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>Sets the deadlines of all steps; one that is not named has none yet.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">The round's version as the form showed it.</param>
    /// <param name="deadlines">Last instants by step, UTC.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">The round is over, a step of an open round is left without deadline, the order is wrong, or somebody was faster.</exception>
    public async Task SetAsync(Guid roundId, Guid version, IReadOnlyDictionary<RoundStep, DateTime> deadlines, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(deadlines);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireUnderWay();
        if (!setup.Round.IsDraft && deadlines.Count < Enum.GetValues<RoundStep>().Length)
        {
            throw new RefusedException("Kỳ đánh giá đã mở: mọi bước phải có thời hạn.");
        }

        setup.Round.SetDeadlines(deadlines);
        db.Entry(setup.Round).Property(round => round.Version).OriginalValue = version;
        await db.SaveAsync(setup.Round, actor, "Đặt thời hạn các bước của kỳ đánh giá", part: null, cancel);
    }

    /// <summary>Gives one unit a later deadline; for the actor's own unit it becomes a request.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="participantId">The unit's place in the round.</param>
    /// <param name="step">The step.</param>
    /// <param name="until">Last instant, UTC; later than what the unit has.</param>
    /// <param name="untilText">The same as people read it, for the request.</param>
    /// <param name="stepName">The step's name, for the request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Whether a second person must agree first.</returns>
    /// <exception cref="RefusedException">The round is over, the step has no deadline, or the new one is not later.</exception>
    public async Task<bool> ExtendAsync(Guid roundId, Guid participantId, RoundStep step, DateTime until, string untilText, string stepName, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireUnderWay();
        var participant = setup.Participants.FirstOrDefault(known => known.Participant.Id == participantId) ?? throw new RefusedException("Đơn vị này không tham gia kỳ đánh giá.");
        var now = clock.GetUtcNow().UtcDateTime;
        RequireLater(setup.Round, participant.Participant, step, until, now);
        var why = VietnameseText.Normalize(reason);
        var own = RoundRights.IsOwnUnit(actor, participant.Unit.Id);
        if (own)
        {
            db.Add(OwnUnitRequests.Extension(participant, new(step, until, why), $"Gia hạn bước {VietnameseText.InSentence(stepName)} cho {participant.Name} đến {untilText}", actor, now));
        }
        else
        {
            participant.Participant.Extend(step, until, why, actor.Id, now);
        }

        await db.SaveAsync(setup.Round, actor, own ? "Đề nghị gia hạn cho đơn vị mình trong kỳ đánh giá" : "Gia hạn cho đơn vị trong kỳ đánh giá", $"{participant.Name}, bước {VietnameseText.InSentence(stepName)} đến {untilText}", cancel);
        return own;
    }

    /// <summary>Refuses an extension that extends nothing.</summary>
    internal static void RequireLater(Round round, Participant participant, RoundStep step, DateTime until, DateTime now)
    {
        var current = round.DeadlineOf(step, participant) ?? throw new RefusedException($"Bước {RoundWords.InSentence(step)} chưa có thời hạn chung để gia hạn.");
        if (until <= current || until <= now)
        {
            throw new RefusedException("Thời hạn mới phải sau thời hạn hiện có của đơn vị và sau thời điểm này.");
        }
    }
}
