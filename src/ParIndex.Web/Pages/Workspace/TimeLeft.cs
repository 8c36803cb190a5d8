using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace;

/// <summary>How far away a deadline is, in whole days, on the last one in hours.</summary>
public static class TimeLeft
{
    /// <summary>“còn 08 ngày”, “còn 05 giờ”, “quá hạn 03 ngày”.</summary>
    /// <param name="until">Last instant, UTC.</param>
    /// <param name="now">Instant, UTC.</param>
    public static string Words(DateTime until, DateTime now)
    {
        var away = (until - now).Duration();
        return $"{(until < now ? "quá hạn" : "còn")} {(away.TotalDays >= 1 ? NumberWriter.VietnameseCount((int)away.TotalDays) + " ngày" : NumberWriter.VietnameseCount((int)away.TotalHours) + " giờ")}";
    }
}
