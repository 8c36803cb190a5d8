using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

public sealed class RankingTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    private const string Departments = "/xep-hang/2020/so-nganh";

    private const string Districts = "/xep-hang/2020/huyen";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Ranking_ShowsTheListsAsPrinted(DatabaseKind kind)
    {
        var page = await (await sites.OnAsync(kind)).GetPageAsync(Departments);

        Assert.Equal(["Thang điểm 98 · 15 đơn vị", "Đơn vị đặc thù (dưới 98) · 05 đơn vị"], page.Texts("table.ranking tr.sub"));
        Assert.Equal(
            ["1 Sở Nội vụ 87,42 Tốt", "2 Sở Tư pháp 86,52 Tốt", "3 Sở Kế hoạch và Đầu tư 86,06 Tốt", "4= Sở Giáo dục và Đào tạo 85,66 Tốt", "4= Sở Khoa học và Công nghệ 85,66 Tốt", "6 Sở Giao thông vận tải 84,98 Tốt"],
            Rows(page).Take(6));
        Assert.Equal(
            ["1 Sở Ngoại vụ 86,53 Tốt", "2 Thanh tra tỉnh 82,90 Tốt", "3 Văn phòng UBND tỉnh 82,88 Tốt", "4 Ban Dân tộc 77,04 Khá", "5 Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng 72,19 Khá"],
            Rows(page).Skip(15));
    }

    [Fact]
    public async Task Ranking_ShowsTheFiguresOfTheGroup()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Departments);

        Assert.Equal(
            [
                "Trung bình khối | 82,08% | tăng 3,32 | điểm phần trăm so với năm 2019 | 15 đơn vị tăng, 05 đơn vị giảm",
                "Cao nhất | 87,42% | Thang điểm 98: | Sở Nội vụ | 86,53% | Đơn vị đặc thù (dưới 98): | Sở Ngoại vụ",
                "Thấp nhất | 74,31% | Thang điểm 98: | Sở Y tế | 72,19% | Đơn vị đặc thù (dưới 98): | Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng",
                "Xếp loại | 15 Tốt | 05 Khá | Không có đơn vị Trung bình (năm 2019: 01)",
            ],
            page.QuerySelectorAll("dl.figures > div").Select(figure => figure.Pieces()));
    }

    [Theory]
    [InlineData("ten", "Sở Công Thương", "ascending")]
    [InlineData("tham-dinh", "Sở Kế hoạch và Đầu tư", "descending")]
    [InlineData("dieu-tra", "Sở Nội vụ", "descending")]
    [InlineData("tong-diem", "Sở Nội vụ", "descending")]
    [InlineData("chi-so", "Sở Nội vụ", "descending")]
    public async Task SortLink_OrdersAcrossTheListsAndSaysSo(string key, string first, string direction)
    {
        var client = await sites.OpenAsync();
        var link = (await client.GetPageAsync(Departments)).QuerySelector($"thead a[href$='sort={key}#bang']")!.GetAttribute("href")!;

        var page = await client.GetPageAsync(link);

        Assert.Equal(20, Rows(page).Count);
        Assert.Equal(first, Units(page)[0]);
        Assert.Empty(page.QuerySelectorAll("tr.sub"));
        Assert.Equal(direction, Assert.Single(page.QuerySelectorAll("th[aria-sort]")).GetAttribute("aria-sort"));
        Assert.EndsWith("sort=" + key + "#bang", page.QuerySelector("th[aria-sort] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SortByName_GoesByTheDistinctivePartInVietnameseOrder()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Districts + "?sort=ten");

        Assert.Equal(
            ["Thành phố Lai Châu", "Huyện Mường Tè", "Huyện Nậm Nhùn", "Huyện Phong Thổ", "Huyện Sìn Hồ", "Huyện Tam Đường", "Huyện Tân Uyên", "Huyện Than Uyên"],
            Units(page));
    }

    [Theory]
    [InlineData("?sort=khong-co")]
    [InlineData("?sort=")]
    [InlineData("?sort=ten&sort=chi-so&xep-loai=&q=")]
    [InlineData("?q=%00&sort=%0A")]
    [InlineData("?trang=2&q=so")]
    public async Task OddQuery_StillShowsATable(string query)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Departments + query);

        Assert.NotEmpty(page.QuerySelectorAll("table.ranking, .empty"));
    }

    [Theory]
    [InlineData("?xep-loai=kha", 5)]
    [InlineData("?q=so+y+te", 1)]
    [InlineData("?q=SỞ+Y+TẾ", 1)]
    [InlineData("?q=tb%26xh", 1)]
    [InlineData("?q=bql", 1)]
    [InlineData("?q=so&xep-loai=kha", 3)]
    public async Task Filter_ByRatingAndFoldedText_ShowsWhatMatches(string query, int units)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Departments + query);

        Assert.Equal(units, Rows(page).Count);
    }

    [Fact]
    public async Task Filter_KeepsPlacesCountsAndWhatWasTyped()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Departments + "?q=khoa+hoc&xep-loai=tot&sort=ten");

        Assert.Equal(["4= Sở Khoa học và Công nghệ 85,66 Tốt"], Rows(page));
        Assert.Equal("khoa hoc", page.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Equal("Tốt", page.QuerySelector("option[selected]").Words());
        Assert.Equal("ten", page.QuerySelector("input[name=sort]")!.GetAttribute("value"));
        Assert.Equal(Departments + "?sort=chi-so&xep-loai=tot&q=khoa%20hoc#bang", page.QuerySelector("thead a[href*='sort=chi-so']")!.GetAttribute("href"));
        Assert.Contains("82,08%", page.QuerySelector("dl.figures").Words(), StringComparison.Ordinal);
        Assert.Equal("01 trong 20 đơn vị · Xem tất cả 20 đơn vị", page.QuerySelector(".shown-of").Words());
    }

    [Fact]
    public async Task Filter_ThatNothingMatches_SaysSoAndLeadsBack()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Departments + "?q=khong+co+don+vi+nay");

        Assert.Empty(page.QuerySelectorAll("table.ranking"));
        Assert.StartsWith("Không có đơn vị nào khớp với điều kiện lọc.", page.QuerySelector(".empty").Words(), StringComparison.Ordinal);
        Assert.Equal(Departments, page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Notes_OfDepartments_TellWhatWasInferredAndRounded()
    {
        var notes = (await (await sites.OpenAsync()).GetPageAsync(Departments)).QuerySelector("section.notes").Words();

        Assert.Contains("* Thang điểm tính ngược từ số công bố, không phải số liệu chính thức.", notes, StringComparison.Ordinal);
        Assert.Contains("Năm 2020 không tính 02 điểm DCCI do không công bố chỉ số này. 05 đơn vị đặc thù", notes, StringComparison.Ordinal);
        Assert.Contains("Sở Ngoại vụ công bố 86,53, tính lại từ tổng điểm đã làm tròn 86,54", notes, StringComparison.Ordinal);
        Assert.Contains("Ban Quản lý Khu kinh tế cửa khẩu Ma Lù Thàng công bố 72,19, tính lại từ tổng điểm đã làm tròn 72,20", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần đối chiếu", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notes_NameUnitsWhosePlacesTheRoundedFiguresCannotTell()
    {
        var notes = (await (await sites.OpenAsync()).GetPageAsync(Departments)).QuerySelector("section.notes").Words();

        Assert.Contains(
            "Số liệu đã làm tròn không phân biệt được thứ hạng của Sở Giáo dục và Đào tạo và Sở Khoa học và Công nghệ (hạng 4 đến 5); bản công bố xếp lần lượt ở thứ tự 4 và 5.", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InferredScale_IsMarkedOnExactlyTheRowsThatHaveOne()
    {
        var client = await sites.OpenAsync();

        var departments = await client.GetPageAsync(Departments);
        var districts = await client.GetPageAsync(Districts);

        Assert.Equal(5, departments.QuerySelectorAll("td.wide sup").Length);
        Assert.Equal(8, districts.QuerySelectorAll("td.wide sup").Length);
        Assert.Contains("67,93 / 78,5*", departments.Texts("td.wide"));
    }

    [Fact]
    public async Task Changes_AreShownForTheFourDistrictsTheAnnouncementSpeaksOfAndNoOther()
    {
        var client = await sites.OpenAsync();

        var districts = await client.GetPageAsync(Districts);
        var departments = await client.GetPageAsync(Departments);

        Assert.Equal(
            ["Huyện Nậm Nhùn tăng 1,86", "Huyện Sìn Hồ giảm 8,81", "Huyện Than Uyên giảm 7,57", "Thành phố Lai Châu tăng 2,55"],
            districts.QuerySelectorAll("table.ranking tbody tr").Where(row => row.QuerySelector("td .up, td .down") is not null)
                .Select(row => $"{row.QuerySelector("th > a").Words()} {row.QuerySelector("td .up, td .down").Words()}").Order(StringComparer.Ordinal));
        Assert.Empty(departments.QuerySelectorAll("table.ranking .up, table.ranking .down"));
        Assert.DoesNotContain("So với năm trước", departments.Texts("table.ranking thead th"));
    }

    [Fact]
    public async Task OtherPages_ShowTheSameChangesAndNoOther()
    {
        var client = await sites.OpenAsync();

        var fell = await client.GetPageAsync("/don-vi/huyen-sin-ho/2020");
        var unknown = await client.GetPageAsync("/don-vi/huyen-tam-duong/2020");

        Assert.Contains("giảm 8,81 điểm phần trăm so với năm 2019", fell.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("so với năm 2019", unknown.QuerySelector(".lead").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tabs_LeadToTheOtherGroupAndMarkThisOne()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(Districts);

        Assert.Equal([$"Sở, ban, ngành (20) {Departments}", $"Huyện, thành phố (8) {Districts}"], page.QuerySelectorAll("nav.tabs a").Select(tab => $"{tab.Words()} {tab.GetAttribute("href")}"));
        Assert.Equal("Huyện, thành phố (8)", page.QuerySelector("nav.tabs a[aria-current=page]").Words());
        Assert.Equal("Xếp hạng", page.QuerySelector("nav.main a[aria-current=page]").Words());
    }

    /// <summary>Place, name, index and rating of each unit's row.</summary>
    private static List<string> Rows(IParentNode page) =>
    [
        .. page.QuerySelectorAll("table.ranking tbody tr:not(.sub)")
            .Select(row => $"{row.QuerySelector("td.num").Words()} {row.QuerySelector("th > a").Words()} {row.QuerySelector("td.num b").Words()} {row.QuerySelector(".rating").Words()}"),
    ];

    private static IReadOnlyList<string> Units(IParentNode page) => page.Texts("table.ranking tbody th > a");
}
