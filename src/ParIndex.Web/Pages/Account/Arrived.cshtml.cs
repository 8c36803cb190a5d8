using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Web.Forms;

namespace ParIndex.Web.Pages.Account;

/// <summary>
/// The first page of ours after the identity server's, or before it. A browser that another site sent here leaves the
/// session's cookie at home (it is strict), and a form may not end at another host: from this page on, it is our own link.
/// </summary>
[AllowAnonymous]
public sealed class ArrivedModel : PageModel
{
    private const string ReturnTo = "tro-lai";

    /// <summary>Where it leads on to.</summary>
    [BindProperty(Name = ReturnTo, SupportsGet = true)]
    public string? Asked { get; set; }

    /// <summary>The address when it is one of this site's, else the workspace.</summary>
    public string Next => RedirectTargets.Encode(SignInModel.Safe(Url, Asked));

    /// <summary>The page that leads on to an address of this site.</summary>
    internal static string AddressFor(LinkGenerator links, string next) => $"{links.To("/Account/Arrived")}?{ReturnTo}={Uri.EscapeDataString(next)}";

    /// <inheritdoc cref="PageModel" />
    public void OnGet() => Response.Headers["Refresh"] = "0; url=" + Next;
}
