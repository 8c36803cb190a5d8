using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>What <see cref="TwoPersonAct.ExemptOwnUnit"/> carries out.</summary>
/// <param name="Leaves">Keys of the leaves.</param>
/// <param name="Reason">Why they do not apply.</param>
/// <param name="LegalBasis">The decision it rests on.</param>
/// <param name="Withdraw">Whether exemptions are taken back instead.</param>
public sealed record ExemptionPayload(IReadOnlyList<Guid> Leaves, string Reason, string LegalBasis, bool Withdraw = false);

/// <summary>What <see cref="TwoPersonAct.ExtendOwnUnit"/> carries out.</summary>
/// <param name="Step">The step.</param>
/// <param name="Until">Last instant, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record ExtensionPayload(RoundStep Step, DateTime Until, string Reason);

/// <summary>
/// Exempting, extending and marking the requester's own unit: what is asked for, and how it is carried out in the save
/// in which a person of another unit agrees. Who that may be, <see cref="TwoPersonDecisions"/> says.
/// </summary>
public static class OwnUnitRequests
{
    private const int LongestSummary = 1000;

    /// <summary>How these acts are carried out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The rules of the round refuse.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        if (!(await RoundsOfAsync(db, [request.SubjectId], cancel)).TryGetValue(request.SubjectId, out var round))
        {
            throw new RefusedException("Đơn vị của đề nghị này không còn trong kỳ đánh giá.");
        }

