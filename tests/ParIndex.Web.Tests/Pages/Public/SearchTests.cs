using Microsoft.EntityFrameworkCore;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>What visitors type on the portal of Lai Châu, and where it leads.</summary>
public sealed class SearchTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory]
    [InlineData("so noi vu", "/don-vi/so-noi-vu")]
    [InlineData("So\u031B\u0309 No\u0323\u0302i vu\u0323", "/don-vi/so-noi-vu")]
    [InlineData("huyen sin ho", "/don-vi/huyen-sin-ho")]
    [InlineData("sin ho huyen", "/don-vi/huyen-sin-ho")]
    [InlineData("UBND huyện Sìn Hồ", "/don-vi/huyen-sin-ho")]
    [InlineData("huyện đường tam", "/don-vi/huyen-tam-duong")]
    [InlineData("bql khu ktck", "/don-vi/ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang")]
    [InlineData("ban dan toc", "/don-vi/ban-dan-toc")]
    [InlineData("ton giao", "/don-vi/ban-dan-toc")]
    [InlineData("SYT", "/don-vi/so-y-te")]
    [InlineData("VHTTDL", "/don-vi/so-van-hoa-the-thao-va-du-lich")]
    [InlineData("VP UBND", "/don-vi/van-phong-ubnd-tinh")]
    [InlineData("TP Lai Châu", "/don-vi/thanh-pho-lai-chau")]
    [InlineData("Department of Health", "/don-vi/so-y-te")]
    public async Task OneHit_LeadsToItsPage(string words, string target)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync("/tim-kiem?q=" + Uri.EscapeDataString(words));

        Assert.InRange((int)answer.StatusCode, 302, 303);
        Assert.Equal(target, answer.Header("Location"));
    }

    [Theory]
    [InlineData("giao thong van tai", "Sở Giao thông vận tải", "Sở Xây dựng")]
    [InlineData("so gtvt", "Sở Giao thông vận tải", "Sở Xây dựng")]
    [InlineData("TNMT", "Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường")]
    [InlineData("LĐTBXH", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ")]
    public async Task MergedUnit_IsFound_WithItsSuccessorBehindIt_AndTheReason(string words, string one, string other)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/tim-kiem?q=" + Uri.EscapeDataString(words));

        var hits = page.QuerySelectorAll(".hits li").ToList();
        Assert.Equal([one, other], hits.Select(hit => hit.QuerySelector("a").Words()));
        Assert.Contains("Kết thúc hoạt động từ ngày 1/3/2025", hits[0].Words(), StringComparison.Ordinal);
        Assert.Contains($"đã tiếp nhận “{one}”", hits[1].Words(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Decision_LeadsToItsRelease(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateDemonstrationAsync(kind);
        await using var site = new TestSite(database);
        await using var db = database.NewContext();
        var release = await db.Releases.AsNoTracking().Where(release => release.DecisionNumber != null).OrderByDescending(release => release.Year).FirstAsync();

        using var answer = await site.Client.GetAsync("/tim-kiem?q=" + Uri.EscapeDataString(release.DecisionNumber!));

        Assert.Equal($"/cong-bo/{release.Year}", answer.Header("Location"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Offers_AreTheFirstHits_WithAddressAndReason(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        var found = await client.GetJsonAsync("/tim-kiem.json?q=ta+mung");
        var english = await client.GetJsonAsync("/tim-kiem.json?q=ta+mung&lang=en");

        var hits = found.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal(["/don-vi/xa-ta-mung", "/don-vi/xa-muong-kim"], hits.Select(hit => hit.GetProperty("address").GetString()));
        Assert.Equal("Đúng tên: đã tiếp nhận “Xã Tà Mung”", hits[1].GetProperty("reason").GetString());
        Assert.Equal("/en/don-vi/xa-ta-mung", english.GetProperty("hits")[0].GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("   ", 0, 0)]
    [InlineData("sở", 9, 8)]
    [InlineData("<script>alert(1)</script>", 0, 0)]
    public async Task Offers_AreFew_WhateverIsTyped(string typed, int least, int shown)
    {
        var client = await sites.OpenAsync();

        var found = await client.GetJsonAsync("/tim-kiem.json?q=" + Uri.EscapeDataString(typed));
        var long1 = await client.GetJsonAsync("/tim-kiem.json?q=" + Uri.EscapeDataString(typed + new string('x', 3000)));

        Assert.True(found.GetProperty("count").GetInt32() >= least);
        Assert.Equal(shown, found.GetProperty("hits").GetArrayLength());
        Assert.InRange(long1.GetProperty("hits").GetArrayLength(), 0, 8);
    }

    [Fact]
    public async Task Form_WorksWithoutScript_AndNamesWhatTheScriptAsks()
    {
        var form = (await (await sites.OpenAsync()).GetPageAsync("/en/tim-kiem")).QuerySelector("form.find")!;

        Assert.Equal(("/en/tim-kiem", "/tim-kiem.json"), (form.GetAttribute("action"), form.QuerySelector("input")!.GetAttribute("data-offers")));
        Assert.Equal("en", form.QuerySelector("input")!.GetAttribute("data-lang"));
    }

    [Theory]
    [InlineData("7.2.2", "/tieu-chi/2024/so-nganh/7.2.2")]
    [InlineData("thanh toan truc tuyen", "/tieu-chi/2024/so-nganh/7.2.2")]
    [InlineData("ddci", "/tieu-chi/2024/so-nganh/8.4")]
    [InlineData("giải ngân vốn đầu tư công", "/tieu-chi/2024/so-nganh/6.1")]
    [InlineData("báo cáo CCHC định kỳ", "/tieu-chi/2024/so-nganh/1.2")]
    [InlineData("van ban trai phap luat", "/tieu-chi/2024/so-nganh/2.3")]
    public async Task Criterion_LeadsToItsPageOfTheNewestYear(string typed, string address)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));

        var first = (await site.Client.GetJsonAsync("/tim-kiem.json?q=" + Uri.EscapeDataString(typed))).GetProperty("hits")[0];
        using var page = await site.Client.GetAsync(first.GetProperty("address").GetString());

        Assert.Equal(address, first.GetProperty("address").GetString());
        Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task OneWrongLetter_IsAskedAbout()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/tim-kiem?q=" + Uri.EscapeDataString("sở nội vuj"));

        Assert.Equal("Không có nội dung nào đúng như “sở nội vuj”. Ý bạn là Sở Nội vụ?", page.QuerySelector("p[role=status]").Words());
        Assert.Equal("Sở Nội vụ", page.QuerySelector(".hits a").Words());
    }

    [Theory]
    [InlineData("khong co don vi nay")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("%' OR 1=1 --")]
    [InlineData("...")]
    [InlineData("🙂")]
    public async Task WithoutAHit_SaysSoAndKeepsTheWords(string words)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/tim-kiem?q=" + Uri.EscapeDataString(words));

        Assert.Equal($"Không tìm thấy nội dung nào có “{words}”.", page.QuerySelector(".empty p").Words());
        Assert.Equal(words, page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Empty(page.QuerySelectorAll("script:not([src^='/js/'])"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?q=")]
    [InlineData("?q=%20%20")]
    public async Task Nothing_ShowsTheFormAlone(string query)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/tim-kiem" + query);

        Assert.NotNull(page.QuerySelector("form.find input[name=q]"));
        Assert.Empty(page.QuerySelectorAll(".empty, .hits"));
    }

    [Fact]
    public async Task PageThatIsNotThere_OffersTheSearch()
    {
        using var answer = await (await sites.OpenAsync()).GetAsync("/khong-co-trang-nay");

        Assert.NotNull((await answer.ReadPageAsync()).QuerySelector("form.find[action='/tim-kiem']"));
    }
}
