using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Scorecards;

/// <summary>How far one unit of a round is.</summary>
/// <param name="Folder">Its scorecard, without cells and documents.</param>
/// <param name="Given">What is answered in the present step: cells, or requests for explanation.</param>
/// <param name="All">Of how many.</param>
/// <param name="IsLate">Whether the deadline of the step, with the unit's extension, is past.</param>
/// <param name="IsNotStarted">Whether the unit has entered nothing yet.</param>
/// <param name="OpenExplanations">Requests for explanation that wait for the unit.</param>
/// <param name="Proposals">The leaves the unit says do not apply, with its reason.</param>
public sealed record ProgressLine(ScorecardFolder Folder, int Given, int All, bool IsLate, bool IsNotStarted, int OpenExplanations, IReadOnlyList<(Criterion Leaf, string? Reason)> Proposals)
{
    /// <summary>Whether the unit was given a later deadline for its present step.</summary>
    public bool IsExtended => Folder.Unit.Participant.Extensions.Any(extension => extension.Step == ScorecardRules.StepOf(Folder.Card.State));
}

/// <summary>Self-score minus appraised score of one unit, over the leaves that have both.</summary>
/// <param name="Group">The group.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Leaves">How many leaves have both.</param>
/// <param name="Self">Sum of its own points; penalties subtract.</param>
/// <param name="Appraised">Sum of the points that count; penalties subtract.</param>
public sealed record UnitGap(GroupSetup Group, ParticipantSetup Unit, int Leaves, decimal Self, decimal Appraised)
{
    /// <summary>Self − appraised, points: above 0 where the unit gave itself more.</summary>
    public decimal Gap => Self - Appraised;
}

/// <summary>Self-score minus appraised score of one leaf, over the units that have both.</summary>
/// <param name="Group">The group.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Units">How many units have both.</param>
/// <param name="Higher">How many of them gave themselves more.</param>
/// <param name="Lower">How many of them gave themselves less.</param>
/// <param name="MeanSelf">Mean of their own points.</param>
/// <param name="MeanAppraised">Mean of the points that count.</param>
public sealed record LeafGap(GroupSetup Group, Criterion Leaf, int Units, int Higher, int Lower, decimal MeanSelf, decimal MeanAppraised)
{
    /// <summary>Self − appraised, points.</summary>
    public decimal Gap => MeanSelf - MeanAppraised;
}

/// <summary>What a stage says of a leaf.</summary>
/// <param name="Points">Points, or <c>null</c>.</param>
/// <param name="Note">Why, or <c>null</c>.</param>
public sealed record Opinion(decimal? Points, string? Note);

/// <summary>A leaf on which unit and appraisers differ after the explanation (nội dung còn ý kiến khác nhau).</summary>
/// <param name="Folder">The scorecard, without cells and documents.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Self">The unit's own score.</param>
/// <param name="First">The first appraisal.</param>
/// <param name="Second">The second appraisal, where there is one.</param>
/// <param name="Explanation">What was asked, and how the unit argues.</param>
public sealed record DifferingOpinion(ScorecardFolder Folder, Criterion Leaf, Opinion Self, Opinion First, Opinion? Second, Explanation Explanation)
{
    /// <summary>The points that count now.</summary>
    public decimal? Counting => Second?.Points ?? First.Points;
}

