using System.Globalization;

namespace ParIndex.Domain.Numbers;

/// <summary>The one writer and reader of days, whatever the culture.</summary>
public static class DateWriter
{
    /// <summary>For data files: 2021-07-15.</summary>
    public static string Data(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For Vietnamese pages: 15/7/2021.</summary>
    public static string Vietnamese(DateOnly day) => day.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant for Vietnamese pages, at UTC+7: “17:00 ngày 15/7/2021”.</summary>
    public static string VietnameseHour(DateTime utc)
    {
        var local = utc.AddHours(7);
        return $"{local.ToString("HH:mm", CultureInfo.InvariantCulture)} ngày {Vietnamese(DateOnly.FromDateTime(local))}";
    }

    /// <summary>A last instant, which must not be misread in another zone: “17:00 ngày 15/7/2021 (UTC+7)”.</summary>
    public static string VietnameseDeadline(DateTime utc) => $"{VietnameseHour(utc)} (UTC+7)";

    /// <summary>The day an instant belongs to at UTC+7.</summary>
    public static DateOnly VietnameseDay(DateTime utc) => DateOnly.FromDateTime(utc.AddHours(7));

    /// <summary>Reads 2021-07-15 or 15/7/2021; <c>null</c> for anything else.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
