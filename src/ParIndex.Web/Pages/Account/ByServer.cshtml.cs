using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Web.Configuration;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>
/// Leads to the province's identity server. It is a link, not a form: the content security policy lets no form end at another
/// host, and whoever is made to follow the link signs in as themselves.
/// </summary>
[AllowAnonymous]
public sealed class ByServerModel(IOptions<IdentityServerOptions> server, ILogger<ByServerModel> log) : PageModel
{
    /// <summary>Where to go afterwards.</summary>
    [BindProperty(Name = "tro-lai", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    /// <summary>Why a new sign-in is asked for, as <see cref="FreshSignIn"/> names it.</summary>
    [BindProperty(Name = FreshSignIn.Parameter, SupportsGet = true)]
    public string? Reason { get; set; }

    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnGetAsync() => GoAsync(HttpContext, server.Value, log, () => HttpContext.ChallengeAsync(IdentityServer.Scheme, State()));

    /// <summary>Sends the reader to the server, or says that it does not answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="server">The settings.</param>
    /// <param name="log">Where failures are told.</param>
    /// <param name="go">Writes the answer.</param>
    internal static async Task<IActionResult> GoAsync(HttpContext context, IdentityServerOptions server, ILogger log, Func<Task> go)
    {
        if (!server.IsOn)
        {
            return new RedirectResult(Security.SignIn.AddressFor(next: null));
        }

        try
        {
            await go();
            return new EmptyResult();
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException && !context.Response.HasStarted)
        {
            // Its metadata could not be fetched.
            log.LogError(failure, "The identity server does not answer.");
            ServerAnswer.Refuse(context, ServerWords.Away);
            return new StatusCodeResult(ServerWords.Away.Status);
        }
    }

    /// <summary>Only what the session needs later; where to go is checked now, for the answer does not come through this page.</summary>
    private OpenIdConnectChallengeProperties State()
    {
        var state = new OpenIdConnectChallengeProperties();
        state.Items[ServerAnswer.ReturnTo] = Url.IsLocalUrl(ReturnTo) ? ReturnTo : null;
        if (FreshSignIn.Words(Reason) is not null)
        {
            state.Items[ServerAnswer.Reason] = Reason;
            (state.Prompt, state.MaxAge) = ("login", PublisherSession.Freshness);
        }

        return state;
    }
}
