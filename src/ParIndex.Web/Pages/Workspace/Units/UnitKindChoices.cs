using Microsoft.AspNetCore.Mvc.Rendering;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>The words for kinds of units and successions in forms.</summary>
internal static class UnitKindChoices
{
    public static IEnumerable<SelectListItem> Options => Enum.GetValues<UnitKind>().Select(kind => new SelectListItem(Word(kind), kind.ToString()));

    public static IEnumerable<SelectListItem> Successions =>
    [
        new("Sáp nhập, hợp nhất", nameof(SuccessionKind.Merged)),
        new("Chia, tách", nameof(SuccessionKind.Split)),
        new("Giải thể, kết thúc hoạt động", nameof(SuccessionKind.Abolished)),
        new("Kết thúc hoạt động, trên địa bàn có các đơn vị mới", nameof(SuccessionKind.Territory)),
    ];

    public static string Word(UnitKind kind) => kind switch
    {
        UnitKind.Department => "Sở, ban, ngành",
        UnitKind.District => "Huyện, thị xã, thành phố (đến 30/6/2025)",
        UnitKind.Commune => "Xã, phường, đặc khu (trước 2025: cả thị trấn)",
        _ => "Cơ quan, đơn vị khác",
    };
}
