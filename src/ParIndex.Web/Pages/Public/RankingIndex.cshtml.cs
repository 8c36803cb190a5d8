using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>The short addresses of rankings lead to the first group of the year, or of the newest one.</summary>
public sealed class RankingIndexModel(PublicReleases releases) : PageModel
{
    /// <summary>Leads to the ranking; to the front page while nothing is published.</summary>
    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        var release = year is { } asked ? await releases.CurrentAsync(asked, cancel) : await releases.NewestAsync(cancel);
        return release switch
        {
            null when year is not null => NotFound(),
            null => LocalRedirect(Url.To("/Public/Index")),
            { Groups.Count: 0 } => LocalRedirect(Url.Release(release.Year)),
            _ => LocalRedirect(Url.Ranking(release.Year, release.Groups[0].Slug)),
        };
    }
}