        var setup = await new RoundReader(db).ForChangeAsync(round, cancel);
        Apply(db, setup, request, clock.GetUtcNow().UtcDateTime);
        // As every change of a round, so that an opening shown before is refused.
        db.Entry(setup.Round).Property(changed => changed.Version).IsModified = true;
    }

    /// <summary>What the second person sees of open requests: what holds now beside what is asked for.</summary>
    public static async Task<IReadOnlyDictionary<Guid, TwoPersonSubject>> DescribeAsync(ParIndexDb db, IReadOnlyList<TwoPersonRequest> requests, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(requests);
        var setups = new Dictionary<Guid, RoundSetup>();
        var subjects = new Dictionary<Guid, TwoPersonSubject>();
        var rounds = await RoundsOfAsync(db, [.. requests.Select(request => request.SubjectId)], cancel);
        foreach (var request in requests)
        {
            if (rounds.TryGetValue(request.SubjectId, out var round))
            {
                var setup = setups.TryGetValue(round, out var known) ? known : setups[round] = (await new RoundReader(db).FindAsync(round, cancel))!;
                var (group, participant) = Find(setup, request);
                subjects[request.Id] = new(round, setup.Round.Title, [.. Facts(setup, group, participant, request)]);
            }
        }

        return subjects;
    }

    internal static TwoPersonRequest Exemption(ParticipantSetup participant, ExemptionPayload payload, IEnumerable<string> codes, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.ExemptOwnUnit, participant.Participant.Id, JsonSerializer.Serialize(payload),
        Summary(payload.Withdraw
            ? $"Rút nội dung không áp dụng của {participant.Name}: tiêu chí {string.Join(", ", codes)}"
            : $"Ghi tiêu chí {string.Join(", ", codes)} không áp dụng với {participant.Name}. Căn cứ: {payload.LegalBasis}"),
        payload.Reason, actor.Id, at);

    internal static TwoPersonRequest Extension(ParticipantSetup participant, ExtensionPayload payload, string summary, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.ExtendOwnUnit, participant.Participant.Id, JsonSerializer.Serialize(payload), Summary(summary), payload.Reason, actor.Id, at);

    internal static TwoPersonRequest Mark(ParticipantSetup participant, ParticipantEdit edit, string reason, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.MarkOwnUnit, participant.Participant.Id, JsonSerializer.Serialize(edit),
        Summary(edit.Leaves
            ? $"Bỏ {participant.Name} khỏi danh sách đơn vị của kỳ đánh giá"
            : $"Đổi dấu của {participant.Name} thành: {Marks(edit.IsSpecialCase, edit.IsRanked, edit.RankingList)}"),
        reason, actor.Id, at);

    private static string Summary(string text) => VietnameseText.Clip(text, LongestSummary);

    private static string Marks(bool isSpecialCase, bool isRanked, string? rankingList) =>
        $"{(isSpecialCase ? "đơn vị đặc thù" : "không đặc thù")}, {(isRanked ? "có xếp hạng" : "đánh giá, không xếp hạng")}{(rankingList is null ? "" : $", danh sách {rankingList}")}";

    private static void Apply(ParIndexDb db, RoundSetup setup, TwoPersonRequest request, DateTime now)
    {
        var (group, participant) = Find(setup, request);
        switch (request.Act)
        {
            case TwoPersonAct.ExtendOwnUnit:
                setup.Round.RequireUnderWay();
                var extension = Read<ExtensionPayload>(request);
                RoundTimetable.RequireLater(setup.Round, participant.Participant, extension.Step, extension.Until, now);
                participant.Participant.Extend(extension.Step, extension.Until, extension.Reason, request.RequestedBy, now);
                break;
            case TwoPersonAct.MarkOwnUnit:
                setup.Round.RequireDraft();
                RoundUnits.Apply(db, group, participant.Participant, Read<ParticipantEdit>(request));
                break;
            default:
                setup.Round.RequireDraft();
                Exempt(group, participant.Participant, request, now);
                break;
        }
    }

    private static void Exempt(GroupSetup group, Participant participant, TwoPersonRequest request, DateTime now)
    {
        var exemption = Read<ExemptionPayload>(request);
        foreach (var leaf in exemption.Leaves)
        {
            var existing = participant.Exemptions.FirstOrDefault(known => known.CriterionId == leaf);
            if (exemption.Withdraw && existing is not null)
            {
                participant.Withdraw(existing);
            }
            else if (!exemption.Withdraw && existing is null)
            {
                participant.Exempt(RoundExemptions.Leaf(group, leaf), exemption.Reason, exemption.LegalBasis, request.RequestedBy, now);
            }
        }
    }

    private static IEnumerable<TwoPersonFact> Facts(RoundSetup setup, GroupSetup group, ParticipantSetup participant, TwoPersonRequest request) => request.Act switch
    {
        TwoPersonAct.ExtendOwnUnit => OfExtension(setup, participant, Read<ExtensionPayload>(request)),
        TwoPersonAct.MarkOwnUnit => OfMarks(participant.Participant, Read<ParticipantEdit>(request)),
        _ => OfExemption(group, participant, Read<ExemptionPayload>(request)),
    };

    private static IEnumerable<TwoPersonFact> OfExemption(GroupSetup group, ParticipantSetup participant, ExemptionPayload payload)
    {
        var leaves = (group.Set?.Leaves ?? []).Where(leaf => payload.Leaves.Contains(leaf.Id)).ToList();
        yield return new("Tiêu chí", string.Join("; ", leaves.Select(leaf => $"{leaf.Code} {leaf.Name} ({NumberWriter.VietnameseTrimmed(leaf.MaxScore)} điểm)")));
        if (participant.Scale is { } scale)
        {
            yield return new("Thang điểm", $"{NumberWriter.VietnameseTrimmed(scale)} → {NumberWriter.VietnameseTrimmed(Proposed(group.Set!, participant.Participant, payload).Scale)} điểm");
        }

        yield return new("Căn cứ", payload.LegalBasis);
    }

    /// <summary>The unit's leaves as they would be with what is asked for.</summary>
    private static ScoreSheet Proposed(CriteriaSet set, Participant participant, ExemptionPayload payload)
    {
        var now = participant.Exemptions.Select(exemption => exemption.CriterionId);
        var then = (payload.Withdraw ? now.Except(payload.Leaves) : now.Union(payload.Leaves)).ToHashSet();
        return new(set, set.Leaves.Where(leaf => then.Contains(leaf.Id)).ToDictionary(leaf => leaf.Code, _ => payload.Reason), new Dictionary<string, decimal>());
    }

    private static IEnumerable<TwoPersonFact> OfExtension(RoundSetup setup, ParticipantSetup participant, ExtensionPayload payload)
    {
        yield return new("Bước", RoundWords.Of(payload.Step));
        yield return new("Thời hạn hiện có", "chưa đặt", setup.Round.DeadlineOf(payload.Step, participant.Participant));
        yield return new("Đề nghị đến", Text: null, payload.Until);
    }

    private static IEnumerable<TwoPersonFact> OfMarks(Participant participant, ParticipantEdit edit)
    {
        yield return new("Hiện có", Marks(participant.IsSpecialCase, participant.IsRanked, participant.RankingList));
        yield return new("Đề nghị", edit.Leaves ? "bỏ khỏi danh sách đơn vị" : Marks(edit.IsSpecialCase, edit.IsRanked, edit.RankingList));
    }

    private static T Read<T>(TwoPersonRequest request) => JsonSerializer.Deserialize<T>(request.Payload)!;

    private static (GroupSetup Group, ParticipantSetup Participant) Find(RoundSetup setup, TwoPersonRequest request) =>
        setup.Groups.SelectMany(group => group.Participants.Select(participant => (group, participant))).First(pair => pair.participant.Participant.Id == request.SubjectId);

    /// <summary>The rounds of participants, by the participants' keys; without those that are gone.</summary>
    private static Task<Dictionary<Guid, Guid>> RoundsOfAsync(ParIndexDb db, IReadOnlyCollection<Guid> participants, CancellationToken cancel) =>
        (from participant in db.Set<Participant>()
         join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
         where participants.Contains(participant.Id)
         select new { participant.Id, roundGroup.RoundId }).ToDictionaryAsync(pair => pair.Id, pair => pair.RoundId, cancel);
}
