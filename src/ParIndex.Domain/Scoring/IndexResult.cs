namespace ParIndex.Domain.Scoring;

/// <summary>A unit's computed result. It explains itself: its summands, what the ceilings took off, the scale and why.</summary>
public sealed record IndexResult
{
    /// <summary>What was computed from.</summary>
    public required UnitTotals Totals { get; init; }

    /// <summary>Bonus that counted: min(B, B̄).</summary>
    public required decimal CountedBonus { get; init; }

    /// <summary>Penalty that counted: min(P, P̄), a magnitude.</summary>
    public required decimal CountedPenalty { get; init; }

    /// <summary>Achieved points: S + min(B, B̄) − min(P, P̄), or the printed total; <c>null</c> when there is neither.</summary>
    public required decimal? TotalScore { get; init; }

    /// <summary>100 × points ÷ scale before rounding; <c>null</c> without points or scale.</summary>
    public required ExactIndex? Exact { get; init; }

    /// <summary>The index in per cent, rounded once; <c>null</c> when it cannot be computed.</summary>
    public required decimal? Index { get; init; }

    /// <summary>The rating's label, after what caps it; <c>null</c> without bands or index.</summary>
    public required string? Rating { get; init; }

    /// <summary>Why the rating is lower than the bands alone say, with that band; <c>null</c> where it is not.</summary>
    public string? RatingReason { get; init; }

    /// <summary>The place within <see cref="RankingList"/>, from 1; <c>null</c> when provisional or not ranked.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether another unit shares the place.</summary>
    public bool IsTied { get; init; }

    /// <summary>The list the unit is ranked in: a heading, or <c>null</c> when the group has one list.</summary>
    public string? RankingList { get; init; }

    /// <summary>How many units are ranked in that list.</summary>
    public int RankedUnits { get; init; }

    /// <summary>The place within the whole group, from 1; <c>null</c> unless the group gives one beside the place in a list.</summary>
    public int? WholeRank { get; init; }

    /// <summary>Why the unit stands before or behind another of the same index; <c>null</c> where no decision of the council made the difference.</summary>
    public string? RankReason { get; init; }

    /// <summary>What places follow from: the exact index; where a table prints no scale that can be known, the index as printed.</summary>
    internal ExactIndex? RankKey => Exact ?? (Totals.PrintedIndex is { } printed ? new ExactIndex(printed, 100) : null);

    /// <summary>Whether the unit takes a place: it has an index, is complete and takes part in the ranking.</summary>
    internal bool IsPlaced => Totals.IsRanked && !IsProvisional && RankKey is not null;

    /// <summary>Whether leaves are still to be scored.</summary>
    public bool IsProvisional => Totals.NotYetScored > 0;
}
