using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Pages.Public;

/// <summary>A unit's year on one page of A4, with the address and the QR code of its version.</summary>
public sealed class UnitSheetModel(PublicReleases releases) : PageModel
{
    /// <summary>The unit in its year.</summary>
    public UnitYear Year { get; private set; } = null!;

    /// <summary>Its leaves; <c>null</c> where only totals are published.</summary>
    public UnitScorecard? Scorecard { get; private set; }

    /// <summary>The version of the release; the newest without one.</summary>
    [BindProperty(SupportsGet = true, Name = "ban")]
    public int? Version { get; set; }

    /// <summary>The newest version where an older one is shown; else <c>null</c>.</summary>
    public int? ReplacedBy { get; private set; }

    /// <summary>Where points are lost, as many as the page has room for.</summary>
    public IEnumerable<LostLeaf> Lost => Scorecard is null ? [] : LostLeaf.Of(Scorecard).Take(MostLost);

    private const int MostLost = 4;

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(string unit, int year, CancellationToken cancel)
    {
        if (await releases.FindAsync(year, Version, cancel) is not { } release || UnitYear.Find(release, unit) is not { } found)
        {
            return Version is null ? await this.NotThereAsync(releases, year, unit: unit, cancel: cancel) : NotFound();
        }

        Year = found;
        Scorecard = await releases.ScorecardAsync(found, cancel);
        ReplacedBy = await releases.ReplacedByAsync(release, cancel);
        return Page();
    }
}
