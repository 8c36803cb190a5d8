using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Scoring;

/// <summary>One summand of a total: a leaf of the criteria set, or a printed component.</summary>
/// <param name="Source">The leaf's code, or the component's name in a printed table.</param>
/// <param name="Component">The part of the total it belongs to.</param>
/// <param name="Points">Points ≥ 0; those of a penalty are taken off.</param>
public sealed record Addend(string Source, Component Component, decimal Points);

/// <summary>
/// What the index of one unit is computed from: components, scale and its source. A scored round and a printed
/// summary table meet here; everything after is the same path.
/// </summary>
public sealed record UnitTotals
{
    /// <summary>The unit's permanent code.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The summands. Empty when a table prints nothing but a total.</summary>
    public required IReadOnlyList<Addend> Addends { get; init; }

    /// <summary>The total as printed, when a table prints one; it then decides, because its parts were rounded.</summary>
    public decimal? PrintedTotal { get; init; }

    /// <summary>
    /// How far the total may lie from the unrounded one: 0 for leaf scores, h = ½·10⁻ᵈ for a total printed with d
    /// decimals, k·h for one added up from k printed parts.
    /// </summary>
    public decimal Uncertainty { get; init; }

    /// <summary>The unit's own scale, or <c>null</c> when it is neither known nor to be inferred.</summary>
    public Scale? Scale { get; init; }

    /// <summary>The index as printed, per cent; it decides a place only where no scale is known.</summary>
    public decimal? PrintedIndex { get; init; }

    /// <summary>The heading the unit stands under in the table, for rankings by heading.</summary>
    public string? Heading { get; init; }

    /// <summary>The participant's special-case mark (đơn vị đặc thù); not the same as a smaller scale.</summary>
    public bool IsSpecialCase { get; init; }

    /// <summary>Whether the unit takes a place; a unit can be assessed and not ranked.</summary>
    public bool IsRanked { get; init; } = true;

    /// <summary>What caps the unit's rating, in the order of the decision; none by default.</summary>
    public IReadOnlyList<RatingCap> RatingCaps { get; init; } = [];

    /// <summary>Leaves that apply and have no score yet. While there are any, the result is provisional.</summary>
    public int NotYetScored { get; init; }

    /// <summary>Appraisal points, or <c>null</c> when there is no such part.</summary>
    public decimal? AppraisalScore => Sum(Component.Appraisal);

    /// <summary>Survey points, or <c>null</c> when there is no such part.</summary>
    public decimal? SurveyScore => Sum(Component.Survey);

    /// <summary>Bonus points before the ceiling, or <c>null</c>.</summary>
    public decimal? Bonus => Sum(Component.Bonus);

    /// <summary>Penalty points before the ceiling, as a magnitude, or <c>null</c>.</summary>
    public decimal? Penalty => Sum(Component.Penalty);

    /// <summary>The points of one component, or <c>null</c> when it has no summand: absent is not 0.</summary>
    public decimal? Sum(Component component)
    {
        var points = Addends.Where(addend => addend.Component == component).Select(addend => addend.Points).ToList();
        return points.Count == 0 ? null : points.Sum();
    }
}
