using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>
/// The short addresses of criteria lead to the first group of the newest year, or of the year asked, that is published down to
/// each leaf; to the first group of all where none is, which says so.
/// </summary>
public sealed class CriteriaIndexModel(PublicReleases releases) : PageModel
{
    /// <summary>Leads to the criteria set; says that nothing is published while nothing is.</summary>
    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancel)
    {
        var current = (await releases.AllCurrentAsync(cancel)).Where(release => year is null || release.Year == year).OrderByDescending(release => release.Year).ToList();
        var groups = current.SelectMany(release => release.Groups.Select(group => (release.Year, group.Slug, group.HasLeaves))).ToList();
        return groups.Count > 0 ? LocalRedirect(Found(groups.Exists(group => group.HasLeaves) ? groups.Find(group => group.HasLeaves) : groups[0]))
            : year is null ? Page()
            : await this.NotThereAsync(releases, year.Value, cancel: cancel);
    }

    private string Found((int Year, string Slug, bool HasLeaves) group) => Url.Criteria(group.Year, group.Slug);
}
