using ParIndex.Application.Rounds;
using ParIndex.Application.Staff;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Evidence;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Scorecards;

/// <summary>One scorecard with everything its pages and rules ask about.</summary>
/// <param name="Card">The scorecard with cells, moves and submissions.</param>
/// <param name="Round">The round.</param>
/// <param name="Group">The group: rules, criteria set, assignments.</param>
/// <param name="Unit">The participant: unit, name in the year, exemptions, extensions.</param>
/// <param name="Explanations">What was asked and answered.</param>
/// <param name="Evidence">Documents that prove its leaves.</param>
/// <param name="Staff">Accounts by key.</param>
public sealed record ScorecardFolder(
    Scorecard Card, Round Round, GroupSetup Group, ParticipantSetup Unit,
    IReadOnlyList<Explanation> Explanations, IReadOnlyList<EvidenceLine> Evidence, IReadOnlyDictionary<Guid, StaffAccount> Staff)
{
    private IReadOnlyDictionary<Guid, Criterion>? _leaves;

    /// <summary>Whether documents are left out because this reader does not see them yet: none is then not “none”.</summary>
    public bool HidesEvidence { get; init; }

    private ScorecardHands? _hands;

    /// <summary>Whose hands it has been in.</summary>
    public ScorecardHands Hands
    {
        get => _hands ??= ScorecardHands.Of(Card);
        init => _hands = value;
    }

    /// <summary>The criteria set.</summary>
    public CriteriaSet Set => Group.Set!;

    /// <summary>The leaves that apply to the unit, in the order of the set.</summary>
    public IEnumerable<Criterion> Applicable => Unit.Sheet!.Lines.Where(line => line.State is not LeafState.NotApplicable).Select(line => line.Leaf);

    /// <summary>The step that binds it now, and its last instant for this unit, UTC; <c>null</c> while there is none.</summary>
    public DateTime? Deadline => Round.DeadlineOf(ScorecardRules.StepOf(Card.State), Unit.Participant);

    /// <summary>The leaf of a key, or <c>null</c>.</summary>
    public Criterion? Leaf(Guid id) => (_leaves ??= Set.Leaves.ToDictionary(leaf => leaf.Id)).GetValueOrDefault(id);

    /// <summary>The leaf of a code, or <c>null</c>.</summary>
    public Criterion? Leaf(string code) => Set.Criteria.FirstOrDefault(node => node.Code == code) is { } found ? Leaf(found.Id) : null;

    /// <summary>The stage whose cells are filled in now, or were last.</summary>
    public ScoreStage Stage => Card.State switch
    {
        ScorecardState.SelfScoring => ScoreStage.SelfScore,
        ScorecardState.FirstAppraisal or ScorecardState.Explanation => ScoreStage.FirstAppraisal,
        _ => ScoreStage.SecondAppraisal,
    };

    /// <summary>The stage a leaf is filled in at now: points of a survey are loaded, all others go with the scorecard.</summary>
    public ScoreStage StageOf(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Component == Component.Survey ? ScoreStage.Survey : Stage;
    }

    /// <summary>What was asked and answered about a leaf, or <c>null</c>.</summary>
    public Explanation? ExplanationOf(Criterion leaf) => Explanations.FirstOrDefault(explanation => explanation.CriterionId == leaf.Id);

    /// <summary>Documents that prove a leaf.</summary>
    public IEnumerable<EvidenceLine> EvidenceOf(Criterion leaf) => Evidence.Where(line => line.Link.CriterionId == leaf.Id);

    /// <summary>
    /// The points that count so far: of appraised leaves the second appraisal, else the first; of survey leaves those
    /// loaded. <c>null</c> while there are none.
    /// </summary>
    public decimal? Counting(Criterion leaf) => PointsAt(leaf, ScoreStage.SecondAppraisal);

    /// <summary>
    /// The points of a leaf that count when nothing later than a stage is looked at: the unit's own at the self-score, the
    /// first appraisal's, or the second's where there are some; of survey leaves those loaded. <c>null</c> for none.
    /// </summary>
    public decimal? PointsAt(Criterion leaf, ScoreStage stage)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Component == Component.Survey ? Card.Cell(ScoreStage.Survey, leaf.Id)?.Points
            : stage == ScoreStage.SelfScore ? Card.Cell(ScoreStage.SelfScore, leaf.Id)?.Points
            : (stage == ScoreStage.FirstAppraisal ? null : Card.Cell(ScoreStage.SecondAppraisal, leaf.Id)?.Points) ?? Card.Cell(ScoreStage.FirstAppraisal, leaf.Id)?.Points;
    }

    /// <summary>
    /// What the points that count at a stage come to for the unit: total, scale, index and rating so far, with survey
    /// points as far as they are loaded. Nothing of a later stage is in it.
    /// </summary>
    public IndexResult Standing(ScoreStage stage)
    {
        var scores = Applicable.Select(leaf => (leaf.Code, Points: PointsAt(leaf, stage)))
            .Where(pair => pair.Points is not null).ToDictionary(pair => pair.Code, pair => pair.Points!.Value);
        var exemptions = Unit.NotApplicable.ToDictionary(leaf => leaf.Code, _ => "");
        var totals = new ScoreSheet(Set, exemptions, scores).Totals(Unit.Unit.Code, Unit.Participant.IsSpecialCase, isRanked: Unit.Participant.IsRanked);
        return IndexCalculator.Calculate(totals, Group.Group.Rules);
    }

    /// <summary>How many leaves of a stage are answered, and of how many.</summary>
    public (int Given, int All) Progress(ScoreStage stage)
    {
        var cells = Card.Cells.Where(cell => cell.Stage == stage).ToList();
        return (cells.Count(IsAnswered), cells.Count);
    }

    /// <summary>Whether a cell needs nothing more: it is answered, or it is of the second appraisal and the first stands.</summary>
    public bool IsAnswered(ScoreCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Leaf(cell.CriterionId) is { } leaf
            && (cell.Answer.IsGiven(leaf) || (cell.Stage == ScoreStage.SecondAppraisal && Card.Cell(ScoreStage.FirstAppraisal, leaf.Id)?.Answer.IsGiven(leaf) == true));
    }
}

/// <summary>A document that proves a leaf.</summary>
/// <param name="Link">Which leaf, and which pages.</param>
/// <param name="Document">The document.</param>
/// <param name="File">Its file, or <c>null</c> for a citation alone.</param>
public sealed record EvidenceLine(EvidenceLink Link, EvidenceDocument Document, StoredFile? File);
