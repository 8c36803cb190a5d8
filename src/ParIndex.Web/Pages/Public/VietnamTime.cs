using System.Globalization;

namespace ParIndex.Web.Pages.Public;

/// <summary>Instants as people in Vietnam read them: UTC+7, the same on every machine.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>“10 giờ 42 phút ngày 22/11/2026”.</summary>
    public static string Text(DateTime utc)
    {
        var local = utc + Offset;
        return string.Create(CultureInfo.InvariantCulture, $"{local:HH} giờ {local:mm} phút ngày {local.Day}/{local.Month}/{local.Year}");
    }

    /// <summary>“10:42:07”, where the day is said already.</summary>
    public static string Hour(DateTime utc) => (utc + Offset).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
