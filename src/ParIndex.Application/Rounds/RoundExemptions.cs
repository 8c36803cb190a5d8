using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Rounds;

/// <summary>What came of recording or withdrawing exemptions.</summary>
/// <param name="Changed">Exemptions recorded or withdrawn.</param>
/// <param name="Known">Exemptions that stood already, left as they were.</param>
/// <param name="Requested">Whether a part is of the actor's own unit and waits for a second person.</param>
public sealed record ExemptionOutcome(int Changed, int Known, bool Requested);

/// <summary>What seems not to apply to units: as in an earlier year, by the lineage of its criterion, or by the decision's own column for special-case units.</summary>
/// <param name="Year">The earlier year; <c>null</c> where the decision of this year says it.</param>
/// <param name="Leaf">The leaf of this year.</param>
/// <param name="Reason">Why it does not apply.</param>
/// <param name="LegalBasis">The decision it rests on; empty where its number is not known.</param>
/// <param name="Units">The units, none of them exempted yet.</param>
public sealed record ExemptionProposal(int? Year, Criterion Leaf, string Reason, string LegalBasis, IReadOnlyList<ParticipantSetup> Units);

/// <summary>Criteria that do not apply to units, while the round is set up: the only thing that changes a scale.</summary>
public sealed class RoundExemptions(ParIndexDb db, RoundReader rounds, TimeProvider clock)
{
    /// <summary>
    /// Records that leaves do not apply to units. What concerns the actor's own unit becomes a request instead.
    /// </summary>
    /// <param name="roundId">The round.</param>
    /// <param name="slug">The group.</param>
    /// <param name="leaves">Keys of leaves of the group's criteria set.</param>
    /// <param name="participants">Keys of units of the group, or <c>null</c> for all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="legalBasis">The decision it rests on.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="RefusedException">No draft, no leaf of the set, or somebody was faster.</exception>
    public async Task<ExemptionOutcome> ExemptAsync(Guid roundId, string slug, IReadOnlyCollection<Guid> leaves, IReadOnlyCollection<Guid>? participants, string reason, string legalBasis, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var chosen = leaves.Select(leaf => Leaf(group, leaf)).ToList();
        var (why, basis, now) = (VietnameseText.Normalize(reason), VietnameseText.Normalize(legalBasis), clock.GetUtcNow().UtcDateTime);
        var outcome = new ExemptionOutcome(0, 0, Requested: false);
        foreach (var participant in Chosen(group, participants))
        {
            var missing = chosen.Where(leaf => participant.Participant.Exemptions.All(known => known.CriterionId != leaf.Id)).ToList();
            outcome = outcome with { Known = outcome.Known + chosen.Count - missing.Count };
            if (missing.Count == 0)
            {
                continue;
            }

            if (RoundRights.IsOwnUnit(actor, participant.Unit.Id))
            {
                db.Add(OwnUnitRequests.Exemption(participant, new([.. missing.Select(leaf => leaf.Id)], why, basis), missing.Select(leaf => leaf.Code), actor, now));
                outcome = outcome with { Requested = true };
                continue;
            }

            missing.ForEach(leaf => participant.Participant.Exempt(leaf, why, basis, actor.Id, now));
            outcome = outcome with { Changed = outcome.Changed + missing.Count };
        }

        await db.SaveAsync(setup.Round, actor, "Ghi tiêu chí không áp dụng trong kỳ đánh giá", $"khối {slug}, tiêu chí {string.Join(", ", chosen.Select(leaf => leaf.Code))}", cancel);
        return outcome;
    }

    /// <summary>What the decision's own column for special-case units suggests of those that are marked so; nothing of it holds until a person records it.</summary>
    public static IReadOnlyList<ExemptionProposal> OfDecision(GroupSetup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var basis = group.Set is not { DecisionNumber: { } number } set ? "" : $"Quyết định số {number}" + (set.DecisionDate is { } day ? $" ngày {DateWriter.Vietnamese(day)}" : "");
        var proposals =
            from leaf in @group.Set?.Leaves ?? []
            where SpecialUnits.AreLeftOut(leaf.Remark)
            let units = @group.Participants.Where(unit => unit.Participant.IsSpecialCase && unit.Participant.Exemptions.All(known => known.CriterionId != leaf.Id)).ToList()
            where units.Count > 0
            select new ExemptionProposal(Year: null, leaf, "Phụ lục của quyết định không tính tiêu chí này cho đơn vị đặc thù", basis, units);
        return [.. proposals];
    }

