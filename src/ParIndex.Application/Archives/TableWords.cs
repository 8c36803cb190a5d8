using ParIndex.Application.Imports;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Archives;

/// <summary>What setting a published table beside the register and our own computation has to say.</summary>
internal static class TableWords
{
    public static Finding GroupUnknown(string typed, IReadOnlyList<string> known, ImportHints hints) => new(
        "group.unknown",
        $"Không có nhóm đơn vị “{typed}”; các nhóm hiện có: {string.Join(", ", known)}. Muốn tạo nhóm mới: {hints.CreateUnits}.",
        ("typed", typed), ("groups", known));

    public static Finding GroupNameUnfit(string typed, int most) =>
        new("group.name-unfit", $"Tên nhóm “{CellText.Shorten(typed)}” phải có chữ hoặc số và không dài quá {most} ký tự.", ("typed", typed), ("most", most));

    public static Finding GroupUntold(ImportHints hints) => new("group.untold", $"Bảng không cho biết đơn vị thuộc nhóm nào; {hints.Group}.");

    public static Finding GroupNotInTable(IReadOnlyList<string?> printed, string asked)
    {
        IReadOnlyList<string> named = [.. printed.Select(NameOf)];
        return new("group.not-in-table", $"Bảng có {printed.Count} nhóm ({string.Join("; ", named)}), không nhóm nào là “{asked}”.", ("groups", printed.OfType<string>().ToList()), ("typed", asked));
    }

    public static Finding GroupLeftOut(string? left, string chosen, IReadOnlyList<string> units) => new(
        "group.left-out",
        $"Không lấy {units.Count} dòng của nhóm “{NameOf(left)}”, vì nhóm được chọn là “{chosen}”: {string.Join("; ", units)}.",
        ("group", left), ("chosen", chosen), ("units", units));

    public static Finding UnitAmbiguous(string typed, IReadOnlyList<string> codes) =>
        new("unit.ambiguous", $"Tên “{typed}” có thể là {string.Join(" hoặc ", codes)}; hãy ghi tên đầy đủ.", ("typed", typed), ("codes", codes));

    public static Finding UnitOfOtherYears(string typed, int year, string code, DateOnly? from, DateOnly? to) => new(
        "unit.other-years",
        $"“{typed}” không tồn tại trong năm {year} (mã {code} {Lifetime(from, to)}); không tạo đơn vị mới trùng tên.",
        ("typed", typed), ("year", year), ("code", code), ("from", from), ("to", to));

    public static Finding UnitUnknown(string typed, int year, IReadOnlyList<string> nearest, ImportHints hints) => new(
        "unit.unknown",
        $"Danh mục đơn vị năm {year} không có “{typed}”.{ReadingWords.Nearest(nearest)} Sửa tên trong tệp, hoặc {hints.CreateUnits} để tạo đơn vị mới.",
        ("typed", typed), ("year", year), ("nearest", nearest));

    public static Finding UnitTwice(string typed, string before, CellPlace place) =>
        new("unit.twice", $"“{typed}” đã có trong bảng với tên “{before}” ({place}).", ("typed", typed), ("before", before), ("place", place));

    public static Finding UnitNameTooLong(int most) => new("unit.name-too-long", $"Tên đơn vị dài quá {most} ký tự.", ("most", most));

    public static Finding ListNameTooLong(int most) => new("list.name-too-long", $"Tên danh sách xếp hạng dài quá {most} ký tự.", ("most", most));

    public static Finding RatingTooLong(int most) => new("rating.too-long", $"Xếp loại dài quá {most} ký tự.", ("most", most));

    public static Finding UnitsLeftOut(IReadOnlyList<string> units) =>
        new("unit.left-out", $"Danh mục đơn vị còn {units.Count} đơn vị cùng loại không có trong bảng: {string.Join("; ", units)}.", ("units", units));

    public static Finding ScaleOfNoUnit(string typed) => new("scale.unit-not-in-table", $"Thang điểm được chỉ định cho “{typed}” nhưng bảng không có đơn vị này.", ("typed", typed));

    public static Finding ScaleTwice(string unit, IReadOnlyList<string> typed) =>
        new("scale.twice", $"Thang điểm của “{unit}” được chỉ định hai lần ({string.Join("; ", typed)}).", ("unit", unit), ("typed", typed));

