using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Account;

/// <summary>The person's own account.</summary>
public sealed class IndexModel(StaffRegister register) : PageModel
{
    /// <summary>The account.</summary>
    public StaffRow Mine { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await register.FindAsync(User.ToActor().Id, cancel) is not { } mine)
        {
            return NotFound();
        }

        Mine = mine;
        return Page();
    }
}
