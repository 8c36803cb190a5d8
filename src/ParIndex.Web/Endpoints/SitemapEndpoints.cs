using System.Xml.Linq;
using Microsoft.Extensions.Options;
using ParIndex.Application.Releases;
using ParIndex.Application.Units;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Web.Configuration;
using ParIndex.Web.Pages;
using ParIndex.Web.Security;
using ParIndex.Web.Texts;

namespace ParIndex.Web.Endpoints;

/// <summary>What search engines ask first: where they may go, and every public page with the day of the release it shows.</summary>
internal static class SitemapEndpoints
{
    private const string Sitemap = "sitemap";

    private static readonly XNamespace Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    /// <summary>Pages that stand for themselves.</summary>
    private static readonly string[] Pages = ["Index", "UnitIndex", "Releases", "Province", "DataCatalogue", "Dictionary", "ApiGuide", "ApiReference", "Verification", "Remarks", "Method", "Guide", "About"];

    public static void MapSitemap(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("").RequireRateLimiting(RateLimits.OpenData).AllowAnonymous();
        open.MapGet("/robots.txt", RobotsAsText);
        open.MapGet("/sitemap.xml", SitemapAsync).WithName(Sitemap);
    }

    /// <summary>The demonstration is found by nobody who did not look for it.</summary>
    private static IResult RobotsAsText(PortalOrigin origins, IOptions<DemoOptions> demo, LinkGenerator links) => Results.Text(demo.Value.IsDemo
        ? "User-agent: *\nDisallow: /\n"
        : $"User-agent: *\nDisallow: /lam-viec\nDisallow: /quan-tri\nDisallow: /tai-khoan\nSitemap: {origins.Absolute(links.GetPathByName(Sitemap)!)}\n");

    private static async Task<IResult> SitemapAsync(PortalOrigin origins, PublicReleases releases, UnitDirectory directory, LinkGenerator links, CancellationToken cancel)
    {
        var current = await releases.AllCurrentAsync(cancel);
        var newest = current.Count > 0 ? current.Max(release => release.PublishedAt) : (DateTime?)null;
        var pages = Pages.Select(page => (links.To("/Public/" + page), newest))
            .Concat((await directory.AllAsync(cancel)).Select(unit => (links.To("/Public/Unit", new { unit = unit.Code }), newest)))
            .Concat(current.SelectMany(release => OfRelease(release, links)));
        var document = new XDocument(new XElement(
            Schema + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Html),
            pages.SelectMany(page => Enum.GetValues<Language>().Select(language => new XElement(
                Schema + "url",
                new XElement(Schema + "loc", Of(language, page.Item1)),
                page.Item2 is { } changed ? new XElement(Schema + "lastmod", DateWriter.Data(DateWriter.VietnameseDay(changed))) : null,
                Enum.GetValues<Language>().Select(other => new XElement(Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Tag()), new XAttribute("href", Of(other, page.Item1)))))))));
        return Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{document}\n", "application/xml; charset=utf-8");

        string Of(Language language, string path) => origins.Absolute(language.Address(path));
    }

    private static IEnumerable<(string Address, DateTime? Changed)> OfRelease(Release release, LinkGenerator links) =>
    [
        (links.To("/Public/ReleaseVersion", new { year = release.Year }), release.PublishedAt),
        .. release.Groups.Where(group => group.HasLeaves).Select(group => (links.To("/Public/Criteria", new { year = release.Year, group = group.Slug }), (DateTime?)release.PublishedAt)),
        .. release.Groups.Select(group => (links.To("/Public/Ranking", new { year = release.Year, group = group.Slug }), (DateTime?)release.PublishedAt)),
        .. release.Groups.SelectMany(group => group.Results).Select(result => (links.To("/Public/UnitYear", new { unit = result.UnitCode, year = release.Year }), (DateTime?)release.PublishedAt)),
    ];
}