    public static Finding ScaleFitsNone(string unit, ImportHints hints) =>
        new("scale.fits-none", $"{unit}: không có thang điểm nào từ 60 đến 100 (bước 0,25) khớp với tổng điểm và chỉ số; {hints.Scale}.", ("unit", unit));

    public static Finding ScaleFitsSeveral(string unit, IReadOnlyList<decimal> scales, ImportHints hints) => new(
        "scale.fits-several",
        $"{unit}: có {scales.Count} thang điểm cùng khớp ({string.Join("; ", scales.Select(NumberWriter.VietnameseTrimmed))}), không suy đoán; {hints.Scale}.",
        ("unit", unit), ("scales", scales));

    public static Finding MeanDiffers(decimal printed, decimal computed) => new(
        "mean.differs",
        $"Giá trị trung bình in trong bảng là {NumberWriter.Vietnamese(printed)}, tính từ các chỉ số trong bảng là {NumberWriter.Vietnamese(computed)}.",
        ("printed", printed), ("computed", computed));

    public static Finding IndexInconsistent(string unit, decimal printed, decimal computed) => new(
        "index.inconsistent",
        $"{unit}: chỉ số công bố {NumberWriter.Vietnamese(printed)} không thể có từ tổng điểm và thang điểm đã in (tính lại {NumberWriter.Vietnamese(computed)}); cần đối chiếu.",
        ("unit", unit), ("printed", printed), ("computed", computed));

    public static Finding PartsDoNotAddUp(string unit) => new("total.parts-differ", $"{unit}: các điểm thành phần cộng lại không bằng tổng điểm đã in.", ("unit", unit));

    public static Finding RatingDiffers(string unit, string? printed, string? computed) =>
        new("rating.differs", $"{unit}: xếp loại đã in là “{printed}”, theo ngưỡng đã cho là “{computed}”.", ("unit", unit), ("printed", printed), ("computed", computed));

    public static Finding RankImpossible(string unit, int printed, int best, int worst) => new(
        "rank.impossible",
        $"{unit}: hạng đã in là {printed}, theo số liệu đã in chỉ có thể từ {best} đến {worst}.",
        ("unit", unit), ("printed", printed), ("best", best), ("worst", worst));

    public static Finding OrderContradicts(string unit, string before) =>
        new("rank.order-contradicts", $"{unit} đứng sau {before} trong bảng dù chỉ số cao hơn.", ("unit", unit), ("before", before));

    public static Finding QuotedColumns(IReadOnlyList<string> columns) =>
        new("quoted.columns", $"Tệp số liệu trích dẫn phải có đúng các cột: {string.Join(", ", columns)}.", ("columns", columns));

    public static Finding QuotedCells(int cells, int wanted) => new("quoted.cells", $"Dòng có {cells} ô, cần {wanted} ô.", ("cells", cells), ("wanted", wanted));

    public static Finding QuotedYear(string typed) => new("quoted.year", $"“{typed}” không phải là một năm.", ("typed", typed));

    public static Finding QuotedWord(string typed, IReadOnlyList<string> words) =>
        new("quoted.word", $"“{typed}” không phải là một trong: {string.Join(", ", words)}.", ("typed", typed), ("words", words));

    public static Finding QuotedValue(string typed, Finding problem) => problem.Within($"Giá trị “{typed}” {problem}.", ("typed", typed));

    public static Finding QuotedGroup(string typed) => new("quoted.group-not-in-table", $"Số liệu trích dẫn thuộc nhóm “{typed}” nhưng bảng không có nhóm này.", ("typed", typed));

    public static Finding QuotedUnit(string typed) => new("quoted.unit-unknown", $"Số liệu trích dẫn của “{typed}” nhưng không có đơn vị này.", ("typed", typed));

    private static string NameOf(string? group) => group ?? "không tên";

    private static string Lifetime(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => $"tồn tại từ năm {first.Year} đến năm {last.Year}",
        (null, { } last) => $"tồn tại đến năm {last.Year}",
        ({ } first, null) => $"tồn tại từ năm {first.Year}",
        _ => "mang tên khác trong năm đó",
    };
}
