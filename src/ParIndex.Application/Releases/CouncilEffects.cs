using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Scorecards;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Releases;

/// <summary>A score moved after a lock, with what it does.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="Effect">The unit without this one change and with it, all others as they stand; <c>null</c> where results cannot be computed or are not for the reader.</param>
/// <param name="IsOvertaken">Whether it was changed again later, so that it moves nothing itself.</param>
public sealed record LaterEditEffect(LaterEdit Edit, ScoreEffect? Effect, bool IsOvertaken);

/// <summary>All scores of a unit moved after a lock, together: as locked against as it stands.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Changes">How many.</param>
/// <param name="Effect">What they do together, or <c>null</c>.</param>
public sealed record LaterEditSum(ParticipantSetup Unit, int Changes, ScoreEffect? Effect);

/// <summary>An item on which opinions differ, with what would become of the unit if its own score counted.</summary>
/// <param name="Opinion">The item.</param>
/// <param name="Effect">Before: as it stands; after: with the unit's own score.</param>
public sealed record WeighedOpinion(DifferingOpinion Opinion, ScoreEffect? Effect)
{
    /// <summary>Points at stake: how far the unit's own lie from those that count.</summary>
    public decimal AtStake => Math.Abs((Opinion.Self.Points ?? 0) - (Opinion.Counting ?? 0));
}

/// <summary>What moved scores, and scores in question, do to index, rating and place.</summary>
public sealed class CouncilEffects(ParIndexDb db, LaterEditReport edits, RoundBoards boards)
{
    /// <summary>The report of scores moved after a lock, newest first, and its sum by unit.</summary>
    public async Task<(IReadOnlyList<LaterEditEffect> Edits, IReadOnlyList<LaterEditSum> Sums)> LaterEditsAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        var rows = await edits.OfAsync(setup, reader, cancel);
        var effects = rows.Count == 0 ? null : await EffectsAsync(setup, reader, cancel);
        return ([.. rows.Select(row => OfOne(row, effects))], [.. rows.GroupBy(row => row.Unit).Select(unit => new LaterEditSum(unit.Key, unit.Count(), OfAll(unit.Key, [.. unit], effects)))]);
    }

    /// <summary>The items on which opinions differ: by points at stake, or by what they would change.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="reader">Who reads.</param>
    /// <param name="byEffect">Whether those that would change a rating or a place come first.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<IReadOnlyList<WeighedOpinion>> OpinionsAsync(RoundSetup setup, StaffAccount reader, bool byEffect = false, CancellationToken cancel = default)
    {
        var opinions = await boards.OpinionsAsync(setup, reader, cancel);
        var effects = opinions.Count == 0 ? null : await EffectsAsync(setup, reader, cancel);
        var weighed = opinions.Select(opinion => new WeighedOpinion(opinion, OfOwn(opinion, effects))).ToList();
        return byEffect ? [.. ScoreEffect.Order(weighed, item => item.Effect).ThenByDescending(item => item.AtStake)] : [.. weighed.OrderByDescending(item => item.AtStake)];
    }

    private static LaterEditEffect OfOne(LaterEdit row, EffectCalculation? effects)
    {
        var id = row.Unit.Participant.Id;
        if (effects?.ScoresOf(id) is not { } scores)
        {
            return new(row, Effect: null, IsOvertaken: false);
        }

        var isLast = scores.At(row.Leaf, row.Stage)?.Answer.Points == row.Edit.Points;
        return new(row, isLast ? effects.Between(id, EffectCalculation.With(scores, new Dictionary<(Guid, ScoreStage), decimal?> { [(row.Leaf.Id, row.Stage)] = row.Edit.PointsBefore }), after: null) : null, !isLast);
    }

    /// <summary>Each cell as it was before the first of its later changes.</summary>
    private static ScoreEffect? OfAll(ParticipantSetup unit, IReadOnlyList<LaterEdit> rows, EffectCalculation? effects)
    {
        if (effects?.ScoresOf(unit.Participant.Id) is not { } scores)
        {
            return null;
        }

        var locked = rows.GroupBy(row => (row.Leaf.Id, row.Stage)).ToDictionary(cell => cell.Key, cell => cell.MinBy(row => row.Edit.Sequence)!.Edit.PointsBefore);
        return effects.Between(unit.Participant.Id, EffectCalculation.With(scores, locked), after: null);
    }

    private static ScoreEffect? OfOwn(DifferingOpinion opinion, EffectCalculation? effects)
    {
        var id = opinion.Folder.Unit.Participant.Id;
        return effects?.ScoresOf(id) is not { } scores || scores.Counting(opinion.Leaf) is not { } counting ? null
            : effects.Between(id, before: null, EffectCalculation.With(scores, new Dictionary<(Guid, ScoreStage), decimal?> { [(opinion.Leaf.Id, counting.Stage)] = opinion.Self.Points }));
    }

    /// <summary>
    /// The results with other points; <c>null</c> while they cannot be computed, and for those whose own unit is being appraised:
    /// places tell what is hidden from them.
    /// </summary>
    private async Task<EffectCalculation?> EffectsAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel)
    {
        var participants = setup.Participants.Select(unit => unit.Participant.Id).ToList();
        var cards = await db.Scorecards.AsNoTracking().Include(card => card.Cells).Where(card => participants.Contains(card.ParticipantId)).ToListAsync(cancel);
        var held = cards.Where(SeenStages.AreHeldBack).Select(card => card.ParticipantId).ToHashSet();
        return setup.Participants.Any(unit => unit.Unit.Id == reader.UnitId && held.Contains(unit.Participant.Id)) || RoundResults.Assess(setup, cards) is not { } year ? null : new(setup, year, cards);
    }
}
