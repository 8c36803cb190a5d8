using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Accounts;
using ParIndex.Application.Data;
using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Application.Scorecards;

/// <summary>How far one unit of a round is.</summary>
/// <param name="Folder">Its scorecard.</param>
/// <param name="Given">What is answered in the present step: cells, or requests for explanation.</param>
/// <param name="All">Of how many.</param>
/// <param name="IsLate">Whether the deadline of the step, with the unit's extension, is past.</param>
/// <param name="IsNotStarted">Whether the unit has entered nothing yet.</param>
/// <param name="OpenExplanations">Requests for explanation that are not answered, whether the unit's turn has come or not.</param>
/// <param name="Proposals">The leaves the unit says do not apply, with its reason.</param>
public sealed record ProgressLine(ScorecardPlace Folder, int Given, int All, bool IsLate, bool IsNotStarted, int OpenExplanations, IReadOnlyList<(Criterion Leaf, string? Reason)> Proposals)
{
    /// <summary>Whether the unit was given a later deadline for its present step.</summary>
    public bool IsExtended => Folder.Unit.Participant.Extensions.Any(extension => extension.Step == ScorecardRules.StepOf(Folder.Card.State));

    /// <summary>Requests for explanation that wait for the unit: it is asked for answers only in that step.</summary>
    public int WaitingExplanations => Folder.Card.State == ScorecardState.Explanation ? OpenExplanations : 0;

    /// <summary>
    /// The move that ends the step, when as far as the board sees nothing is missing for it: every leaf appraised, every
    /// request answered or the time for it over, points for every leaf. <c>null</c> while something is, and where the
    /// unit's own submission ends the step.
    /// </summary>
    public ScorecardAct? Due { get; init; }

    /// <summary>Instant of the newest reminder to its officers, by a person or before a deadline, UTC; <c>null</c> where there was none.</summary>
    public DateTime? RemindedAt { get; init; }

    /// <summary>For how long the deadline has been past; zero where it is not.</summary>
    public TimeSpan Lateness { get; init; }

    /// <summary>Whether the deadline that is past binds the unit, and not those who appraise it.</summary>
    public bool IsUnitLate => IsLate && Folder.Card.State is (ScorecardState.SelfScoring or ScorecardState.Explanation);

