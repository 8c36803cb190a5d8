using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

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
