using System.Globalization;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Pages of a release with bonus and penalty, a unit that may not be compared and one without a place.</summary>
public sealed class AddingUpTests
{
    private const string Ranking = "/xep-hang/2025/so-nganh";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryRow_AddsUpByWhatIsVisible(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);
        var ranking = await site.Client.GetPageAsync(Ranking);
        var release = await site.Client.GetPageAsync("/cong-bo/2025");

        Assert.Equal(["Hạng", "Đơn vị", "Thẩm định", "Điều tra xã hội học", "Điểm cộng", "Điểm trừ", "Tổng điểm / thang điểm"], ranking.Texts("table.ranking thead th").Take(7));
        Assert.Equal(["60,00 25,00 1,00 0,00 86,00", "55,00 20,00 0,00 −0,50 74,50", "40,00 15,00 0,00 −0,50 54,50", "70,00 26,00 0,00 0,00 96,00"], Rows(ranking));
        Assert.Equal(Rows(ranking), Rows(release));
        Assert.All(Rows(ranking).Select(row => row.Split(' ').Select(Number).ToList()), row => Assert.Equal(row[^1], row.SkipLast(1).Sum()));
    }

    [Fact]
    public async Task Files_HaveBonusAndPenaltyToo()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var csv = await site.Client.GetStringAsync(Ranking + ".csv");
        var row = (await site.Client.GetJsonAsync("/api/v1/releases/2025/groups/so-nganh/results")).GetProperty("results")[1];

        Assert.Contains("bonus,penalty,total_score", csv, StringComparison.Ordinal);
        Assert.Equal(("0.00", "0.50", "74.50"), (row.GetProperty("bonus").GetRawText(), row.GetProperty("penalty").GetRawText(), row.GetProperty("totalScore").GetRawText()));
    }

    [Fact]
    public async Task SortByChange_PutsWhatMayNotBeComparedLast_AndShowsNoArrowThere()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var page = await site.Client.GetPageAsync(Ranking + "?sort=thay-doi");

        Assert.Equal(["Sở Nội vụ", "Thanh tra tỉnh", "Sở Y tế", "Sở Tư pháp"], page.Texts("table.ranking tbody th > a"));
        var last = page.QuerySelectorAll("table.ranking tbody tr")[^1];
        Assert.Null(last.QuerySelector(".up, .down"));
        Assert.Contains("không so sánh trực tiếp", last.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("9,00", page.Body.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("diem-cong", "Sở Nội vụ")]
    [InlineData("diem-tru", "Sở Tư pháp")]
    public async Task SortByBonusOrPenalty_IsReachedFromTheHeading(string key, string first)
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var link = (await site.Client.GetPageAsync(Ranking)).QuerySelector($"thead a[href$='sort={key}#bang']")!.GetAttribute("href")!;

        Assert.Equal(first, (await site.Client.GetPageAsync(link)).Texts("table.ranking tbody th > a")[0]);
    }

    [Fact]
    public async Task FiguresAndNotes_SayWhatIsComparedAndWhoHasNoPlace()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var departments = await site.Client.GetPageAsync(Ranking);
        var districts = await site.Client.GetPageAsync("/xep-hang/2025/huyen");

        Assert.Equal(
            [
                "Trung bình khối | 77,75% | tăng 1,75 | điểm phần trăm so với năm 2024 | 01 đơn vị tăng, 02 đơn vị giảm trong 03 đơn vị so sánh được",
                "Cao nhất | 86,00% | Sở Nội vụ",
                "Thấp nhất | 54,50% | Sở Y tế",
                "Xếp loại | 02 Tốt | 01 Khá | 01 Trung bình",
            ],
            departments.QuerySelectorAll("dl.figures > div").Select(figure => figure.Pieces()));
        Assert.Contains("Cao nhất | 85,00% | Cụm I: | Huyện Mường Tè | 75,00% | Cụm II: | Huyện Than Uyên", districts.QuerySelectorAll("dl.figures > div").Select(figure => figure.Pieces()));
        var notes = departments.QuerySelector("section.notes").Words();
        Assert.Contains("Tổng điểm = thẩm định + điều tra xã hội học + điểm cộng − điểm trừ.", notes, StringComparison.Ordinal);
        Assert.Contains("01 đơn vị: không so sánh trực tiếp với năm 2024", notes, StringComparison.Ordinal);
        Assert.Contains("01 đơn vị được đánh giá nhưng không xếp hạng theo kế hoạch đánh giá: Thanh tra tỉnh.", notes, StringComparison.Ordinal);
        Assert.Contains("Mọi đơn vị của khối: chưa có chỉ số năm 2024 để so sánh; bảng không có cột thay đổi.", districts.QuerySelector("section.notes").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitWithoutAPlace_CarriesItsReason_AndNobodyNeighboursIt()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var row = (await site.Client.GetPageAsync(Ranking)).QuerySelectorAll("table.ranking tbody tr")[^1];
        var own = await site.Client.GetPageAsync("/don-vi/thanh-tra-tinh/2025");
        var other = await site.Client.GetPageAsync("/don-vi/so-noi-vu/2025");

        Assert.Contains("được đánh giá nhưng không xếp hạng", row.Words(), StringComparison.Ordinal);
        Assert.Contains("Đơn vị này được đánh giá nhưng không xếp hạng theo kế hoạch đánh giá nên không có đơn vị liền kề.", own.Body.Words(), StringComparison.Ordinal);
        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp", "Sở Y tế"], other.QuerySelectorAll("section.card").Single(card => card.QuerySelector("h2").Words() == "Đơn vị liền kề năm 2025").QuerySelectorAll("tbody th").Select(name => name.Words()));
    }

    [Fact]
    public async Task UnitPage_ShowsThePenaltyAsTakenOff_NotAsLost()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var page = await site.Client.GetPageAsync("/don-vi/so-tu-phap/2025");

        Assert.Contains("55,00 + 20,00 − 0,50 = 74,50 điểm; 74,50 ÷ 100 × 100 = 74,50%", page.QuerySelector("p.sum").Words(), StringComparison.Ordinal);
        Assert.Equal("−0,50 / trừ tối đa 3", page.GetElementById("tc-2.2")!.QuerySelectorAll("td")[1].Words());
        Assert.DoesNotContain("Vi phạm kỷ luật", page.QuerySelectorAll("section.card").Single(card => card.QuerySelector("h2").Words() == "Mất điểm ở đâu").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FrontPage_NamesTheLowestBandAndTheListsOfEveryGroup()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var page = await site.Client.GetPageAsync("/");

        Assert.Contains("Có 01 sở, ban, ngành xếp loại Trung bình. Không có huyện, thành phố nào xếp loại Trung bình.", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Contains("Thấp nhất, cụm II: Huyện Tam Đường71,00%", page.Texts("ul.list li").Select(text => text.Replace(" 71", "71", StringComparison.Ordinal)));
    }

    private static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.AddTestReleaseAsync();
        return new(database);
    }

    /// <summary>The parts and the total of each row: four parts, then the total before its scale.</summary>
    private static List<string> Rows(IParentNode page) =>
    [
        .. page.QuerySelectorAll("table").First(found => found.QuerySelector("thead")?.TextContent.Contains("Điểm trừ", StringComparison.Ordinal) == true)
            .QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td.wide").Take(5).Select(cell => cell.Words().Split(" / ")[0]))),
    ];

    private static decimal Number(string text) => decimal.Parse(text.Replace('−', '-').Replace(',', '.'), CultureInfo.InvariantCulture);
}
