using System.Net;
using System.Xml.Linq;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>Charts as pictures that stand for themselves, and in frames of other sites.</summary>
public sealed class ChartFilesTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("/bieu-do/phan-bo/2020/so-nganh.svg", "Phân bố Chỉ số CCHC của sở, ban, ngành năm 2020")]
    [InlineData("/bieu-do/vi-tri/2020/so-y-te.svg", "Sở Y tế trong khối sở, ban, ngành năm 2020")]
    public async Task Svg_StandsForItself(string address, string title)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);
        var text = await answer.Content.ReadAsStringAsync();
        var picture = XDocument.Parse(text).Root!;

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(title, picture.Element(Svg + "title")!.Value);
        Assert.Contains("20 đơn vị, từ", picture.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("Nguồn: Bản công bố 2020, lần 1, công bố ngày 15/7/2021; mã kết quả ", text, StringComparison.Ordinal);
        Assert.Equal(20, picture.Descendants(Svg + "circle").Count());
        Assert.DoesNotContain("var(", text, StringComparison.Ordinal);
        Assert.Contains("svg .fill-tot { fill: #0f7560; }", text, StringComparison.Ordinal);
        Assert.All(picture.Descendants(), element => Assert.Equal(Svg, element.Name.Namespace));
    }

    [Theory]
    [InlineData("/bieu-do/phan-bo/2020/huyen.png", 1912, null)]
    [InlineData("/bieu-do/chia-se/2020/huyen-sin-ho.png", 1200, 630)]
    public async Task Png_IsAPictureOfItsSize_WithTextInIt(string address, int width, int? height)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(width, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
        Assert.True(height is null || height == System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
        // Letters are what does not compress: the bare shapes of these drawings take less than a third of it.
        Assert.InRange(bytes.Length, 20_000, 400_000);
    }

    [Fact]
    public async Task EmbeddedChart_MayBeFramed_AndNothingElse()
    {
        var client = await sites.OpenAsync();

        using var framed = await client.GetAsync("/nhung/phan-bo/2020/so-nganh");
        using var page = await client.GetAsync("/xep-hang/2020/so-nganh");

        Assert.EndsWith("frame-ancestors *", framed.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", page.Header("Content-Security-Policy"), StringComparison.Ordinal);
        var document = await framed.ReadPageAsync();
        Assert.Equal("/xep-hang/2020/so-nganh", document.QuerySelector("main a")!.GetAttribute("href"));
        Assert.NotNull(document.QuerySelector(".chart svg title"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/nhung/vi-tri/2020/so-nganh")).StatusCode);
    }

    [Fact]
    public async Task Ranking_LeadsToItsPictures_AndItsDotsToTheUnits()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/en/xep-hang/2020/so-nganh");

        Assert.Equal(["/bieu-do/phan-bo/2020/so-nganh.svg", "/bieu-do/phan-bo/2020/so-nganh.png"], page.QuerySelectorAll(".chart-files > a").Select(link => link.GetAttribute("href")));
        Assert.Equal("/en/nhung/phan-bo/2020/so-nganh", page.QuerySelector(".chart-files details a")!.GetAttribute("href"));
        Assert.Contains(page.QuerySelectorAll(".chart a"), dot => dot.GetAttribute("href") == "/en/don-vi/so-y-te/2020" && dot.GetAttribute("aria-label") == "Sở Y tế 74.31%");
    }
}