    /// <summary>What the year before suggests; nothing of it holds until a person records it.</summary>
    public async Task<IReadOnlyList<ExemptionProposal>> ProposalsAsync(RoundSetup setup, GroupSetup group, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(group);
        if (group.Set is not { } set || await rounds.BeforeAsync(setup.Round, group.UnitGroup.Id, cancel) is not { } before)
        {
            return [];
        }

        var exempted = before.Group.Participants.SelectMany(participant => participant.Exemptions).Select(exemption => exemption.CriterionId).ToList();
        var lineages = await db.Set<Criterion>().AsNoTracking().Where(criterion => exempted.Contains(criterion.Id)).ToDictionaryAsync(criterion => criterion.Id, criterion => criterion.Lineage, cancel);
        var proposals =
            from leaf in set.Leaves
            from unit in @group.Participants
            join earlier in before.Group.Participants on unit.Unit.Id equals earlier.UnitId
            from exemption in earlier.Exemptions
            where lineages[exemption.CriterionId] == leaf.Lineage && unit.Participant.Exemptions.All(known => known.CriterionId != leaf.Id)
            group unit by (leaf, exemption.Reason, exemption.LegalBasis) into same
            select new ExemptionProposal(before.Year, same.Key.leaf, same.Key.Reason, same.Key.LegalBasis, [.. same]);
        return [.. proposals];
    }

    /// <summary>Takes exemptions back, while the round is a draft; those of the actor's own unit become a request.</summary>
    /// <exception cref="RefusedException">No draft, or they are gone already.</exception>
    public async Task<ExemptionOutcome> WithdrawAsync(Guid roundId, string slug, IReadOnlyCollection<Guid> exemptions, StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var setup = await rounds.ForChangeAsync(roundId, cancel);
        setup.Round.RequireDraft();
        var group = setup.Group(slug) ?? throw new RefusedException(RoundWords.Conflict);
        var outcome = new ExemptionOutcome(0, 0, Requested: false);
        foreach (var participant in group.Participants)
        {
            var mine = participant.Participant.Exemptions.Where(known => exemptions.Contains(known.Id)).ToList();
            if (mine.Count > 0 && RoundRights.IsOwnUnit(actor, participant.Unit.Id))
            {
                var leaves = mine.Select(exemption => Leaf(group, exemption.CriterionId)).ToList();
                db.Add(OwnUnitRequests.Exemption(participant, new([.. leaves.Select(leaf => leaf.Id)], "Rút nội dung đã ghi.", mine[0].LegalBasis, Withdraw: true), leaves.Select(leaf => leaf.Code), actor, clock.GetUtcNow().UtcDateTime));
                outcome = outcome with { Requested = true };
                continue;
            }

            mine.ForEach(participant.Participant.Withdraw);
            outcome = outcome with { Changed = outcome.Changed + mine.Count };
        }

        if (outcome is { Changed: 0, Requested: false })
        {
            throw new RefusedException("Nội dung này đã được rút trước đó.");
        }

        await db.SaveAsync(setup.Round, actor, "Rút tiêu chí không áp dụng trong kỳ đánh giá", $"khối {slug}", cancel);
        return outcome;
    }

    internal static Criterion Leaf(GroupSetup group, Guid key) =>
        group.Set?.Leaves.FirstOrDefault(leaf => leaf.Id == key) ?? throw new RefusedException("Tiêu chí đã chọn không phải là tiêu chí được chấm của bộ tiêu chí đang dùng.");

    private static IEnumerable<ParticipantSetup> Chosen(GroupSetup group, IReadOnlyCollection<Guid>? participants) =>
        participants is null ? group.Participants : group.Participants.Where(participant => participants.Contains(participant.Participant.Id));
}
