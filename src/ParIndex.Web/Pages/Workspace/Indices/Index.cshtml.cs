using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.NationalIndices;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Workspace.Indices;

/// <summary>The register of figures beside the index: of the province and of units, by index and year.</summary>
[Authorize(Roles = $"{nameof(StaffRoles.Coordinator)},{nameof(StaffRoles.Auditor)}")]
public sealed class IndexModel(NationalIndexRegister register) : PageModel
{
    /// <summary>Every figure.</summary>
    public IReadOnlyList<NationalIndex> Rows { get; private set; } = [];

    /// <summary>Names of the units that have figures, by code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>The index shown alone, or <c>null</c> for all.</summary>
    [BindProperty(Name = "chi-so", SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>The figures shown.</summary>
    public IEnumerable<NationalIndex> Shown => Rows.Where(row => string.IsNullOrEmpty(Name) || row.Name == Name);

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rows = await register.WholeAsync(cancel);
        Names = await register.NamesAsync([.. Rows.Select(row => row.UnitCode).Distinct()], cancel);
    }
}
