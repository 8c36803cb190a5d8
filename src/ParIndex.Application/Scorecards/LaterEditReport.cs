using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Scorecards;

/// <summary>Points that moved after they had been locked.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Stage">Whose points they are.</param>
/// <param name="Before">Points before; of a second appraisal that had none, those of the first; <c>null</c> for none.</param>
/// <param name="After">Points after, or <c>null</c> for none.</param>
/// <param name="At">Instant, UTC.</param>
/// <param name="By">Who the person was on that day.</param>
/// <param name="Body">The body the person belonged to, or <c>null</c>.</param>
/// <param name="Unlock">The move that made it possible.</param>
public sealed record LaterEdit(ParticipantSetup Unit, Criterion Leaf, ScoreStage Stage, decimal? Before, decimal? After, DateTime At, StaffFace By, string? Body, ScorecardMove Unlock);

/// <summary>Each score moved after a lock: when, by which body and why (TRUST.md). Notes alone move no score.</summary>
public sealed class LaterEditReport(ParIndexDb db)
{
    /// <summary>Every such edit of a round that the reader may see, newest first.</summary>
    public async Task<IReadOnlyList<LaterEdit>> OfAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        var units = setup.Participants.ToDictionary(unit => unit.Participant.Id);
        var participants = units.Keys.ToList();
        var cards = await db.Scorecards.AsNoTracking().Include(card => card.Moves).Where(card => participants.Contains(card.ParticipantId) && card.Moves.Any()).ToDictionaryAsync(card => card.Id, cancel);
        var ids = cards.Keys.ToList();
        var edits = await (from edit in db.ScoreEdits.AsNoTracking()
                           join cell in db.Set<ScoreCell>().AsNoTracking() on edit.CellId equals cell.Id
                           where ids.Contains(cell.ScorecardId) && edit.Points != edit.PointsBefore
                           select new { edit, cell.ScorecardId, cell.CriterionId, cell.Stage }).ToListAsync(cancel);
        var marks = await ScoreMarks.OfAsync(db, ids, cancel);
        var scores = ids.ToDictionary(id => id, id => new Scores(marks[id]));
        var hands = await ScorecardHands.OfAsync(db, ids, reader.Id, cancel);
        var seen = cards.Values.ToDictionary(card => card.Id, card => SeenStages.Of(reader, PlaceOf(setup, card, hands[card.Id])));
        var leaves = setup.Groups.SelectMany(group => group.Set?.Leaves ?? []).ToDictionary(leaf => leaf.Id);

        var faces = await StaffFaceLookup.OfAsync(db, edits.Select(row => row.edit.By), cancel);
        var bodyIds = edits.Select(row => faces.AsOf(row.edit.By, row.edit.At)?.UnitId).OfType<Guid>().ToHashSet();
        var bodies = await db.Units.AsNoTracking().Where(unit => bodyIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        var found = new List<LaterEdit>();
        foreach (var row in edits.Where(row => seen[row.ScorecardId].Has(row.Stage)).OrderByDescending(row => row.edit.Sequence))
        {
            if (Unlock(cards[row.ScorecardId], row.Stage, row.edit.Sequence) is not { } unlock || !leaves.TryGetValue(row.CriterionId, out var leaf))
            {
                continue;
            }

            // What counted before a second appraisal had points: the first.
            var before = row.edit.PointsBefore ?? (row.Stage == ScoreStage.SecondAppraisal ? scores[row.ScorecardId].PointsOf(leaf, ScoreStage.FirstAppraisal) : null);
            if (before != row.edit.Points)
            {
                var by = faces.AsOf(row.edit.By, row.edit.At)!;
                var body = by.UnitId is { } unit ? bodies[unit].NameIn(setup.Round.Year).Name : null;
                found.Add(new(units[cards[row.ScorecardId].ParticipantId], leaf, row.Stage, before, row.edit.Points, row.edit.At, by, body, unlock));
            }
        }

        return found;
    }

    private static ScorecardPlace PlaceOf(RoundSetup setup, Scorecard card, ScorecardHands hands)
    {
        var group = setup.Groups.First(group => group.Participants.Any(unit => unit.Participant.Id == card.ParticipantId));
        return new(card, setup.Round, group, group.Participants.First(unit => unit.Participant.Id == card.ParticipantId), hands);
    }

    /// <summary>
    /// The move that opened points again after a lock, or <c>null</c> when they were never locked before: a unit's own
    /// after a withdrawal or return, the first appraisal after a return, the second by what led to it, a survey after a
    /// reopening.
    /// </summary>
    private static ScorecardMove? Unlock(Scorecard card, ScoreStage stage, long? sequence) => card.Moves
        .Where(move => move.Sequence <= sequence && stage switch
        {
            ScoreStage.SelfScore => move.Act is ScorecardAct.Withdraw or ScorecardAct.Return,
            ScoreStage.FirstAppraisal => move.Act is ScorecardAct.Return,
            ScoreStage.SecondAppraisal => move.Act is ScorecardAct.EndExplanation or ScorecardAct.Reopen,
            _ => move.Act is ScorecardAct.Reopen,
        })
        .MaxBy(move => move.Sequence);
}
