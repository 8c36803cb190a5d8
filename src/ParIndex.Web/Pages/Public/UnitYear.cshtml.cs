using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>A unit's scorecard of one year, in the newest version or the one the address names.</summary>
public sealed class UnitYearModel(PublicReleases releases) : PageModel
{
    /// <summary>The unit in its year.</summary>
    public UnitYear Year { get; private set; } = null!;

    /// <summary>Its leaves beside those of the group; <c>null</c> where only totals are published.</summary>
    public UnitScorecard? Scorecard { get; private set; }

    /// <summary>Which leaves to show: <see cref="BelowMost"/>, or all of them.</summary>
    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Shown { get; set; }

    /// <summary>The version of the release; the newest without one.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Version { get; set; }

    /// <summary>The newest version where an older one is shown; else <c>null</c>.</summary>
    public int? ReplacedBy { get; private set; }

    /// <summary>The word for leaves below full marks.</summary>
    public const string BelowMost = "chua-dat";

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, int year, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, Version, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return Version is null ? await this.NotThereAsync(releases, year, unit: unit, cancel: cancel) : NotFound();
        }

        Year = found;
        Scorecard = await releases.ScorecardAsync(found, cancel);
        ReplacedBy = Version is null ? null : await releases.ReplacedByAsync(release, cancel);
        return Page();
    }
}
