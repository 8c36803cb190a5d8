using System.Globalization;

namespace ParIndex.Domain.Numbers;

/// <summary>
/// The one writer and reader of days and instants, whatever the culture and the machine. Instants are kept in UTC; people
/// have a day and an hour in Vietnam, UTC+7 all year.
/// </summary>
public static class DateWriter
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>For data files: 2021-07-15.</summary>
    public static string Data(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For Vietnamese pages: 15/7/2021.</summary>
    public static string Vietnamese(DateOnly day) => day.ToString("d'/'M'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>For English pages: 15 July 2021.</summary>
    public static string English(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>An instant for English pages: “17:00 on 15 July 2021 (UTC+7)”.</summary>
    public static string EnglishHour(DateTime utc) => $"{VietnameseTime(utc)} on {English(VietnameseDay(utc))} (UTC+7)";

    /// <summary>An instant for Vietnamese pages, at UTC+7: “17:00 ngày 15/7/2021”.</summary>
    public static string VietnameseHour(DateTime utc) => $"{VietnameseTime(utc)} ngày {Vietnamese(VietnameseDay(utc))}";

    /// <summary>The same in official writing: “17 giờ 00 phút ngày 15/7/2021”.</summary>
    public static string VietnameseHourInFull(DateTime utc) => $"{Local(utc, "HH' giờ 'mm' phút'")} ngày {Vietnamese(VietnameseDay(utc))}";

    /// <summary>The same in short: “9h05 ngày 15/7/2021”.</summary>
    public static string VietnameseHourInShort(DateTime utc) => $"{Local(utc, "H'h'mm")} ngày {Vietnamese(VietnameseDay(utc))}";

    /// <summary>The time of day at UTC+7, where the day is said already: “17:00”.</summary>
    public static string VietnameseTime(DateTime utc) => Local(utc, "HH:mm");

    /// <summary>The same to the second: “17:00:07”.</summary>
    public static string VietnameseSecond(DateTime utc) => Local(utc, "HH:mm:ss");

    /// <summary>A last instant, which must not be misread in another zone: “17:00 ngày 15/7/2021 (UTC+7)”.</summary>
    public static string VietnameseDeadline(DateTime utc) => $"{VietnameseHour(utc)} (UTC+7)";

    /// <summary>The day an instant belongs to at UTC+7.</summary>
    public static DateOnly VietnameseDay(DateTime utc) => DateOnly.FromDateTime(utc + Offset);

    /// <summary>The instant of a day and a time of day at UTC+7, in UTC; without a time, the one at which the day begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the year 1.</exception>
    public static DateTime Instant(DateOnly day, TimeOnly time = default) => DateTime.SpecifyKind(day.ToDateTime(time) - Offset, DateTimeKind.Utc);

    /// <summary>Reads 2021-07-15 or 15/7/2021; <c>null</c> for anything else.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Local(DateTime utc, string format) => (utc + Offset).ToString(format, CultureInfo.InvariantCulture);
}
