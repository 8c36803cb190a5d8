using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>
/// The whole address of a page, as print and codes need it. It is the one that was set and never the one a request names,
/// which others could be shown; only the demonstration, which has none, takes the latter.
/// </summary>
public static class CitedAddress
{
    /// <summary>The address, or <c>null</c> while none is set.</summary>
    /// <param name="site">The settings.</param>
    /// <param name="demo">Whether this is the demonstration.</param>
    /// <param name="request">The request.</param>
    /// <param name="path">The page's path, starting with a slash.</param>
    public static Uri? Of(SiteOptions site, DemoOptions demo, HttpRequest request, string path)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(demo);
        ArgumentNullException.ThrowIfNull(request);
        return site.Canonical(path) ?? (demo.IsDemo ? new Uri($"{request.Scheme}://{request.Host}{path}") : null);
    }
}
