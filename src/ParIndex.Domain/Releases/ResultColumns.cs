using ParIndex.Domain.Analysis;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>The columns of a results table, in every format.</summary>
public static class ResultColumns
{
    /// <summary>Beside a printed index the computed one is said to be that.</summary>
    private const string RecomputedHeader = "Chỉ số tính lại (%)";

    /// <summary>What people look for first; what is official stands before what was recomputed.</summary>
    private static readonly IReadOnlyList<string> FirstForReaders = ["rank", "wholeRank", "unit.name", "publishedIndex", "index", "publishedRating", "rating", "change"];

    /// <summary>What releases came to say later: a column only where something is said, so that older digests stay what they were.</summary>
    private static readonly IReadOnlyList<Column<ReleaseResult>> Later =
    [
        new("ratingReason", "Lý do khống chế xếp loại", row => Cell.Of(row.RatingReason)) { Meaning = ResultMeanings.RatingReason },
        new("wholeRank", "Xếp hạng trong khối", row => Cell.Of(row.WholeRank)) { Meaning = ResultMeanings.WholeRank },
        new("rankReason", "Căn cứ thứ tự khi cùng chỉ số", row => Cell.Of(row.RankReason)) { Meaning = ResultMeanings.RankReason },
    ];

    /// <summary>The table of a group.</summary>
    public static Table<ReleaseResult> TableOf(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return new($"Chỉ số cải cách hành chính năm {release.Year}: {group.Name}", $"xep-hang-{release.Year}-{group.Slug}", Of(group), group.Results);
    }

    /// <summary>The table of a group as people read it in a spreadsheet; a change that may not be used is not shown.</summary>
    public static Table<ReleaseResult> ForReaders(Release release, ReleaseGroup group)
    {
        var table = TableOf(release, group);
        return (table with { Columns = [.. table.Columns.Select(column => column.Key == "change" ? column with { Value = row => Cell.Of(row.UsableChange, group.IndexDecimals) } : column)] }).ForReaders(FirstForReaders);
    }

    /// <summary>Every column that a results table can have, those that not every table has at the end.</summary>
    public static IReadOnlyList<Column<ReleaseResult>> Every => [.. Of(scoreDecimals: 2, indexDecimals: 2), .. Later];

    /// <summary>Keys of the columns that a table has only where something is said in them.</summary>
    public static IReadOnlyList<string> Sometimes => [.. Later.Select(column => column.Key)];

    /// <summary>A unit's rows of several years in one table.</summary>
    public static Table<UnitYear> TableOf(string unitName, string unitCode, IReadOnlyList<UnitYear> years)
    {
        var columns = Of(scoreDecimals: 2, indexDecimals: 2).Select((column, position) =>
            column.Within<UnitYear>(year => year.Result) with { Value = year => Of(year.Group)[position].Value(year.Result) });
        return new($"Chỉ số cải cách hành chính của {unitName} qua các năm", $"don-vi-{unitCode}",
            [
                .. ReleaseFile.Columns<UnitYear>(year => year.Release).SkipLast(1),
                new("group", "Khối", year => Cell.Of(year.Group.Slug)) { Meaning = ResultMeanings.Group },
                .. columns,
                .. Later.Where(column => years.Any(year => column.Value(year.Result) != Cell.Nothing)).Select(column => column.Within<UnitYear>(year => year.Result)),
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
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.UnitCode)) { Meaning = ResultMeanings.UnitCode },
            new("unit.name", "Tên đơn vị", row => Cell.Of(row.UnitName)) { Meaning = ResultMeanings.UnitName },
            new("unit.nameEn", "Tên tiếng Anh", row => Cell.Of(row.UnitNameEn)) { Meaning = ResultMeanings.UnitNameEn },
            new("unit.nameAsPrinted", "Tên trong bản công bố", row => Cell.Of(row.NameAsPrinted)) { Meaning = ResultMeanings.NameAsPrinted },
            new("appraisalScore", "Điểm thẩm định", row => Cell.Of(row.AppraisalScore, score)) { Meaning = ResultMeanings.AppraisalScore },
            new("surveyScore", "Điểm điều tra xã hội học", row => Cell.Of(row.SurveyScore, score)) { Meaning = ResultMeanings.SurveyScore },
            new("bonus", "Điểm cộng", row => Cell.Of(row.Bonus, score)) { Meaning = ResultMeanings.Bonus },
            new("penalty", "Điểm trừ", row => Cell.Of(row.Penalty, score)) { Meaning = ResultMeanings.Penalty },
            new("totalScore", "Tổng điểm", row => Cell.Of(row.TotalScore, score)) { Meaning = ResultMeanings.TotalScore },
            new("scale", "Thang điểm", row => Cell.Trimmed(row.Scale)) { Meaning = ResultMeanings.Scale },
            new("scaleSource", "Nguồn của thang điểm", row => Cell.Of(Word(row.ScaleSource))) { Meaning = ResultMeanings.ScaleSource },
            new("index", indexHeader, row => Cell.Of(row.Index, index)) { Meaning = ResultMeanings.Index },
            new("publishedIndex", "Chỉ số đã công bố (%)", row => Cell.Of(row.PublishedIndex, index)) { Meaning = ResultMeanings.PublishedIndex },
            new("publishedRating", "Xếp loại đã công bố", row => Cell.Of(row.PublishedRating)) { Meaning = ResultMeanings.PublishedRating },
            new("publishedOrder", "Thứ tự đã công bố", row => Cell.Of(row.PublishedOrder)) { Meaning = ResultMeanings.PublishedOrder },
            new("consistency", "Mức độ khớp", row => Cell.Of(Word(row.Consistency))) { Meaning = ResultMeanings.Consistency },
            new("rating", "Xếp loại", row => Cell.Of(row.Rating)) { Meaning = ResultMeanings.Rating },
            new("rank", "Xếp hạng", row => Cell.Of(row.Rank)) { Meaning = ResultMeanings.Rank },
            new("tied", "Đồng hạng", row => Cell.Of(row.Rank is null ? null : row.IsTied)) { Meaning = ResultMeanings.Tied },
            new("rankingList", "Danh sách xếp hạng", row => Cell.Of(row.RankingList)) { Meaning = ResultMeanings.RankingList },
            new("change", "Thay đổi so với năm trước (điểm phần trăm)", row => Cell.Of(row.Change, index)) { Meaning = ResultMeanings.Change },
            new("comparable", "So sánh được với năm trước", row => Cell.Of(row.IsComparable)) { Meaning = ResultMeanings.Comparable },
            new("specialCase", "Đơn vị đặc thù", row => Cell.Of(row.IsSpecialCase)) { Meaning = ResultMeanings.SpecialCase },
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

    /// <summary>Whether a cell of a file that was given away says that the scale was inferred, in the word of programs or of people.</summary>
    public static bool IsInferred(string text) =>
        ResultMeanings.ScaleSource.Codes.Any(code => code.Code == Word(Scoring.ScaleSource.Inferred) && (code.Code == text || code.Word == text));

    /// <summary>The word of the API.</summary>
    public static string? Word(Consistency? consistency) => consistency switch
    {
        Consistency.Exact => "exact",
        Consistency.WithinRounding => "withinRounding",
        Consistency.Inconsistent => "inconsistent",
        _ => null,
    };
}
