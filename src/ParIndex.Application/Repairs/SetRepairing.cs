using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Outbox;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Repairs;

/// <summary>
/// Repairs a fault of a criteria set after scoring was opened: one person asks, another agrees, both with the effect in sight.
/// The preview is the act itself, not saved. What is published already is never repaired: that is a correction of the release.
/// </summary>
public sealed class SetRepairing(ParIndexDb db, TimeProvider clock)
{
    /// <summary>Longest reason.</summary>
    public const int MostReason = 1000;

    private const string NoRound = "Bộ tiêu chí này không thuộc kỳ đánh giá nào đang mở hoặc đã kết thúc chấm điểm, nên không có gì để sửa chữa.";

    private const string IsPublished = "Kết quả theo bộ tiêu chí này đã được công bố; thay đổi phải theo quy trình đính chính.";

    private const string WasChanged = "Bộ tiêu chí đã được sửa từ khi mở trang hoặc gửi đề nghị này; xem lại ảnh hưởng rồi thực hiện lại.";

    /// <summary>Why the set cannot be repaired now, in Vietnamese; <c>null</c> when it can.</summary>
    public static async Task<string?> WhyNotAsync(ParIndexDb db, CriteriaSet set, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(set);
        if (set.LockedAt is null)
        {
            return "Bộ tiêu chí chưa khoá: sửa trực tiếp, không cần đề nghị.";
        }

        return WhyNot(await StatesAsync(db, set.Id, cancel));
    }

    /// <inheritdoc cref="WhyNotAsync(ParIndexDb, CriteriaSet, CancellationToken)" />
    public Task<string?> WhyNotAsync(CriteriaSet set, CancellationToken cancel = default) => WhyNotAsync(db, set, cancel);

    /// <summary>The request about a set that waits for the second person, with what it asks for; or <c>null</c>.</summary>
    public async Task<(TwoPersonRequest Request, RepairPayload Payload)?> PendingAsync(Guid setId, CancellationToken cancel = default) =>
        await db.TwoPersonRequests.AsNoTracking().FirstOrDefaultAsync(request => request.State == TwoPersonState.Pending && request.Act == TwoPersonAct.RepairSet && request.SubjectId == setId, cancel) is { } request
            ? (request, PayloadOf(request))
            : null;

    /// <summary>What the repair would do now, as one reader sees it. Nothing is saved.</summary>
    /// <exception cref="RefusedException">The repair would not hold: nothing changes, or the rule does not fit the maximum.</exception>
    public async Task<RepairEffect> EffectAsync(Guid setId, RepairPayload payload, string reason, StaffAccount reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var scene = await SceneAsync(db, setId, track: false, cancel);
        return Apply(scene, setId, payload, reason, clock.GetUtcNow().UtcDateTime).SeenFrom(reader.UnitId);
    }

    /// <summary>Asks for a repair, which a second person must agree to.</summary>
    /// <exception cref="RefusedException">Not a coordinator, too late, asked already, changed meanwhile, or the repair would not hold.</exception>
    public async Task AskAsync(CriteriaSet set, RepairPayload payload, string reason, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(actor);
        RefusedException.ThrowIf(actor.Has(StaffRoles.Coordinator) ? null : "Chỉ cơ quan điều phối được đề nghị sửa bộ tiêu chí sau khi mở kỳ đánh giá.", isOfRights: true);
        RefusedException.ThrowIf(await WhyNotAsync(set, cancel));
        var why = VietnameseText.Normalize(reason);
        RefusedException.ThrowIf(why.Length is 0 or > MostReason ? $"Ghi lý do, tối đa {MostReason} ký tự." : null);
        RefusedException.ThrowIf(await PendingAsync(set.Id, cancel) is not null ? "Bộ tiêu chí này đã có một đề nghị sửa đang chờ người thứ hai." : null);
        RefusedException.ThrowIf(payload.SetVersion != set.Version ? WasChanged : null);
        var effect = await EffectAsync(set.Id, payload, why, actor, cancel);
        RefusedException.ThrowIf(effect.WhyNot);
        var summary = VietnameseText.Clip($"Sửa tiêu chí {effect.Repair.Code} của {set.Title} sau khi mở kỳ: {string.Join("; ", effect.Repair.Changes)}", 1000);
        db.Add(new TwoPersonRequest(TwoPersonAct.RepairSet, set.Id, JsonSerializer.Serialize(payload), summary, why, actor.Id, clock.GetUtcNow().UtcDateTime));
        // The request names the set's version: of two that were asked for at once, the second agreed to is refused.
        await db.SaveAsync(actor, "Đề nghị sửa bộ tiêu chí sau khi mở kỳ", $"{set.Title}: {effect.Repair.Code}", cancel);
    }

    /// <summary>How the repair is carried out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">Too late, changed meanwhile, or the repair would no longer hold.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var (payload, now) = (PayloadOf(request), clock.GetUtcNow().UtcDateTime);
        var scene = await SceneAsync(db, request.SubjectId, track: true, cancel);
        var set = scene.Set(request.SubjectId);
        RefusedException.ThrowIf(await WhyNotAsync(db, set, cancel));
        RefusedException.ThrowIf(payload.SetVersion != set.Version ? WasChanged : null);
        var effect = Apply(scene, request.SubjectId, payload, request.Reason, now);
        RefusedException.ThrowIf(effect.WhyNot);
        db.Entry(set).Property(changed => changed.Version).IsModified = true;
        db.Entry(scene.Setup.Round).Property(round => round.Version).IsModified = true;
        // Every answer to the node meets the repair: who is typing one reads the set again.
        foreach (var cell in scene.Cards.SelectMany(card => card.Cells).Where(cell => cell.CriterionId == payload.NodeId))
        {
            db.Entry(cell).Property(changed => changed.Version).IsModified = true;
        }

