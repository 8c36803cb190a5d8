using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Rounds;

/// <summary>
/// The days of a decision and of its announcement, of a round or of a table published before: a day that has not come
/// is most often a slip of the pen, and stands in a release for ever.
/// </summary>
public static class DecisionDays
{
    /// <summary>Why nothing can be decided on that day, as a Vietnamese sentence; <c>null</c> when it has come, or none is given.</summary>
    /// <param name="date">Day of the decision.</param>
    /// <param name="today">Today at UTC+7.</param>
    public static string? WhyNotDecided(DateOnly? date, DateOnly today) => IsToCome(date, today) ? NotYet("Ngày quyết định", date!.Value, today) : null;

    /// <summary>Why nothing was announced on that day, as a Vietnamese sentence; <c>null</c> when it has come, or none is given.</summary>
    /// <param name="announcedOn">Day of the announcement.</param>
    /// <param name="today">Today at UTC+7.</param>
    public static string? WhyNotAnnounced(DateOnly? announcedOn, DateOnly today) => IsToCome(announcedOn, today) ? NotYet("Ngày công bố", announcedOn!.Value, today) : null;

    /// <summary>Whether the day is still to come.</summary>
    public static bool IsToCome(DateOnly? day, DateOnly today) => day > today;

    private static string NotYet(string what, DateOnly day, DateOnly today) => $"{what} {DateWriter.Vietnamese(day)} chưa tới (hôm nay là {DateWriter.Vietnamese(today)}).";
}
