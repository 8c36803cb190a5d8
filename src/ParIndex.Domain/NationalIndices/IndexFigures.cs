namespace ParIndex.Domain.NationalIndices;

/// <summary>What was published of one index, one year and one subject; what was not is <c>null</c>, never 0.</summary>
/// <param name="Score">Points, with at most four decimals.</param>
/// <param name="Scale">Points at most.</param>
/// <param name="Rank">Place, from 1.</param>
/// <param name="RankedProvinces">Of how many: 63 provinces, 34 from 1 July 2025; of a unit's figure, how many units.</param>
/// <param name="Group">The group it was put into: “nhóm B”, “trung bình cao”.</param>
/// <param name="RegionalRank">Place within the region, from 1.</param>
/// <param name="RankedInRegion">Of how many there.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="IsDerived">Whether it follows by subtraction and was not itself printed.</param>
public sealed record IndexFigures(
    decimal? Score = null,
    decimal? Scale = null,
    int? Rank = null,
    int? RankedProvinces = null,
    string? Group = null,
    int? RegionalRank = null,
    int? RankedInRegion = null,
    string? Source = null,
    bool IsDerived = false)
{
    /// <summary>Longest name of a group.</summary>
    public const int MostGroup = 80;

    /// <summary>Longest source.</summary>
    public const int MostSource = 300;

    /// <summary>First year whose places are among 34 provinces.</summary>
    public const int FirstYearOf34 = 2025;

    /// <summary>Whether anything is said at all.</summary>
    public bool IsEmpty => Score is null && Rank is null && Group is null && RegionalRank is null;

    /// <summary>How many provinces there were to rank in a year.</summary>
    public static int ProvincesIn(int year) => year >= FirstYearOf34 ? 34 : 63;
}
