using ParIndex.Application.Rounds;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Scorecards;

/// <summary>
/// One scorecard in its place: whose it is, in which round, whose hands it has been in. As much as lists, boards, rights
/// and edits of cells ask about; what was asked about its leaves and what proves them has the <see cref="ScorecardFolder"/>.
/// </summary>
/// <param name="Card">The scorecard; its cells, moves and submissions throw where they were not read.</param>
/// <param name="Round">The round.</param>
/// <param name="Group">The group: rules, criteria set, assignments.</param>
/// <param name="Unit">The participant: unit, name in the year, exemptions, extensions.</param>
/// <param name="Hands">Whose hands it has been in, of everybody or of its reader alone.</param>
public record ScorecardPlace(Scorecard Card, Round Round, GroupSetup Group, ParticipantSetup Unit, ScorecardHands Hands)
{
    private IReadOnlyDictionary<Guid, Criterion>? _leaves;

    /// <summary>The criteria set.</summary>
    public CriteriaSet Set => Group.Set!;

    /// <summary>The leaves that apply to the unit, in the order of the set.</summary>
    public IEnumerable<Criterion> Applicable => Unit.Sheet!.Lines.Where(line => line.State is not LeafState.NotApplicable).Select(line => line.Leaf);

    /// <summary>The step that binds it now, and its last instant for this unit, UTC; <c>null</c> while there is none.</summary>
    public DateTime? Deadline => Round.DeadlineOf(ScorecardRules.StepOf(Card.State), Unit.Participant);

    /// <summary>Whether that step is over for this unit; never while it has no deadline.</summary>
    public bool IsPast(DateTime now) => Deadline < now;

    /// <summary>The leaf of a key, or <c>null</c>.</summary>
    public Criterion? Leaf(Guid id) => (_leaves ??= Set.Leaves.ToDictionary(leaf => leaf.Id)).GetValueOrDefault(id);

    /// <summary>The leaf of a code, or <c>null</c>.</summary>
    public Criterion? Leaf(string code) => Set.Criteria.FirstOrDefault(node => node.Code == code) is { } found ? Leaf(found.Id) : null;

    /// <summary>The stage whose cells are filled in now, or were last.</summary>
    public ScoreStage Stage => ScorecardRules.StageOf(Card.State);

    /// <summary>The stage a leaf is filled in at now.</summary>
    public ScoreStage StageOf(Criterion leaf) => ScorecardRules.StageOf(leaf, Stage);

    /// <summary>
    /// What the points that count at a stage come to for the unit: total, scale, index and rating so far, with survey
    /// points as far as they are loaded. Nothing of a later stage is in it.
    /// </summary>
    public IndexResult Standing(ScoreStage stage)
    {
        var sheet = Unit.Participant.Sheet(Set, Card.Scores.PointsOf(Set.Leaves, stage));
        return IndexCalculator.Calculate(Unit.Participant.Totals(Unit.Unit.Code, sheet, Group.Group.RatingConditions), Group.Group.Rules);
    }
}
