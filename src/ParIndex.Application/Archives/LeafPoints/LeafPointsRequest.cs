using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Application.Archives.LeafPoints;

/// <summary>What staff say about a workbook of points by unit and leaf. Year and group are those of the criteria set.</summary>
public sealed record LeafPointsRequest
{
    /// <summary>Who assessed, as it calls itself: “Tỉnh Lai Châu”.</summary>
    public required string Authority { get; init; }

    /// <summary>The criteria set the rows are leaves of.</summary>
    public required Guid CriteriaSetId { get; init; }

    /// <summary>Rating bands; without them no rating is computed.</summary>
    public RatingScheme? Ratings { get; init; }

    /// <summary>Who is ranked with whom.</summary>
    public RankingScope Ranking { get; init; }

    /// <summary>Names or codes of the units with the special-case mark (đơn vị đặc thù).</summary>
    public IReadOnlyList<string> SpecialCases { get; init; } = [];
}
