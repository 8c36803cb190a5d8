using ParIndex.Application.Reading;
using ParIndex.Domain;

namespace ParIndex.Application.Units;

/// <summary>Why a list of units is not taken, and what is to be looked at in it.</summary>
internal static class UnitListWords
{
    public static Finding NameColumnMissing() => new("units.name-column-missing", "Thiếu cột “Tên đơn vị”. Danh sách có nhiều cột cần dòng tiêu đề với cột này; hai cột “Loại” và “Tên tiếng Anh” không bắt buộc.");

    public static Finding NoRows() => new("units.none", "Danh sách không có đơn vị nào.");

    public static Finding TooMany(int most) => new("units.too-many", $"Danh sách dài hơn {most} đơn vị.", ("most", most));

    public static Finding NothingNew(int count) => new("units.nothing-new", $"Cả {count} đơn vị của danh sách đã có trong danh mục.", ("count", count));

    public static Finding NameMissing() => new("units.name-missing", "Thiếu tên đơn vị.");

    public static Finding NameTooLong(int most) => new("units.name-too-long", $"Tên đơn vị dài quá {most} ký tự.", ("most", most));

    public static Finding NameTwice(string name, CellPlace before) => new("units.name-twice", $"“{name}” đã có ở {before.Row}.", ("name", name), ("place", before));

    public static Finding KindUnknown(string typed) => new("units.kind-unknown", $"Không hiểu loại đơn vị “{typed}”; nhận: {UnitList.AcceptedKinds}. Để trống thì loại được hiểu theo tên.", ("typed", typed));

    public static Finding Alike(IReadOnlyList<string> names) => new("units.alike", $"{string.Join(", ", names.Select(name => $"“{name}”"))} chỉ khác nhau ở dấu và được coi là các đơn vị khác nhau; hãy kiểm tra.", ("names", names));
}
