using ParIndex.Application.Releases;
using ParIndex.Domain.Audit;

namespace ParIndex.Web.Security;

/// <summary>
/// What the audit log tells of answers to staff that change nothing: refused forms, pages and files that were not given,
/// files that left the portal, openings of the dry run. Each is counted once, before its answer goes out.
/// </summary>
internal sealed class CountedAnswers(RequestDelegate next, ILogger<CountedAnswers> log)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (OpenData.IsForStaff(context.Request))
        {
            // Whatever shows the error later has another address.
            var asked = new Asked(context, RefusedRequests.AddressOf(context.Request), DryRunPortal.RootOf(context), IsForm(context.Request.Method));
            context.Response.OnStarting(CountAsync, asked);
        }

        return next(context);
    }

    private async Task CountAsync(object state)
    {
        var asked = (Asked)state;
        if (KindOf(asked) is not { } kind || RefusedRequests.IsTold(asked.Context))
        {
            return;
        }

        try
        {
            await RefusedRequests.CountAsync(asked.Context, kind, kind == CountedKind.DryRun ? $"GET {asked.DryRun}" : asked.Address, NoteOf(asked.Context));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The answer stands either way.
            log.LogError(failure, "An event of the audit log could not be counted: {Address}", asked.Address);
        }
    }

    private static CountedKind? KindOf(Asked asked) => (asked.Context.Response.StatusCode, asked.IsForm) switch
    {
        // Whoever floods is answered without work.
        (StatusCodes.Status401Unauthorized or StatusCodes.Status429TooManyRequests, _) => null,
        (StatusCodes.Status409Conflict, true) when Refusals.WhyOf(asked.Context) == ResultsPublication.Changed => CountedKind.StaleDigest,
        ( >= 400 and < 500, true) => CountedKind.RefusedForm,
        (StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict or StatusCodes.Status410Gone, false) => asked.Context.User.Identity?.IsAuthenticated == true ? CountedKind.RefusedDownload : null,
        (StatusCodes.Status200OK or StatusCodes.Status206PartialContent, false) when IsFile(asked.Context.Response) => CountedKind.Export,
        (StatusCodes.Status200OK, false) when asked.DryRun is not null => CountedKind.DryRun,
        _ => null,
    };

    private static string NoteOf(HttpContext context)
    {
        var why = RefusedRequests.WhyOf(context);
        return why.Length > 0 || context.Response.StatusCode < StatusCodes.Status400BadRequest ? why : FormattableString.Invariant($"{context.Response.StatusCode}");
    }

    private static bool IsFile(HttpResponse response) => response.Headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.OrdinalIgnoreCase);

    private static bool IsForm(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    private sealed record Asked(HttpContext Context, string Address, string? DryRun, bool IsForm);
}
