using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>What an address answers whose figures are not there any more.</summary>
internal static class Withdrawal
{
    /// <summary>Leads to the release that says why they were withdrawn; not found where there never were any.</summary>
    public static async Task<IActionResult> NotThereAsync(this PageModel page, PublicReleases releases, int year, string? group = null, string? unit = null, CancellationToken cancel = default) =>
        await releases.WithdrawnByAsync(year, group, unit, version: null, cancel) is { } by ? page.LocalRedirect(page.Url.Release(year, by.VersionNumber)) : page.NotFound();
}
