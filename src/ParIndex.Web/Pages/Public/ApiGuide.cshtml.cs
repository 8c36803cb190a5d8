using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Web.Endpoints;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Pages.Public;

/// <summary>How programs read the data: addresses, versions, pages, refusals, and five lines each for Excel, R and Python.</summary>
public sealed class ApiGuideModel(PublicReleases releases, PortalOrigin origins) : PageModel
{
    /// <summary>The examples, with addresses that answer; <c>null</c> while nothing is published.</summary>
    public ApiExamples? Examples { get; private set; }

    /// <inheritdoc cref="PageModel" />
    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (await releases.NewestAsync(cancel) is { } newest)
        {
            var (year, group) = (newest.Year, newest.Groups[0].Slug);
            var table = origins.Absolute(LanguageAddresses.Plain(Url.Ranking(year, group)));
            Examples = new(table + ".csv", origins.Absolute(LanguageAddresses.Plain(Url.ToEndpoint(ApiEndpoints.GroupResults, new { year, group }))));
        }
    }
}
