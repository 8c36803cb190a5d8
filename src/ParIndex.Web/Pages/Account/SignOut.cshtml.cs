using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>Signing out ends every session of the person, also of a cookie that was copied.</summary>
public sealed class SignOutModel(StaffSignIn staff) : PageModel
{
    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await staff.SignOutAsync(User.ToActor().Id, cancel);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        TempData["Done"] = "Đã đăng xuất.";
        return Redirect(Url.To("/Account/SignIn"));
    }
}
