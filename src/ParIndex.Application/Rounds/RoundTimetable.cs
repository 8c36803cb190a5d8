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
        return await ExtendAsync(await rounds.ForChangeAsync(roundId, cancel), participantId, new(step, until, VietnameseText.Normalize(reason)), untilText, stepName, actor, cancel);
    }

    /// <summary>Gives several units a later deadline for the step each is in, one after the other, as <see cref="ExtendAsync(Guid, Guid, RoundStep, DateTime, string, string, string, StaffAccount, CancellationToken)"/> does.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="steps">The step by the unit's place in the round.</param>
    /// <param name="until">Last instant, UTC.</param>
    /// <param name="untilText">The same as people read it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>Why a unit was refused, by its place in the round; the others were given it, or a second person is asked.</returns>
    /// <exception cref="RefusedException">The round is gone.</exception>
    public async Task<IReadOnlyDictionary<Guid, Refusal>> ExtendAsync(Guid roundId, IReadOnlyDictionary<Guid, RoundStep> steps, DateTime until, string untilText, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(actor);
        var (refusals, why) = (new Dictionary<Guid, Refusal>(), VietnameseText.Normalize(reason));
        RoundSetup? setup = null;
        foreach (var (participantId, step) in steps)
        {
            setup ??= await rounds.ForChangeAsync(roundId, cancel);
            try
            {
                await ExtendAsync(setup, participantId, new(step, until, why), untilText, RoundWords.Of(step), actor, cancel);
            }
            catch (RefusedException refused)
            {
                // What was not saved is not what the next one is saved with.
                db.ChangeTracker.Clear();
                (refusals[participantId], setup) = (refused.Refusal, null);
            }
        }

        return refusals;
    }

    /// <summary>Why a deadline of the unit is not extended so; <c>null</c> when nothing stands against it.</summary>
    /// <param name="round">The round.</param>
    /// <param name="participant">The unit's place in it.</param>
    /// <param name="step">The step.</param>
    /// <param name="until">Last instant, UTC, or <c>null</c> while none was entered.</param>
    /// <param name="now">Instant, UTC.</param>
    public static string? WhyNotExtend(Round round, Participant participant, RoundStep step, DateTime? until, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.DeadlineOf(step, participant) is not { } current ? $"Bước {RoundWords.InSentence(step)} chưa có thời hạn chung để gia hạn."
            : until <= current || until <= now ? "Thời hạn mới phải sau thời hạn hiện có của đơn vị và sau thời điểm này."
            : null;
    }

    /// <summary>Refuses an extension that extends nothing.</summary>
    internal static void RequireLater(Round round, Participant participant, RoundStep step, DateTime until, DateTime now) => RefusedException.ThrowIf(WhyNotExtend(round, participant, step, until, now));

    private async Task<bool> ExtendAsync(RoundSetup setup, Guid participantId, ExtensionPayload extension, string untilText, string stepName, StaffAccount actor, CancellationToken cancel)
    {
        setup.Round.RequireUnderWay();
        var participant = setup.Participants.FirstOrDefault(known => known.Participant.Id == participantId) ?? throw new RefusedException("Đơn vị này không tham gia kỳ đánh giá.");
        var now = clock.GetUtcNow().UtcDateTime;
        RequireLater(setup.Round, participant.Participant, extension.Step, extension.Until, now);
        var own = RoundRights.IsOwnUnit(actor, participant.Unit.Id);
        if (own)
        {
            db.Add(OwnUnitRequests.Extension(participant, extension, $"Gia hạn bước {VietnameseText.InSentence(stepName)} cho {participant.Name} đến {untilText}", actor, now));
        }
        else
        {
            participant.Participant.Extend(extension.Step, extension.Until, extension.Reason, actor.Id, now);
        }

        await db.SaveAsync(setup.Round, actor, own ? "Đề nghị gia hạn cho đơn vị mình trong kỳ đánh giá" : "Gia hạn cho đơn vị trong kỳ đánh giá", $"{participant.Name}, bước {VietnameseText.InSentence(stepName)} đến {untilText}", cancel);
        return own;
    }
}
