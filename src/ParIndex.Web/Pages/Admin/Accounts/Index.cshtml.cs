using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Staff;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Admin.Accounts;

/// <summary>The accounts of staff, searched by code, name, post or unit.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Administrator)},{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}")]
public sealed class IndexModel(StaffRegister register) : PageModel
{
    /// <summary>Words typed, with or without accents.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>The accounts found.</summary>
    public IReadOnlyList<StaffRow> Rows { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Rows = await register.ListAsync(Words, cancel);
}
