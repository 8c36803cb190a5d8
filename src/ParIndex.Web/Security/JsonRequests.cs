using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using ParIndex.Web.Answers;
namespace ParIndex.Web.Security;

/// <summary>Requests of our own scripts: they are answered in JSON, and never sent to a page.</summary>
internal static class JsonRequests
{
    /// <summary>Whether a script asks.</summary>
    public static bool IsFromScript(this HttpRequest request) =>
        request.HasJsonContentType() || request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Somebody whose session is over: a person is led to the sign-in page and back to what was typed, a script is told.</summary>
    public static async Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> challenge)
    {
        if (!challenge.Request.IsFromScript())
        {
            var kept = await challenge.HttpContext.RequestServices.GetRequiredService<KeptFormStore>().KeepAsync(challenge.HttpContext);
            challenge.Response.Redirect(kept is null ? challenge.RedirectUri : SignIn.AddressFor(kept));
            return;
        }

        challenge.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await Problems.WriteAsync(challenge.HttpContext);
    }

    /// <summary>Whether the request carries the token of a page of ours.</summary>
    public static Task<bool> HasFormTokenAsync(this HttpContext context) =>
        context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
}
