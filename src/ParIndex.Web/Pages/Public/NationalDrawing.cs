using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Numbers;
using ParIndex.Web.Charts;

namespace ParIndex.Web.Pages.Public;

/// <summary>What charts and captions need of a province's national indices.</summary>
public static class NationalDrawing
{
    /// <summary>A year's place with the score below.</summary>
    public static RankPoint Point(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new(row.Year, row.Rank, row.RankedProvinces ?? 63, Score(row));
    }

    /// <summary>“67/97,5”, “71,94”, or <c>null</c> when no score was quoted.</summary>
    public static string? Score(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (row.Score, row.Scale) switch
        {
            (null, _) => null,
            ({ } score, null or 100) => NumberWriter.Vietnamese(score, IndexColumns.ScorePlaces(row)),
            ({ } score, { } scale) => $"{NumberWriter.VietnameseTrimmed(score)}/{NumberWriter.VietnameseTrimmed(scale)}",
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
    public static string? Beside(NationalIndex row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new[]
        {
            row.Group is { } group ? $"nhóm {group}" : null,
            row.RegionalRank is { } place ? $"thứ {place}{(row.RankedInRegion is { } of ? $"/{of}" : "")} trong vùng" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>What the line shows, and which years stand on a scale of their own.</summary>
    public static string Caption(IReadOnlyList<NationalIndex> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var of = rows.Select(row => row.RankedProvinces).Distinct().ToList();
        var among = of.Count == 1 && of[0] is { } count ? $"Thứ hạng trong {count} tỉnh, thành phố"
            : of.Count > 1 && !of.Contains(null) ? $"Thứ hạng trong {string.Join(", ", rows.GroupBy(row => row.RankedProvinces).OrderBy(same => same.Min(row => row.Year)).Select(same => $"{same.Key} tỉnh, thành phố từ năm {same.Min(row => row.Year)}"))}"
            : "Thứ hạng trong các tỉnh, thành phố";
        var scores = rows.Any(row => row.Score is not null) ? "; dưới mỗi năm là điểm đạt được" : "";
        var others = rows.Where(row => row.Scale is { } scale && scale != 100).Select(row => $" Năm {row.Year} tính trên thang điểm {NumberWriter.VietnameseTrimmed(row.Scale!.Value)}.");
        return $"{among}{scores}.{string.Concat(others)}";
    }
}
