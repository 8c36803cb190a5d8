using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Endpoints;

/// <summary>Whose the published data is and where it lies, as seen from outside.</summary>
public sealed class PortalOrigin(IOptions<SiteOptions> site, IHttpContextAccessor requests)
{
    /// <summary>Publisher, homepage and terms, as far as they are set.</summary>
    public DataOrigin Origin => new(site.Value.GoverningBody ?? site.Value.Province, site.Value.BaseAddress, site.Value.DataLicence, site.Value.DataLicenceAddress);

    /// <summary>A whole address: below the portal's public one where it is set, else below the one it was asked at.</summary>
    /// <param name="path">The path, starting with a slash.</param>
    public string Absolute(string path)
    {
        var request = requests.HttpContext!.Request;
        return (site.Value.Canonical(path) ?? new Uri($"{request.Scheme}://{request.Host}{path}")).AbsoluteUri;
    }
}
