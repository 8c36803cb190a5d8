using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Scoring;

/// <summary>The settings of a group in one year that turn totals into results.</summary>
public sealed record GroupRules
{
    /// <summary>Rating bands, or <c>null</c> when none are known: no rating is then computed.</summary>
    public RatingScheme? Ratings { get; init; }

    /// <summary>What caps a rating; none by default.</summary>
    public ConditionScheme RatingConditions { get; init; } = ConditionScheme.None;

    /// <summary>Who is ranked with whom, and how ties are numbered.</summary>
    public RankingPolicy Ranking { get; init; } = RankingPolicy.Default;

    /// <summary>Orders the council decided among units of the same index; none by default.</summary>
    public IReadOnlyList<TieDecision> TieDecisions { get; init; } = [];

    /// <summary>B̄, most bonus points that count, ≥ 0; <c>null</c> for no ceiling.</summary>
    public decimal? BonusCeiling { get; init; }

    /// <summary>P̄, most penalty points that count, ≥ 0; <c>null</c> for no ceiling.</summary>
    public decimal? PenaltyCeiling { get; init; }

    /// <summary>Whether bonus points may lift the index above 100.</summary>
    public bool IndexMayExceed100 { get; init; }

    /// <summary>Places of the published index, two by default.</summary>
    public int IndexDecimals { get; init; } = 2;

    /// <summary>Whether the rating is read from the exact index instead of the rounded one.</summary>
    public bool RateExactIndex { get; init; }

    /// <summary>Whether the notes of the appraisal that counts are published with the points; they change no result.</summary>
    public bool PublishesNotes { get; init; }

    /// <inheritdoc />
    public bool Equals(GroupRules? other) =>
        other is not null && TieDecisions.SequenceEqual(other.TieDecisions) && Equals(Ratings, other.Ratings) && RatingConditions.Equals(other.RatingConditions) && Ranking.Equals(other.Ranking)
        && (BonusCeiling, PenaltyCeiling, IndexMayExceed100, IndexDecimals, RateExactIndex, PublishesNotes) == (other.BonusCeiling, other.PenaltyCeiling, other.IndexMayExceed100, other.IndexDecimals, other.RateExactIndex, other.PublishesNotes);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Ratings, Ranking, BonusCeiling, PenaltyCeiling, IndexDecimals);
}
