using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Releases;

/// <summary>
/// Records the order that the council decided among units of exactly the same index, between the end of scoring and
/// publication. It is part of the results: the digest changes, so what was approved before is void, and another person publishes.
/// </summary>
public sealed class TieDeciding(ParIndexDb db, RoundReader rounds, RoundResults results, TimeProvider clock)
{
    /// <summary>Why the person may not decide about these units now, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="draft">The results as they stand.</param>
    /// <param name="slug">The group.</param>
    /// <param name="units">Codes of the units.</param>
    public static string? WhyNot(StaffAccount actor, ResultsDraft draft, string slug, IReadOnlyCollection<string> units)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(draft);
        return !actor.Has(StaffRoles.CouncilMember) ? "Chỉ thành viên Hội đồng thẩm định ghi thứ tự khi cùng chỉ số."
            : draft.Setup.Round.State != RoundState.Closed ? "Thứ tự khi cùng chỉ số chỉ được ghi từ khi kết thúc chấm điểm đến trước khi công bố kết quả."
            : draft.Setup.Group(slug)?.Participants.FirstOrDefault(unit => units.Contains(unit.Unit.Code) && RoundRights.IsOwnUnit(actor, unit.Unit.Id)) is { } own
                ? $"{own.Name} là đơn vị mình: thứ tự do thành viên Hội đồng thuộc đơn vị khác ghi."
            : null;
    }

    /// <summary>Records an order in place of one of the same units.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="version">The round's version as the form showed it.</param>
    /// <param name="units">Codes of the units, the first placed first.</param>
    /// <param name="basis">What says so.</param>
    /// <param name="date">Its day.</param>
    /// <param name="actor">Who records it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it, these units share no index, the day has not come, or somebody was faster.</exception>
    public async Task DecideAsync(Guid roundId, string slug, Guid version, IReadOnlyList<string> units, string basis, DateOnly date, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var now = clock.GetUtcNow().UtcDateTime;
        RefusedException.ThrowIf(DecisionDays.WhyNotDecided(date, DateWriter.VietnameseDay(now)));
        var decision = new TieDecision(units, basis, date, actor.Id, now);
        await ChangeAsync(roundId, slug, version, units, $"Ghi thứ tự khi cùng chỉ số ({decision.Basis})", actor, (group, ties) =>
        {
            RefusedException.ThrowIf(ties.Of.Any(tie => decision.IsAbout(tie.Units)) ? null : "Các đơn vị này không còn cùng chỉ số; xem lại kết quả hiện nay.");
            group.Decide(decision);
        }, cancel);
    }

    /// <summary>Takes a recorded order back, whether it still decides something or not.</summary>
    /// <inheritdoc cref="DecideAsync" path="/param" />
    /// <exception cref="RefusedException">Something stands against it, there is no such order, or somebody was faster.</exception>
    public Task WithdrawAsync(Guid roundId, string slug, Guid version, IReadOnlyList<string> units, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(actor);
        return ChangeAsync(roundId, slug, version, units, "Bỏ thứ tự khi cùng chỉ số", actor, (group, _) =>
        {
            RefusedException.ThrowIf(group.TieDecisions.Any(decision => decision.IsAbout(units)) ? null : RoundWords.Conflict);
            group.WithdrawDecision(units);
        }, cancel);
    }

    private async Task ChangeAsync(Guid roundId, string slug, Guid version, IReadOnlyList<string> units, string verb, StaffAccount actor, Action<RoundGroup, GroupTies> change, CancellationToken cancel)
    {
        await using var held = await RoundLock.HoldAsync(db, roundId, cancel);
        var draft = await results.OfAsync(await rounds.ForChangeAsync(roundId, cancel), cancel);
        var group = draft.Setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        RefusedException.ThrowIf(WhyNot(actor, draft, slug, units), isOfRights: draft.Setup.Round.State == RoundState.Closed);
        change(group.Group, draft.Ties.GetValueOrDefault(slug) ?? new([], []));
        db.Entry(draft.Setup.Round).Property(round => round.Version).OriginalValue = version;
        db.Entry(draft.Setup.Round).Property(round => round.Version).IsModified = true;
        await db.SaveAsync(draft.Setup.Round, actor, verb, $"khối {slug}, {string.Join(", ", units)}", cancel);
        await held.CommitAsync(cancel);
    }
}
