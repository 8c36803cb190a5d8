using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Web.Charts;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>The newest release in one screen.</summary>
public sealed class IndexModel(PublicReleases releases, NationalIndexRegister nationalIndices, IOptions<SiteOptions> site) : PageModel
{
    /// <summary>The newest release, or <c>null</c> while nothing is published.</summary>
    public Release? Release { get; private set; }

    /// <summary>One axis for all groups.</summary>
    public ValueAxis Axis { get; private set; } = null!;

    /// <summary>The province's own PAR INDEX over the years.</summary>
    public IReadOnlyList<NationalIndex> ParIndex { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Release = await releases.NewestAsync(cancel);
        if (Release is not null)
        {
            Axis = GroupDrawing.SharedAxis(Release);
        }

        ParIndex = [.. (await nationalIndices.AllAsync(cancel)).Where(row => row.Name == "PAR INDEX" && row.Province == site.Value.ProvinceName)];
    }
}
