using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Scorecards;

/// <summary>What <see cref="TwoPersonAct.UnlockOwnUnit"/> carries out.</summary>
/// <param name="ScorecardId">The scorecard.</param>
/// <param name="Act">Reopen, or Return.</param>
/// <param name="Reason">Why.</param>
public sealed record UnlockPayload(Guid ScorecardId, ScorecardAct Act, string Reason);

/// <summary>
/// What takes effect on a scorecard only in the save in which a second person, of another unit than the one who asks
/// and than the scorecard's, agrees: unlocking, and an exemption after scoring was opened.
/// </summary>
public sealed class UnlockRequests(ParIndexDb db, ScorecardReader scorecards, TimeProvider clock)
{
    private const int MostSummary = 1000;

    private const int MostLegalBasis = 400;

    /// <summary>
    /// Asks to turn the proposal “Không áp dụng” of a leaf into a recorded exemption, the only thing that changes a
    /// scale. The cells stay as they are.
    /// </summary>
    /// <param name="id">The scorecard.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="leafId">The leaf.</param>
    /// <param name="reason">Why it does not apply.</param>
    /// <param name="legalBasis">The decision it rests on.</param>
    /// <param name="actor">The coordinator who asks.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Not a coordinator, no such proposal, too late, or somebody was faster.</exception>
    public async Task AskExemptionAsync(Guid id, Guid version, Guid leafId, string reason, string legalBasis, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var held = await ScorecardLock.HoldAsync(db, id, cancel);
        var folder = await scorecards.ForChangeOrRefuseAsync(id, cancel);
        RefusedException.ThrowIf(actor.Has(StaffRoles.Coordinator) ? null : "Chỉ cơ quan điều phối được đề nghị ghi nội dung không áp dụng.", isOfRights: true);
        ScorecardSave.RequireShown(version, folder.Card.Version);
        RefusedException.ThrowIf(WhyNotExempt(folder, leafId));
        var leaf = Proposals(actor, folder).FirstOrDefault(proposed => proposed.Id == leafId) ?? throw new RefusedException("Tiêu chí này không có đề nghị “Không áp dụng” nào.");
        var (why, basis) = (VietnameseText.Normalize(reason ?? ""), VietnameseText.Normalize(legalBasis ?? ""));
        RefusedException.ThrowIf(why.Length is 0 or > ScorecardSave.MostReason ? $"Ghi lý do không áp dụng, tối đa {ScorecardSave.MostReason} ký tự." : null);
        RefusedException.ThrowIf(basis.Length is 0 or > MostLegalBasis ? $"Ghi căn cứ pháp lý, tối đa {MostLegalBasis} ký tự." : null);
        var payload = JsonSerializer.Serialize(new ExemptionPayload([leaf.Id], why, basis));
        RefusedException.ThrowIf(await db.TwoPersonRequests.AnyAsync(request => request.State == TwoPersonState.Pending && request.Act == TwoPersonAct.ExemptAfterOpening && request.SubjectId == folder.Unit.Participant.Id && request.Payload.Contains(leaf.Id.ToString()), cancel)
            ? "Tiêu chí này đã có một đề nghị đang chờ người thứ hai."
            : null);
        db.Add(new TwoPersonRequest(TwoPersonAct.ExemptAfterOpening, folder.Unit.Participant.Id, payload, VietnameseText.Clip($"Ghi tiêu chí {leaf.Code} không áp dụng với {folder.Unit.Name} sau khi mở kỳ. Căn cứ: {basis}", MostSummary), why, actor.Id, clock.GetUtcNow().UtcDateTime));
        await db.SaveScorecardAsync(actor, $"Đề nghị ghi tiêu chí {leaf.Code} không áp dụng", folder, cancel);
        await held.CommitAsync(cancel);
    }

    /// <summary>The leaves that still apply and of which somebody, unit or appraiser, says that they do not, as far as the reader sees it.</summary>
    public static IEnumerable<Criterion> Proposals(StaffAccount reader, ScorecardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var seen = SeenStages.Of(reader, folder);
        return folder.Applicable.Where(leaf => folder.Card.Cells.Any(cell => cell.CriterionId == leaf.Id && seen.Has(cell.Stage) && cell.Answer.ProposesExemption(leaf)));
    }

    /// <summary>Requests about this scorecard that wait for the second person.</summary>
    public Task<List<TwoPersonRequest>> PendingAsync(ScorecardFolder folder, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return db.TwoPersonRequests.AsNoTracking().Where(request => request.State == TwoPersonState.Pending && request.SubjectId == folder.Unit.Participant.Id).OrderBy(request => request.RequestedAt).ToListAsync(cancel);
    }

