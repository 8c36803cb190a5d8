using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The catalogue of the data, its guide and reference, and the page on which files and figures are checked.</summary>
public sealed class DataPagesTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Catalogue_LeadsToEveryFile(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        var page = await site.Client.GetPageAsync("/du-lieu");
        var english = await site.Client.GetPageAsync("/en/du-lieu");
        var links = page.QuerySelectorAll("main .links a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(links, english.QuerySelectorAll("main .links a").Select(link => link.GetAttribute("href")));
        foreach (var release in (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray())
        {
            Assert.Contains($"/cong-bo/{release.GetProperty("year").GetInt32()}/{release.GetProperty("version").GetInt32()}.zip", links);
        }

        foreach (var link in links.Concat(page.QuerySelectorAll("main .list a, head link[rel=alternate][type]").Select(link => link.GetAttribute("href")!)))
        {
            Assert.True((await site.Client.GetAsync(link)).IsSuccessStatusCode, link);
        }
    }

    [Fact]
    public async Task Guide_GivesAddressesThatAnswer()
    {
        var client = await sites.OpenAsync();

        var examples = (await client.GetPageAsync("/du-lieu/api")).QuerySelectorAll("pre").Select(example => example.TextContent.Trim()).ToList();

        Assert.Equal(3, examples.Count);
        Assert.All(examples, example => Assert.Equal(5, example.Split('\n').Length));
        foreach (var example in examples)
        {
            var address = example[example.IndexOf("http", StringComparison.Ordinal)..].Split('"')[0];
            Assert.True((await client.GetAsync(new Uri(address).PathAndQuery)).IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public async Task Reference_ShowsEveryAddressAndEverySchema()
    {
        var client = await sites.OpenAsync();
        var document = await client.GetJsonAsync("/openapi/v1.json");

        var page = await client.GetPageAsync("/du-lieu/api/tham-chieu");

        Assert.Equal(document.GetProperty("paths").EnumerateObject().Select(path => "GET " + path.Name), page.Texts("section.card > h2"));
        Assert.All(document.GetProperty("components").GetProperty("schemas").EnumerateObject(), schema => Assert.NotNull(page.GetElementById(schema.Name)));
        Assert.All(page.QuerySelectorAll("main a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(8)]
    public async Task Digest_OrItsBeginning_IsFound(int digits)
    {
        var client = await sites.OpenAsync();
        var digest = (await client.GetJsonAsync("/api/v1/releases/2020")).GetProperty("release").GetProperty("resultsDigest").GetString()!;

        var page = await client.GetPageAsync($"/kiem-chung?ma={digest[..digits].ToUpperInvariant()}");

        Assert.StartsWith("Mã thuộc bản công bố năm 2020, lần 1: bản hiện hành.", page.QuerySelector(".verdict").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/xep-hang/2020/so-nganh.csv?dinh-dang=excel", "năm 2020, lần 1: bản hiện hành")]
    [InlineData("/don-vi.xlsx", "Danh mục đơn vị")]
    [InlineData("/tinh.json", "Chỉ số của tỉnh trong các bảng xếp hạng quốc gia")]
    public async Task NameOfAFile_IsEnough(string file, string said)
    {
        var client = await sites.OpenAsync();
        using var answer = await client.GetAsync(file);

        var page = await client.GetPageAsync("/kiem-chung?ma=" + answer.Content.Headers.ContentDisposition!.FileName);

        Assert.Contains(said, Assert.Single(page.QuerySelectorAll(".verdict")).Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123", "Không thấy mã nào")]
    [InlineData("00000000", "Không có bản công bố nào mang mã 00000000")]
    [InlineData("<script>", "Không thấy mã nào")]
    public async Task WhatIsNoDigest_IsSaidToBeNone(string typed, string said)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/kiem-chung?ma=" + Uri.EscapeDataString(typed));

        Assert.StartsWith(said, Assert.Single(page.QuerySelectorAll(".verdict")).Words(), StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("#o-ma")!.GetAttribute("value"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Figure_IsShownInEveryVersion_AndWhichWasReplaced(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));
        var releases = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray().Select(release => (Year: release.GetProperty("year").GetInt32(), Version: release.GetProperty("version").GetInt32())).ToList();
        foreach (var year in releases.Select(release => release.Year).Distinct())
        {
            var group = (await site.Client.GetJsonAsync($"/api/v1/releases/{year}?version=1")).GetProperty("groups")[0].GetProperty("slug").GetString();
            var unit = (await site.Client.GetJsonAsync($"/api/v1/releases/{year}/groups/{group}/results?version=1")).GetProperty("results")[0].GetProperty("unit").GetProperty("code").GetString();

            var rows = (await site.Client.GetPageAsync($"/kiem-chung?don-vi={unit}&nam={year}")).QuerySelectorAll("#so-lieu tbody tr").Select(row => row.Words()).ToList();

            Assert.Equal(releases.Count(release => release.Year == year), rows.Count);
            Assert.Contains("hiện hành", rows[0], StringComparison.Ordinal);
            Assert.All(rows.Skip(1), row => Assert.Contains("đã thay thế", row, StringComparison.Ordinal));
        }
    }
}
