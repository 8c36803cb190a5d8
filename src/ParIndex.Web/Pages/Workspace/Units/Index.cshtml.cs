using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Units;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Pages.Workspace.Units;

/// <summary>The register of units as staff keep it, searched by any name a unit ever had.</summary>
[Authorize(Roles = nameof(StaffRoles.Coordinator) + "," + nameof(StaffRoles.Auditor))]
public sealed class IndexModel(UnitDirectory directory) : PageModel
{
    /// <summary>Words typed, with or without accents.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>The units found, or all.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Whether something was searched for.</summary>
    public bool IsSearch => !string.IsNullOrWhiteSpace(Words);

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) =>
        Units = IsSearch ? await directory.SearchAsync(Words!, cancel) : await directory.AllAsync(cancel);
}
