using System.Globalization;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>
/// Gives each request the id under which the log, the error page and the answer's `X-Request-Id` speak of it.
/// One from a trusted proxy is kept, so that both logs can be read together; anybody else could forge log lines.
/// </summary>
internal sealed class RequestIds(RequestDelegate next, TrustedProxies proxies)
{
    public const string Header = "X-Request-Id";

    private const int Shortest = 8;
    private const int Longest = 64;

    public Task InvokeAsync(HttpContext context)
    {
        // An id is no secret, so that the cheap source of chance does.
        context.TraceIdentifier = FromProxy(context) ?? Random.Shared.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
        context.Response.OnStarting(Say, context);
        return next(context);
    }

    private static Task Say(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private string? FromProxy(HttpContext context) =>
        context.Request.Headers[Header] is [{ Length: >= Shortest and <= Longest } id]
        && id.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.')
        && proxies.Include(context.Connection.RemoteIpAddress)
            ? id
            : null;
}
