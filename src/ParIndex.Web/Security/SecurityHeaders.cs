namespace ParIndex.Web.Security;

/// <summary>The headers that keep a browser to this site's own scripts, frames and addresses, on every answer of every status and type. An endpoint may set a policy of its own.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The same for what other sites may show in a frame: a chart alone.</summary>
    public static readonly string FramedPolicy = ContentSecurityPolicy.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal);

    public const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private const string OneYear = "max-age=31536000; includeSubDomains";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Add, context);
        return next(context);
    }

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.TryAdd("Content-Security-Policy", ContentSecurityPolicy);
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        // Addresses of drafts and searches are nobody else's business, not even our host name.
        headers["Referrer-Policy"] = "same-origin";
        headers["X-Content-Type-Options"] = "nosniff";
        if (context.Request.IsHttps)
        {
            headers["Strict-Transport-Security"] = OneYear;
        }

        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest || OpenData.IsForStaff(context.Request))
        {
            headers["Cache-Control"] = "no-store";
        }

        return Task.CompletedTask;
    }
}
