using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>How a unit did in a field beside the others of its group: shares of what applied to each, so that maxima may differ.</summary>
/// <param name="Field">The field.</param>
/// <param name="Share">What the unit achieved of the maxima that applied to it, in per cent, 0…100.</param>
/// <param name="Median">The median of the shares of all units of the group, itself included; <c>null</c> of fewer than <see cref="FewestUnits"/>.</param>
public sealed record FieldStrength(ReleaseCriterion Field, decimal Share, Median? Median)
{
    /// <summary>The fewest units whose median says what is strong and what is weak.</summary>
    public const int FewestUnits = 5;

    /// <summary>The share minus the median, in percentage points; <c>null</c> without a median.</summary>
    public decimal? Difference => Share - Median?.Value;

    /// <summary>The fields of which something applied to the unit, strongest first; those without a median last, in their order.</summary>
    /// <param name="card">The unit's scorecard.</param>
    public static IReadOnlyList<FieldStrength> Of(UnitScorecard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return [.. card.Fields.Select(field => Of(card, field)).OrderByDescending(field => field.Difference ?? decimal.MinValue).ThenBy(field => field.Field.Position)];
    }

    private static FieldStrength Of(UnitScorecard card, ScorecardLine field)
    {
        var leaves = field.Criterion.IsLeaf ? [field.Criterion] : card.LeavesBelow(field.Criterion).Where(leaf => leaf.Component.IsInScale()).ToList();
        var shares = leaves.SelectMany(leaf => card.PointsOf(leaf).Select(row => (row.Unit, row.Points, leaf.MaxScore)))
            .GroupBy(row => row.Unit).Select(unit => 100 * unit.Sum(row => row.Points) / unit.Sum(row => row.MaxScore)).ToList();
        return new(field.Criterion, 100 * field.Points!.Value / field.Most, shares.Count < FewestUnits ? null : Median.Of(shares));
    }
}
