using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>What <see cref="TwoPersonAct.AmendRound"/> carries out.</summary>
/// <param name="Kind">What for; <c>null</c> to leave what is published as it is after all.</param>
/// <param name="Reason">Why, as the public will read it.</param>
public sealed record AmendmentPayload(AmendmentKind? Kind, string Reason);

/// <summary>
/// Takes published results up again. A coordinator asks and a second person of another unit agrees; from then on the round
/// stands where it stood before its publication, and a new version comes by the same way as the first. Until that version is
/// public, what is published is what the public sees. While the points say what is published, two people can leave it at that:
/// a correction that nothing needed, or a withdrawal that was thought better of.
/// </summary>
public sealed class RoundAmending(ParIndexDb db, RoundReader rounds, RoundResults results, TimeProvider clock)
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int MostReason = 900;

    private const int MostSummary = 1000;

    private const string Left = "Giữ nguyên";

    /// <summary>Why the person may not ask, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="setup">The round.</param>
    /// <param name="isAsPublished">Whether results taken up again say what is published: <see cref="ResultsDraft.IsAsPublished"/>.</param>
    public static string? WhyNot(StaffAccount actor, RoundSetup setup, bool isAsPublished)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(setup);
        return !actor.Has(StaffRoles.Coordinator) ? "Chỉ cơ quan điều phối đề nghị đính chính, điều chỉnh hoặc thu hồi kết quả."
            : setup.Pending.Any(request => request.Act == TwoPersonAct.AmendRound) ? "Đã có một đề nghị như vậy đang chờ người thứ hai đồng ý."
            : setup.Round.State == RoundState.Published ? null
            : setup.Round.Amendment is null ? "Chỉ kết quả đã công bố mới được đính chính, điều chỉnh hoặc thu hồi."
            : WhyNotLeave(setup, isAsPublished);
    }

    /// <summary>Asks a second person to take the results up again.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="kind">What for; <c>null</c> to leave what is published as it is, once the results are taken up again.</param>
    /// <param name="reason">Why, as the public will read it.</param>
    /// <param name="remarkId">The remark of the public it follows from, or <c>null</c>.</param>
    /// <param name="actor">The coordinator.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it, no reason, or somebody was faster.</exception>
    public async Task AskAsync(Guid roundId, Guid version, AmendmentKind? kind, string reason, Guid? remarkId, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        var isAsPublished = setup.Round.Amendment is not null && (await results.OfAsync(setup, cancel)).IsAsPublished;
        RefusedException.ThrowIf(WhyNot(actor, setup, isAsPublished), isOfRights: actor is not null && !actor.Has(StaffRoles.Coordinator));
        var why = VietnameseText.Normalize(reason ?? "");
        RefusedException.ThrowIf(why.Length is 0 or > MostReason ? $"Ghi lý do, tối đa {MostReason} ký tự." : null);
        var (round, now) = (setup.Round, clock.GetUtcNow().UtcDateTime);
        RefusedException.ThrowIf((kind is { } known && Enum.IsDefined(known)) == (round.State == RoundState.Published) ? null : "Chọn đính chính, điều chỉnh hoặc thu hồi.");
        db.Entry(round).Property(r => r.Version).OriginalValue = version;
        var words = kind is { } act ? RoundWords.Of(act) : Left;
        var summary = $"{words} kết quả đã công bố: {round.Title}, năm {round.Year}, {round.Authority}";
        var request = new TwoPersonRequest(TwoPersonAct.AmendRound, round.Id, JsonSerializer.Serialize(new AmendmentPayload(kind, why)), VietnameseText.Clip(summary, MostSummary), why, actor!.Id, now);
        db.Add(request);
        if (remarkId is { } id)
        {
            var remark = await db.PublicRemarks.FirstOrDefaultAsync(known => known.Id == id, cancel) ?? throw new RefusedException(RoundWords.Conflict);
            remark.Pursue(request.Id);
        }

        await db.SaveAsync(round, actor, $"Đề nghị {VietnameseText.InSentence(words)} kết quả đã công bố", part: null, cancel);
    }

    /// <summary>How the act is carried out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The results are not published any more, or the points no longer say what is.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var setup = await new RoundReader(db).ForChangeAsync(request.SubjectId, cancel);
        var (payload, now) = (JsonSerializer.Deserialize<AmendmentPayload>(request.Payload)!, clock.GetUtcNow().UtcDateTime);
        if (payload.Kind is { } kind)
        {
            setup.Round.Amend(new(kind, payload.Reason, request.RequestedBy, now));
            return;
        }

        RefusedException.ThrowIf(WhyNotLeave(setup, (await new RoundResults(db, clock).OfAsync(setup, cancel)).IsAsPublished));
        setup.Round.Move(RoundState.Published, request.RequestedBy, now, VietnameseText.Clip($"{Left} bản đã công bố: {payload.Reason}", MostSummary));
    }

    private static string? WhyNotLeave(RoundSetup setup, bool isAsPublished) =>
        setup.Round is not { State: RoundState.Closed, Amendment: not null } ? "Kết thúc chấm điểm trước khi giữ nguyên bản đã công bố."
        : !isAsPublished ? "Kết quả hiện nay khác bản đã công bố: thông qua và công bố lần mới, hoặc đưa điểm về như đã công bố."
        : null;
}
