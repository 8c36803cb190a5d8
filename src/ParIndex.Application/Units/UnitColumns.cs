using ParIndex.Domain.Tables;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>The columns of the directory of units, in every format.</summary>
public static class UnitColumns
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<Column<Unit>> All =
    [
        new("code", "Mã đơn vị", unit => Cell.Of(unit.Code)) { Meaning = FieldMeaning.Text("Unit code", "Mã cố định của đơn vị; giữ nguyên khi đơn vị đổi tên.", "Permanent code of the unit; it stays when the unit is renamed.").Always() },
        new("name", "Tên đơn vị", unit => Cell.Of(unit.CurrentName.Name)) { Meaning = FieldMeaning.Text("Name", "Tên hiện nay, hoặc tên cuối cùng của đơn vị đã kết thúc hoạt động.", "Present name, or the last one of a unit that ended.").Always() },
        new("nameEn", "Tên tiếng Anh", unit => Cell.Of(unit.CurrentName.NameEn)) { Meaning = FieldMeaning.Text("Name in English", "Tên tiếng Anh, nếu có.", "English name, where there is one.") },
        new("kind", "Loại", unit => Cell.Of(unit.Kind.ToString().ToLowerInvariant())) { Meaning = FieldMeaning.Code("Kind", "Loại đơn vị.", "Kind of unit.", new("department", "sở, ban, ngành cấp tỉnh", "department of the province"), new("district", "huyện, thị xã, thành phố (đến 30/6/2025)", "district (until 30 June 2025)"), new("commune", "xã, phường, đặc khu", "commune"), new("other", "đơn vị khác", "other body")).Always() },
        new("validFrom", "Từ ngày", unit => Cell.Of(unit.ValidFrom)) { Meaning = FieldMeaning.Day("From", "Ngày bắt đầu hoạt động, nếu biết.", "First day, where known.") },
        new("validTo", "Đến ngày", unit => Cell.Of(unit.ValidTo)) { Meaning = FieldMeaning.Day("To", "Ngày hoạt động cuối cùng; trống khi đơn vị đang hoạt động.", "Last day; empty while the unit exists.") },
    ];

    /// <summary>The whole directory.</summary>
    public static Table<Unit> TableOf(IReadOnlyList<Unit> units) => new("Danh mục đơn vị", "danh-muc-don-vi", All, units);
}
