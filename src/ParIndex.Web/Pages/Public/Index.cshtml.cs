using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Application.NationalIndices;
using ParIndex.Application.Releases;
using ParIndex.Domain.NationalIndices;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;
using ParIndex.Web.Charts;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>The newest release in one screen.</summary>
public sealed class IndexModel(PublicReleases releases, ReleaseObservations observations, NationalIndexRegister nationalIndices, IOptions<SiteOptions> site) : PageModel
{
    private const int MostObservations = 6;

    /// <summary>The newest release, or <c>null</c> while nothing is published.</summary>
    public Release? Release { get; private set; }

    /// <summary>One axis for all groups.</summary>
    public ValueAxis Axis { get; private set; } = null!;

    /// <summary>What is worth knowing of it.</summary>
    public IReadOnlyList<Observation> Observations { get; private set; } = [];

    /// <summary>The province's own PAR INDEX over the years.</summary>
    public IReadOnlyList<NationalIndex> ParIndex { get; private set; } = [];

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Release = await releases.NewestAsync(cancel);
        if (Release is not null)
        {
            Axis = GroupDrawing.SharedAxis(Release);
            Observations = Observation.Choose(await observations.FindAsync(Release, Release.Groups, cancel), MostObservations);
        }

        ParIndex = [.. (await nationalIndices.AllAsync(cancel)).Where(row => row.Name == "PAR INDEX" && row.Province == site.Value.ProvinceName)];
    }
}
