namespace ParIndex.Web.Setup;

/// <summary>Sends readers from `/Don-Vi/` to `/don-vi`, so that a page has one address to link, cite and cache.</summary>
internal static class OneAddressPerPage
{
    public static void UseOneAddressPerPage(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var path = context.Request.Path.Value ?? "";
        var address = path.Length > 1 ? path.TrimEnd('/').ToLowerInvariant() : path;
        if (address == path || !HttpMethods.IsGet(context.Request.Method) || LeadsElsewhere(address))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location =
            context.Request.PathBase.Add(address).ToUriComponent() + context.Request.QueryString;
        return Task.CompletedTask;
    });

    /// <summary>`//host` in a redirect is another site's address.</summary>
    private static bool LeadsElsewhere(string address) => address is "" or ['/', '/' or '\\', ..];
}
