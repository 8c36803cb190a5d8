using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.Surveys;

/// <summary>Why a workbook of survey points is not taken.</summary>
internal static class SurveyWords
{
    public static Finding TooLarge() => ReadingWords.TooLarge("Hãy chỉ giữ lại bảng điểm điều tra.");

    public static Finding NoWorkbook(FileSort? sort) => ReadingWords.NoWorkbook(sort, "Chỉ nhận XLSX theo tệp mẫu của trang này.");

    public static Finding NoHeader(string unit, string criterion) =>
        new("survey.header-missing", $"Không tìm thấy dòng tiêu đề có cột “{unit}” và “{criterion}”; hãy dùng tệp mẫu của trang này.", ("headers", new[] { unit, criterion }));

    public static Finding NoFigureColumn(string points, string achieved) =>
        new("survey.no-figure-column", $"Dòng tiêu đề thiếu cột “{points}” hoặc “{achieved}”.", ("headers", new[] { points, achieved }));

    public static Finding NoRows() => new("survey.no-rows", "Tệp không có dòng nào mang mã đơn vị và mã tiêu chí.");

    public static Finding OtherYear(string typed, IReadOnlyList<int> years, int wanted) => new(
        "survey.other-year",
        $"Tệp ghi “{CellText.Shorten(typed)}”, là của năm {string.Join(", ", years)}, không phải năm {wanted} của kỳ đánh giá này. Hãy dùng tệp mẫu của kỳ này.",
        ("typed", typed), ("years", years), ("year", wanted));

    public static Finding UnitUnknown(string typed) => new("survey.unit-unknown", $"Không có đơn vị mã “{CellText.Shorten(typed)}” trong khối này của kỳ đánh giá.", ("typed", typed));

    public static Finding LeafUnknown(string typed, string unit) =>
        new("survey.criterion-unknown", $"“{CellText.Shorten(typed)}” không phải là tiêu chí điều tra áp dụng với {unit}.", ("typed", typed), ("unit", unit));

    public static Finding Twice(string unit, string criterion, CellPlace before) =>
        new("survey.twice", $"{unit}, tiêu chí {criterion} đã có ở {before.Row}.", ("unit", unit), ("criterion", criterion), ("place", before));

    /// <summary>What is wrong with an answer, with the unit it is of.</summary>
    public static Finding OfUnit(string unit, Finding problem) => problem.Within($"{unit}. {problem}", ("unit", unit));

    /// <summary>Why a line may not be changed, with the unit it is of.</summary>
    public static Finding NotTheirs(string unit, Finding reason) => reason.Within($"{unit}: {reason}", ("unit", unit));
}
