using System.Text.Json;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of the criteria tree of a group, in every format.</summary>
public static class CriterionColumns
{
    private static readonly IReadOnlyList<Column<ReleaseCriterion>> First =
    [
        new("code", "Mã", row => Cell.Of(row.Code)) { Meaning = CriterionMeanings.Code },
        new("depth", "Cấp", row => Cell.Of(row.Depth)) { Meaning = CriterionMeanings.Depth },
        new("name", "Tiêu chí", row => Cell.Of(row.Name)) { Meaning = CriterionMeanings.Name },
        new("nameEn", "Tên tiếng Anh", row => Cell.Of(row.NameEn)) { Meaning = CriterionMeanings.NameEn },
        new("maxScore", "Điểm tối đa", row => Cell.Trimmed(row.MaxScore)) { Meaning = CriterionMeanings.MaxScore },
        new("component", "Phần điểm", row => Cell.Of(JsonNamingPolicy.CamelCase.ConvertName(row.Component.ToString()))) { Meaning = CriterionMeanings.Component },
        new("scored", "Được chấm", row => Cell.Of(row.IsLeaf)) { Meaning = CriterionMeanings.Scored },
        new("rule", "Cách chấm", row => Cell.Of(row.Rule)) { Meaning = CriterionMeanings.Rule },
    ];

    private static readonly IReadOnlyList<Column<ReleaseCriterion>> Later =
    [
        new("scoringText", "Nguyên văn hướng dẫn chấm", row => Cell.Of(row.ScoringText)) { Meaning = CriterionMeanings.ScoringText },
        new("figureNoun", "Đơn vị tính của số liệu", row => Cell.Of(row.FigureNoun)) { Meaning = CriterionMeanings.FigureNoun },
    ];

    /// <summary>Every column that a criteria table can have, those that not every table has at the end.</summary>
    public static IReadOnlyList<Column<ReleaseCriterion>> Every => [.. First, .. Later];

    /// <summary>Keys of the columns that a table has only where something is said in them.</summary>
    public static IReadOnlyList<string> Sometimes => [.. Later.Select(column => column.Key)];

    /// <summary>
    /// The columns of a group. What releases came to say later is a column only where something is said, so that the digest of
    /// an older release stays what it was.
    /// </summary>
    public static IReadOnlyList<Column<ReleaseCriterion>> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Of(group.Criteria);
    }

    /// <summary>The same of a tree that was read by itself.</summary>
    public static IReadOnlyList<Column<ReleaseCriterion>> Of(IReadOnlyList<ReleaseCriterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return [.. First, .. Later.Where(column => criteria.Any(row => column.Value(row) != Cell.Nothing))];
    }

    /// <summary>The tree of a group.</summary>
    public static Table<ReleaseCriterion> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Bộ tiêu chí năm {release.Year}: {group.Name}", $"tieu-chi-{release.Year}-{group.Slug}", Of(group), group.Criteria);
    }
}
