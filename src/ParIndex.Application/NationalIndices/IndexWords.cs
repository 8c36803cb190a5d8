using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.NationalIndices;

/// <summary>What is wrong with a figure beside the index, typed or read from a workbook.</summary>
internal static class IndexWords
{
    public static Finding NameMissing() => new("series.name-missing", $"Ghi tên chỉ số, tối đa {NationalIndex.MostName} ký tự, ví dụ {string.Join(", ", NationalIndex.KnownNames)}.");

    public static Finding ProvinceTooLong() => new("series.province-too-long", $"Tên tỉnh tối đa {NationalIndex.MostProvince} ký tự.");

    public static Finding UnitUnknown(string typed) => new("series.unit-unknown", $"Không có đơn vị mã “{CellText.Shorten(typed)}” trong danh mục; để trống nếu là số liệu của tỉnh.", ("typed", typed));

    public static Finding UnitOfAnotherProvince(string province) => new("series.unit-of-another-province", $"Chỉ ghi số liệu của từng đơn vị thuộc tỉnh {province}.", ("province", province));

    public static Finding YearUnfit(string typed) => new("series.year-unfit", $"Năm “{CellText.Shorten(typed)}” không hợp lệ; ghi bốn chữ số, từ 2000 đến 2100.", ("typed", typed));

    public static Finding Number(string field, string typed, Finding problem) => problem.Within($"{field} “{CellText.Shorten(typed)}” {problem}.", ("field", field), ("typed", typed));

    public static Finding PlaceBelowOne(string field) => new("series.place-below-one", $"{field} là số nguyên từ 1.", ("field", field));

    public static Finding PlaceBeyond(string field, int place, int of) => new("series.place-beyond", $"{field} {place} lớn hơn tổng số {of} được xếp hạng.", ("field", field), ("place", place), ("of", of));

    public static Finding ScoreBeyond(decimal score, decimal scale) =>
        new("series.score-beyond", $"Điểm {NumberWriter.VietnameseTrimmed(score)} lớn hơn thang điểm {NumberWriter.VietnameseTrimmed(scale)}.", ("score", score), ("scale", scale));

    public static Finding TextTooLong(string field, int most) => new("series.text-too-long", $"{field} tối đa {most} ký tự.", ("field", field), ("most", most));

    public static Finding NothingSaid() => new("series.nothing-said", "Ghi ít nhất một số liệu: điểm, thứ hạng, nhóm hoặc thứ hạng trong vùng.");

    public static Finding DerivedUnread(string typed) => new("series.derived-unread", $"“{CellText.Shorten(typed)}” không phải là Có hoặc Không.", ("typed", typed));

    public static Finding TooLarge() => ReadingWords.TooLarge("Hãy chỉ giữ lại bảng chỉ số.");

    public static Finding NoWorkbook(FileSort? sort) => ReadingWords.NoWorkbook(sort, "Chỉ nhận XLSX theo tệp tải về từ trang này.");

    public static Finding NoHeader(IReadOnlyList<string> headers) => new("series.header-missing", $"Không tìm thấy dòng tiêu đề có cột {string.Join(", ", headers.Select(header => $"“{header}”"))}; hãy dùng tệp tải về từ trang này.", ("headers", headers));

    public static Finding NoRows() => new("series.no-rows", "Tệp không có dòng số liệu nào dưới dòng tiêu đề.");

    public static Finding Twice(CellPlace before) => new("series.twice", $"Chỉ số, năm và đơn vị này đã có ở {before.Row}.", ("place", before));
}
