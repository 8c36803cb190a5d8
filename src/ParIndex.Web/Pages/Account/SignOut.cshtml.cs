using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Staff;
using ParIndex.Web.Configuration;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Signing out ends every session of the person, also of a cookie that was copied.</summary>
public sealed class SignOutModel(StaffSignIn staff, IOptions<IdentityServerOptions> server, LinkGenerator links) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var atServer = server.Value is { IsOn: true, SignOutAtServer: true } && HttpContext.ByServer() is not null;
        await staff.SignOutAsync(User.ToActor().Id, cancel);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData["Done"] = "Đã đăng xuất.";
        return Redirect(atServer ? ArrivedModel.AddressFor(links, Url.To("/Account/LeaveServer")) : Url.To("/Account/SignIn"));
    }
}
