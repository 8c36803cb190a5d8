namespace ParIndex.Web.Security;

/// <summary>
/// The published data may be read by any page of any site: the API, the data files and the charts, not the pages for people
/// and nothing of the staff.
/// </summary>
internal sealed class OpenData(RequestDelegate next)
{
    private static readonly string[] Interface = ["/api", "/openapi"];

    private static readonly string[] Roots = [.. Interface, "/bieu-do"];

    private static readonly string[] Endings = [".csv", ".json", ".jsonld", ".xlsx", ".docx", ".atom", ".zip", ".txt"];

    /// <summary>Whether the address is one of data, which answers errors as `ProblemDetails` too.</summary>
    public static bool Covers(HttpRequest request) =>
        Roots.Any(root => request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase))
        || (HasDataEnding(request.Path) && !IsForStaff(request));

    /// <summary>Whether the address is one of the interface for programs.</summary>
    public static bool IsInterface(PathString path) => Array.Exists(Interface, root => path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the address is one for staff, which nobody may keep a copy of.</summary>
    public static bool IsForStaff(HttpRequest request) => IsForStaff(request.Path);

    /// <inheritdoc cref="IsForStaff(HttpRequest)" />
    public static bool IsForStaff(PathString path) => StaffRoots.IsWork(path) || StaffRoots.IsAccount(path);

    public Task InvokeAsync(HttpContext context)
    {
        if (!Covers(context.Request))
        {
            return next(context);
        }

        context.Response.OnStarting(Open, context.Response.Headers);
        return IsPreflight(context.Request) ? Permit(context.Response) : next(context);
    }

    private static bool HasDataEnding(PathString path) =>
        Endings.Any(ending => path.Value!.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static Task Open(object state)
    {
        var headers = (IHeaderDictionary)state;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = "Content-Disposition, ETag, Link, Retry-After, X-Request-Id";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Task.CompletedTask;
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.ContainsKey("Access-Control-Request-Method");

    /// <summary>A page elsewhere that sends `If-None-Match` asks first.</summary>
    private static Task Permit(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, HEAD";
        response.Headers.AccessControlAllowHeaders = "Accept, If-None-Match";
        response.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }
}
