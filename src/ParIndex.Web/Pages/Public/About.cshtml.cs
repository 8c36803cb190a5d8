using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using ParIndex.Web.Configuration;

namespace ParIndex.Web.Pages.Public;

/// <summary>Who publishes the portal, how they are reached, and what readers may expect of it.</summary>
public sealed class AboutModel(IOptions<SiteOptions> site) : PageModel
{
    /// <summary>The body responsible and its contact.</summary>
    public SiteOptions Site { get; } = site.Value;

    /// <summary>Whether any way to reach the body responsible is set.</summary>
    public bool HasContact => Site.Address is not null || Site.Phone is not null || Site.Email is not null;
}
