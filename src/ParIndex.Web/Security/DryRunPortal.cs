using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using ParIndex.Application.Releases;
using ParIndex.Application.Rounds;
using ParIndex.Web.Pages;
using ParIndex.Web.Pages.Workspace.Rounds;

namespace ParIndex.Web.Security;

/// <summary>
/// The public portal with a release that is not published yet, under an address of the round that only those open who
/// may see results. Behind the prefix the ordinary pages and files answer, with <see cref="DryRun"/> filled for this one
/// request; so what is shown is what will be published. The prefix is
/// their path base, so that their links, which the router makes, lead inside.
/// </summary>
internal sealed partial class DryRunPortal(RequestDelegate next)
{
    /// <summary>The part of a round's address.</summary>
    public const string Part = "ban-thu";

    public static bool Covers(HttpContext context) => Address().IsMatch(context.Request.Path.Value ?? "");

    /// <summary>The address of the dry run that is asked for, without what lies inside, or <c>null</c>.</summary>
    public static string? RootOf(HttpContext context) => Address().Match(context.Request.Path.Value ?? "") is { Success: true } match ? match.Groups["prefix"].Value : null;

    public async Task InvokeAsync(HttpContext context, CurrentStaff staff, RoundReader rounds, RoundResults results, DryRun dryRun, LinkGenerator portal)
    {
        var match = Address().Match(context.Request.Path.Value!);
        var inside = new PathString(match.Groups["inside"] is { Length: > 0 } rest ? rest.Value : "/");
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            await context.ChallengeAsync();
        }
        else if (await staff.OfAsync(context.User, context.RequestAborted) is not { } account || !account.Has(RoundAudience.Results))
        {
            await RefusedRequests.RefuseAsync(context);
        }
        else if (!HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (await rounds.FindAsync(Guid.Parse(match.Groups["id"].Value), context.RequestAborted) is not { } setup || !RoundRights.MayRead(account.Roles, setup.Round) || OpenData.IsForStaff(inside))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else if ((await results.ShownAsync(setup, context.RequestAborted)).SeenBy(account).Release is not { } release)
        {
            // The page of results says what is missing.
            context.Response.Redirect(portal.To("/Workspace/Rounds/Results", new { id = setup.Round.Id }));
        }
        else
        {
            dryRun.Show(setup.Round.Id, release);
            await ShowAsync(context, match.Groups["prefix"].Value, inside);
        }
    }

    /// <summary>The address is split for the rest of the pipeline: what links go by is where the dry run stands.</summary>
    private async Task ShowAsync(HttpContext context, PathString prefix, PathString inside)
    {
        var request = context.Request;
        var asked = (request.PathBase, request.Path);
        context.Response.OnStarting(Hide, context.Response);
        (request.PathBase, request.Path) = (request.PathBase.Add(prefix), inside);
        try
        {
            await next(context);
        }
        finally
        {
            (request.PathBase, request.Path) = asked;
        }
    }

    private static Task Hide(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex";
        return Task.CompletedTask;
    }

    [GeneratedRegex("^(?<prefix>/lam-viec/ky-danh-gia/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/ban-thu)(?<inside>/.*)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}

/// <summary>The dry run in the order of layers: who asks is known before the address is one of the public portal.</summary>
internal static class DryRunSetup
{
    public static void UseDryRun(this IApplicationBuilder app) => app.UseWhen(DryRunPortal.Covers, branch =>
    {
        branch.UseAuthentication();
        branch.UseMiddleware<SetUpFirst>();
        branch.UseMiddleware<DryRunPortal>();
    });
}
