using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Admin;

/// <summary>Whether the stored releases are what was published: the last check, and the button for another.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Auditor)}")]
public sealed class DigestsModel(DigestVerification checks) : PageModel
{
    /// <summary>The last check, or <c>null</c>.</summary>
    public DigestCheck? Last { get; private set; }

    /// <summary>Who audits changes nothing, not even this.</summary>
    public bool MayRun => User.IsInRole(nameof(StaffRoles.Administrator));

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Last = await checks.LastAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!MayRun)
        {
            return Forbid();
        }

        var check = await checks.RunAsync(User.Identity!.Name!, cancel);
        TempData["Done"] = check.Lines.Count == 0 ? "Đã kiểm tra: mọi bản đúng như lúc công bố." : "Đã kiểm tra: có số liệu không còn như lúc công bố.";
        return RedirectToPage();
    }
}
