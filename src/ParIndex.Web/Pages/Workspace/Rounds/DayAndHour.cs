using System.Globalization;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Rounds;

namespace ParIndex.Web.Pages.Workspace.Rounds;

/// <summary>An instant as people type and read it: a day and an hour at UTC+7.</summary>
public static class DayAndHour
{
    /// <summary>What is accepted, for hints and refusals.</summary>
    public const string Accepted = "ngày dạng 15/12/2026 và giờ dạng 17:00";

    /// <summary>The instant, UTC; <c>null</c> for anything else.</summary>
    public static DateTime? Read(string? day, string? hour) =>
        DateWriter.Read((day ?? "").Trim()) is { Year: > 1 } date && TimeOnly.TryParseExact((hour ?? "").Trim(), ["H:mm", "H'h'mm", "H'h'", "H' giờ'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? DateWriter.Instant(date, time)
            : null;

    /// <summary>The day as typed: 15/12/2026.</summary>
    public static string Day(DateTime utc) => DateWriter.Vietnamese(DateWriter.VietnameseDay(utc));

    /// <summary>The hour as typed: 17:00.</summary>
    public static string Hour(DateTime utc) => DateWriter.VietnameseTime(utc);

    /// <summary>The round's deadline of a step, or <c>null</c>.</summary>
    public static DateTime? Of(Round round, RoundStep step)
    {
        ArgumentNullException.ThrowIfNull(round);
        return round.Deadlines.FirstOrDefault(deadline => deadline.Step == step)?.Until;
    }
}
