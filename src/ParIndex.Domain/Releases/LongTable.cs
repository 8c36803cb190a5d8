using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>One figure of one unit: of its totals, or of one criterion.</summary>
/// <param name="Release">The release.</param>
/// <param name="Group">The unit's group.</param>
/// <param name="Result">The unit's row.</param>
/// <param name="Criterion">The criterion; <c>null</c> for a figure of the unit's totals.</param>
/// <param name="Measure">What is measured, in the word of the API.</param>
/// <param name="Value">The figure as it is published, or nothing.</param>
/// <param name="Status">Whether it stands: <c>given</c>, <c>notApplicable</c> or <c>notComparable</c>.</param>
public sealed record LongRow(Release Release, ReleaseGroup Group, ReleaseResult Result, ReleaseCriterion? Criterion, string Measure, Cell Value, string Status);

/// <summary>
/// A release as one tidy table: a row for each unit, criterion and measure, so that any program can filter and add up without
/// knowing our columns. It holds every number of the wide tables and no text of them.
/// </summary>
public static class LongTable
{
    private const string Given = "given", NotApplicable = "notApplicable", NotComparable = "notComparable";

    private static readonly IReadOnlyList<string> OfTotals =
        ["appraisalScore", "surveyScore", "bonus", "penalty", "totalScore", "scale", "index", "publishedIndex", "publishedOrder", "rank", "wholeRank", "change"];

    private static readonly IReadOnlyList<string> OfLeaves = ["points", "achieved", "required"];

    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<Column<LongRow>> Columns =
    [
        .. ReleaseFile.Columns<LongRow>(row => row.Release).SkipLast(1),
        new("group", "Khối", row => Cell.Of(row.Group.Slug)) { Meaning = ResultMeanings.Group },
        new("unit.code", "Mã đơn vị", row => Cell.Of(row.Result.UnitCode)) { Meaning = ResultMeanings.UnitCode },
        new("unit.name", "Tên đơn vị", row => Cell.Of(row.Result.UnitName)) { Meaning = ResultMeanings.UnitName },
        new("criterion.code", "Mã tiêu chí", row => Cell.Of(row.Criterion?.Code)) { Meaning = FieldMeaning.Text("Criterion code", "Mã tiêu chí được chấm; trống khi số liệu là của tổng điểm đơn vị.", "Code of the scored criterion; empty for a figure of the unit's totals.") },
        new("criterion.name", "Tiêu chí", row => Cell.Of(row.Criterion?.Name)) { Meaning = FieldMeaning.Text("Criterion", "Tên tiêu chí được chấm; trống khi số liệu là của tổng điểm đơn vị.", "Wording of the scored criterion; empty for a figure of the unit's totals.") },
        new("measure", "Chỉ tiêu", row => Cell.Of(row.Measure)) { Meaning = FieldMeaning.Code("Measure", "Giá trị đo cái gì; cùng từ với cột của bảng rộng.", "What is measured; the same word as the column of the wide table.", [.. Measures()]).Always() },
        new("value", "Giá trị", row => row.Value) { Meaning = FieldMeaning.Number("Value", "Giá trị đúng như công bố; trống khi không áp dụng.", "The figure as it is published; empty where not applicable.") },
        new("status", "Tình trạng", row => Cell.Of(row.Status)) { Meaning = FieldMeaning.Code("Status", "Giá trị có dùng được không; không áp dụng khác với 0.", "Whether the figure stands; not applicable is not 0.", new(Given, "có giá trị", "given"), new(NotApplicable, "không áp dụng", "not applicable"), new(NotComparable, "hai năm không so sánh trực tiếp", "the two years do not compare directly")).Always() },
    ];

    /// <summary>The table of a release.</summary>
    /// <param name="release">The release with every leaf.</param>
    /// <exception cref="InvalidOperationException">The leaves of a group were not loaded.</exception>
    public static Table<LongRow> TableOf(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return new($"Toàn bộ số liệu năm {release.Year}, mỗi dòng một giá trị", $"so-lieu-dai-{release.Year}", Columns, [.. release.Groups.SelectMany(group => Rows(release, group))]);
    }

    private static IEnumerable<LongRow> Rows(Release release, ReleaseGroup group)
    {
        group.RequireLeaves();
        var totals = ResultColumns.Of(group).Where(column => OfTotals.Contains(column.Key)).ToList();
        var leaves = ScoreColumns.Of(group).Where(column => OfLeaves.Contains(column.Key)).ToList();
        var maximum = CriterionColumns.Of(group).Single(column => column.Key == "maxScore");
        var byPosition = group.Criteria.ToDictionary(criterion => criterion.Position);
        return group.Results.SelectMany(result => Totals(result).Concat(result.Scores.SelectMany(score => Leaf(result, score))));

        IEnumerable<LongRow> Totals(ReleaseResult result) =>
            totals.Select(column => new LongRow(release, group, result, null, column.Key, column.Value(result), column.Key == "change" && result.UsableChange is null ? NotComparable : Given))
                .Where(row => row.Value != Cell.Nothing);

        IEnumerable<LongRow> Leaf(ReleaseResult result, ReleaseScore score)
        {
            var criterion = byPosition[score.Position];
            var status = score.NotApplicable is null ? Given : NotApplicable;
            // Points are told of every leaf, other figures where there are any.
            foreach (var column in leaves)
            {
                if (column.Value(new(result.UnitCode, score)) is var value && (value != Cell.Nothing || column.Key == "points"))
                {
                    yield return new(release, group, result, criterion, column.Key, value, status);
                }
            }

            yield return new(release, group, result, criterion, maximum.Key, maximum.Value(criterion), status);
        }
    }

    private static IEnumerable<ColumnCode> Measures() =>
    [
        .. ResultColumns.Every.Where(column => OfTotals.Contains(column.Key)).Select(column => new ColumnCode(column.Key, column.Header, column.Meaning!.HeaderEn)),
        new("points", "Điểm đạt", CriterionMeanings.Points.HeaderEn),
        new("achieved", "Đạt được", CriterionMeanings.Achieved.HeaderEn),
        new("required", "Phải thực hiện", CriterionMeanings.Required.HeaderEn),
        new("maxScore", "Điểm tối đa", CriterionMeanings.MaxScore.HeaderEn),
    ];
}
