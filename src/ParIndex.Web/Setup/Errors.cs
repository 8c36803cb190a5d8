using Microsoft.AspNetCore.Diagnostics;
using ParIndex.Web.Security;

namespace ParIndex.Web.Setup;

/// <summary>
/// One way for every failure: the status is set, and its answer made from it. A person gets the page `/loi/{status}`,
/// a program `ProblemDetails`; neither ever a trace.
/// </summary>
internal static class Errors
{
    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => OpenData.Covers(context.Request),
            data => data.UseStatusCodePages(failure => Problems.WriteAsync(failure.HttpContext)));
        app.UseWhen(
            context => !OpenData.Covers(context.Request),
            pages => pages.UseStatusCodePagesWithReExecute("/loi/{0}"));
        app.Use(ShowErrorPagesAsGet);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = _ => Task.CompletedTask,
            StatusCodeSelector = StatusOf,
            // A request that cannot be read is the sender's mistake, told in the answer.
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        });
    }

    private static int StatusOf(Exception failure) =>
        failure is BadHttpRequestException malformed ? malformed.StatusCode : StatusCodes.Status500InternalServerError;

    /// <summary>The page of a refused POST is read, not posted to.</summary>
    private static Task ShowErrorPagesAsGet(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}
