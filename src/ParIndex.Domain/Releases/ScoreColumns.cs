using System.Text.Json;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of the criteria tree of a group, in every format.</summary>
public static class CriterionColumns
{
    /// <summary>
    /// The columns of a group. What releases came to say later is a column only where something is said, so that the digest of
    /// an older release stays what it was.
    /// </summary>
    public static IReadOnlyList<Column<ReleaseCriterion>> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. First, .. Later.Where(column => group.Criteria.Any(row => column.Value(row) != Cell.Nothing))];
    }

    private static readonly IReadOnlyList<Column<ReleaseCriterion>> Later =
    [
        new("scoringText", "Nguyên văn hướng dẫn chấm", row => Cell.Of(row.ScoringText)),
        new("figureNoun", "Đơn vị tính của số liệu", row => Cell.Of(row.FigureNoun)),
    ];

    private static readonly IReadOnlyList<Column<ReleaseCriterion>> First =
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
        return new($"Bộ tiêu chí năm {release.Year}: {group.Name}", $"tieu-chi-{release.Year}-{group.Slug}", Of(group), group.Criteria);
    }
}

/// <summary>The points of one unit for one leaf.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="Score">The points, or why there are none.</param>
public sealed record UnitScore(string UnitCode, ReleaseScore Score);

/// <summary>The columns of every unit's points leaf by leaf, in every format.</summary>
public static class ScoreColumns
{
    /// <summary>The columns, with the places the group publishes.</summary>
    public static IReadOnlyList<Column<UnitScore>> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        Column<UnitScore>[] later =
        [
            new("counts", "Số từng loại", row => Cell.Of(row.Score.Counts)),
            new("statement", "Mức, nội dung đạt", row => Cell.Of(row.Score.Statement)),
        ];
        return
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.UnitCode)),
            new("criterion.code", "Mã tiêu chí", row => Cell.Of(row.Score.CriterionCode)),
            new("points", "Điểm đạt", row => Cell.Of(row.Score.Points, group.ScoreDecimals)),
            new("achieved", "Đạt được", row => Cell.Trimmed(row.Score.Achieved)),
            new("required", "Phải thực hiện", row => Cell.Trimmed(row.Score.Required)),
            new("status", "Tình trạng", row => Cell.Of(Status(row.Score))),
            new("reason", "Lý do không áp dụng", row => Cell.Of(row.Score.NotApplicable)),
            .. later.Where(column => group.Results.Any(result => result.Scores.Any(score => column.Value(new(result.UnitCode, score)) != Cell.Nothing))),
        ];
    }

    /// <summary>The points of all units of a group, in the order published.</summary>
    public static Table<UnitScore> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Điểm từng tiêu chí năm {release.Year}: {group.Name}", $"diem-tung-tieu-chi-{release.Year}-{group.Slug}", Of(group),
            [.. group.Results.SelectMany(result => result.Scores.Select(score => new UnitScore(result.UnitCode, score)))]);
    }

    /// <summary>The word of the API: <c>scored</c>, or <c>notApplicable</c>, which is not 0.</summary>
    public static string Status(ReleaseScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.NotApplicable is null ? "scored" : "notApplicable";
    }
}
