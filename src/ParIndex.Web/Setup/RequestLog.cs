using Serilog;
using Serilog.Events;

namespace ParIndex.Web.Setup;

/// <summary>One line a request: method, path, status, bytes, time and id. Query values are left out: a search may name a person.</summary>
internal static class RequestLog
{
    private const int LongestPath = 300;

    private static readonly object Asked = new();

    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
        app.Use(async (context, next) =>
        {
            // Pages of errors and dry runs are answered under another path than was asked for.
            context.Items[Asked] = Shown(context.Request.Path);
            // The host's own scope was made before the request had the id its reader sees.
            using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", context.TraceIdentifier) });
            await next(context);
        });
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = "{Method} {Path} {Status} {Bytes} {ElapsedMs} {RequestId}";
            options.GetMessageTemplateProperties = Properties;
            options.GetLevel = (context, _, failure) => LevelOf(failure is null ? context.Response.StatusCode : StatusCodes.Status500InternalServerError, PathOf(context));
        });
    }

    private static IEnumerable<LogEventProperty> Properties(HttpContext context, string path, double elapsedMs, int status) =>
    [
        new("Method", new ScalarValue(context.Request.Method)),
        new("Path", new ScalarValue(PathOf(context))),
        new("Status", new ScalarValue(status)),
        new("Bytes", new ScalarValue(context.Response.ContentLength)),
        new("ElapsedMs", new ScalarValue(Math.Round(elapsedMs, 3))),
        new("RequestId", new ScalarValue(context.TraceIdentifier)),
    ];

    private static LogEventLevel LevelOf(int status, string path) => status switch
    {
        >= StatusCodes.Status500InternalServerError => LogEventLevel.Error,
        _ when path.StartsWith("/health/", StringComparison.Ordinal) => LogEventLevel.Debug,
        _ => LogEventLevel.Information,
    };

    private static string PathOf(HttpContext context) => (string)context.Items[Asked]!;

    /// <summary>Percent-encoded, so that no line break or control sign reaches the log.</summary>
    private static string Shown(PathString path)
    {
        var encoded = path.ToUriComponent();
        return encoded.Length <= LongestPath ? encoded : encoded[..LongestPath] + "…";
    }
}
