using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Domain.Releases;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>Every table, its formats, what its columns mean, the terms, and how to cite it.</summary>
public sealed class DataCatalogueModel(PublicReleases releases, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>Whose data it is, and under which terms.</summary>
    public SiteOptions Site { get; } = site.Value;

    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<ReleaseHead> Heads { get; private set; } = [];

    /// <summary>The newest versions of all years, newest first.</summary>
    public IReadOnlyList<Release> Current { get; private set; } = [];

    /// <summary>The release that examples are of, or <c>null</c> while nothing is published.</summary>
    public Release? Newest => Current.FirstOrDefault(release => release.GroupCount > 0);

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Heads = await releases.HeadsAsync(cancel);
        Current = [.. (await releases.AllCurrentAsync(cancel)).Reverse()];
    }
}