    /// <summary>By what must be done first: late ones, then those whose deadline is nearest, then those with the least done; agreed ones last.</summary>
    public static IEnumerable<ProgressLine> ByUrgency(IEnumerable<ProgressLine> lines) => lines
        .OrderBy(line => line.Folder.Card.State == ScorecardState.Agreed)
        .ThenByDescending(line => line.IsLate)
        .ThenBy(line => line.Folder.Deadline ?? DateTime.MaxValue)
        .ThenBy(line => line.All == 0 ? 1 : (decimal)line.Given / line.All);
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
/// <param name="Folder">The scorecard.</param>
/// <param name="Leaf">The leaf.</param>
/// <param name="Self">The unit's own score.</param>
/// <param name="First">The first appraisal.</param>
/// <param name="Second">The second appraisal, where there is one.</param>
/// <param name="Counting">The points that count now.</param>
/// <param name="Explanation">What was asked, and how the unit argues.</param>
public sealed record DifferingOpinion(ScorecardPlace Folder, Criterion Leaf, Opinion Self, Opinion First, Opinion? Second, decimal? Counting, Explanation Explanation);

/// <summary>The boards of a round: who is how far, where scores differ. Each is read in a handful of queries, whatever the number of units.</summary>
public sealed class RoundBoards(ParIndexDb db, TimeProvider clock)
{
    /// <summary>How far each unit is, by group and name.</summary>
    public async Task<IReadOnlyList<ProgressLine>> ProgressAsync(RoundSetup setup, CancellationToken cancel = default)
    {
        var folders = await FoldersAsync(setup, reader: null, cancel);
        var ids = folders.ConvertAll(folder => folder.Card.Id);
        var marks = await ScoreMarks.OfAsync(db, ids, cancel);
        var explanations = (await db.Explanations.AsNoTracking().Where(explanation => ids.Contains(explanation.ScorecardId)).ToListAsync(cancel)).ToLookup(explanation => explanation.ScorecardId);
        var reminded = await RemindedAsync(setup, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        return folders.ConvertAll(folder => Progress(folder, new(marks[folder.Card.Id]), [.. explanations[folder.Card.Id]], now) with { RemindedAt = reminded.GetValueOrDefault(folder.Unit.Participant.Id) });
    }

    /// <summary>The gap between self-score and appraisal, by unit and by leaf, where both are there and the reader sees them.</summary>
    public async Task<(IReadOnlyList<UnitGap> Units, IReadOnlyList<LeafGap> Leaves)> GapAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        var folders = await FoldersAsync(setup, reader, cancel);
        var marks = await ScoreMarks.OfAsync(db, folders.ConvertAll(folder => folder.Card.Id), cancel);
        var pairs = (from folder in folders
                     let seen = SeenStages.Of(reader, folder)
                     let scores = new Scores(marks[folder.Card.Id].Where(mark => seen.Has(mark.Stage)))
                     from leaf in folder.Applicable
                     where leaf.Component != Component.Survey
                     let self = scores.PointsOf(leaf, ScoreStage.SelfScore)
                     let appraised = scores.PointsOf(leaf)
                     where self is not null && appraised is not null
                     select (Folder: folder, Leaf: leaf, Self: self.Value, Appraised: appraised.Value)).ToList();
        var units = pairs.GroupBy(pair => pair.Folder).Select(unit => new UnitGap(unit.Key.Group, unit.Key.Unit, unit.Count(), unit.Sum(pair => pair.Leaf.Component.Effect(pair.Self)), unit.Sum(pair => pair.Leaf.Component.Effect(pair.Appraised)))).ToList();
        var leaves = from pair in pairs
                     group pair by (pair.Folder.Group, pair.Leaf) into leaf
                     select new LeafGap(leaf.Key.Group, leaf.Key.Leaf, leaf.Count(), leaf.Count(pair => pair.Self > pair.Appraised), leaf.Count(pair => pair.Self < pair.Appraised), leaf.Average(pair => pair.Self), leaf.Average(pair => pair.Appraised));
        var order = setup.Groups.SelectMany(group => group.Set?.Leaves ?? []).Select((leaf, place) => (leaf.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return (units, [.. leaves.OrderBy(leaf => order[leaf.Leaf.Id])]);
    }

    /// <summary>The leaves on which unit and appraisers differ, as far as the reader sees: the unit keeps its score, and other points count.</summary>
    public async Task<IReadOnlyList<DifferingOpinion>> OpinionsAsync(RoundSetup setup, StaffAccount reader, CancellationToken cancel = default)
    {
        var folders = (await FoldersAsync(setup, reader, cancel)).ToDictionary(folder => folder.Card.Id);
        var ids = folders.Keys.ToList();
        var seen = folders.ToDictionary(pair => pair.Key, pair => SeenStages.Of(reader, pair.Value));
        var explanations = await db.Explanations.AsNoTracking().Where(explanation => ids.Contains(explanation.ScorecardId) && explanation.KeepsSelfScore == true).ToListAsync(cancel);
        var (cards, leaves) = (explanations.Select(e => e.ScorecardId).Distinct().ToList(), explanations.Select(e => e.CriterionId).Distinct().ToList());
        var cells = (await db.Set<ScoreCell>().AsNoTracking().Where(cell => cards.Contains(cell.ScorecardId) && leaves.Contains(cell.CriterionId)).ToListAsync(cancel))
            .Where(cell => seen[cell.ScorecardId].Has(cell.Stage)).ToLookup(cell => cell.ScorecardId, cell => cell.Mark);
        var differing = from explanation in explanations
                        let folder = folders[explanation.ScorecardId]
                        let leaf = folder.Leaf(explanation.CriterionId)
                        where leaf is not null
                        let scores = new Scores(cells[explanation.ScorecardId])
                        where scores.OpinionsDiffer(leaf, explanation)
                        select new DifferingOpinion(folder, leaf, Of(scores.At(leaf, ScoreStage.SelfScore))!, Of(scores.At(leaf, ScoreStage.FirstAppraisal))!, Of(scores.At(leaf, ScoreStage.SecondAppraisal)), scores.PointsOf(leaf), explanation);
        var order = folders.Keys.Select((id, place) => (id, place)).ToDictionary(pair => pair.id, pair => pair.place);
        return [.. differing.OrderBy(item => order[item.Folder.Card.Id]).ThenBy(item => item.Leaf.Code, StringComparer.Ordinal)];

        static Opinion? Of(CellMark? mark) => mark is null ? null : new(mark.Answer.Points, mark.Answer.Note);
    }

    private static ProgressLine Progress(ScorecardPlace place, Scores scores, IReadOnlyList<Explanation> explanations, DateTime now)
    {
        var isExplaining = place.Card.State == ScorecardState.Explanation;
        var asked = explanations.Where(explanation => explanation.RequestedBy is not null).ToList();
        var (given, all) = scores.Progress(place.Stage, place.Set.Leaves);
        var isOpen = place.Round.State == RoundState.Open && place.Card.State != ScorecardState.Agreed;
        var isLate = isOpen && place.IsPast(now);
        var open = asked.Count(explanation => explanation.IsOpen);
        return new(
            place,
            isExplaining ? asked.Count(explanation => !explanation.IsOpen) : given,
            isExplaining ? asked.Count : all,
            isLate,
            isOpen && place.Card.State == ScorecardState.SelfScoring && !scores.Marks.Any(mark => mark.Stage == ScoreStage.SelfScore && mark.ChangedBy is not null),
            open,
            [.. from leaf in place.Set.Leaves
                let self = scores.At(leaf, ScoreStage.SelfScore)
                where self is not null && self.Answer.ProposesExemption(leaf)
                orderby leaf.Code
                select (leaf, self.Answer.Note)])
        {
            Lateness = isLate ? now - place.Deadline!.Value : TimeSpan.Zero,
            Due = !isOpen ? null : place.Card.State switch
            {
                ScorecardState.FirstAppraisal when all > 0 && given == all => ScorecardAct.EndFirstAppraisal,
                ScorecardState.Explanation when open == 0 || isLate => ScorecardAct.EndExplanation,
                ScorecardState.SecondAppraisal when place.Applicable.All(leaf => scores.Counting(leaf) is not null) => ScorecardAct.Agree,
                _ => null,
            },
        };
    }

    /// <summary>When each unit was reminded last: the subject of a reminder ends with the unit and the year.</summary>
    private async Task<IReadOnlyDictionary<Guid, DateTime?>> RemindedAsync(RoundSetup setup, CancellationToken cancel)
    {
        var officers = setup.Staff.Values.Where(account => account.UnitId is not null).ToDictionary(account => account.Id, account => account.UnitId);
        var (ids, end) = (officers.Keys.ToList(), ReminderSending.EndOf(setup.Round));
        var sent = await db.OutboxMessages.AsNoTracking().Where(message => ids.Contains(message.RecipientId) && message.Subject.EndsWith(end))
            .GroupBy(message => new { message.RecipientId, message.Subject }).Select(same => new { same.Key.RecipientId, same.Key.Subject, At = same.Max(message => message.QueuedAt) }).ToListAsync(cancel);
        var byUnit = sent.ToLookup(message => officers[message.RecipientId]);
        return setup.Participants.ToDictionary(
            unit => unit.Participant.Id,
            unit => byUnit[unit.Unit.Id].Where(message => message.Subject.EndsWith(ReminderSending.EndOf(setup.Round, unit), StringComparison.Ordinal)).Max(message => (DateTime?)message.At));
    }

    private async Task<List<ScorecardPlace>> FoldersAsync(RoundSetup setup, StaffAccount? reader, CancellationToken cancel)
    {
        var roundId = setup.Round.Id;
        var cards = await (from card in db.Scorecards.AsNoTracking()
                           join participant in db.Set<Participant>() on card.ParticipantId equals participant.Id
                           join roundGroup in db.Set<RoundGroup>() on participant.RoundGroupId equals roundGroup.Id
                           where roundGroup.RoundId == roundId
                           select card).ToDictionaryAsync(card => card.ParticipantId, cancel);
        var hands = reader is null ? null : await ScorecardHands.OfAsync(db, [.. cards.Values.Select(card => card.Id)], reader.Id, cancel);
        return [.. from roundGroup in setup.Groups
                   where roundGroup.Set is not null
                   from unit in roundGroup.Participants
                   where cards.ContainsKey(unit.Participant.Id)
                   let card = cards[unit.Participant.Id]
                   select new ScorecardPlace(card, setup.Round, roundGroup, unit, hands?[card.Id] ?? ScorecardHands.Nobody)];
    }
}
