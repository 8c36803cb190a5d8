using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Scoring;

/// <summary>A leaf of a sheet with what is known of it.</summary>
public sealed record LeafLine(Criterion Leaf, LeafState State);

/// <summary>
/// The leaves of one unit: its criteria set, its exemptions and its scores. Gives the totals that the index is
/// computed from, with the scale derived from the leaves that apply.
/// </summary>
public sealed class ScoreSheet
{
    /// <param name="criteriaSet">The set of the unit's group and year.</param>
    /// <param name="exemptions">Reasons by leaf code. Only an exemption changes a scale.</param>
    /// <param name="scores">Points by leaf code; a leaf without an entry is not yet scored. A score of an exempted leaf counts for nothing.</param>
    /// <exception cref="ArgumentException">A code that is no leaf of the set, or points outside 0…maximum.</exception>
    public ScoreSheet(CriteriaSet criteriaSet, IReadOnlyDictionary<string, string> exemptions, IReadOnlyDictionary<string, decimal> scores)
    {
        ArgumentNullException.ThrowIfNull(criteriaSet);
        ArgumentNullException.ThrowIfNull(exemptions);
        ArgumentNullException.ThrowIfNull(scores);
        var leaves = criteriaSet.Leaves.ToDictionary(leaf => leaf.Code);
        foreach (var code in exemptions.Keys.Concat(scores.Keys))
        {
            if (!leaves.ContainsKey(code))
            {
                throw new ArgumentException($"“{code}” không phải là tiêu chí được chấm của bộ tiêu chí.");
            }
        }

        Lines = [.. leaves.Values.Select(leaf => new LeafLine(leaf, StateOf(leaf, exemptions, scores)))];
    }

    /// <summary>Every leaf in the order of the set.</summary>
    public IReadOnlyList<LeafLine> Lines { get; }

    /// <summary>M: the sum of the maxima of the leaves that apply, bonus and penalty aside. Derived, never typed.</summary>
    public decimal Scale => Applicable.Where(line => line.Leaf.Component.IsInScale()).Sum(line => line.Leaf.MaxScore);

    /// <summary>
    /// Leaves of the scale that apply and have no score: what an index so far is still to be read without. Bonus and penalty
    /// are left out, since without them it is no less the index of what was scored; <see cref="IsComplete"/> asks for them.
    /// </summary>
    public int NotYetScored => Lines.Count(line => line.State is LeafState.NotYetScored && line.Leaf.Component.IsInScale());

    /// <summary>
    /// Whether a release can be made of it: there is a scale, and every leaf that applies has points. Bonus and penalty are
    /// outside the scale, and still said of every unit: 0 where there is none.
    /// </summary>
    public bool IsComplete => Scale > 0 && Lines.All(line => line.State is not LeafState.NotYetScored);

    /// <summary>The leaves of the scale that apply and stand at zero.</summary>
    public IEnumerable<Criterion> AtZero => Lines.Where(line => line.State is LeafState.Scored { Points: 0 } && line.Leaf.Component.IsInScale()).Select(line => line.Leaf);

    private IEnumerable<LeafLine> Applicable => Lines.Where(line => line.State is not LeafState.NotApplicable);

    /// <summary>The totals of the unit. Without a leaf that applies there is no scale.</summary>
    public UnitTotals Totals(string unitCode, bool isSpecialCase = false, string? heading = null, bool isRanked = true, IReadOnlyList<RatingCap>? ratingCaps = null) => new()
    {
        UnitCode = unitCode,
        Addends = [.. Lines.Where(line => line.State is LeafState.Scored).Select(line => new Addend(line.Leaf.Code, line.Leaf.Component, ((LeafState.Scored)line.State).Points))],
        Scale = Scale > 0 ? new Scale(Scale, ScaleSource.Derived) : null,
        IsSpecialCase = isSpecialCase,
        Heading = heading,
        IsRanked = isRanked,
        NotYetScored = NotYetScored,
        RatingCaps = ratingCaps ?? [],
    };

    private static LeafState StateOf(Criterion leaf, IReadOnlyDictionary<string, string> exemptions, IReadOnlyDictionary<string, decimal> scores)
    {
        if (exemptions.TryGetValue(leaf.Code, out var reason))
        {
            return new LeafState.NotApplicable(reason);
        }

        if (!scores.TryGetValue(leaf.Code, out var points))
        {
            return new LeafState.NotYetScored();
        }

        return points >= 0 && points <= leaf.MaxScore
            ? new LeafState.Scored(points)
            : throw new ArgumentException($"Điểm của tiêu chí {leaf.Code} phải từ 0 đến {NumberWriter.VietnameseTrimmed(leaf.MaxScore)}.");
    }
}
