namespace ParIndex.Web.Security;

/// <summary>
/// Sessions live in cookies that browsers keep for https alone. Where the sign-in is reached over plain http, be it on
/// the machine itself, nobody could get in: the answer says what to set instead of failing without a word.
/// </summary>
internal sealed class HttpsToSignIn(RequestDelegate next, IHostEnvironment environment)
{
    private static readonly PathString Account = "/tai-khoan";

    public Task InvokeAsync(HttpContext context)
    {
        if (environment.IsDevelopment() || context.Request.IsHttps || !context.Request.Path.StartsWithSegments(Account, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
