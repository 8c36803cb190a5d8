using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>What holds of every public page, whatever it shows.</summary>
public sealed partial class EveryPageTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory, MemberData(nameof(PublicAddresses.Pages), MemberType = typeof(PublicAddresses))]
    public async Task Page_HasOneHeadingATitleAndLandmarks(string address, string heading)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);

        Assert.StartsWith(heading, Assert.Single(page.QuerySelectorAll("h1")).Words(), StringComparison.Ordinal);
        Assert.EndsWith("Chỉ số cải cách hành chính tỉnh Lai Châu", page.Title, StringComparison.Ordinal);
        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal((1, 1, 1), (page.QuerySelectorAll("body > header").Length, page.QuerySelectorAll("body > main").Length, page.QuerySelectorAll("body > footer").Length));
        Assert.Equal("#" + page.QuerySelector("main")!.Id, page.QuerySelector("body > a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.False(string.IsNullOrWhiteSpace(nav.GetAttribute("aria-label"))));
        Assert.False(string.IsNullOrWhiteSpace(page.QuerySelector("meta[name=description]")!.GetAttribute("content")));
    }

    [Fact]
    public async Task Titles_TellPagesApart()
    {
        var client = await sites.OpenAsync();
        var titles = new List<string>();
        foreach (var row in PublicAddresses.Pages.Where(row => row.Data.Item1 != "/cong-bo/2020/1"))
        {
            titles.Add((await client.GetPageAsync(row.Data.Item1)).Title!);
        }

        Assert.Empty(titles.GroupBy(title => title, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Theory, MemberData(nameof(PublicAddresses.Pages), MemberType = typeof(PublicAddresses))]
    public async Task Page_HasNothingInlineAndAsksNoOtherHost(string address, string heading)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);

        Assert.NotEmpty(heading);
        Assert.Empty(page.QuerySelectorAll("style, script:not([src]), [style]"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(
            page.All.SelectMany(element => new[] { "src", "href", "action", "srcset", "poster", "data", "xlink:href" }.Select(element.GetAttribute)).OfType<string>(),
            link => Assert.Matches("^(/(?!/)|#|mailto:|tel:)", link));
    }

    [Theory, MemberData(nameof(PublicAddresses.Pages), MemberType = typeof(PublicAddresses))]
    public async Task Page_HasUniqueIdsAndLinksThatLeadSomewhere(string address, string heading)
    {
        var client = await sites.OpenAsync();

        var page = await client.GetPageAsync(address);

        Assert.NotEmpty(heading);
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(
            page.QuerySelectorAll("a[href^='#'], [aria-describedby], [aria-labelledby], label[for]"),
            element => Assert.All(Targets(element), target => Assert.True(page.GetElementById(target) is not null, $"#{target}")));
        foreach (var link in page.QuerySelectorAll("a[href^='/'], link[href^='/']").Select(element => element.GetAttribute("href")!).Distinct(StringComparer.Ordinal).Where(link => !Visited(link)))
        {
            using var answer = await client.GetAsync(link);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{link}: {(int)answer.StatusCode}");
        }
    }

    [Theory, MemberData(nameof(PublicAddresses.PagesWithASource), MemberType = typeof(PublicAddresses))]
    public async Task Page_WithFigures_NamesTheReleaseTheyComeFrom(string address)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);

        Assert.Equal("Nguồn: Bản công bố 2020, lần 1 (hiện hành), công bố ngày 15/7/2021", page.QuerySelector("footer .source").Words());
    }

    [Theory, MemberData(nameof(PublicAddresses.Pages), MemberType = typeof(PublicAddresses))]
    public async Task Tables_HaveCaptionsAndHeadersThatSayOfWhatTheyAre(string address, string heading)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);

        Assert.NotEmpty(heading);
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEqual("", table.QuerySelector("caption").Words()));
        Assert.All(page.QuerySelectorAll("th"), header => Assert.Contains(header.GetAttribute("scope"), new[] { "col", "row", "colgroup" }));
    }

    [Theory, MemberData(nameof(PublicAddresses.Pages), MemberType = typeof(PublicAddresses))]
    public async Task Figures_HaveADecimalCommaAndNoBlankBeforeThePercentSign(string address, string heading)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);
        // The hint of the calculator names both ways of typing; code is code.
        foreach (var element in page.QuerySelectorAll("code, .hint, svg"))
        {
            element.Remove();
        }

        Assert.NotEmpty(heading);
        Assert.DoesNotMatch(DotOrBlank(), page.Body!.TextContent);
    }

    [Theory, MemberData(nameof(PublicAddresses.Everything), MemberType = typeof(PublicAddresses))]
    public async Task Answer_SetsNoCookie(string address)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Null(answer.Header("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Canonical_WithABaseAddress_IsThePagesOwn()
    {
        await using var database = await ParIndex.Testing.TestDatabase.CreateLaiChau2020Async(DatabaseKind.Sqlite);
        await using var app = new ParIndex.Testing.TestApp(database).With("Site:BaseAddress", "https://cchc.laichau.gov.vn/");
        using var client = app.Open();

        var page = await client.GetPageAsync("/xep-hang/2020/so-nganh?sort=ten");

        Assert.Equal("https://cchc.laichau.gov.vn/xep-hang/2020/so-nganh", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    /// <summary>Each link is followed once, from the page that has it first.</summary>
    private static bool Visited(string link) => !Seen.TryAdd(link, true);

    private static IEnumerable<string> Targets(IElement element) =>
        element.GetAttribute("href") is ['#', .. var fragment]
            ? [fragment]
            : new[] { "aria-describedby", "aria-labelledby", "for" }.SelectMany(name => (element.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\b[0-9]{1,3}\.[0-9]{2}\b|[0-9] %", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DotOrBlank();
}
