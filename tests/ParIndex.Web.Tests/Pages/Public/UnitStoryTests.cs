using System.Net;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Pages.Public;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The story of a unit on its pages, from the demonstration's three years with every leaf.</summary>
public sealed class UnitStoryTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task UnitPage_TellsTheYearsTheChangeAndWherePointsAreLost(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(kind));

        var page = await site.Client.GetPageAsync("/don-vi/so-y-te");

        Assert.Contains("; tăng 5,80 điểm phần trăm so với năm 2023. Gồm kết quả thực hiện làm ", page.QuerySelector("p.lead").Words(), StringComparison.Ordinal);
        Assert.Equal("Vì sao tăng 5,80 điểm phần trăm", page.QuerySelector($"#{StoryPlaces.Why} h2").Words());
        Assert.EndsWith(". Cộng lại đúng bằng +5,80 điểm phần trăm.", page.QuerySelector($"#{StoryPlaces.Why} .say").Words(), StringComparison.Ordinal);
        Assert.Contains("18/18 đơn vị khác đạt tối đa.", page.QuerySelector($"#{StoryPlaces.Lost} li").Words(), StringComparison.Ordinal);
        Assert.Equal(["2024", "2023", "2022"], page.Texts(".more-table tbody th a"));
        Assert.Contains("là đơn vị duy nhất trong 19 đơn vị chưa đạt điểm tối đa", page.QuerySelector("ul.finds").Words(), StringComparison.Ordinal);
        Assert.Contains("đây không phải là tỷ lệ hài lòng của người dân", page.Body.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LossSum_AddsUpByWhatIsPrinted()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));

        var page = await site.Client.GetPageAsync("/don-vi/so-noi-vu");
        var sum = page.QuerySelector($"#{StoryPlaces.Lost} > p:last-child").Words().Split(". ")[0].Split(" = ");
        var terms = System.Text.RegularExpressions.Regex.Matches(sum[0], "[−+]? ?[0-9]+,[0-9]{2}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(term => Number(term.Value));

        Assert.Equal(Number(sum[1]), terms.Sum());
    }

    [Fact]
    public async Task CoordinatorsOwnPage_SaysThatItIsAssessedItself()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));

        Assert.Contains("Đơn vị này điều phối việc đánh giá và cũng là đơn vị được đánh giá.", (await site.Client.GetPageAsync("/don-vi/so-noi-vu")).GetElementById("ai-cham").Words(), StringComparison.Ordinal);
        Assert.Contains("Điều phốiSở Nội vụ, cũng là một đơn vị được đánh giá", (await site.Client.GetPageAsync("/don-vi/so-y-te")).GetElementById("ai-cham").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScorecardPage_GivesEachLeafItsReason_AndPartsTheirOwnMaximum()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));

        var page = await site.Client.GetPageAsync("/don-vi/so-y-te/2024");

        Assert.All(page.QuerySelectorAll("tr[id^='tc-']"), leaf => Assert.NotNull(leaf.QuerySelector(".why")));
        Assert.Contains("Bước tiếp theo:", page.GetElementById("tc-1.1.2").Words(), StringComparison.Ordinal);
        Assert.Contains("52,25 / 70 điểm", page.Body.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WayToTheNextRating_IsForStaff_UnlessTheSettingOpensIt()
    {
        await using var database = await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite);
        await using var closed = new TestApp(database);
        await using var open = new TestApp(database).With("Site:OpensWayToNextRating", "true");

        Assert.Null((await closed.Open().GetPageAsync("/don-vi/so-y-te")).GetElementById("muc-tiep-theo"));
        var shown = (await open.Open().GetPageAsync("/don-vi/so-y-te")).GetElementById("muc-tiep-theo").Words();

        // 80 of 100 points, and 75,06 achieved.
        Assert.Contains("Còn thiếu 4,94 điểm để đạt mức Tốt (từ 80%).", shown, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task VersionAddress_AnswersWithThatVersion_AndSaysWhenItWasReplaced(DatabaseKind kind)
    {
        await using var site = await TestSite.OpenLaiChauAsync(VersionsAndYearsTests.WithCommunes, kind);

        var first = await site.Client.GetPageAsync("/don-vi/so-noi-vu/2020?ban=1");
        var second = await site.Client.GetPageAsync("/don-vi/so-noi-vu/2020?ban=2");
        var newest = await site.Client.GetPageAsync("/don-vi/so-noi-vu/2020");
        using var none = await site.Client.GetAsync("/don-vi/so-noi-vu/2020?ban=3");

        Assert.Contains("Đây là bản công bố lần 1, đã được thay bằng lần 2.", first.QuerySelector("p.replaced").Words(), StringComparison.Ordinal);
        Assert.Null(second.QuerySelector("p.replaced"));
        Assert.Null(newest.QuerySelector("p.replaced"));
        Assert.Contains("/don-vi/so-noi-vu/2020?ban=1", first.QuerySelector(".cite .quote").Words(), StringComparison.Ordinal);
        Assert.Contains("/don-vi/so-noi-vu/2020?ban=2", newest.QuerySelector(".cite .quote").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task FrontPage_ShowsAsMuchGoodAsBadNews_EachWithALinkThatAnswers()
    {
        await using var site = new TestSite(await TestDatabase.CreateDemonstrationAsync(DatabaseKind.Sqlite));

        var found = (await site.Client.GetPageAsync("/")).QuerySelectorAll("ul.finds > li").ToList();

        Assert.Equal(6, found.Count);
        foreach (var link in found.Select(one => one.QuerySelector("a")!.GetAttribute("href")!.Split('#')))
        {
            var page = await site.Client.GetPageAsync(link[0]);
            Assert.True(link.Length == 1 || page.GetElementById(link[1]) is not null, string.Join('#', link));
        }
    }

    private static decimal Number(string text) => decimal.Parse(text.Replace(" ", "", StringComparison.Ordinal).Replace('−', '-').Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture);
}
