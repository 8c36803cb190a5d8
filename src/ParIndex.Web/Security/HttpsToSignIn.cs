namespace ParIndex.Web.Security;

/// <summary>
/// Sessions live in cookies that browsers keep for https alone, and on the machine itself. Where the sign-in is reached over
/// plain http from elsewhere nobody could get in: the answer says what to set instead of failing without a word.
/// </summary>
internal sealed class HttpsToSignIn(RequestDelegate next, IHostEnvironment environment)
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly string[] OfProxies = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host"];

    public Task InvokeAsync(HttpContext context)
    {
        if (environment.IsDevelopment() || context.Request.IsHttps || IsThisMachine(context.Request) || !StaffRoots.IsAccount(context.Request.Path))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether a browser on this machine asks: it named the machine so itself, and no proxy that is not trusted left its mark. Browsers
    /// keep secure cookies of such an address, for nobody is between.
    /// </summary>
    private static bool IsThisMachine(HttpRequest request) =>
        ThisMachine.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase) && !OfProxies.Any(request.Headers.ContainsKey);
}
