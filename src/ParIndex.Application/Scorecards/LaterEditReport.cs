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
public sealed record LaterEdit(ParticipantSetup Unit, Criterion Leaf, ScoreStage Stage, decimal? Before, decimal? After, DateTime At, StaffFace By, string? Body, ScorecardMove Unlock)
{
    /// <summary>The edit itself.</summary>
    public required ScoreEdit Edit { get; init; }
}

/// <summary>Each score moved after a lock: when, by which body and why. Notes alone move no score.</summary>
public sealed class LaterEditReport(ParIndexDb db)
{
    /// <summary>Every such edit of a round that the reader may see, newest first.</summary>
    public async Task<IReadOnlyList<LaterEdit>> OfAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(reader);
        var units = setup.Participants.ToDictionary(unit => unit.Participant.Id);
        var participants = units.Keys.ToList();
        var cards = await db.Scorecards.AsNoTracking().Include(card => card.Moves).Where(card => participants.Contains(card.ParticipantId) && card.Moves.Any()).ToListAsync(cancel);
        var ids = cards.ConvertAll(card => card.Id);
        var marks = await ScoreMarks.OfAsync(db, ids, cancel);
        var hands = await ScorecardHands.OfAsync(db, ids, reader.Id, cancel);
        var seen = cards.ToDictionary(card => card.Id, card => SeenStages.Of(reader, PlaceOf(setup, card, hands[card.Id])));
        var moved = (await MovedAsync(setup, cards.ConvertAll(card => (card, new Scores(marks[card.Id]))), cancel)).Where(row => seen[row.Card.Id].Has(row.Stage)).OrderByDescending(row => row.Edit.Sequence).ToList();

        var faces = await StaffFaceLookup.OfAsync(db, moved.Select(row => row.Edit.By), cancel);
        var bodyIds = moved.Select(row => faces.AsOf(row.Edit.By, row.Edit.At)?.UnitId).OfType<Guid>().ToHashSet();
        var bodies = await db.Units.AsNoTracking().Where(unit => bodyIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, cancel);
        return moved.ConvertAll(row =>
        {
            var by = faces.AsOf(row.Edit.By, row.Edit.At)!;
            var body = by.UnitId is { } unit ? bodies[unit].NameIn(setup.Round.Year).Name : null;
            return new LaterEdit(units[row.Card.ParticipantId], row.Leaf, row.Stage, row.Before, row.Edit.Points, row.Edit.At, by, body, row.Unlock) { Edit = row.Edit };
        });
    }

    /// <summary>How many such edits there are in a round, whoever may see them.</summary>
    /// <param name="setup">The round.</param>
    /// <param name="cards">Its scorecards, with their cells and moves.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<int> CountAsync(RoundSetup setup, IReadOnlyCollection<Scorecard> cards, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return (await MovedAsync(setup, [.. cards.Where(card => card.Moves.Count > 0).Select(card => (card, card.Scores))], cancel)).Count;
    }

    private async Task<IReadOnlyList<MovedScore>> MovedAsync(RoundSetup setup, IReadOnlyCollection<(Scorecard Card, Scores Scores)> cards, CancellationToken cancel)
    {
        var byId = cards.ToDictionary(pair => pair.Card.Id);
        var ids = byId.Keys.ToList();
        var leaves = setup.Groups.SelectMany(group => group.Set?.Leaves ?? []).ToDictionary(leaf => leaf.Id);
        var edits = await (from edit in db.ScoreEdits.AsNoTracking()
                           join cell in db.Set<ScoreCell>().AsNoTracking() on edit.CellId equals cell.Id
                           where ids.Contains(cell.ScorecardId) && edit.Points != edit.PointsBefore
                           select new { edit, cell.ScorecardId, cell.CriterionId, cell.Stage }).ToListAsync(cancel);
        return
        [
            .. from row in edits
               let card = byId[row.ScorecardId].Card
               let unlock = card.UnlockBefore(row.Stage, row.edit.Sequence)
               where unlock is not null && leaves.ContainsKey(row.CriterionId)
               let leaf = leaves[row.CriterionId]
               // What counted before a second appraisal had points: the first.
               let before = row.edit.PointsBefore ?? (row.Stage == ScoreStage.SecondAppraisal ? byId[row.ScorecardId].Scores.PointsOf(leaf, ScoreStage.FirstAppraisal) : null)
               where before != row.edit.Points
               select new MovedScore(card, leaf, row.Stage, before, row.edit, unlock),
        ];
    }

    private static ScorecardPlace PlaceOf(RoundSetup setup, Scorecard card, ScorecardHands hands)
    {
        var group = setup.Groups.First(group => group.Participants.Any(unit => unit.Participant.Id == card.ParticipantId));
        return new(card, setup.Round, group, group.Participants.First(unit => unit.Participant.Id == card.ParticipantId), hands);
    }

    private sealed record MovedScore(Scorecard Card, Criterion Leaf, ScoreStage Stage, decimal? Before, ScoreEdit Edit, ScorecardMove Unlock);
}
