using ParIndex.Application.Rounds;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Releases;

/// <summary>Where a unit stands: its index to the published decimals, rating and place.</summary>
/// <param name="Index">Per cent, rounded once.</param>
/// <param name="Decimals">The places it is published with.</param>
/// <param name="Rating">The rating, or <c>null</c>.</param>
/// <param name="Rank">The place in its list, or <c>null</c> for who is not ranked.</param>
public sealed record UnitStanding(decimal Index, int Decimals, string? Rating, int? Rank)
{
    /// <summary>“82,08%; Tốt; hạng 3”.</summary>
    public string Words => string.Join("; ", new[] { NumberWriter.Vietnamese(Index, Decimals) + "%", Rating, Rank is { } rank ? $"hạng {rank}" : null }.OfType<string>());
}

/// <summary>Another unit whose place moves.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Before">Its place before.</param>
/// <param name="After">Its place after.</param>
public sealed record MovedPlace(string Unit, int? Before, int? After)
{
    /// <summary>“Sở Tư pháp: hạng 3 → 4”.</summary>
    public string Words => $"{Unit}: hạng {Before?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "không có"} → {After?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "không có"}";
}

/// <summary>What other points of one unit do, everything else as it stands.</summary>
/// <param name="Before">The unit before; <c>null</c> where it had a leaf without points, so that nothing could be computed.</param>
/// <param name="After">The unit after; <c>null</c> likewise.</param>
/// <param name="Others">Units whose place moves with it; empty where a side cannot be computed.</param>
public sealed record ScoreEffect(UnitStanding? Before, UnitStanding? After, IReadOnlyList<MovedPlace> Others)
{
    /// <summary>Whether the unit's rating or place moves.</summary>
    public bool MovesUnit => Before is not null && After is not null && (Before.Rating, Before.Rank) != (After.Rating, After.Rank);

    /// <summary>How much the published index moves, percentage points; 0 where a side cannot be computed.</summary>
    public decimal Change => Before is not null && After is not null ? After.Index - Before.Index : 0;

    /// <summary>By what it changes: the rating, then the places of the unit and of others, then the index.</summary>
    public static IOrderedEnumerable<T> Order<T>(IEnumerable<T> items, Func<T, ScoreEffect?> of) => items
        .OrderByDescending(item => of(item) is { Before: { } before, After: { } after } && before.Rating != after.Rating)
        .ThenByDescending(item => of(item)?.MovesUnit == true)
        .ThenByDescending(item => of(item)?.Others.Count ?? 0)
        .ThenByDescending(item => Math.Abs(of(item)?.Change ?? 0));
}

/// <summary>
/// The results of a round with other points of one unit: pure, by <see cref="IndexCalculator"/> of the round's own rules. Nothing
/// is computed of a group in which another unit lacks points: its places are none.
/// </summary>
public sealed class EffectCalculation
{
    private readonly Dictionary<Guid, (AssessedGroup Group, GroupSetup Setup, ParticipantSetup Unit, Scores Scores)> _units;

    /// <param name="setup">The round.</param>
    /// <param name="year">Its points as they count.</param>
    /// <param name="cards">Its scorecards, with their cells.</param>
    public EffectCalculation(RoundSetup setup, AssessedYear year, IEnumerable<Scorecard> cards)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(year);
        var cardOf = cards.ToDictionary(card => card.ParticipantId);
        _units = (from assessed in year.Groups
                  let @group = setup.Group(assessed.Group.Slug)!
                  from unit in @group.Participants
                  where cardOf.ContainsKey(unit.Participant.Id)
                  select (assessed, @group, unit, card: cardOf[unit.Participant.Id])).ToDictionary(row => row.unit.Participant.Id, row => (row.assessed, row.@group, row.unit, row.card.Scores));
    }

    /// <summary>The scores of a unit as they stand, or <c>null</c> without a scorecard.</summary>
    public Scores? ScoresOf(Guid participantId) => _units.TryGetValue(participantId, out var unit) ? unit.Scores : null;

    /// <summary>What becomes of a unit when its scores were others than they are.</summary>
    /// <param name="participantId">The unit.</param>
    /// <param name="before">Its scores before; <c>null</c> for those that stand.</param>
    /// <param name="after">Its scores after; <c>null</c> for those that stand.</param>
    public ScoreEffect? Between(Guid participantId, Scores? before, Scores? after)
    {
        if (!_units.TryGetValue(participantId, out var unit) || unit.Group.Units.Any(other => other.Unit.Code != unit.Unit.Unit.Code && !other.Sheet.IsComplete))
        {
            return null;
        }

        var (one, other) = (Results(unit, before ?? unit.Scores), Results(unit, after ?? unit.Scores));
        var code = unit.Unit.Unit.Code;
        var moved = one is null || other is null ? [] : one.Values.Where(result => result.Totals.UnitCode != code && result.Rank != other[result.Totals.UnitCode].Rank)
            .OrderBy(result => result.Rank).Select(result => new MovedPlace(unit.Setup.Participants.First(known => known.Unit.Code == result.Totals.UnitCode).Name, result.Rank, other[result.Totals.UnitCode].Rank)).ToList();
        return new(Standing(one), Standing(other), moved);

        UnitStanding? Standing(Dictionary<string, IndexResult>? results) => results?[code] is { Index: { } index } result ? new(index, unit.Group.Rules.IndexDecimals, result.Rating, result.Rank) : null;
    }

    /// <summary>Scores with other points of one cell; what else was said there is of no meaning for results.</summary>
    public static Scores With(Scores scores, IReadOnlyDictionary<(Guid Leaf, ScoreStage Stage), decimal?> points)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(points);
        return new(scores.Marks.Select(mark => points.TryGetValue((mark.CriterionId, mark.Stage), out var other) ? mark with { Answer = mark.Answer with { Points = other } } : mark));
    }

    private static Dictionary<string, IndexResult>? Results((AssessedGroup Group, GroupSetup Setup, ParticipantSetup Unit, Scores Scores) unit, Scores scores)
    {
        var participant = unit.Unit.Participant;
        var sheet = participant.Sheet(unit.Group.CriteriaSet, scores.PointsOf(unit.Group.CriteriaSet.Leaves));
        if (!sheet.IsComplete)
        {
            return null;
        }

        var code = unit.Unit.Unit.Code;
        var totals = unit.Group.Units.Select(known => known.Unit.Code == code ? participant.Totals(code, sheet, unit.Setup.Group.RatingConditions) : known.Totals);
        return IndexCalculator.Calculate(totals, unit.Group.Rules).ToDictionary(result => result.Totals.UnitCode);
    }
}
