using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Web.Configuration;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Leads to where the province's identity server ends its own session, after ours has ended; it leads back to the sign-in page.</summary>
[AllowAnonymous]
public sealed class LeaveServerModel(IOptions<IdentityServerOptions> server, ILogger<LeaveServerModel> log) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public Task<IActionResult> OnGetAsync() => ByServerModel.GoAsync(
        HttpContext, server.Value, log, () => HttpContext.SignOutAsync(IdentityServer.Scheme, new() { RedirectUri = Url.To("/Account/SignIn") }));
}
