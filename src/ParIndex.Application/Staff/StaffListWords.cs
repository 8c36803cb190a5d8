using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Staff;

namespace ParIndex.Application.Staff;

/// <summary>Why a list of people is not taken.</summary>
internal static class StaffListWords
{
    public static Finding TooManyCells() => new("row.more-cells-than-header", "Dòng có nhiều ô hơn dòng tiêu đề; ô chứa dấu phân cách phải nằm trong dấu ngoặc kép.");

    public static Finding NoRows() => new("people.none", "Danh sách không có dòng nào dưới dòng tiêu đề.");

    public static Finding TooManyPeople(int most) => new("people.too-many", $"Danh sách dài hơn {most} người.", ("most", most));

    public static Finding ColumnsMissing(IReadOnlyList<string> missing, IReadOnlyList<string> all) => new(
        "people.columns-missing",
        $"Thiếu cột {string.Join(", ", missing.Select(name => $"“{name}”"))}. Dòng tiêu đề cần có: {string.Join(", ", all)} (theo thứ tự bất kỳ, có dấu hoặc không dấu).",
        ("missing", missing));

    public static Finding CodeMissing() => new("person.code-missing", "Thiếu mã cán bộ.");

    public static Finding CodeUnfit(string typed) => new("person.code-unfit", $"“{typed}” không dùng được. {StaffRegister.CodeForm}", ("typed", typed));

    public static Finding CodeTaken(string typed) => new("person.code-taken", $"Mã cán bộ “{typed}” đã có tài khoản.", ("typed", typed));

    public static Finding CodeTwice(string typed, CellPlace before) => new("person.code-twice", $"Mã cán bộ “{typed}” đã có ở {before.Row}.", ("typed", typed), ("place", before));

    public static Finding NameMissing() => new("person.name-missing", "Thiếu họ và tên.");

    public static Finding NameTooLong(int most) => new("person.name-too-long", $"Họ và tên dài quá {most} ký tự.", ("most", most));

    public static Finding PostTooLong(int most) => new("person.post-too-long", $"Chức vụ dài quá {most} ký tự.", ("most", most));

    public static Finding EmailUnfit(string typed) => new("person.email-unfit", $"“{typed}” không phải là địa chỉ thư điện tử. {StaffRegister.EmailForm}", ("typed", typed));

    public static Finding RolesUnknown(string typed) => new("person.roles-unknown", $"Không hiểu vai trò “{typed}”; nhận: {RoleWords.Accepted}.", ("typed", typed));

    /// <summary>Roles that are known and cannot be held together or there, with the register's own reason.</summary>
    public static Finding RolesUnfit(string typed, string reason) => new("person.roles-unfit", reason, ("typed", typed));

    public static Finding UnitUnknown(string typed, int year, IReadOnlyList<string> nearest) => new(
        "person.unit-unknown",
        $"Không có đơn vị “{typed}” trong danh mục năm {year}.{ReadingWords.Nearest(nearest)}",
        ("typed", typed), ("year", year), ("nearest", nearest));

    public static Finding UnitAmbiguous(string typed, int units) => new("person.unit-ambiguous", $"“{typed}” là tên của {units} đơn vị; ghi tên đầy đủ.", ("typed", typed), ("units", units));
}
