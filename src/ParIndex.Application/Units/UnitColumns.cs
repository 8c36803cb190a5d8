using ParIndex.Domain.Tables;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Units;

/// <summary>The columns of the directory of units, in every format.</summary>
public static class UnitColumns
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<Column<Unit>> All =
    [
        new("code", "Mã đơn vị", unit => Cell.Of(unit.Code)),
        new("name", "Tên đơn vị", unit => Cell.Of(unit.CurrentName.Name)),
        new("nameEn", "Tên tiếng Anh", unit => Cell.Of(unit.CurrentName.NameEn)),
        new("kind", "Loại", unit => Cell.Of(unit.Kind.ToString().ToLowerInvariant())),
        new("validFrom", "Từ ngày", unit => Cell.Of(unit.ValidFrom)),
        new("validTo", "Đến ngày", unit => Cell.Of(unit.ValidTo)),
    ];

    /// <summary>The whole directory.</summary>
    public static Table<Unit> TableOf(IReadOnlyList<Unit> units) => new("Danh mục đơn vị", "danh-muc-don-vi", All, units);
}
