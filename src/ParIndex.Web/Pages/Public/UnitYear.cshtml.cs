using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>A unit's scorecard of one year.</summary>
public sealed class UnitYearModel(PublicReleases releases) : PageModel
{
    /// <summary>The unit in its year.</summary>
    public UnitYear Year { get; private set; } = null!;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, int year, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return NotFound();
        }

        Year = found;
        return Page();
    }
}
