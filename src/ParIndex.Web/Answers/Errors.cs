using Microsoft.AspNetCore.Diagnostics;
using ParIndex.Application.Data;
using ParIndex.Web.Security;

namespace ParIndex.Web.Answers;

/// <summary>
/// One way for every failure: the status is set, and its answer made from it. A person gets the page `/loi/{status}`,
/// a program `ProblemDetails`; neither ever a trace.
/// </summary>
internal static class Errors
{
    /// <summary>When to ask again while the database does not answer.</summary>
    public const string RetryAfterSeconds = "30";

    private static readonly PathString UnavailablePage = "/loi/503";

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => IsForPrograms(context.Request),
            data => data.UseStatusCodePages(failure => Problems.WriteAsync(failure.HttpContext)));
        app.UseWhen(
            context => !IsForPrograms(context.Request),
            pages => pages.UseStatusCodePagesWithReExecute("/loi/{0}"));
        app.Use(ShowErrorPagesAsGet);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = SayWhenAsync,
            StatusCodeSelector = StatusOf,
            // A request that cannot be read is the sender's mistake, told in the answer.
            SuppressDiagnosticsCallback = failure => failure.Exception is BadHttpRequestException,
        });
    }

    /// <summary>The page for a database that does not answer asks it nothing, not even who is signed in.</summary>
    public static bool MayAskDatabase(HttpContext context) => context.Request.Path != UnavailablePage;

    private static bool IsForPrograms(HttpRequest request) => OpenData.Covers(request) || request.IsFromScript();

    private static int StatusOf(Exception failure) =>
        failure is BadHttpRequestException malformed ? malformed.StatusCode
        : failure is NewerSchemaException || DatabaseAway.Is(failure) ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;

    private static Task SayWhenAsync(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        return Task.CompletedTask;
    }

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
