namespace ParIndex.Domain.Analysis;

/// <summary>A leaf of one year as comparisons see it.</summary>
/// <param name="Lineage">Identity across years.</param>
/// <param name="Max">Maximum, points, above 0.</param>
/// <param name="Score">Points, 0…max.</param>
/// <param name="IsComparable">Whether points may be compared with the other year's leaf of the same lineage.</param>
public sealed record YearLeaf(Guid Lineage, decimal Max, decimal Score, bool IsComparable = true);

/// <summary>One unit in one year: the leaves that apply, and bonus minus penalty as counted.</summary>
public sealed record YearScores(IReadOnlyList<YearLeaf> Leaves, decimal BonusMinusPenalty = 0)
{
    /// <summary>M, points.</summary>
    public decimal Scale => Leaves.Sum(leaf => leaf.Max);

    /// <summary>S ÷ M in per cent, bonus and penalty aside.</summary>
    public decimal BaseIndex => 100 * Leaves.Sum(leaf => leaf.Score) / Scale;

    /// <summary>The index in per cent, exact.</summary>
    public decimal Index => BaseIndex + BonusPart;

    /// <summary>What bonus and penalty add, in percentage points.</summary>
    public decimal BonusPart => 100 * BonusMinusPenalty / Scale;

    /// <summary>
    /// The year as the earlier of two: whether a leaf compared with the year before it, as a criteria set says it of each leaf,
    /// is nothing to the year after.
    /// </summary>
    public YearScores AsEarlier() => this with { Leaves = [.. Leaves.Select(leaf => leaf with { IsComparable = true })] };
}

/// <summary>
/// The change of an index between two years whose scale or criteria differ, taken apart exactly. K are the leaves
/// of both years that compare, N the new, D the dropped ones; w is a leaf's share of its year's scale, q what it achieved of its
/// maximum, Ī the mean of both indices. All terms are in percentage points and add up to <see cref="Change"/>.
/// </summary>
public sealed record YearComparison
{
    /// <summary>Coverage below which two years are not compared directly.</summary>
    public const decimal DefaultLeastCoverage = 0.8m;

    /// <summary>Σ_K ½(w₀+w₁)(q₁−q₀): comparable leaves were done better or worse.</summary>
    public required decimal Performance { get; init; }

    /// <summary>Σ_K (½(q₀+q₁)−Ī)(w₁−w₀): comparable leaves weigh more or less.</summary>
    public required decimal ScaleAndWeight { get; init; }

    /// <summary>Σ_N w₁(q₁−Ī): new leaves.</summary>
    public required decimal New { get; init; }

    /// <summary>−Σ_D w₀(q₀−Ī): dropped leaves.</summary>
    public required decimal Dropped { get; init; }

    /// <summary>Change of (bonus − penalty)·100/M.</summary>
    public required decimal BonusAndPenalty { get; init; }

    /// <summary>I₁ − I₀.</summary>
    public required decimal Change { get; init; }

    /// <summary>I^K of the earlier year: 100·Σ_K s ÷ Σ_K m; <c>null</c> without comparable leaves.</summary>
    public required decimal? ComparableBefore { get; init; }

    /// <summary>I^K of the later year.</summary>
    public required decimal? ComparableAfter { get; init; }

    /// <summary>κ, 0…1: the smaller of both years' Σ_K m ÷ M.</summary>
    public required decimal Coverage { get; init; }

    /// <summary>Whether the two years may be compared directly.</summary>
    public bool IsComparable(decimal leastCoverage = DefaultLeastCoverage) => Coverage >= leastCoverage;

    /// <summary>Takes the change apart.</summary>
    /// <exception cref="ArgumentException">A year without leaves.</exception>
    public static YearComparison Between(YearScores before, YearScores after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Leaves.Count == 0 || after.Leaves.Count == 0)
        {
            throw new ArgumentException("Không so sánh được năm không có tiêu chí nào áp dụng.");
        }

        var pairs = SingleLeaves(before).Join(SingleLeaves(after), leaf => leaf.Lineage, leaf => leaf.Lineage, (was, now) => (was, now))
            .Where(pair => pair.was.IsComparable && pair.now.IsComparable).ToList();
        var kept = pairs.Select(pair => pair.was.Lineage).ToHashSet();
        var (m0, m1) = (before.Scale, after.Scale);
        var mean = (before.BaseIndex + after.BaseIndex) / 200;
        return new()
        {
            Performance = 100 * pairs.Sum(pair => ((pair.was.Max / m0) + (pair.now.Max / m1)) / 2 * (Share(pair.now) - Share(pair.was))),
            ScaleAndWeight = 100 * pairs.Sum(pair => (((Share(pair.was) + Share(pair.now)) / 2) - mean) * ((pair.now.Max / m1) - (pair.was.Max / m0))),
            New = 100 * after.Leaves.Where(leaf => !kept.Contains(leaf.Lineage)).Sum(leaf => leaf.Max / m1 * (Share(leaf) - mean)),
            Dropped = -100 * before.Leaves.Where(leaf => !kept.Contains(leaf.Lineage)).Sum(leaf => leaf.Max / m0 * (Share(leaf) - mean)),
            BonusAndPenalty = after.BonusPart - before.BonusPart,
            Change = after.Index - before.Index,
            ComparableBefore = ComparableIndex([.. pairs.Select(pair => pair.was)]),
            ComparableAfter = ComparableIndex([.. pairs.Select(pair => pair.now)]),
            Coverage = Math.Min(pairs.Sum(pair => pair.was.Max) / m0, pairs.Sum(pair => pair.now.Max) / m1),
        };
    }

    /// <summary>Leaves that are alone in continuing their lineage: a criterion split in two has no one leaf to be compared with.</summary>
    private static IEnumerable<YearLeaf> SingleLeaves(YearScores year) =>
        year.Leaves.GroupBy(leaf => leaf.Lineage).Where(group => group.Count() == 1).Select(group => group.Single());

    private static decimal Share(YearLeaf leaf) => leaf.Score / leaf.Max;

    private static decimal? ComparableIndex(IReadOnlyCollection<YearLeaf> leaves) =>
        leaves.Count == 0 ? null : 100 * leaves.Sum(leaf => leaf.Score) / leaves.Sum(leaf => leaf.Max);
}
