using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>What <see cref="TwoPersonAct.AmendRound"/> carries out.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Reason">Why, as the public will read it.</param>
public sealed record AmendmentPayload(AmendmentKind Kind, string Reason);

/// <summary>
/// Takes published results up again. A coordinator asks and a second person of another unit agrees; from then on the round
/// stands where it stood before its publication, and a new version comes by the same way as the first. Until that version is
/// public, what is published is what the public sees.
/// </summary>
public sealed class RoundAmending(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>How long a reason may be, in characters.</summary>
    public const int MostReason = 900;

    private const int MostSummary = 1000;

    /// <summary>Why the person may not ask, in Vietnamese; <c>null</c> when nothing stands against it.</summary>
    public static string? WhyNot(StaffAccount actor, RoundSetup setup)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(setup);
        return !actor.Has(StaffRoles.Coordinator) ? "Chỉ cơ quan điều phối đề nghị đính chính, điều chỉnh hoặc thu hồi kết quả."
            : setup.Round.State != RoundState.Published ? "Chỉ kết quả đã công bố mới được đính chính, điều chỉnh hoặc thu hồi."
            : setup.Pending.Any(request => request.Act == TwoPersonAct.AmendRound) ? "Đã có một đề nghị như vậy đang chờ người thứ hai đồng ý."
            : null;
    }

    /// <summary>Asks a second person to take the results up again.</summary>
    /// <param name="roundId">The round.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="kind">What for.</param>
    /// <param name="reason">Why, as the public will read it.</param>
    /// <param name="remarkId">The remark of the public it follows from, or <c>null</c>.</param>
    /// <param name="actor">The coordinator.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">Something stands against it, no reason, or somebody was faster.</exception>
    public async Task AskAsync(Guid roundId, Guid version, AmendmentKind kind, string reason, Guid? remarkId, StaffAccount actor, CancellationToken cancel = default)
    {
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        RefusedException.ThrowIf(WhyNot(actor, setup), isOfRights: actor is not null && !actor.Has(StaffRoles.Coordinator));
        var why = VietnameseText.Normalize(reason ?? "");
        RefusedException.ThrowIf(why.Length is 0 or > MostReason ? $"Ghi lý do để công bố cùng kết quả mới, tối đa {MostReason} ký tự." : null);
        RefusedException.ThrowIf(Enum.IsDefined(kind) ? null : "Chọn đính chính, điều chỉnh hoặc thu hồi.");
        var (round, now) = (setup.Round, clock.GetUtcNow().UtcDateTime);
        db.Entry(round).Property(r => r.Version).OriginalValue = version;
        var summary = $"{RoundWords.Of(kind)} kết quả đã công bố: {round.Title}, năm {round.Year}, {round.Authority}";
        var request = new TwoPersonRequest(TwoPersonAct.AmendRound, round.Id, JsonSerializer.Serialize(new AmendmentPayload(kind, why)), VietnameseText.Clip(summary, MostSummary), why, actor!.Id, now);
        db.Add(request);
        if (remarkId is { } id)
        {
            var remark = await db.PublicRemarks.FirstOrDefaultAsync(known => known.Id == id, cancel) ?? throw new RefusedException(RoundWords.Conflict);
            remark.Pursue(request.Id);
        }

        await db.SaveAsync(round, actor, $"Đề nghị {VietnameseText.InSentence(RoundWords.Of(kind))} kết quả đã công bố", part: null, cancel);
    }

    /// <summary>How the act is carried out: in the save of the agreement.</summary>
    /// <exception cref="RefusedException">The results are not published any more.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TimeProvider clock, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(request);
        var setup = await new RoundReader(db).ForChangeAsync(request.SubjectId, cancel);
        var payload = JsonSerializer.Deserialize<AmendmentPayload>(request.Payload)!;
        setup.Round.Amend(new(payload.Kind, payload.Reason, request.RequestedBy, clock.GetUtcNow().UtcDateTime));
    }
}
