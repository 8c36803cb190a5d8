using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>All releases by year with their versions.</summary>
public sealed class ReleasesModel(PublicReleases releases) : PageModel
{
    /// <summary>All versions, newest first.</summary>
    public IReadOnlyList<ReleaseHead> Heads { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel) => Heads = await releases.HeadsAsync(cancel);
}
