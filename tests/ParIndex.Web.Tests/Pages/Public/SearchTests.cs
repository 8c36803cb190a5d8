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
    [InlineData("sin ho", "/don-vi/huyen-sin-ho")]
    [InlineData("ho sin", "/don-vi/huyen-sin-ho")]
    [InlineData("UBND huyện Sìn Hồ", "/don-vi/huyen-sin-ho")]
    [InlineData("đường tam", "/don-vi/huyen-tam-duong")]
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
        Assert.Empty(page.QuerySelectorAll("script"));
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
