using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Staff;
using ParIndex.Domain.Rounds;

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
/// Exempting and extending the requester's own unit: carried out only in the save in which a person of another unit
/// agrees.
/// </summary>
public sealed class OwnUnitRequests(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>Agrees to a request, which carries it out, or refuses it.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="version">Its version as the form showed it.</param>
    /// <param name="agree">Agrees or refuses.</param>
    /// <param name="actor">The second person.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RoundRefusedException">Decided already, the same person or unit, or the round has moved on.</exception>
    public async Task DecideAsync(Guid requestId, Guid version, bool agree, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var request = await db.TwoPersonRequests.FirstOrDefaultAsync(known => known.Id == requestId, cancel);
        if (request is not { State: TwoPersonState.Pending, Act: TwoPersonAct.ExemptOwnUnit or TwoPersonAct.ExtendOwnUnit })
        {
            throw new RoundRefusedException("Đề nghị này đã được người khác xử lý.");
        }

        db.Entry(request).Property(r => r.Version).OriginalValue = version;
        var requester = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.RequestedBy, cancel);
        var setup = await SetupOfAsync(request, cancel);
        CheckSecondPerson(setup, request, requester, actor);
        if (agree)
        {
            Apply(setup, request, clock.GetUtcNow().UtcDateTime);
        }

        request.Decide(agree, actor.Id, clock.GetUtcNow().UtcDateTime);
        await db.SaveAsync(setup.Round, actor, agree ? "Đồng ý đề nghị cho đơn vị mình của người khác" : "Không đồng ý đề nghị cho đơn vị mình của người khác", cancel);
    }

    /// <summary>
    /// Checks the second person and puts what the request asks for into the context, unsaved: for whoever saves the
    /// agreement with it. <c>request</c> is still pending.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="secondPerson">Who agrees.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RoundRefusedException">The same person or unit, or the round has moved on.</exception>
    public async Task ApplyAsync(TwoPersonRequest request, StaffAccount secondPerson, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(secondPerson);
        var requester = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.RequestedBy, cancel);
        var setup = await SetupOfAsync(request, cancel);
        CheckSecondPerson(setup, request, requester, secondPerson);
        Apply(setup, request, clock.GetUtcNow().UtcDateTime);
        // As every change of a draft, so that an opening shown before is refused.
        db.Entry(setup.Round).Property(round => round.Version).IsModified = true;
    }

    /// <summary>How the workspace's list of requests carries these acts out: in the save of the agreement.</summary>
    /// <exception cref="StaffRefusedException">The rules of the round refuse.</exception>
    public static async Task CarryOutAsync(ParIndexDb db, TwoPersonRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(request);
        var secondPerson = await db.StaffAccounts.AsNoTracking().FirstAsync(account => account.Id == request.DecidedBy, cancel);
        try
        {
            await new OwnUnitRequests(db, new RoundReader(db), TimeProvider.System).ApplyAsync(request, secondPerson, cancel);
        }
        catch (RoundRefusedException refusal)
        {
            throw new StaffRefusedException(refusal.Message);
        }
    }

    /// <summary>Whether the account may be the second person of a request: the role, another person, and another unit that is known.</summary>
    public static bool MayDecide(StaffAccount account, StaffAccount requester, Guid participantUnitId)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(requester);
        return account.Has(RoundRights.SecondPersons) && account.IsActive && account.Id != requester.Id
            && account.UnitId is { } unit && unit != participantUnitId && unit != requester.UnitId;
    }

    internal static TwoPersonRequest Exemption(ParticipantSetup participant, ExemptionPayload payload, IEnumerable<string> codes, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.ExemptOwnUnit, participant.Participant.Id, JsonSerializer.Serialize(payload),
        Summary(payload.Withdraw
            ? $"Rút nội dung không áp dụng của {participant.Name}: tiêu chí {string.Join(", ", codes)}"
            : $"Ghi tiêu chí {string.Join(", ", codes)} không áp dụng với {participant.Name}. Căn cứ: {payload.LegalBasis}"),
        payload.Reason, actor.Id, at);

    internal static TwoPersonRequest Extension(ParticipantSetup participant, ExtensionPayload payload, string summary, StaffAccount actor, DateTime at) => new(
        TwoPersonAct.ExtendOwnUnit, participant.Participant.Id, JsonSerializer.Serialize(payload), Summary(summary), payload.Reason, actor.Id, at);

    private const int LongestSummary = 1000;

    private static string Summary(string text) => text.Length <= LongestSummary ? text : text[..(LongestSummary - 1)] + "…";

    private static void CheckSecondPerson(RoundSetup setup, TwoPersonRequest request, StaffAccount requester, StaffAccount actor)
    {
        var unit = setup.Participants.First(participant => participant.Participant.Id == request.SubjectId).Unit;
        if (!MayDecide(actor, requester, unit.Id))
        {
            throw new RoundRefusedException("Người đồng ý phải là người khác, thuộc đơn vị khác với đơn vị được đề nghị, và có vai trò điều phối hoặc thành viên Hội đồng thẩm định.");
        }
    }

    private static void Apply(RoundSetup setup, TwoPersonRequest request, DateTime at)
    {
        var group = setup.Groups.First(known => known.Participants.Any(participant => participant.Participant.Id == request.SubjectId));
        var participant = group.Participants.First(known => known.Participant.Id == request.SubjectId).Participant;
        if (request.Act == TwoPersonAct.ExtendOwnUnit)
        {
            setup.Round.RequireUnderWay();
            var extension = JsonSerializer.Deserialize<ExtensionPayload>(request.Payload)!;
            participant.Extend(extension.Step, extension.Until, extension.Reason, request.RequestedBy, at);
            return;
        }

        setup.Round.RequireDraft();
        var exemption = JsonSerializer.Deserialize<ExemptionPayload>(request.Payload)!;
        foreach (var leaf in exemption.Leaves)
        {
            var existing = participant.Exemptions.FirstOrDefault(known => known.CriterionId == leaf);
            if (exemption.Withdraw && existing is not null)
            {
                participant.Withdraw(existing);
            }
            else if (!exemption.Withdraw && existing is null)
            {
                participant.Exempt(RoundExemptions.Leaf(group, leaf), exemption.Reason, exemption.LegalBasis, request.RequestedBy, at);
            }
        }
    }

    private async Task<RoundSetup> SetupOfAsync(TwoPersonRequest request, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking()
            .Where(known => known.Groups.Any(group => group.Participants.Any(participant => participant.Id == request.SubjectId)))
            .Select(known => (Guid?)known.Id).FirstOrDefaultAsync(cancel);
        return round is { } id
            ? await rounds.ForChangeAsync(id, cancel)
            : throw new RoundRefusedException("Đơn vị của đề nghị này không còn trong kỳ đánh giá.");
    }
}
