using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Releases;

/// <summary>A unit of a scored round.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Sheet">Its leaves with exemptions and the points that count.</param>
/// <param name="Totals">What the index is computed from; the scale is derived from the leaves that apply.</param>
public sealed record AssessedUnit(Unit Unit, ScoreSheet Sheet, UnitTotals Totals)
{
    /// <summary>The raw figures that stand beside the points, by the leaf's code; a leaf without any has no entry.</summary>
    public IReadOnlyDictionary<string, CellAnswer> Answers { get; init; } = new Dictionary<string, CellAnswer>();

    /// <summary>The leaves as whether years compare is asked of them: without bonus and penalty, which it does not depend on.</summary>
    public YearScores YearScores => new(
        [.. Sheet.Lines.Where(line => line.State is LeafState.Scored && line.Leaf.Component.IsInScale())
            .Select(line => new YearLeaf(line.Leaf.Lineage, line.Leaf.MaxScore, ((LeafState.Scored)line.State).Points, line.Leaf.IsComparable))]);
}

/// <summary>A group of a scored round.</summary>
/// <param name="Group">The group.</param>
/// <param name="CriteriaSet">Its criteria set.</param>
/// <param name="Rules">Rating bands, ranking policy, ceilings, rounding.</param>
/// <param name="Units">Its units, in any order.</param>
public sealed record AssessedGroup(UnitGroup Group, CriteriaSet CriteriaSet, GroupRules Rules, IReadOnlyList<AssessedUnit> Units)
{
    /// <summary>The unit of a code, or <c>null</c>.</summary>
    public AssessedUnit? Find(string unitCode) => Units.FirstOrDefault(unit => unit.Unit.Code == unitCode);
}

/// <summary>A scored round: everything the results of its year follow from.</summary>
/// <param name="Year">The year assessed.</param>
/// <param name="Groups">The groups that take part.</param>
public sealed record AssessedYear(int Year, IReadOnlyList<AssessedGroup> Groups)
{
    /// <summary>The group of a slug, or <c>null</c>.</summary>
    public AssessedGroup? Find(string slug) => Groups.FirstOrDefault(group => group.Group.Slug == slug);

    /// <summary>
    /// A stored round with its scorecards, and the points that count of them (<see cref="Scores.Counting"/>).
    /// </summary>
    /// <param name="round">The round with groups, participants and exemptions.</param>
    /// <param name="groups">The register of groups.</param>
    /// <param name="sets">The criteria sets the round uses.</param>
    /// <param name="units">The units that take part.</param>
    /// <param name="scorecards">Their scorecards; a participant without one is not yet scored.</param>
    /// <exception cref="InvalidOperationException">A group, set or unit the round names is missing.</exception>
    public static AssessedYear Of(Round round, IEnumerable<UnitGroup> groups, IEnumerable<CriteriaSet> sets, IEnumerable<Unit> units, IEnumerable<Scorecard> scorecards)
    {
        ArgumentNullException.ThrowIfNull(round);
        var (groupById, setById, unitById) = (groups.ToDictionary(group => group.Id), sets.ToDictionary(set => set.Id), units.ToDictionary(unit => unit.Id));
        var cardByParticipant = scorecards.ToDictionary(card => card.ParticipantId);
        return new(round.Year,
        [
            .. round.Groups.Select(group => new AssessedGroup(groupById[group.UnitGroupId], SetOf(group), group.Rules,
            [
                .. group.Participants.Select(participant => Assess(unitById[participant.UnitId], SetOf(group), group.RatingConditions, participant, cardByParticipant.GetValueOrDefault(participant.Id))),
            ])),
        ]);

        CriteriaSet SetOf(RoundGroup group) => group.CriteriaSetId is { } id
            ? setById[id]
            : throw new InvalidOperationException("A group of the round has no criteria set yet.");
    }

    private static AssessedUnit Assess(Unit unit, CriteriaSet set, ConditionScheme conditions, Participant participant, Scorecard? card)
    {
        var scores = card?.Scores ?? new Scores([]);
        var sheet = participant.Sheet(set, scores.PointsOf(set.Leaves));
        return new(unit, sheet, participant.Totals(unit.Code, sheet, conditions))
        {
            Answers = set.Leaves.Where(leaf => scores.Counting(leaf) is not null).ToDictionary(leaf => leaf.Code, leaf => scores.Counting(leaf)!.Answer),
        };
    }
}
