using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Archives.LeafPoints;

/// <summary>What reading a workbook of points by unit and leaf has to say.</summary>
internal static class LeafPointsWords
{
    public static Finding NoWorkbook() => ReadingWords.NoWorkbook(sort: null, "Chỉ nhận XLSX: mỗi dòng một tiêu chí (mã, tên, điểm tối đa), mỗi cột một đơn vị, hoặc ngược lại.");

    public static Finding NoUnitNames(int year) => new(
        "header.no-unit-names",
        $"Không tìm thấy tên đơn vị nào của năm {year} trước tiêu chí đầu tiên; mỗi đơn vị là một cột (hoặc một dòng) mang tên trong danh mục đơn vị.",
        ("year", year));

    public static Finding NoCodes(string set, string example) => new(
        "header.no-criterion-codes",
        $"Không tìm thấy mã tiêu chí nào của “{set}” trong tệp; cần một cột (hoặc một dòng) ghi mã, ví dụ {example}.",
        ("set", set));

    /// <summary>As in a published table, but nothing is made of an unknown name here.</summary>
    public static Finding UnitUnknown(string typed, int year, IReadOnlyList<string> nearest) => new(
        "unit.not-in-register",
        $"Danh mục đơn vị năm {year} không có “{CellText.Shorten(typed)}”.{ReadingWords.Nearest(nearest)}",
        ("typed", typed), ("year", year), ("nearest", nearest));

    public static Finding UnitAmbiguous(string typed, IReadOnlyList<string> codes)
    {
        var said = TableWords.UnitAmbiguous(CellText.Shorten(typed), codes);
        return said.Within(said.Text, ("typed", typed));
    }

    public static Finding UnitTwice(string typed, CellPlace place) =>
        new("unit.column-twice", $"“{CellText.Shorten(typed)}” đã có trong bảng ({place}).", ("typed", typed), ("place", place));

    public static Finding SpecialCaseUnknown(string typed) =>
        new("unit.special-case-not-in-table", $"Đơn vị đặc thù “{CellText.Shorten(typed)}” không có trong bảng điểm.", ("typed", typed));

    public static Finding LeafMissing(string criterion, string name) =>
        new("criterion.missing", $"Thiếu tiêu chí {criterion} “{CellText.Shorten(name)}” của bộ tiêu chí.", ("criterion", criterion));

    public static Finding LeafUnknown(string typed, string set) =>
        new("criterion.unknown", $"“{CellText.Shorten(typed)}” không phải là mã tiêu chí được chấm của “{set}”.", ("typed", typed), ("set", set));

    public static Finding LeafTwice(string criterion, CellPlace place) =>
        new("criterion.twice", $"Tiêu chí {criterion} đã có trong bảng ({place}).", ("criterion", criterion), ("place", place));

    public static Finding CodeMissing() => new("criterion.code-missing", "Có điểm nhưng không có mã tiêu chí.");

    public static Finding SumPassedOver(SourceCell label) =>
        new("row.sum-passed-over", $"Bỏ qua “{CellText.Shorten(label.Text)}” ({label.Place}): tổng được tính lại từ các tiêu chí.", ("text", label.Text), ("place", label.Place));

    public static Finding Maximum(string criterion, string typed, Finding problem) =>
        problem.Within($"Điểm tối đa “{CellText.Shorten(typed)}” {problem}.", ("criterion", criterion), ("typed", typed));

    public static Finding MaximumDiffers(string criterion, decimal typed, decimal most) => new(
        "maximum.differs",
        $"Điểm tối đa của tiêu chí {criterion} trong tệp là {NumberWriter.VietnameseTrimmed(typed)}, trong bộ tiêu chí là {NumberWriter.VietnameseTrimmed(most)}.",
        ("criterion", criterion), ("typed", typed), ("most", most));

    public static Finding Merged(string typed) =>
        new("cell.merged", $"Ô gộp “{CellText.Shorten(typed)}”: không biết là điểm của tiêu chí và đơn vị nào; hãy bỏ gộp ô.", ("typed", typed));

    public static Finding Score(string criterion, string unit, string typed, Finding problem) => problem.Within(
        $"Điểm tiêu chí {criterion} của {unit}: “{CellText.Shorten(typed)}” {problem}; ghi KAD nếu không áp dụng, để trống nếu chưa chấm.",
        ("criterion", criterion), ("unit", unit), ("typed", typed));

    public static Finding AboveMaximum(string criterion, string unit, decimal typed, decimal most) => new(
        "points.above-maximum",
        $"Điểm tiêu chí {criterion} của {unit} là {NumberWriter.VietnameseTrimmed(typed)}, quá điểm tối đa {NumberWriter.VietnameseTrimmed(most)}.",
        ("criterion", criterion), ("unit", unit), ("typed", typed), ("most", most));
}
