using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>What became of my district, and where my commune comes from.</summary>
public sealed class ReorganisedUnitsTests(PublishedSites sites) : IClassFixture<PublishedSites>
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task FormerDistrict_ListsTheCommunesOnItsLand(DatabaseKind kind)
    {
        var page = await (await sites.OnAsync(kind)).GetPageAsync("/don-vi/huyen-tam-duong");

        var section = page.QuerySelector("section.lands")!;
        Assert.StartsWith("Đã kết thúc hoạt động từ ngày 1/7/2025. Căn cứ: Nghị quyết số 203/2025/QH15 ngày 16/6/2025 của Quốc hội.", section.Words(), StringComparison.Ordinal);
        Assert.Contains("Trên địa bàn nay có 06 xã, phường:", section.Words(), StringComparison.Ordinal);
        Assert.Equal(
            ["/don-vi/xa-ban-bo", "/don-vi/xa-binh-lu", "/don-vi/xa-khun-ha", "/don-vi/xa-sin-suoi-ho", "/don-vi/xa-ta-leng", "/don-vi/phuong-tan-phong"],
            section.QuerySelectorAll(".places a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task NewCommune_NamesItsFormerDistricts_AndWhenItsFirstResultIsDue()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/xa-sin-suoi-ho");

        var section = page.QuerySelector("section.lands")!;
        Assert.Contains("Trước ngày 1/7/2025 thuộc địa bàn:", section.Words(), StringComparison.Ordinal);
        Assert.Equal(["Huyện Phong Thổ", "Huyện Tam Đường"], section.Texts(".places li"));
        Assert.Contains("Kết quả đầu tiên của đơn vị là của năm 2025, dự kiến công bố trong năm 2026.", section.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FormerCommune_StaysReadable_AndLeadsToItsSuccessor()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/xa-ta-mung");

        var section = page.QuerySelector("section.lands")!;
        Assert.StartsWith("Đã kết thúc hoạt động từ ngày 1/7/2025. Căn cứ: Nghị quyết số 1670/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội.", section.Words(), StringComparison.Ordinal);
        Assert.Equal("/don-vi/xa-muong-kim", section.QuerySelector(".places a")!.GetAttribute("href"));
        Assert.DoesNotContain("Kết quả đầu tiên", section.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitThatTookOthersIn_SaysThatFiguresAcrossTheDayDiffer()
    {
        var page = await (await sites.OpenAsync()).GetPageAsync("/don-vi/so-tai-chinh");

        var origin = page.QuerySelector(".kin")!.Words();
        Assert.StartsWith("Từ ngày 1/3/2025 Nhận sáp nhập từ Sở Kế hoạch và Đầu tư", origin, StringComparison.Ordinal);
        Assert.Contains("số liệu trước và sau ngày này có phạm vi khác nhau", origin, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/don-vi/so-noi-vu-khac")]
    [InlineData("/don-vi/xa")]
    public async Task AddressThatIsNoName_IsNotFound(string address)
    {
        using var answer = await (await sites.OpenAsync()).GetAsync(address);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task UnitWithoutReorganisation_SaysNothingOfIt() =>
        Assert.Null((await (await sites.OpenAsync()).GetPageAsync("/don-vi/so-tu-phap")).QuerySelector("section.lands"));

    [Fact]
    public async Task EnglishPage_SaysTheSame()
    {
        var section = (await (await sites.OpenAsync()).GetPageAsync("/en/don-vi/xa-ta-mung")).QuerySelector("section.lands")!;

        Assert.StartsWith("Ended on 1 July 2025. Legal basis:", section.Words(), StringComparison.Ordinal);
        Assert.Equal("/en/don-vi/xa-muong-kim", section.QuerySelector(".places a")!.GetAttribute("href"));
    }
}