/// <summary>The boards of a round: who is how far, where scores differ. Each is read in a handful of queries, whatever the number of units.</summary>
public sealed class RoundBoards(ParIndexDb db, TimeProvider clock)
{
    /// <summary>How far each unit is, by group and name.</summary>
    public async Task<IReadOnlyList<ProgressLine>> ProgressAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        var folders = await FoldersAsync(setup, cancel);
        var ids = folders.ConvertAll(folder => folder.Card.Id);
        var cells = (await CellsAsync(setup, ids, cancel)).ToLookup(cell => cell.ScorecardId);
        var explanations = (await db.Explanations.AsNoTracking().Where(explanation => ids.Contains(explanation.ScorecardId)).ToListAsync(cancel)).ToLookup(explanation => explanation.ScorecardId);
        var now = clock.GetUtcNow().UtcDateTime;
        return folders.ConvertAll(folder => Progress(folder, [.. cells[folder.Card.Id]], [.. explanations[folder.Card.Id]], now));
    }

    /// <summary>The gap between self-score and appraisal, by unit and by leaf, where both are there and the reader sees them.</summary>
    public async Task<(IReadOnlyList<UnitGap> Units, IReadOnlyList<LeafGap> Leaves)> GapAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        var folders = await FoldersAsync(setup, cancel);
        var cells = (await CellsAsync(setup, folders.ConvertAll(folder => folder.Card.Id), cancel)).ToLookup(cell => cell.ScorecardId);
        var pairs = (from folder in folders
                     let seen = SeenStages.Of(reader, folder)
                     let points = cells[folder.Card.Id].Where(cell => seen.Has(cell.Stage)).ToDictionary(cell => (cell.CriterionId, cell.Stage), cell => cell.Points)
                     from leaf in folder.Applicable
                     let self = points.GetValueOrDefault((leaf.Id, ScoreStage.SelfScore))
                     let appraised = points.GetValueOrDefault((leaf.Id, ScoreStage.SecondAppraisal)) ?? points.GetValueOrDefault((leaf.Id, ScoreStage.FirstAppraisal))
                     where self is not null && appraised is not null
                     select (Folder: folder, Leaf: leaf, Self: self.Value, Appraised: appraised.Value)).ToList();
        var units = pairs.GroupBy(pair => pair.Folder).Select(unit => new UnitGap(unit.Key.Group, unit.Key.Unit, unit.Count(), unit.Sum(pair => Signed(pair.Leaf, pair.Self)), unit.Sum(pair => Signed(pair.Leaf, pair.Appraised)))).ToList();
        var leaves = from pair in pairs
                     group pair by (pair.Folder.Group, pair.Leaf) into leaf
                     select new LeafGap(leaf.Key.Group, leaf.Key.Leaf, leaf.Count(), leaf.Count(pair => pair.Self > pair.Appraised), leaf.Count(pair => pair.Self < pair.Appraised), leaf.Average(pair => pair.Self), leaf.Average(pair => pair.Appraised));
        var order = setup.Groups.SelectMany(group => group.Set?.Leaves ?? []).Select((leaf, place) => (leaf.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return (units, [.. leaves.OrderBy(leaf => order[leaf.Leaf.Id])]);
    }

    /// <summary>The leaves on which unit and appraisers differ, as far as the reader sees: the unit keeps its score, and other points count.</summary>
    public async Task<IReadOnlyList<DifferingOpinion>> OpinionsAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        var folders = (await FoldersAsync(setup, cancel)).ToDictionary(folder => folder.Card.Id);
        var ids = folders.Keys.ToList();
        var seen = folders.ToDictionary(pair => pair.Key, pair => SeenStages.Of(reader, pair.Value));
        var explanations = await db.Explanations.AsNoTracking().Where(explanation => ids.Contains(explanation.ScorecardId) && explanation.KeepsSelfScore == true).ToListAsync(cancel);
        var (cards, leaves) = (explanations.Select(e => e.ScorecardId).Distinct().ToList(), explanations.Select(e => e.CriterionId).Distinct().ToList());
        var cells = (await db.Set<ScoreCell>().AsNoTracking().Where(cell => cards.Contains(cell.ScorecardId) && leaves.Contains(cell.CriterionId)).ToListAsync(cancel))
            .ToDictionary(cell => (cell.ScorecardId, cell.CriterionId, cell.Stage), cell => new Opinion(cell.Points, cell.Note));
        var differing = from explanation in explanations
                        let folder = folders[explanation.ScorecardId]
                        let leaf = folder.Leaf(explanation.CriterionId)
                        where leaf is not null
                        let self = Of(explanation, ScoreStage.SelfScore)
                        let first = Of(explanation, ScoreStage.FirstAppraisal)
                        let second = Of(explanation, ScoreStage.SecondAppraisal)
                        where self is not null && first is not null
                        select new DifferingOpinion(folder, leaf, self, first, second, explanation);
        var order = folders.Keys.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        return [.. differing.Where(item => Explanation.LeavesOpen(item.Self.Points, item.Counting)).OrderBy(item => order[item.Folder.Card.Id]).ThenBy(item => item.Leaf.Code, StringComparer.Ordinal)];

        Opinion? Of(Explanation explanation, ScoreStage stage) => !seen[explanation.ScorecardId].Has(stage) ? null : cells.GetValueOrDefault((explanation.ScorecardId, explanation.CriterionId, stage));
    }

    private static decimal Signed(Criterion leaf, decimal points) => leaf.Component == Component.Penalty ? -points : points;

    private static ProgressLine Progress(ScorecardFolder folder, IReadOnlyList<CellMark> cells, IReadOnlyList<Explanation> explanations, DateTime now)
    {
        var isExplaining = folder.Card.State == ScorecardState.Explanation;
        var asked = explanations.Where(explanation => explanation.RequestedBy is not null).ToList();
        var step = cells.Where(cell => cell.Stage == folder.Stage).ToList();
        // Until a second appraisal is given, the first stands.
        var standing = cells.Where(cell => cell.IsGiven && (cell.Stage == folder.Stage || (folder.Stage == ScoreStage.SecondAppraisal && cell.Stage == ScoreStage.FirstAppraisal))).Select(cell => cell.CriterionId).ToHashSet();
        var isOpen = folder.Round.State == RoundState.Open && folder.Card.State != ScorecardState.Agreed;
        return new(
            folder,
            isExplaining ? asked.Count(explanation => !explanation.IsOpen) : step.Count(cell => standing.Contains(cell.CriterionId)),
            isExplaining ? asked.Count : step.Count,
            isOpen && folder.Deadline < now,
            isOpen && folder.Card.State == ScorecardState.SelfScoring && !cells.Any(cell => cell.Stage == ScoreStage.SelfScore && cell.IsTouched),
            asked.Count(explanation => explanation.IsOpen),
            [.. from cell in cells
                where cell.Stage == ScoreStage.SelfScore && cell.Points is null && cell.IsGiven
                let leaf = folder.Leaf(cell.CriterionId)
                where leaf is not null
                orderby leaf.Code
                select (leaf, cell.Reason)]);
    }

    private async Task<List<ScorecardFolder>> FoldersAsync(RoundSetup setup, CancellationToken cancel)
    {
        var roundId = setup.Round.Id;
        var cards = await (from card in db.Scorecards.AsNoTracking()
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           where roundGroup.RoundId == roundId
                           select card).ToDictionaryAsync(card => card.ParticipantId, cancel);
        return [.. from roundGroup in setup.Groups
                   where roundGroup.Set is not null
                   from unit in roundGroup.Participants
                   where cards.ContainsKey(unit.Participant.Id)
                   select new ScorecardFolder(cards[unit.Participant.Id], setup.Round, roundGroup, unit, [], [], setup.Staff)];
    }

    /// <summary>Of each cell only what boards count; reasons only where an exemption is proposed.</summary>
    private Task<List<CellMark>> CellsAsync(RoundSetup setup, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var exempting = setup.Groups.SelectMany(group => group.Set?.Leaves ?? []).Where(leaf => leaf.ExemptsNothing).Select(leaf => leaf.Id).ToList();
        return db.Set<ScoreCell>().AsNoTracking().Where(cell => ids.Contains(cell.ScorecardId) && cell.Stage != ScoreStage.Survey)
            .Select(cell => new { Cell = cell, Exempts = cell.Points == null && (cell.Level != null || (cell.Required == 0 && exempting.Contains(cell.CriterionId))) })
            .Select(pair => new CellMark(pair.Cell.ScorecardId, pair.Cell.CriterionId, pair.Cell.Stage, pair.Cell.Points, pair.Cell.Points != null || pair.Exempts, pair.Cell.ChangedAt != null, pair.Exempts ? pair.Cell.Note : null))
            .ToListAsync(cancel);
    }

    private sealed record CellMark(Guid ScorecardId, Guid CriterionId, ScoreStage Stage, decimal? Points, bool IsGiven, bool IsTouched, string? Reason);
}
