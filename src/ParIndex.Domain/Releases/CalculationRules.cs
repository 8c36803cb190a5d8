using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Releases;

/// <summary>The release of the year before that changes were taken from.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Version">Its version.</param>
/// <param name="ResultsDigest">Its results digest.</param>
public sealed record EarlierRelease(int Year, int Version, string ResultsDigest)
{
    /// <summary>The same of a release.</summary>
    public static EarlierRelease Of(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new(release.Year, release.VersionNumber, release.ResultsDigest);
    }
}

/// <summary>An order of units of the same index that the council decided, as a release says it.</summary>
/// <param name="Units">Codes of the units, the first placed first.</param>
/// <param name="Basis">What says so.</param>
/// <param name="Date">Its day, or <c>null</c> where the release is older than these rules.</param>
public sealed record DecidedOrder(IReadOnlyList<string> Units, string Basis, DateOnly? Date)
{
    /// <inheritdoc />
    public bool Equals(DecidedOrder? other) => other is not null && Units.SequenceEqual(other.Units, StringComparer.Ordinal) && (Basis, Date) == (other.Basis, other.Date);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Units.Count, Basis, Date);
}

/// <summary>
/// What the figures of a released group follow from beside its bands, conditions and ranking policy, so that anybody can
/// compute them again: ceilings, where the index ends, what ratings are read from, ties that were decided, and which release
/// changes were taken from.
/// </summary>
public sealed record CalculationRules
{
    private static readonly string Usual = new CalculationRules().ToJson();

    /// <summary>Most bonus points that counted; <c>null</c> for no ceiling.</summary>
    public decimal? BonusCeiling { get; init; }

    /// <summary>Most penalty points that counted; <c>null</c> for no ceiling.</summary>
    public decimal? PenaltyCeiling { get; init; }

    /// <summary>Whether the index could pass 100.</summary>
    public bool IndexMayExceed100 { get; init; }

    /// <summary>Whether ratings were read from the exact index instead of the rounded one.</summary>
    public bool RateExactIndex { get; init; }

    /// <summary>The orders that held, the latest first.</summary>
    public IReadOnlyList<DecidedOrder> TieDecisions { get; init; } = [];

    /// <summary>The release changes were taken from; <c>null</c> where nothing of the year before was published, or it is not recorded.</summary>
    public EarlierRelease? Before { get; init; }

    /// <summary>Whether they were inferred from the figures, because the release is older than this record of them.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Whether rules as they are stored say anything but what is usual; what says nothing is no part of the canonical text.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote, or whatever stands in its place.</param>
    public static bool SaySomething(string json) => json != Usual;

    /// <summary>The rules that a group was computed with.</summary>
    /// <param name="rules">The group's settings.</param>
    /// <param name="results">What was computed with them.</param>
    /// <param name="before">The release of the year before, or <c>null</c>.</param>
    public static CalculationRules Of(GroupRules rules, IReadOnlyList<IndexResult> results, Release? before)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new()
        {
            BonusCeiling = rules.BonusCeiling,
            PenaltyCeiling = rules.PenaltyCeiling,
            IndexMayExceed100 = rules.IndexMayExceed100,
            RateExactIndex = rules.RateExactIndex,
            TieDecisions = [.. GroupTies.Holding(results, rules.TieDecisions).Select(decision => new DecidedOrder(decision.Units, decision.Basis, decision.Date))],
            Before = before is null ? null : EarlierRelease.Of(before),
        };
    }

    /// <summary>
    /// What the figures of a group tell of the rules by themselves, for a release that is older than their record: a ceiling is
    /// what counted of more, and an order is that of the places.
    /// </summary>
    /// <param name="group">The group with its leaves.</param>
    public static CalculationRules InferredFrom(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        group.RequireLeaves();
        return new()
        {
            BonusCeiling = CeilingOf(group, Criteria.Component.Bonus, row => row.Bonus),
            PenaltyCeiling = CeilingOf(group, Criteria.Component.Penalty, row => row.Penalty),
            IndexMayExceed100 = group.Results.Any(row => row.Index > 100),
            RateExactIndex = group.Results.Any(row => RatesExact(group, row)),
            TieDecisions =
            [
                .. group.Results.Where(row => row.RankReason is not null && row is { TotalScore: not null, Scale: > 0 })
                    .GroupBy(row => (row.RankReason, Index: new ExactIndex(row.TotalScore!.Value, row.Scale!.Value)))
                    .Select(same => new DecidedOrder([.. same.OrderBy(row => row.WholeRank ?? row.Rank).Select(row => row.UnitCode)], same.Key.RankReason!, Date: null)),
            ],
            IsInferred = true,
        };
    }

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <exception cref="FormatException">Not the JSON of such rules.</exception>
    public static CalculationRules FromJson(string json) => CalculationRulesJson.Read(json);

    /// <summary>The rules as they are stored: JSON with English keys, byte for byte the same for equal rules.</summary>
    public string ToJson() => CalculationRulesJson.Write(this);

    /// <inheritdoc />
    public bool Equals(CalculationRules? other) =>
        other is not null && TieDecisions.SequenceEqual(other.TieDecisions)
        && (BonusCeiling, PenaltyCeiling, IndexMayExceed100, RateExactIndex, Before, IsInferred) == (other.BonusCeiling, other.PenaltyCeiling, other.IndexMayExceed100, other.RateExactIndex, other.Before, other.IsInferred);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(BonusCeiling, PenaltyCeiling, Before, TieDecisions.Count);

    private static decimal? CeilingOf(ReleaseGroup group, Criteria.Component component, Func<ReleaseResult, decimal?> counted)
    {
        var codes = group.Criteria.Where(criterion => criterion.IsLeaf && criterion.Component == component).Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        return group.Results.Where(row => row.Scores.Where(score => codes.Contains(score.CriterionCode)).Sum(score => score.Points) > counted(row)).Max(counted);
    }

    private static bool RatesExact(ReleaseGroup group, ReleaseResult row) =>
        row is { RatingReason: null, Rating: { } rating, Index: { } index, TotalScore: { } total, Scale: > 0 and var scale }
        && group.Ratings is { } bands && bands.BandOf(index).Label != rating && bands.BandOf(100 * total / scale).Label == rating;
}
