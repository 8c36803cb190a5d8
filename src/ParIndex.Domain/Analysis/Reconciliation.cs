using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Analysis;

/// <summary>How a published figure agrees with the one computed from the printed points. Ordered from best to worst.</summary>
public enum Consistency
{
    /// <summary>The printed index is the rounded 100 × S ÷ M.</summary>
    Exact,

    /// <summary>Some total that rounds to the printed total gives an index that rounds to the printed index.</summary>
    WithinRounding,

    /// <summary>No such total exists.</summary>
    Inconsistent,
}

/// <summary>What a table prints of one unit, beside the points.</summary>
/// <param name="Index">Printed index in per cent, or <c>null</c>.</param>
/// <param name="IndexDecimals">Decimals it is printed with.</param>
/// <param name="Rating">Printed rating, or <c>null</c>.</param>
public sealed record Published(decimal? Index, int IndexDecimals, string? Rating);

/// <summary>The outcome for one row, with the intervals that decide it.</summary>
public sealed record ReconciledRow
{
    /// <summary>The computed result.</summary>
    public required IndexResult Computed { get; init; }

    /// <summary>What the table prints.</summary>
    public required Published Published { get; init; }

    /// <summary>The indices that the totals which round to the printed one give, held at 100 where the computed one is; <c>null</c> without points or scale.</summary>
    public required Interval? IndexInterval { get; init; }

    /// <summary>The indices that round to the printed one; <c>null</c> when none is printed.</summary>
    public required Interval? PublishedInterval { get; init; }

    /// <summary>How the printed index agrees; <c>null</c> when one of the two is missing.</summary>
    public required Consistency? Consistency { get; init; }

    /// <summary>Whether the printed parts, up to their ceilings, add up to the printed total, roundings allowed; <c>null</c> without both.</summary>
    public required bool? PartsAddUp { get; init; }

    /// <summary>Whether the printed rating is the one of the printed index; <c>null</c> without rating, index or bands.</summary>
    public required bool? RatingFollows { get; init; }
}

/// <summary>Compares a published table with its own arithmetic: figures in print may have been made from unrounded ones. Overwrites nothing.</summary>
public static class Reconciliation
{
    /// <summary>Reconciles one row.</summary>
    /// <param name="computed">The result computed from the printed points.</param>
    /// <param name="published">What the table prints.</param>
    /// <param name="ratings">The bands of the group, or <c>null</c>.</param>
    /// <param name="halfUnit">h = ½·10⁻ᵈ of the score columns.</param>
    public static ReconciledRow Reconcile(IndexResult computed, Published published, RatingScheme? ratings, decimal halfUnit)
    {
        ArgumentNullException.ThrowIfNull(computed);
        ArgumentNullException.ThrowIfNull(published);
        var total = computed.TotalScore is { } points ? Interval.Around(points, computed.Totals.Uncertainty) : (Interval?)null;
        var index = total is { } known && computed.Totals.Scale is { } scale ? HeldAt100(known.AsIndexOn(scale.Value), computed) : (Interval?)null;
        var printed = published.Index is { } value ? Interval.Around(value, Rounding.HalfUnit(published.IndexDecimals)) : (Interval?)null;
        return new()
        {
            Computed = computed,
            Published = published,
            IndexInterval = index,
            PublishedInterval = printed,
            Consistency = Classify(computed, published, index, printed),
            PartsAddUp = PartsAddUp(computed, halfUnit),
            RatingFollows = published is { Index: { } stated, Rating: { } rating } && ratings is not null ? ratings.BandOf(stated) == ratings.Find(rating) : null,
        };
    }

    private static Interval HeldAt100(Interval index, IndexResult computed) => computed.Exact?.Points < computed.TotalScore
        ? new(Math.Min(index.Low, 100), Math.Min(index.High, 100))
        : index;

    private static Consistency? Classify(IndexResult computed, Published published, Interval? index, Interval? printed)
    {
        if (index is null || printed is null || computed.Exact is not { } exact)
        {
            return null;
        }

        if (exact.Rounded(published.IndexDecimals) == published.Index)
        {
            return Consistency.Exact;
        }

        return index.Value.Overlaps(printed.Value) ? Consistency.WithinRounding : Consistency.Inconsistent;
    }

    private static bool? PartsAddUp(IndexResult computed, decimal halfUnit)
    {
        var addends = computed.Totals.Addends;
        if (computed.Totals.PrintedTotal is not { } total || addends.Count == 0)
        {
            return null;
        }

        var sum = (computed.Totals.AppraisalScore ?? 0) + (computed.Totals.SurveyScore ?? 0) + computed.CountedBonus - computed.CountedPenalty;
        return Math.Abs(sum - total) < (addends.Count + 1) * halfUnit || sum == total;
    }
}