        var cards = scene.Cards.ToDictionary(card => card.ParticipantId, card => card.Id);
        var told = scene.Participants(request.SubjectId).Where(unit => cards.ContainsKey(unit.Participant.Id))
            .Select(unit => new NoticeSubject(unit.Unit.Id, unit.Name, scene.Setup.Round.Title, cards[unit.Participant.Id]) { Detail = effect.Repair.Line }).ToList();
        await WorkNotices.TellOfficersAsync(db, NoticeKind.Repaired, told, now, cancel);
    }

    /// <summary>What the second person sees: the change, and how much it moves; the page of the set's repairs shows it unit by unit.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var subjects = new Dictionary<Guid, TwoPersonSubject>();
        foreach (var request in requests)
        {
            if ((await StatesAsync(db, request.SubjectId, cancel)).Find(IsRepairable) is { } round)
            {
                subjects[request.Id] = new(round.Id, round.Title, []);
            }
        }

        return subjects;
    }

    private static bool IsRepairable(Round round) => round.State is RoundState.Open or RoundState.Closed;

    private static string? WhyNot(List<Round> rounds) => rounds.Exists(round => round.State == RoundState.Published) ? IsPublished : rounds.Exists(IsRepairable) ? null : NoRound;

    private static RepairPayload PayloadOf(TwoPersonRequest request) => JsonSerializer.Deserialize<RepairPayload>(request.Payload)!;

    /// <summary>The act itself, on what was read.</summary>
    private static RepairEffect Apply(Scene scene, Guid setId, RepairPayload payload, string reason, DateTime at)
    {
        var set = scene.Set(setId);
        var node = set.Criteria.FirstOrDefault(known => known.Id == payload.NodeId) ?? throw new RefusedException("Tiêu chí này không còn trong bộ tiêu chí.");
        var (before, counted) = (scene.Standings(setId), scene.Cards.ToDictionary(card => card.Id, card => card.Scores.Counting(node) is not null));
        var held = scene.Cards.Where(SeenStages.AreHeldBack).Select(card => card.Id).ToHashSet();
        var repair = set.Repair(node, payload.Content(node), reason, at);
        var fitted = set.IsLeaf(node) ? scene.Cards.ToDictionary(card => card.Id, card => card.Fit(node)) : [];
        var after = scene.Standings(setId);
        var cards = scene.Cards.ToDictionary(card => card.ParticipantId);
        return new(repair, scene.Setup.Round.Id, scene.Setup.Round.Title, scene.Participants(setId).Count(), [
            .. from unit in scene.Participants(setId)
               where cards.ContainsKey(unit.Participant.Id)
               let card = cards[unit.Participant.Id]
               let line = new RepairLine(unit.Unit.Id, unit.Name, card.Id, before[unit.Unit.Code], after[unit.Unit.Code], fitted.GetValueOrDefault(card.Id) ?? [])
               {
                   Blocks = card.State == ScorecardState.Agreed && counted[card.Id] && card.Scores.Counting(node) is null,
                   IsHeldBack = held.Contains(card.Id),
               }
               where line.Changes
               select line,
        ]);
    }

    private static async Task<List<Round>> StatesAsync(ParIndexDb db, Guid setId, CancellationToken cancel) =>
        await db.Rounds.AsNoTracking().Where(round => round.Groups.Any(group => group.CriteriaSetId == setId)).ToListAsync(cancel);

    private static async Task<Scene> SceneAsync(ParIndexDb db, Guid setId, bool track, CancellationToken cancel)
    {
        var rounds = await StatesAsync(db, setId, cancel);
        var round = WhyNot(rounds) is { } reason ? throw new RefusedException(reason) : rounds.Find(IsRepairable)!;
        var reader = new RoundReader(db);
        var setup = track ? await reader.ForChangeAsync(round.Id, cancel) : (await reader.FindAsync(round.Id, cancel))!;
        var participants = setup.Participants.Select(unit => unit.Participant.Id).ToList();
        var cards = db.Scorecards.Include(card => card.Cells).Where(card => participants.Contains(card.ParticipantId));
        return new(setup, await (track ? cards.AsTracking() : cards.AsNoTracking()).ToListAsync(cancel));
    }

    /// <summary>The round that uses the set, with its scorecards.</summary>
    private sealed record Scene(RoundSetup Setup, IReadOnlyList<Scorecard> Cards)
    {
        public CriteriaSet Set(Guid setId) => Setup.Groups.First(group => group.Set?.Id == setId).Set!;

        public IEnumerable<ParticipantSetup> Participants(Guid setId) => Setup.Groups.Where(group => group.Set?.Id == setId).SelectMany(group => group.Participants);

        public IReadOnlyDictionary<string, RepairStanding> Standings(Guid setId)
        {
            var year = AssessedYear.Of(Setup.Round, Setup.Groups.Select(group => group.UnitGroup), Setup.Groups.Select(group => group.Set!).DistinctBy(set => set.Id), Setup.Participants.Select(unit => unit.Unit).DistinctBy(unit => unit.Id), Cards);
            return year.Groups.Where(group => group.CriteriaSet.Id == setId)
                .SelectMany(group => IndexCalculator.Calculate(group.Units.Select(unit => unit.Totals), group.Rules))
                .ToDictionary(result => result.Totals.UnitCode, RepairStanding.Of);
        }
    }
}
