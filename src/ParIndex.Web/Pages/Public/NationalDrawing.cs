using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Web.Charts;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>What charts and captions need of a province's national indices.</summary>
public static class NationalDrawing
{
    /// <summary>A year's place with the score below.</summary>
    public static RankPoint Point(NationalIndex row, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Year, row.Rank, row.RankedProvinces ?? 63, Score(row, texts));
    }

    /// <summary>“67/97,5”, “71,94”, or <c>null</c> when no score was quoted.</summary>
    public static string? Score(NationalIndex row, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(texts);
        return (row.Score, row.Scale) switch
        {
            (null, _) => null,
            ({ } score, null or 100) => texts.Number(score, IndexColumns.ScorePlaces(row)),
            ({ } score, { } scale) => $"{texts.Trimmed(score)}/{texts.Trimmed(scale)}",
        };
    }

    /// <summary>“53/63”, “53”, or <c>null</c> when no place was quoted.</summary>
    public static string? Place(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.Rank, row.RankedProvinces) switch
        {
            (null, _) => null,
            ({ } rank, null) => $"{rank}",
            ({ } rank, { } of) => $"{rank}/{of}",
        };
    }

    /// <summary>The group and the place within the region, as far as they were quoted: “nhóm trung bình cao; thứ 5/14 trong vùng”.</summary>
    public static string? Beside(NationalIndex row, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(texts);
        var parts = new[]
        {
            row.Group is { } group ? texts.Province.InGroup(group) : null,
            row.RegionalRank is { } place ? texts.Province.InRegion($"{place}{(row.RankedInRegion is { } of ? $"/{of}" : "")}") : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>What the line shows, and which years stand on a scale of their own.</summary>
    public static string Caption(IReadOnlyList<NationalIndex> rows, PublicTexts texts)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(texts);
        var words = texts.Province;
        var of = rows.Select(row => row.RankedProvinces).Distinct().ToList();
        var among = of.Count == 1 && of[0] is { } count ? words.Among(count)
            : of.Count > 1 && !of.Contains(null) ? words.AmongSince(rows.GroupBy(row => row.RankedProvinces!.Value).Select(same => (Provinces: same.Key, Year: same.Min(row => row.Year))).OrderBy(span => span.Year))
            : words.AmongAll;
        var scores = rows.Any(row => row.Score is not null) ? words.ScoresBelow : "";
        var others = rows.Where(row => row.Scale is { } scale && scale != 100).GroupBy(row => row.Scale!.Value).Select(same => words.OnScale([.. same.Select(row => row.Year).Order()], texts.Trimmed(same.Key)));
        return $"{among}{scores}.{string.Concat(others)}";
    }
}
