using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

[Collection(PortalCollection.Name)]
public sealed partial class PrintTests(Portal portal)
{
    [Theory]
    [InlineData("/xep-hang/2020/so-nganh")]
    [InlineData("/xep-hang/2020/huyen")]
    [InlineData("/don-vi/so-noi-vu/2020")]
    [InlineData("/don-vi/ban-quan-ly-khu-kinh-te-cua-khau-ma-lu-thang/2020")]
    [InlineData("/")]
    public Task Print_TakesOneSheetOfA4(string path) => portal.VisitAsync(World.LaiChau, new Window(), async visit =>
    {
        await visit.GoAsync(path);

        Assert.Equal(1, await PagesOfA4Async(visit, path));
    });

    /// <summary>The sheet is one page however much there is to say, and its foot with the code stands on it.</summary>
    [Theory]
    [InlineData(World.Staff, "/don-vi/so-noi-vu/2024/phieu")]
    [InlineData(World.Staff, "/en/don-vi/so-y-te/2024/phieu")]
    [InlineData(World.LaiChau, "/don-vi/so-noi-vu/2020/phieu")]
    public Task Sheet_TakesOneSheetOfA4(World world, string path) => portal.VisitAsync(world, new Window(), async visit =>
    {
        await visit.GoAsync(path);

        Assert.Equal(1, await PagesOfA4Async(visit, path));
    });

    /// <summary>Ninety-three criteria, signed at the end.</summary>
    [Fact]
    public Task Report_IsPrintedOnA4_WithoutThePortalAroundIt() => portal.LookAsync(World.Staff, "can-bo-so-van-hoa-the-thao-va-du-lich", async visit =>
    {
        var scorecard = (await portal.WorldAsync(World.Staff)).Work!.Samples["{complete}"];
        await visit.GoAsync($"/lam-viec/phieu-cham-diem/{scorecard}/bao-cao");
        Assert.InRange(await PagesOfA4Async(visit, "bao-cao"), 1, 8);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        // The width between the margins of A4: 170 mm.
        await visit.ResizeAsync(643);
        await Pictures.TakeAsync(visit.Page, "bao-cao-in");
        Assert.False(await visit.Page.Locator("header.site").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("footer.site").IsVisibleAsync());
        Assert.True(await visit.Page.Locator(".signature").IsVisibleAsync());
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    });

    /// <summary>Forty-four units.</summary>
    [Fact]
    public Task Board_IsPrintedOnA4_WithoutWhatIsForTheScreen() => portal.LookAsync(World.Staff, "dieu-phoi", async visit =>
    {
        var round = (await portal.WorldAsync(World.Staff)).Work!.Samples["{open}"];
        await visit.GoAsync($"/lam-viec/ky-danh-gia/{round}/tien-do");
        Assert.InRange(await PagesOfA4Async(visit, "tien-do"), 1, 2);

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.ResizeAsync(643);
        await Pictures.TakeAsync(visit.Page, "tien-do-in");
        foreach (var forTheScreen in new[] { ".bulk", ".chips", ".board input", "nav.main" })
        {
            Assert.False(await visit.Page.Locator(forTheScreen).First.IsVisibleAsync(), forTheScreen);
        }

        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('.board').getBoundingClientRect().right <= innerWidth"));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Screen });
    });

    /// <summary>What the chair reads before the vote.</summary>
    [Theory]
    [InlineData("hoi-dong")]
    [InlineData("dieu-phoi")]
    public Task Briefing_TakesTwoSheetsOfA4AtMost(string person) => portal.LookAsync(World.Staff, person, async visit =>
    {
        var round = (await portal.WorldAsync(World.Staff)).Work!.Samples["{closed}"];
        await visit.GoAsync($"/lam-viec/ky-danh-gia/{round}/ket-qua/tom-tat");

        Assert.True(await visit.Page.Locator("main .card").CountAsync() >= 2);
        Assert.InRange(await PagesOfA4Async(visit, "tom-tat-" + person), 1, 2);
        await HasNoFootAloneAsync(visit, "tom-tat");
    });

    [Theory]
    [InlineData("/")]
    [InlineData("/xep-hang/2024/so-nganh")]
    [InlineData("/xep-hang/2024/xa")]
    [InlineData("/don-vi")]
    [InlineData("/don-vi/so-y-te")]
    [InlineData("/don-vi/so-y-te/2024")]
    [InlineData("/tieu-chi/2024/so-nganh")]
    [InlineData("/so-sanh?nam=2024&don-vi=so-y-te,so-tu-phap")]
    [InlineData("/cong-bo")]
    [InlineData("/cong-bo/2022/2")]
    [InlineData("/cong-bo/2024/2")]
    [InlineData("/tinh")]
    [InlineData("/du-lieu")]
    [InlineData("/phuong-phap")]
    [InlineData("/kiem-chung")]
    [InlineData("/gioi-thieu")]
    [InlineData("/en/cong-bo/2022/2")]
    public Task PrintedPage_NeverHoldsTheFootAlone(string path) => portal.VisitAsync(World.Staff, new Window(), async visit =>
    {
        await visit.GoAsync(path);

        await HasNoFootAloneAsync(visit, path);
    });

    /// <summary>The last sheet says less when nothing of the page itself is drawn; the foot takes along what stands before it.</summary>
    private static async Task HasNoFootAloneAsync(Visit visit, string name)
    {
        var last = $"{await PagesOfA4Async(visit, name)}";
        var whole = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, PageRanges = last });
        await visit.Page.EvaluateAsync("document.querySelector('main').style.visibility = 'hidden'");
        var foot = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true, PageRanges = last });
        await visit.Page.EvaluateAsync("document.querySelector('main').style.visibility = ''");
        Assert.True(whole.Length > foot.Length + 200, $"{name}: sheet {last} holds the foot alone ({whole.Length} and {foot.Length} bytes)");
    }

    private static async Task<int> PagesOfA4Async(Visit visit, string name)
    {
        var pdf = await visit.Page.PdfAsync(new() { PreferCSSPageSize = true });
        await Pictures.KeepAsync(pdf, "print" + name);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.Matches("/MediaBox \\[0 0 59[45][.0-9]* 84[12][.0-9]*\\]", text);
        return PageObject().Count(text);
    }

    [GeneratedRegex("/Type\\s*/Page\\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PageObject();
}
