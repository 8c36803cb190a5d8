using System.Globalization;
using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>Why a sheet that came back is not taken: it is another one, or more than its open cells was changed.</summary>
internal static class SheetWords
{
    public static Finding OfAppraisal() => new("form.of-appraisal", "Đây là phiếu thẩm định nhiều đơn vị; hãy đưa lên ở trang thẩm định của nhóm.");

    public static Finding OfUnit() => new("form.of-unit", "Đây là phiếu của một đơn vị; hãy đưa lên ở trang phiếu chấm điểm của đơn vị đó.");

    public static Finding OtherYear(int year, string round, int wanted) => new(
        "form.other-year",
        string.Create(CultureInfo.InvariantCulture, $"Phiếu này của năm {year} ({round}); trang này chỉ nhận phiếu của năm {wanted}."),
        ("year", year), ("round", round), ("wanted", wanted));

    public static Finding OtherRound(string round, string wanted) =>
        new("form.other-round", $"Phiếu này của kỳ đánh giá khác ({round}); trang này chỉ nhận phiếu của “{wanted}”.", ("round", round), ("wanted", wanted));

    public static Finding OtherUnit(string unit, string wanted) =>
        new("form.other-unit", $"Phiếu này của {unit}; trang này chỉ nhận phiếu của {wanted}.", ("unit", unit), ("wanted", wanted));

    public static Finding UnitNotAssigned(string unit) =>
        new("form.unit-not-assigned", $"Phiếu này có {unit}, đơn vị không được phân công cho tài khoản này. Hãy tải lại phiếu của mình.", ("unit", unit));

    public static Finding OtherSet() => new("form.other-criteria-set", "Bộ tiêu chí đã thay đổi từ khi phiếu được tải về. Hãy tải lại phiếu và chép các ô đã nhập sang.");

    public static Finding OnlyToRead() => new("form.only-to-read", "Phiếu này chỉ để xem: khi tải về không có ô nào nhập được.");

    public static Finding NoToken() =>
        new("form.no-token", "Tệp này không mang mã của phiếu nào: chỉ nhận phiếu đã tải về từ phần mềm, lưu lại dưới dạng .xlsx, còn nguyên các trang tính.");

    public static Finding TokenMisfit() => new("form.token-misfit", "Mã của phiếu không khớp với bộ tiêu chí. Hãy tải lại phiếu.");

    public static Finding TokenDamaged() =>
        new("form.token-damaged", "Trang tính ẩn mang mã của phiếu đã bị sửa hoặc hỏng nên không nhận được tệp này. Hãy tải lại phiếu và chép các ô đã nhập sang.");

    public static Finding OtherVersion() => new("form.other-version", "Phiếu này do một phiên bản khác của phần mềm tạo ra. Hãy tải lại phiếu và chép các ô đã nhập sang.");

    public static Finding SheetMissing(string sheet) => new("form.sheet-missing", $"Tệp không còn trang tính “{sheet}”. Hãy tải lại phiếu và chép các ô đã nhập sang.", ("sheet", sheet));

    public static Finding RowAdded() => new("form.row-added", "Dòng thêm vào không có mã tiêu chí; phiếu chỉ nhận các dòng đã có.");

    public static Finding RowTwice(string criterion) => new("form.row-twice", $"Tiêu chí {criterion} có hai dòng; mỗi tiêu chí chỉ một dòng.", ("criterion", criterion));

    public static Finding RowMissing(string criterion, string sheet) =>
        new("form.row-missing", $"Thiếu dòng của tiêu chí {criterion} trên trang tính “{sheet}”.", ("criterion", criterion), ("sheet", sheet));

    public static Finding CodeUnknown(string typed) => new("form.code-unknown", $"Phiếu không có tiêu chí mã “{CellText.Shorten(typed)}”; cột mã không được sửa.", ("typed", typed));

    public static Finding ColumnAdded(string typed) => new("form.column-added", $"Cột “{CellText.Shorten(typed)}” không có trong phiếu; không thêm cột.", ("typed", typed));

    public static Finding HeaderChanged(string wanted, string typed) => new(
        "form.header-changed",
        $"Tiêu đề cột phải là “{wanted}”, không phải “{CellText.Shorten(typed)}”; không sửa, thêm hoặc xoá cột.",
        ("wanted", wanted), ("typed", typed));

    public static Finding NameChanged(string criterion, string name) =>
        new("form.name-changed", $"Tên tiêu chí {criterion} đã bị sửa; tên đúng là “{CellText.Shorten(name)}”.", ("criterion", criterion), ("name", name));

    public static Finding MaximumChanged(string criterion, decimal most) =>
        new("form.maximum-changed", $"Điểm tối đa của tiêu chí {criterion} đã bị sửa; đúng là {NumberWriter.VietnameseTrimmed(most)}.", ("criterion", criterion), ("most", most));

    /// <summary>What is wrong, with the cells of the sheet in which it was typed.</summary>
    public static Finding InCells(IReadOnlyList<string> cells, Finding problem) => problem.Within($"Ô {string.Join(", ", cells)}: {problem}", ("cells", cells));
}
