using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;
using ParIndex.Web.Forms;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>Adds one account; the answer shows its one-time code, once.</summary>
[Authorize(Roles = nameof(StaffRoles.Administrator))]
public sealed class AddModel(StaffRegister register, UnitDirectory directory) : PageModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public StaffInput Input { get; set; } = new();

    /// <summary>Units to choose from.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>The code, after the account was made or asked for.</summary>
    public StaffOutcome? Outcome { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Units = await directory.AllAsync(cancel);

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Units = await directory.AllAsync(cancel);
        if (!this.Passes(Input, new StaffInput.Rules(Units, isNew: true)))
        {
            return this.Wrong();
        }

        Outcome = await register.AddAsync(User.ToActor(), [Input.ToEntry(Units)], cancel);
        return Page();
    }
}
