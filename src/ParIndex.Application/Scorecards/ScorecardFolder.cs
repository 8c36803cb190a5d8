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
    public ScoreStage Stage => ScorecardRules.StageOf(Card.State);

    /// <summary>The stage a leaf is filled in at now.</summary>
    public ScoreStage StageOf(Criterion leaf) => ScorecardRules.StageOf(leaf, Stage);

    /// <summary>What was asked and answered about a leaf, or <c>null</c>.</summary>
    public Explanation? ExplanationOf(Criterion leaf) => Explanations.FirstOrDefault(explanation => explanation.CriterionId == leaf.Id);

    /// <summary>Documents that prove a leaf.</summary>
    public IEnumerable<EvidenceLine> EvidenceOf(Criterion leaf) => Evidence.Where(line => line.Link.CriterionId == leaf.Id);

    /// <summary>
    /// What the points that count at a stage come to for the unit: total, scale, index and rating so far, with survey
    /// points as far as they are loaded. Nothing of a later stage is in it.
    /// </summary>
    public IndexResult Standing(ScoreStage stage)
    {
        var totals = Unit.Participant.Sheet(Set, Card.Scores.PointsOf(Set.Leaves, stage)).Totals(Unit.Unit.Code, Unit.Participant.IsSpecialCase, isRanked: Unit.Participant.IsRanked);
        return IndexCalculator.Calculate(totals, Group.Group.Rules);
    }
}

/// <summary>A document that proves a leaf.</summary>
/// <param name="Link">Which leaf, and which pages.</param>
/// <param name="Document">The document.</param>
/// <param name="File">Its file, or <c>null</c> for a citation alone.</param>
public sealed record EvidenceLine(EvidenceLink Link, EvidenceDocument Document, StoredFile? File);
