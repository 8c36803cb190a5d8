using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Tables that print less than Lai Châu's: every page still answers, and says what is missing.</summary>
public sealed class SparseTableTests
{
    [Theory]
    [InlineData("Chỉ số", "87,42")]
    [InlineData("Tổng điểm", "85,67")]
    [InlineData("Điểm thẩm định", "62,30")]
    [InlineData("Tổng điểm;Thang điểm", "85,67;98")]
    [InlineData("Tổng điểm;Thang điểm;Điểm trừ", "85,67;98;1,00")]
    [InlineData("Điểm thẩm định;Điểm cộng;Điểm trừ;Thang điểm;Chỉ số;Xếp loại", "62,3;2;-1,5;70;89,7;Tốt")]
    [InlineData("Tổng điểm;Thang điểm;Chỉ số", "105,00;100;105,00")]
    public async Task EveryPage_AnswersAndShowsNoZeroInPlaceOfNothing(string columns, string figures)
    {
        await using var site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(
            database, $"STT;Tên đơn vị;{columns}\n1;Sở Y tế;{figures}\n", TestData.Request(2021) with { Group = "so-nganh" }));

        foreach (var address in new[]
        {
            "/", "/xep-hang/2021/so-nganh", "/xep-hang/2021/so-nganh?sort=thay-doi", "/don-vi", "/don-vi/so-y-te", "/don-vi/so-y-te/2021", "/cong-bo", "/cong-bo/2021", "/phuong-phap",
        })
        {
            var page = await site.Client.GetPageAsync(address);
            Assert.DoesNotContain(page.Texts("td"), text => text is "0" or "0,00");
        }

        foreach (var address in new[] { "/xep-hang/2021/so-nganh", "/don-vi/so-y-te", "/don-vi/so-y-te/2021" }.SelectMany(table => new[] { table + ".csv", table + ".xlsx", table + ".json" }))
        {
            Assert.NotEmpty(await site.Client.GetByteArrayAsync(address));
        }
    }

    [Fact]
    public async Task UnitWithoutAnIndex_HasNoPlaceNoRatingAndADash()
    {
        await using var site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(
            database,
            "STT;Tên đơn vị;Tổng điểm;Thang điểm\n1;Sở Nội vụ;80,00;100\n2;Sở Y tế;75,00;\n",
            TestData.Request(2021) with { Group = "so-nganh" }));

        var row = (await site.Client.GetPageAsync("/xep-hang/2021/so-nganh")).QuerySelectorAll("table.ranking tbody tr").Single(unit => unit.QuerySelector("th > a").Words() == "Sở Y tế");
        var json = (await site.Client.GetJsonAsync("/api/v1/releases/2021/groups/so-nganh/results")).GetProperty("results")[1];

        Assert.Equal(("–", "–"), (row.QuerySelector("td.num").Words(), row.QuerySelector("td.num b").Words()));
        Assert.Empty(row.QuerySelectorAll(".rating"));
        Assert.Equal(
            ["null", "null", "null", "null", "null"],
            new[] { "scale", "index", "rank", "tied", "rating" }.Select(column => json.GetProperty(column).GetRawText()));
    }
}
