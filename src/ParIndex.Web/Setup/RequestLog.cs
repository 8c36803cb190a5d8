using System.Diagnostics;
using Serilog.Events;
using Serilog.Parsing;

namespace ParIndex.Web.Setup;

/// <summary>
/// One line a request: method, path, status, bytes, time and id. Query values are left out: a search may name a person. Written
/// by hand and not by Serilog's own layer, which costs several times what sending a kept page does.
/// </summary>
public sealed class RequestLog(RequestDelegate next, Serilog.ILogger logger, TimeProvider clock)
{
    public const string Words = "{Method} {Path} {Status} {Bytes} {ElapsedMs} {RequestId}";

    public static readonly MessageTemplate Line = new MessageTemplateParser().Parse(Words);

    private const int LongestPath = 300;

    private readonly Serilog.ILogger _log = logger.ForContext<RequestLog>();

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        // Pages of errors and dry runs are answered under another path than was asked for.
        var asked = context.Request.Path;
        try
        {
            await next(context);
        }
        catch (Exception failure)
        {
            Write(context, asked, StatusCodes.Status500InternalServerError, began, failure);
            throw;
        }

        Write(context, asked, context.Response.StatusCode, began, failure: null);
    }

    private void Write(HttpContext context, PathString asked, int status, long began, Exception? failure)
    {
        var level = LevelOf(status, asked);
        if (!_log.IsEnabled(level))
        {
            return;
        }

        _log.Write(new LogEvent(clock.GetLocalNow(), level, failure, Line,
        [
            new("Method", new ScalarValue(context.Request.Method)),
            new("Path", new ScalarValue(Shown(asked))),
            new("Status", new ScalarValue(status)),
            new("Bytes", new ScalarValue(context.Response.ContentLength)),
            new("ElapsedMs", new ScalarValue(Stopwatch.GetElapsedTime(began).Ticks / (decimal)TimeSpan.TicksPerMillisecond)),
            new("RequestId", new ScalarValue(context.TraceIdentifier)),
        ]));
    }

    private static LogEventLevel LevelOf(int status, PathString asked) =>
        status >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : asked.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
        : LogEventLevel.Information;

    /// <summary>Percent-encoded, so that no line break or control sign reaches the log.</summary>
    private static string Shown(PathString path)
    {
        var encoded = path.ToUriComponent();
        return encoded.Length <= LongestPath ? encoded : encoded[..LongestPath] + "…";
    }
}

/// <summary>What is logged while a request is answered anew bears its id; the host's own scope was made before it had the one its reader sees.</summary>
internal sealed class RequestScope(RequestDelegate next, ILogger<RequestScope> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        using var scope = logger.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", context.TraceIdentifier) });
        await next(context);
    }
}
