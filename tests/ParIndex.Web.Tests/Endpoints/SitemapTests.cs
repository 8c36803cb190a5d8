using System.Net;
using System.Xml.Linq;
using ParIndex.Application.Data;
using ParIndex.Testing;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>What search engines are told.</summary>
public sealed class SitemapTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Sitemap_NamesEveryPublicPage_AndEachAnswers(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateLaiChau2020Async(kind);
        await using var app = new TestApp(database).With("Site:BaseAddress", "https://cchc.laichau.gov.vn/");
        using var client = app.Open();

        var sitemap = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));
        var addresses = sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value).ToList();

        // Thirteen pages of their own; 29 units of province and districts, 38 communes of today and 104 of once; one release with two groups, 28 results; each in two languages.
        Assert.Equal(2 * (13 + 29 + 38 + 104 + 1 + 2 + 28), addresses.Count);
        Assert.All(sitemap.Root!.Elements(), page => Assert.Equal(["vi", "en"], page.Elements().Where(element => element.Name.LocalName == "link").Select(link => link.Attribute("hreflang")!.Value)));
        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.Ordinal).Count());
        Assert.All(addresses, address => Assert.StartsWith("https://cchc.laichau.gov.vn/", address, StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri(address).AbsolutePath);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Robots_MayReadWhatIsPublic_AndLearnWhereTheSitemapIs()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var app = new TestApp(database).With("Site:BaseAddress", "https://cchc.laichau.gov.vn/");
        using var client = app.Open();

        var robots = await client.GetStringAsync("/robots.txt");

        Assert.Contains("Disallow: /lam-viec\n", robots, StringComparison.Ordinal);
        Assert.DoesNotContain("Disallow: /\n", robots, StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://cchc.laichau.gov.vn/sitemap.xml\n", robots, StringComparison.Ordinal);
    }
}
