using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

public sealed class UnitsTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Directory_ListsEveryUnitByKindAndDistinctiveName(DatabaseKind kind)
    {
        var page = await (await sites.OnAsync(kind)).GetPageAsync("/don-vi");

        Assert.Equal(["Sở, ban, ngành 21 đơn vị", "Huyện, thành phố 08 đơn vị", "Xã, phường 142 đơn vị"], page.Texts(".bar h2"));
        Assert.Equal(29 + 142, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(
            ["Thành phố Lai Châu", "Huyện Mường Tè", "Huyện Nậm Nhùn", "Huyện Phong Thổ", "Huyện Sìn Hồ", "Huyện Tam Đường", "Huyện Tân Uyên", "Huyện Than Uyên"],
            page.Texts("tbody th a").Skip(21).Take(8));
        Assert.Contains("Sở Dân tộc và Tôn giáo | Tên trước đây: Ban Dân tộc", page.QuerySelectorAll("tbody th").Select(unit => unit.Pieces()));
    }

    [Theory]
    [InlineData("/don-vi/so-giao-thong-van-tai", "Sáp nhập vào Sở Xây dựng", "/don-vi/so-xay-dung")]
    [InlineData("/don-vi/so-xay-dung", "Nhận sáp nhập từ Sở Giao thông vận tải", "/don-vi/so-giao-thong-van-tai")]
    [InlineData("/don-vi/so-nong-nghiep-va-moi-truong", "Nhận sáp nhập từ Sở Nông nghiệp và Phát triển nông thôn và Sở Tài nguyên và Môi trường", "/don-vi/so-nong-nghiep-va-phat-trien-nong-thon")]
    [InlineData("/don-vi/huyen-sin-ho", "Kết thúc hoạt động. Căn cứ: Nghị quyết số 203/2025/QH15 ngày 16/6/2025 của Quốc hội", null)]
    public async Task Lineage_IsToldOnBothSides(string address, string sentence, string? link)
    {
        var page = await (await sites.OpenAsync()).GetPageAsync(address);
        var facts = page.QuerySelectorAll("dl.kin dd").Single(fact => fact.Words().StartsWith(sentence, StringComparison.Ordinal));

        Assert.Equal(link, facts.QuerySelector("a")?.GetAttribute("href"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task RenamedUnit_HasItsNameOfTheYear(DatabaseKind kind)
    {
        var client = await sites.OnAsync(kind);

        var unit = await client.GetPageAsync("/don-vi/ban-dan-toc");
        var year = await client.GetPageAsync("/don-vi/ban-dan-toc/2020");
        var names = (await client.GetJsonAsync("/api/v1/units/ban-dan-toc")).GetProperty("names");

        Assert.Equal(("Sở Dân tộc và Tôn giáo", "Ban Dân tộc"), (unit.QuerySelector("h1").Words(), year.QuerySelector("h1").Words()));
        Assert.Contains("Ban Dân tộc, đến ngày 28/2/2025 | Committee for Ethnic Minority Affairs", unit.QuerySelectorAll("dl.facts dd").Select(fact => fact.Pieces()));
        Assert.Equal(["Ban Dân tộc", "Sở Dân tộc và Tôn giáo"], names.EnumerateArray().Select(name => name.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task UnitWithoutAResult_SaysSo()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/so-nong-nghiep-va-moi-truong");

        Assert.Equal("Chưa có kết quả Chỉ số cải cách hành chính nào của đơn vị này được công bố.", page.QuerySelector(".lead").Words());
        Assert.Empty(page.QuerySelectorAll("footer .source"));
    }

    [Fact]
    public async Task Scorecard_WithoutDetail_SaysWhatThereIsAndHowItAddsUp()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/so-noi-vu/2020");

        Assert.StartsWith("Năm 2020 đạt 87,42%, xếp loại Tốt, xếp thứ 1/15 đơn vị cùng thang điểm 98; chưa có chỉ số năm 2019 để so sánh.", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.Equal("62,30 + 23,37 = 85,67 điểm; 85,67 ÷ 98 × 100 = 87,42%.", page.QuerySelector(".sum").Words());
        Assert.Contains("Bản công bố 2020 chỉ có số tổng hợp, không có điểm từng tiêu chí.", page.Texts("li"));
        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp", "Sở Kế hoạch và Đầu tư", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ"], page.Texts("table tbody th"));
    }

    [Fact]
    public async Task Scorecard_ThatOnlyRoundingExplains_SaysBothFigures()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/huyen-sin-ho/2020");

        Assert.StartsWith("Chỉ số công bố là 67,81%, tính lại từ tổng điểm đã in là 67,82%: khớp trong phạm vi làm tròn.", page.QuerySelector("p.notice").Words(), StringComparison.Ordinal);
    }
}
