using System.Net;
using AngleSharp.Dom;
using ParIndex.Testing;
using ParIndex.Web.Tests.Endpoints;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

public sealed class MethodTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private static readonly string[] Fields = ["tham-dinh", "dieu-tra", "diem-cong", "diem-tru", "thang-diem"];

    [Fact]
    public async Task Example_IsTheFirstRowOfTheNewestRelease()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/phuong-phap");

        Assert.Equal(["62,30", "23,37", "", "", "98"], Values(page));
        Assert.Equal(
            [
                "Tổng điểm: 62,30 + 23,37 = 85,67 điểm.",
                "Chia cho thang điểm của đơn vị: 85,67 ÷ 98 × 100 = 87,418367…",
                "Làm tròn một lần, đến hai chữ số thập phân, số 5 làm tròn lên: 87,42%.",
                "Xếp loại theo ngưỡng năm 2020: Tốt",
            ],
            page.Texts("ol.steps li"));
    }

    [Theory]
    [InlineData("Tổng điểm;Thang điểm;Chỉ số", "80,00;100;80,00")]
    [InlineData("Chỉ số", "80,00")]
    [InlineData("Điểm thẩm định;Điểm điều tra", "60,00;20,00")]
    public async Task Example_WithoutARowThatHasParts_IsStillOneThatCanBeComputed(string columns, string figures)
    {
        await using var site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(
            database, $"STT;Tên đơn vị;{columns}\n1;Sở Y tế;{figures}\n", TestData.Request(2021) with { Group = "so-nganh" }));

        var page = await site.Client.GetPageAsync("/phuong-phap");

        Assert.Equal(["62,30", "23,37", "", "", "98"], Values(page));
        Assert.NotEmpty(page.Texts("ol.steps li"));
    }

    [Theory]
    [InlineData("62,30")]
    [InlineData("62.30")]
    [InlineData("62,3")]
    public async Task CommaAndDot_InTheQuery_AreDecimal(string typed)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync($"/phuong-phap?tham-dinh={typed}&dieu-tra=10&diem-tru=0.5&thang-diem=98");

        Assert.Equal("Tổng điểm: 62,30 + 10,00 − 0,50 = 71,80 điểm.", page.Texts("ol.steps li")[0]);
        Assert.Equal(typed, Values(page)[0]);
    }

    [Fact]
    public async Task Refusal_NamesTheFieldKeepsWhatWasTypedAndComputesNothing()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/phuong-phap?tham-dinh=6.230&dieu-tra=1e2&thang-diem=98", HttpStatusCode.BadRequest);

        Assert.Equal(["6.230", "1e2", "", "", "98"], Values(page));
        Assert.Equal("Có 02 nội dung chưa đúng", page.QuerySelector("[role=alert] h2").Words());
        Assert.Equal(["#tham-dinh", "#dieu-tra"], page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Equal(
            "Điểm thẩm định “6.230” có quá 2 chữ số thập phân; nhập số có tối đa 2 chữ số thập phân, ví dụ 62,30 hoặc 62.30; không dùng dấu phân cách hàng nghìn.",
            page.QuerySelector("#tham-dinh-loi").Words());
        Assert.Equal(["tham-dinh", "dieu-tra"], page.QuerySelectorAll("input[aria-invalid=true]").Select(field => field.Id));
        Assert.Equal("tham-dinh-loi", page.QuerySelector("#tham-dinh")!.GetAttribute("aria-describedby"));
        Assert.Empty(page.QuerySelectorAll("ol.steps"));
    }

    [Fact]
    public async Task OtherTexts_AreAllRefusedAndKeptAsTyped()
    {
        var client = await sites.OpenAsync();

        foreach (var chunk in RefusedNumbers.Examples.Concat(RefusedNumbers.Generated).Chunk(Fields.Length))
        {
            var page = await client.GetPageAsync("/phuong-phap?" + string.Join('&', Fields.Zip(chunk, (field, typed) => $"{field}={Uri.EscapeDataString(typed)}")), HttpStatusCode.BadRequest);
            Assert.Equal(chunk, Values(page).Take(chunk.Length));
            Assert.Equal(Fields.Take(chunk.Length), page.QuerySelectorAll("input[aria-invalid=true]").Select(field => field.Id!).Where(Fields.Take(chunk.Length).Contains));
        }
    }

    [Theory]
    [InlineData("tham-dinh=60&tham-dinh=30&thang-diem=98", "tham-dinh")]
    [InlineData("tham-dinh=60&thang-diem=0", "thang-diem")]
    [InlineData("tham-dinh=60", "thang-diem")]
    [InlineData("thang-diem=98", "tham-dinh")]
    public async Task IncompleteOrImpossibleFigures_AreRefusedByName(string query, string field)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/phuong-phap?" + query, HttpStatusCode.BadRequest);

        Assert.Equal("#" + field, Assert.Single(page.QuerySelectorAll("[role=alert] a")).GetAttribute("href"));
    }

    [Fact]
    public async Task MarkupInAField_IsShownAsText()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/phuong-phap?tham-dinh=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&thang-diem=98", HttpStatusCode.BadRequest);

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("\"><script>alert(1)</script>", Values(page)[0]);
    }

    private static IReadOnlyList<string> Values(IParentNode page) => [.. Fields.Select(field => page.QuerySelector("#" + field)!.GetAttribute("value") ?? "")];
}
