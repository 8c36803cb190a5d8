using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;
using ParIndex.Web.Security;

namespace ParIndex.Web.Pages.Public;

/// <summary>The directory of units.</summary>
[EnableRateLimiting(RateLimits.OpenData)]
public sealed class UnitIndexModel(UnitDirectory directory, PublicReleases releases) : PageModel
{
    /// <summary>All units.</summary>
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>The newest published row of each unit.</summary>
    public IReadOnlyDictionary<string, UnitYear> Newest { get; private set; } = new Dictionary<string, UnitYear>();

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "q")] string? words, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            // Searching had its place here once; addresses are kept.
            return LocalRedirect(Url.To("/Public/Search", new { q = words }));
        }

        Units = await directory.AllAsync(cancel);
        var newest = new Dictionary<string, UnitYear>(StringComparer.Ordinal);
        foreach (var release in await releases.AllCurrentAsync(cancel))
        {
            foreach (var unit in Units)
            {
                if (UnitYear.Find(release, unit.Code) is { } year)
                {
                    newest[unit.Code] = year;
                }
            }
        }

        Newest = newest;
        return Page();
    }
}
