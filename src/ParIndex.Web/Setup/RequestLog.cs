using System.Diagnostics;

namespace ParIndex.Web.Setup;

/// <summary>One line a request: method, path, status, bytes, time and id. Query values are left out: a search may name a person.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const int LongestPath = 300;

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var method = context.Request.Method;
        var path = Shown(context.Request.Path);
        // The host's own scope was made before the request had the id its reader sees.
        using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", context.TraceIdentifier) });
        try
        {
            await next(context);
        }
        finally
        {
            var status = context.Response.StatusCode;
            logger.Log(
                LevelOf(status, path),
                "{Method} {Path} {Status} {Bytes} {ElapsedMs} {RequestId}",
                method,
                path,
                status,
                context.Response.ContentLength,
                Milliseconds(Stopwatch.GetElapsedTime(started)),
                context.TraceIdentifier);
        }
    }

    /// <summary>With three decimals.</summary>
    private static double Milliseconds(TimeSpan elapsed) => (long)elapsed.TotalMicroseconds / 1000d;

    private static LogLevel LevelOf(int status, string path) => status switch
    {
        >= StatusCodes.Status500InternalServerError => LogLevel.Error,
        _ when path.StartsWith("/health/", StringComparison.Ordinal) => LogLevel.Debug,
        _ => LogLevel.Information,
    };

    /// <summary>Percent-encoded, so that no line break or control sign reaches the log.</summary>
    private static string Shown(PathString path)
    {
        var encoded = path.ToUriComponent();
        return encoded.Length <= LongestPath ? encoded : encoded[..LongestPath] + "…";
    }
}
