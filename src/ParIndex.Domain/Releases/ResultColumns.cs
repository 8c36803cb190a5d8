using ParIndex.Domain.Analysis;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of a results table, in every format.</summary>
public static class ResultColumns
{
    /// <summary>Beside a printed index the computed one is said to be that.</summary>
    private const string RecomputedHeader = "Chỉ số tính lại (%)";

    /// <summary>What releases came to say later: a column only where something is said, so that older digests stay what they were.</summary>
    private static readonly IReadOnlyList<Column<ReleaseResult>> Later =
    [
        new("ratingReason", "Lý do khống chế xếp loại", row => Cell.Of(row.RatingReason)),
        new("wholeRank", "Xếp hạng trong khối", row => Cell.Of(row.WholeRank)),
        new("rankReason", "Căn cứ thứ tự khi cùng chỉ số", row => Cell.Of(row.RankReason)),
    ];

    /// <summary>The table of a group.</summary>
    public static Table<ReleaseResult> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Chỉ số cải cách hành chính năm {release.Year}: {group.Name}", $"chi-so-cchc-{release.Year}-{group.Slug}", Of(group), group.Results);
    }

    /// <summary>A unit's rows of several years in one table.</summary>
    public static Table<UnitYear> TableOf(string unitName, string unitCode, IReadOnlyList<UnitYear> years)
    {
        var columns = Of(scoreDecimals: 2, indexDecimals: 2).Select((column, position) =>
            new Column<UnitYear>(column.Key, column.Header, year => Of(year.Group)[position].Value(year.Result)));
        return new($"Chỉ số cải cách hành chính của {unitName} qua các năm", $"chi-so-cchc-{unitCode}",
            [
                new("year", "Năm", year => Cell.Of(year.Release.Year)),
                new("version", "Lần công bố", year => Cell.Of(year.Release.VersionNumber)),
                new("group", "Khối", year => Cell.Of(year.Group.Slug)),
                .. columns,
                .. Later.Where(column => years.Any(year => column.Value(year.Result) != Cell.Nothing)).Select(column => new Column<UnitYear>(column.Key, column.Header, year => column.Value(year.Result))),
            ],
            years);
    }

    /// <summary>The columns, with the places the group publishes.</summary>
    public static IReadOnlyList<Column<ReleaseResult>> Of(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var isPrinted = group.Results.Any(result => result.PublishedIndex is not null);
        return [.. Of(group.ScoreDecimals, group.IndexDecimals, isPrinted ? RecomputedHeader : "Chỉ số (%)"), .. Later.Where(column => group.Results.Any(row => column.Value(row) != Cell.Nothing))];
    }

    private static IReadOnlyList<Column<ReleaseResult>> Of(int scoreDecimals, int indexDecimals, string indexHeader = RecomputedHeader)
    {
        var (score, index) = (scoreDecimals, indexDecimals);
        return
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.UnitCode)),
            new("unit.name", "Tên đơn vị", row => Cell.Of(row.UnitName)),
            new("unit.nameEn", "Tên tiếng Anh", row => Cell.Of(row.UnitNameEn)),
            new("unit.nameAsPrinted", "Tên trong bản công bố", row => Cell.Of(row.NameAsPrinted)),
            new("appraisalScore", "Điểm thẩm định", row => Cell.Of(row.AppraisalScore, score)),
            new("surveyScore", "Điểm điều tra xã hội học", row => Cell.Of(row.SurveyScore, score)),
            new("bonus", "Điểm cộng", row => Cell.Of(row.Bonus, score)),
            new("penalty", "Điểm trừ", row => Cell.Of(row.Penalty, score)),
            new("totalScore", "Tổng điểm", row => Cell.Of(row.TotalScore, score)),
            new("scale", "Thang điểm", row => Cell.Trimmed(row.Scale)),
            new("scaleSource", "Nguồn của thang điểm", row => Cell.Of(Word(row.ScaleSource))),
            new("index", indexHeader, row => Cell.Of(row.Index, index)),
            new("publishedIndex", "Chỉ số đã công bố (%)", row => Cell.Of(row.PublishedIndex, index)),
            new("publishedRating", "Xếp loại đã công bố", row => Cell.Of(row.PublishedRating)),
            new("publishedOrder", "Thứ tự đã công bố", row => Cell.Of(row.PublishedOrder)),
            new("consistency", "Mức độ khớp", row => Cell.Of(Word(row.Consistency))),
            new("rating", "Xếp loại", row => Cell.Of(row.Rating)),
            new("rank", "Xếp hạng", row => Cell.Of(row.Rank)),
            new("tied", "Đồng hạng", row => Cell.Of(row.Rank is null ? null : row.IsTied)),
            new("rankingList", "Danh sách xếp hạng", row => Cell.Of(row.RankingList)),
            new("change", "Thay đổi so với năm trước (điểm phần trăm)", row => Cell.Of(row.Change, index)),
            new("comparable", "So sánh được với năm trước", row => Cell.Of(row.IsComparable)),
            new("specialCase", "Đơn vị đặc thù", row => Cell.Of(row.IsSpecialCase)),
        ];
    }

    /// <summary>The word of the API.</summary>
    public static string? Word(ScaleSource? source) => source switch
    {
        ScaleSource.Derived => "derived",
        ScaleSource.Printed => "printed",
        ScaleSource.Inferred => "inferred",
        _ => null,
    };

    /// <summary>The word of the API.</summary>
    public static string? Word(Consistency? consistency) => consistency switch
    {
        Consistency.Exact => "exact",
        Consistency.WithinRounding => "withinRounding",
        Consistency.Inconsistent => "inconsistent",
        _ => null,
    };
}
