namespace ParIndex.Web.Security;

/// <summary>
/// Sessions live in cookies that browsers keep for https alone. Where the sign-in is reached over plain http, be it on
/// the machine itself, nobody could get in: the answer says what to set instead of failing without a word.
/// </summary>
internal sealed class HttpsToSignIn(RequestDelegate next, IHostEnvironment environment)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (environment.IsDevelopment() || context.Request.IsHttps || !StaffRoots.IsAccount(context.Request.Path))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return Task.CompletedTask;
    }
}
