using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>A scorecard in the list of one person.</summary>
/// <param name="Folder">The scorecard without its cells.</param>
/// <param name="Given">Cells of its present stage that are answered; of an appraiser, those assigned.</param>
/// <param name="All">Of how many.</param>
/// <param name="Fields">The fields this person appraises, and how far each is.</param>
public sealed record ScorecardLine(ScorecardFolder Folder, int Given, int All, IReadOnlyList<FieldLine> Fields);

/// <summary>A field of a scorecard and how far its appraisal is.</summary>
public sealed record FieldLine(Criterion Field, int Given, int All);

/// <summary>The scorecards a person works on or follows, of the rounds that are scored.</summary>
public sealed class ScorecardList(ParIndexDb db, RoundReader rounds)
{
    /// <summary>Everything the person may read in rounds that are open or whose scoring has just ended, by round, group and name.</summary>
    public async Task<IReadOnlyList<ScorecardLine>> OfAsync(StaffAccount actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var ids = await db.Rounds.AsNoTracking().Where(round => round.State == RoundState.Open || round.State == RoundState.Closed)
            .OrderByDescending(round => round.Year).ThenBy(round => round.Id).Select(round => round.Id).ToListAsync(cancel);
        var lines = new List<ScorecardLine>();
        foreach (var id in ids)
        {
            if (await rounds.FindAsync(id, cancel) is { } setup)
            {
                lines.AddRange(await OfAsync(actor, setup, cancel));
            }
        }

        return lines;
    }

    private async Task<IReadOnlyList<ScorecardLine>> OfAsync(StaffAccount actor, RoundSetup setup, CancellationToken cancel)
    {
        var roundId = setup.Round.Id;
        var cards = await (from card in db.Scorecards
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           where roundGroup.RoundId == roundId
                           select card).AsNoTracking().ToDictionaryAsync(card => card.ParticipantId, cancel);
        var folders = (from roundGroup in setup.Groups
                       from participant in roundGroup.Participants
                       where cards.ContainsKey(participant.Participant.Id)
                       let folder = new ScorecardFolder(cards[participant.Participant.Id], setup.Round, roundGroup, participant, [], [], setup.Staff)
                       where ScorecardRights.MayRead(actor, folder)
                       select folder).ToList();
        var cardIds = folders.Select(folder => folder.Card.Id).ToList();
        // A statement always gives points or proposes an exemption; so does 0 of 0 where the rule says that.
        var exempting = setup.Groups.Where(roundGroup => roundGroup.Set is not null).SelectMany(roundGroup => roundGroup.Set!.Leaves).Where(leaf => leaf.ExemptsNothing).Select(leaf => leaf.Id).ToList();
        var cells = await db.Set<ScoreCell>().AsNoTracking().Where(cell => cardIds.Contains(cell.ScorecardId) && cell.Stage != ScoreStage.Survey)
            .Select(cell => new CellMark(cell.ScorecardId, cell.Stage, cell.CriterionId, cell.Points != null || cell.Level != null || (cell.Required == 0 && exempting.Contains(cell.CriterionId)))).ToListAsync(cancel);
        var byCard = cells.ToLookup(cell => (cell.ScorecardId, cell.Stage));
        var fields = setup.Groups.Where(roundGroup => roundGroup.Set is not null).SelectMany(roundGroup => roundGroup.Set!.Leaves.Select(leaf => (leaf.Id, Field: roundGroup.FieldOf(leaf)))).ToDictionary(pair => pair.Id, pair => pair.Field);
        return [.. folders.Select(folder => Line(actor, folder, [.. Step(folder)], fields))];

        // At the second appraisal the first stands until another is given.
        IEnumerable<CellMark> Step(ScorecardFolder folder)
        {
            var standing = folder.Stage == ScoreStage.SecondAppraisal ? byCard[(folder.Card.Id, ScoreStage.FirstAppraisal)].Where(cell => cell.IsGiven).Select(cell => cell.CriterionId).ToHashSet() : [];
            return byCard[(folder.Card.Id, folder.Stage)].Select(cell => cell with { IsGiven = cell.IsGiven || standing.Contains(cell.CriterionId) });
        }
    }

    private static ScorecardLine Line(StaffAccount actor, ScorecardFolder folder, IReadOnlyList<CellMark> cells, IReadOnlyDictionary<Guid, Criterion> fields)
    {
        var appraised = folder.Group.Fields.Where(field => ScorecardRights.AppraisesField(actor, folder, field))
            .Select(field => cells.Where(cell => fields[cell.CriterionId].Id == field.Id).ToList() is var own ? new FieldLine(field, own.Count(cell => cell.IsGiven), own.Count) : null!)
            .Where(field => field.All > 0).ToList();
        return appraised.Count > 0
            ? new(folder, appraised.Sum(field => field.Given), appraised.Sum(field => field.All), appraised)
            : new(folder, cells.Count(cell => cell.IsGiven), cells.Count, []);
    }

    private sealed record CellMark(Guid ScorecardId, ScoreStage Stage, Guid CriterionId, bool IsGiven);
}
