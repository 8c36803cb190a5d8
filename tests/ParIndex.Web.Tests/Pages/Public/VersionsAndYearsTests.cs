using System.Net;
using ParIndex.Application.Data;
using ParIndex.Domain;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>A second year, and a second version of a year: what leads where, and what is still as it was.</summary>
public sealed class VersionsAndYearsTests
{
    private const string Departments2021 = """
        STT;Đơn vị;Điểm thẩm định;Điểm điều tra;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại
        1;Sở Tư pháp;70,00;20,00;90,00;100;90,00;Tốt
        2;Sở Nội vụ;68,00;20,00;88,00;100;88,00;Tốt
        3;Sở Y tế;60,00;14,31;74,31;100;74,31;Khá

        """;

    private const string Communes2020 = """
        STT;Xã, phường;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại
        1;Xã Thứ Nhất;85,00;100;85,00;Tốt
        2;Xã Thứ Hai;65,50;100;65,50;Trung bình

        """;

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SecondYear_IsTheNewestAndEachYearLeadsToTheOther(DatabaseKind kind)
    {
        await using var site = await TestSite.OpenLaiChauAsync(With2021, kind);

        var home = await site.Client.GetPageAsync("/");
        var earlier = await site.Client.GetPageAsync("/xep-hang/2020/so-nganh");
        var later = await site.Client.GetPageAsync("/xep-hang/2021/so-nganh");
        var districts = await site.Client.GetPageAsync("/xep-hang/2020/huyen");

        Assert.StartsWith("Năm 2021, ", home.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(["2021 /xep-hang/2021/so-nganh", "2020 /xep-hang/2020/so-nganh (trang này)"], Years(earlier));
        Assert.Equal(["2021 /xep-hang/2021/so-nganh (trang này)", "2020 /xep-hang/2020/so-nganh"], Years(later));
        Assert.Empty(Years(districts));
    }

    [Fact]
    public async Task SecondYear_IsComparedWithTheFirstUnitByUnit()
    {
        await using var site = await TestSite.OpenLaiChauAsync(With2021);

        var ranking = await site.Client.GetPageAsync("/xep-hang/2021/so-nganh");
        var sorted = await site.Client.GetPageAsync("/xep-hang/2021/so-nganh?sort=thay-doi");
        var unit = await site.Client.GetPageAsync("/don-vi/so-y-te");

        Assert.Equal(["tăng 3,48", "tăng 0,58", "không đổi"], ranking.QuerySelectorAll("table.ranking tbody tr").Select(row => row.QuerySelectorAll("td.num.wide").Last().Words()));
        Assert.Equal(["Sở Tư pháp", "Sở Nội vụ", "Sở Y tế"], sorted.Texts("table.ranking tbody th a"));
        Assert.Equal(["2021", "2020"], unit.Texts(".more-table tbody th a"));
    }

    [Fact]
    public async Task QuotedValue_OfAYearPublishedLater_GivesWayToTheRelease()
    {
        const string Districts2019 = "STT;Huyện, thành phố;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n1;Huyện Sìn Hồ;76,62;100;76,62;Khá\n";
        await using var site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(database, Districts2019, TestData.Request(2019) with { Group = "huyen" }));

        var published = await site.Client.GetPageAsync("/don-vi/huyen-sin-ho");
        var quoted = await site.Client.GetPageAsync("/don-vi/huyen-than-uyen");

        Assert.DoesNotContain("suy ra", published.QuerySelector("table").Words(), StringComparison.Ordinal);
        Assert.Equal(["2020", "2019"], published.Texts(".more-table tbody th a"));
        Assert.Contains("2019 77,49 suy ra từ mức thay đổi nêu trong bài công bố; không có xếp hạng", quoted.QuerySelector("table").Words(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Supplement_AddsItsGroupAndCarriesTheOthersAsTheyWere(DatabaseKind kind)
    {
        await using var site = await TestSite.OpenLaiChauAsync(WithCommunes, kind);

        var page = await site.Client.GetPageAsync("/cong-bo/2020");

        Assert.Equal("Bản công bố năm 2020, lần 2", page.QuerySelector("h1").Words());
        Assert.Contains("lần 2 (hiện hành) · Bổ sung", page.Texts("dl.facts dd"));
        Assert.Equal(
            ["Sở, ban, ngành 20 đơn vị, như lần 1", "Huyện, thành phố 08 đơn vị, như lần 1", "Xã, phường 02 đơn vị"],
            page.Texts(".bar h2").Where(heading => heading.Contains("đơn vị", StringComparison.Ordinal)));
        Assert.Contains("lần 2 (hiện hành)", (await site.Client.GetPageAsync("/xep-hang/2020/so-nganh")).QuerySelector("footer .source").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Supplement_LeavesTheFiguresOfTheFirstVersionAlone()
    {
        await using var site = await TestSite.OpenLaiChauAsync(WithCommunes);
        const string Results = "/api/v1/releases/2020/groups/so-nganh/results?version=";

        var (first, second) = (await site.Client.GetJsonAsync(Results + "1"), await site.Client.GetJsonAsync(Results + "2"));

        Assert.Equal(first.GetProperty("results").GetRawText(), second.GetProperty("results").GetRawText());
        Assert.NotEqual(first.GetProperty("release").GetProperty("resultsDigest").GetString(), second.GetProperty("release").GetProperty("resultsDigest").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/api/v1/releases/2020/groups/xa/results?version=1")).StatusCode);
    }

    [Fact]
    public async Task OldVersion_SaysThatItWasReplacedAndNamesItselfAsSource()
    {
        await using var site = await TestSite.OpenLaiChauAsync(WithCommunes);

        var old = await site.Client.GetPageAsync("/cong-bo/2020/1");
        var current = await site.Client.GetPageAsync("/cong-bo/2020/2");

        Assert.Equal("Bản này đã được thay bằng lần 2 (bổ sung). Số liệu dưới đây được giữ nguyên như khi công bố. Xem bản hiện hành (lần 2)", old.QuerySelector("p.notice").Words());
        Assert.Equal("/cong-bo/2020", old.QuerySelector("p.notice a")!.GetAttribute("href"));
        Assert.Equal("Nguồn: Bản công bố 2020, lần 1, công bố ngày 15/7/2021", old.QuerySelector("footer .source").Words());
        Assert.Equal(2, old.QuerySelectorAll(".bar a[href^='/xep-hang/2020/']").Count(link => link.Words() == "Bảng xếp hạng"));
        Assert.Empty(current.QuerySelectorAll("p.notice"));
        Assert.Equal(["Năm 2020, lần 2 (hiện hành)", "Năm 2020, lần 1"], (await site.Client.GetPageAsync("/cong-bo")).Texts("tbody th"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task SameTableAgain_ChangesNothing(DatabaseKind kind)
    {
        await using var site = await TestSite.OpenLaiChauAsync(
            async database =>
            {
                await WithCommunes(database);
                await WithCommunes(database);
            },
            kind);

        var releases = (await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases");

        Assert.Equal(["2", "1"], releases.EnumerateArray().Select(release => release.GetProperty("version").GetRawText()));
    }

    [Fact]
    public async Task OtherFiguresOfAPublishedGroup_AreRefused()
    {
        await using var site = await TestSite.OpenLaiChauAsync(async database =>
        {
            var refusal = await Assert.ThrowsAsync<RefusedException>(() => TestData.PublishAsync(
                database, "STT;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số\n1;Huyện Sìn Hồ;67,00;98;68,37\n", TestData.Request(2020) with { Group = "huyen" }));
            Assert.Contains("đã được công bố (lần 1) với số liệu khác", refusal.Message, StringComparison.Ordinal);
        });

        Assert.Single((await site.Client.GetJsonAsync("/api/v1/releases")).GetProperty("releases").EnumerateArray());
    }

    private static Task With2021(TestDatabase database) => TestData.PublishAsync(database, Departments2021, TestData.Request(2021) with { Group = "so-nganh" });

    internal static Task WithCommunes(TestDatabase database) =>
        TestData.PublishAsync(database, Communes2020, TestData.Request(2020) with { Group = "xa", AnnouncedOn = new DateOnly(2021, 9, 1) });

    private static IEnumerable<string> Years(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("nav.year-line a").Select(link => $"{link.Words()} {link.GetAttribute("href")}{(link.HasAttribute("aria-current") ? " (trang này)" : "")}");
}
