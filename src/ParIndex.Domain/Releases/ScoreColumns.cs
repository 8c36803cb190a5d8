using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The points of one unit for one leaf.</summary>
/// <param name="UnitCode">The unit.</param>
/// <param name="Score">The points, or why there are none.</param>
public sealed record UnitScore(string UnitCode, ReleaseScore Score);

/// <summary>The columns of every unit's points leaf by leaf, in every format.</summary>
public static class ScoreColumns
{
    private static readonly IReadOnlyList<Column<UnitScore>> Later =
    [
        new("counts", "Số từng loại", row => Cell.Of(row.Score.Counts)) { Meaning = CriterionMeanings.Counts },
        new("statement", "Mức, nội dung đạt", row => Cell.Of(row.Score.Statement)) { Meaning = CriterionMeanings.Statement },
        new("note", "Ghi chú thẩm định", row => Cell.Of(row.Score.Note)) { Meaning = CriterionMeanings.Note },
    ];

    /// <summary>Every column that a table of points can have, those that not every table has at the end.</summary>
    public static IReadOnlyList<Column<UnitScore>> Every => [.. First(scoreDecimals: 2), .. Later];

    /// <summary>The columns, with the places the group publishes.</summary>
    public static IReadOnlyList<Column<UnitScore>> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. First(group.ScoreDecimals), .. Later.Where(column => group.Results.Any(result => result.Scores.Any(score => column.Value(new(result.UnitCode, score)) != Cell.Nothing)))];
    }

    /// <summary>The points of all units of a group as people read them in a spreadsheet: units and criteria by their names.</summary>
    public static Table<UnitScore> ForReaders(Release release, ReleaseGroup group)
    {
        var table = TableOf(release, group);
        var criteria = group.Criteria.ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        return (table with
        {
            Columns =
            [
                new("unit.name", "Tên đơn vị", row => Cell.Of(group.Result(row.UnitCode)?.UnitName)) { Meaning = ResultMeanings.UnitName },
                new("criterion.name", "Tiêu chí", row => Cell.Of(criteria[row.Score.CriterionCode].Name)) { Meaning = CriterionMeanings.Name },
                new("maxScore", "Điểm tối đa", row => Cell.Trimmed(criteria[row.Score.CriterionCode].MaxScore)) { Meaning = CriterionMeanings.MaxScore },
                .. table.Columns,
            ],
        }).ForReaders("unit.name", "criterion.code", "criterion.name", "points", "maxScore");
    }

    /// <summary>The points of all units of a group, in the order published.</summary>
    public static Table<UnitScore> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Điểm từng tiêu chí năm {release.Year}: {group.Name}", $"diem-tung-tieu-chi-{release.Year}-{group.Slug}", Of(group),
            [.. group.Results.SelectMany(result => result.Scores.Select(score => new UnitScore(result.UnitCode, score)))]);
    }

    private static IReadOnlyList<Column<UnitScore>> First(int scoreDecimals) =>
    [
        new("unit.code", "Mã đơn vị", row => Cell.Of(row.UnitCode)) { Meaning = ResultMeanings.UnitCode },
        new("criterion.code", "Mã tiêu chí", row => Cell.Of(row.Score.CriterionCode)) { Meaning = CriterionMeanings.Code },
        new("points", "Điểm đạt", row => Cell.Of(row.Score.Points, scoreDecimals)) { Meaning = CriterionMeanings.Points },
        new("achieved", "Đạt được", row => Cell.Trimmed(row.Score.Achieved)) { Meaning = CriterionMeanings.Achieved },
        new("required", "Phải thực hiện", row => Cell.Trimmed(row.Score.Required)) { Meaning = CriterionMeanings.Required },
        new("status", "Tình trạng", row => Cell.Of(Status(row.Score))) { Meaning = CriterionMeanings.Status },
        new("reason", "Lý do không áp dụng", row => Cell.Of(row.Score.NotApplicable)) { Meaning = CriterionMeanings.Reason },
    ];

    /// <summary>The word of the API: <c>scored</c>, or <c>notApplicable</c>, which is not 0.</summary>
    public static string Status(ReleaseScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.NotApplicable is null ? "scored" : "notApplicable";
    }
}