    /// <summary>How the list of requests carries these acts out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The second person is of the scorecard's unit, or the rules refuse meanwhile.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        await ApplyAsync(db, request, clock.GetUtcNow().UtcDateTime, cancel);
    }

    /// <summary>What the second person should see of open requests, by key; without those whose scorecard is gone.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var participants = requests.Select(request => request.SubjectId).ToHashSet();
        var cards = await (from card in db.Scorecards
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           join round in db.Rounds on roundGroup.RoundId equals round.Id
                           where participants.Contains(participant.Id)
                           select new { card.ParticipantId, card.State, participant.UnitId, RoundId = round.Id, round.Title, round.Year }).ToDictionaryAsync(card => card.ParticipantId, cancel);
        var unitIds = cards.Values.Select(card => card.UnitId).ToHashSet();
        var units = await db.Units.AsNoTracking().Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        return requests.Where(request => cards.ContainsKey(request.SubjectId)).ToDictionary(request => request.Id, request =>
        {
            var card = cards[request.SubjectId];
            return new TwoPersonSubject(card.RoundId, card.Title, [new("Phiếu chấm điểm của", units[card.UnitId].NameIn(card.Year).Name), new("Bước hiện nay", ScorecardWords.Of(card.State))]);
        });
    }

    internal static TwoPersonRequest Request(ScorecardFolder folder, ScorecardAct act, string reason, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.UnlockOwnUnit, folder.Unit.Participant.Id, JsonSerializer.Serialize(new UnlockPayload(folder.Card.Id, act, reason)),
        VietnameseText.Clip($"{ScorecardWords.Of(act)}: {folder.Unit.Name}, năm {folder.Round.Year}", MostSummary), reason, actor.Id, at);

    internal static async Task<string?> WhyNotAskAsync(ParIndexDb db, ScorecardFolder folder, CancellationToken cancel) =>
        await db.TwoPersonRequests.AnyAsync(request => request.State == TwoPersonState.Pending && request.Act == TwoPersonAct.UnlockOwnUnit && request.SubjectId == folder.Unit.Participant.Id, cancel)
            ? "Phiếu chấm điểm này đã có một đề nghị đang chờ người thứ hai."
            : null;

    private static async Task ApplyAsync(ParIndexDb db, TwoPersonRequest request, DateTime now, CancellationToken cancel)
    {
        var id = await db.Scorecards.AsNoTracking().Where(card => card.ParticipantId == request.SubjectId).Select(card => (Guid?)card.Id).FirstOrDefaultAsync(cancel);
        var folder = await new ScorecardReader(db).ForChangeOrRefuseAsync(id ?? Guid.Empty, cancel);
        var decider = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.DecidedBy, cancel);
        RefusedException.ThrowIf(decider.UnitId is null || ScorecardRights.IsOwnUnit(decider, folder) ? "Người đồng ý phải thuộc đơn vị khác với đơn vị của phiếu chấm điểm." : null, isOfRights: true);
        RefusedException.ThrowIf(ScorecardRights.HasScored(decider, folder) ? "Người đã tự chấm điểm phiếu này cho đơn vị không đồng ý mở khoá, trả lại hay ghi không áp dụng, dù nay thuộc đơn vị khác." : null, isOfRights: true);
        if (request.Act == TwoPersonAct.ExemptAfterOpening)
        {
            var payload = JsonSerializer.Deserialize<ExemptionPayload>(request.Payload)!;
            foreach (var leafId in payload.Leaves)
            {
                RefusedException.ThrowIf(WhyNotExempt(folder, leafId));
                folder.Unit.Participant.ExemptAfterOpening(folder.Leaf(leafId)!, payload.Reason, payload.LegalBasis, request.RequestedBy, now);
            }

            // So that a move shown before is refused, and one that races the exemption meets it.
            db.Entry(folder.Card).Property(card => card.Version).IsModified = true;
        }
        else
        {
            var payload = JsonSerializer.Deserialize<UnlockPayload>(request.Payload)!;
            RefusedException.ThrowIf(folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen : null);
            RefusedException.ThrowIf(ScorecardRules.Target(folder.Card.State, payload.Act) is null ? ScorecardWords.NoSuchMove(folder.Card.State, payload.Act) : null);
            folder.Card.Move(payload.Act, folder.Set.Leaves, request.RequestedBy, now, payload.Reason);
            await ScorecardNotices.TellAsync(db, folder, payload.Act, request.RequestedBy, payload.Reason, now, cancel);
        }

        // The end of scoring looks at every scorecard and changes only the round: the two must meet.
        db.Entry(folder.Round).Property(round => round.Version).IsModified = true;
    }

    private static string? WhyNotExempt(ScorecardFolder folder, Guid leafId) =>
        folder.Round.State != RoundState.Open ? ScorecardWords.RoundNotOpen
        : folder.Card.State == ScorecardState.Agreed ? "Phiếu chấm điểm đã thống nhất; mở khoá phiếu trước khi ghi nội dung không áp dụng."
        : folder.Leaf(leafId) is not { } leaf ? "Tiêu chí không thuộc bộ tiêu chí của phiếu chấm điểm."
        : folder.Unit.Participant.Exemptions.Any(known => known.CriterionId == leafId) ? $"Tiêu chí {leaf.Code} đã được ghi là không áp dụng."
        : null;
}
