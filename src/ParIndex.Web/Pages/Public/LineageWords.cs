using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Public;

/// <summary>How a link of a unit's history reads from either end.</summary>
public static class LineageWords
{
    /// <summary>The words before the other units' names, or the whole sentence when there is none.</summary>
    /// <param name="kind">Merged, split or abolished.</param>
    /// <param name="isBefore">Whether the unit read about is the one before.</param>
    public static string Of(SuccessionKind kind, bool isBefore) => (kind, isBefore) switch
    {
        (SuccessionKind.Merged, true) => "Sáp nhập vào",
        (SuccessionKind.Merged, false) => "Nhận sáp nhập từ",
        (SuccessionKind.Split, true) => "Chia, tách thành",
        (SuccessionKind.Split, false) => "Được chia, tách từ",
        _ => "Kết thúc hoạt động.",
    };
}
