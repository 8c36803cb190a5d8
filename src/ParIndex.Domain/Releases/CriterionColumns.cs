using System.Text.Json;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of the criteria tree of a group, in every format.</summary>
public static class CriterionColumns
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<Column<ReleaseCriterion>> All =
    [
        new("code", "Mã", row => Cell.Of(row.Code)),
        new("depth", "Cấp", row => Cell.Of(row.Depth)),
        new("name", "Tiêu chí", row => Cell.Of(row.Name)),
        new("nameEn", "Tên tiếng Anh", row => Cell.Of(row.NameEn)),
        new("maxScore", "Điểm tối đa", row => Cell.Trimmed(row.MaxScore)),
        new("component", "Phần điểm", row => Cell.Of(JsonNamingPolicy.CamelCase.ConvertName(row.Component.ToString()))),
        new("scored", "Được chấm", row => Cell.Of(row.IsLeaf)),
        new("rule", "Cách chấm", row => Cell.Of(row.Rule)),
    ];

    /// <summary>The tree of a group.</summary>
    public static Table<ReleaseCriterion> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Bộ tiêu chí năm {release.Year}: {group.Name}", $"tieu-chi-{release.Year}-{group.Slug}", All, group.Criteria);
    }
}
