using System.Net;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The portal before the first publication.</summary>
public sealed class EmptyPortalTests
{
    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Home_InProduction_ExplainsWhatToDo(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(kind));

        var page = await site.Client.GetPageAsync("/");

        Assert.Equal("Chưa có bản công bố nào", page.QuerySelector("h1").Words());
        Assert.Equal(["create-admin", "import-table"], page.QuerySelectorAll("pre code").Select(command => command.TextContent.Split(' ')[2]));
        Assert.NotNull(page.QuerySelector("li a[href='/lam-viec/bat-dau']"));
        Assert.Contains("--publish", page.Texts("li code"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task PagesAndLists_AnswerSensibly(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(kind));

        foreach (var (address, said) in new[]
        {
            ("/don-vi", "Danh mục chưa có đơn vị nào."), ("/tim-kiem?q=so", "Không tìm thấy nội dung nào có “so”."), ("/cong-bo", "Chưa có bản công bố nào."),
            ("/tinh", "Chưa có số liệu về chỉ số quốc gia của tỉnh."), ("/phuong-phap", "85,67 ÷ 98 × 100 = 87,418367…"), ("/gioi-thieu", "Giới thiệu"),
            ("/du-lieu", "Chưa có bản công bố nào."), ("/du-lieu/api", "Các địa chỉ"), ("/gop-y", "Chưa có kết quả nào được công bố nên chưa có số liệu để góp ý."), ("/kiem-chung?ma=38c93094", "Không có bản công bố nào mang mã 38c93094"),
        })
        {
            Assert.Contains(said, (await site.Client.GetPageAsync(address)).Body.Words(), StringComparison.Ordinal);
        }

        Assert.Equal("{\"releases\":[]}\n", await site.Client.GetStringAsync("/api/v1/releases"));
        Assert.Equal("{\"total\":0,\"limit\":200,\"offset\":0,\"units\":[]}\n", await site.Client.GetStringAsync("/api/v1/units"));
        Assert.Equal("{\"total\":0,\"limit\":200,\"offset\":0,\"nationalIndices\":[]}\n", await site.Client.GetStringAsync("/api/v1/national-indices"));
        Assert.Equal("/", (await site.Client.GetAsync("/xep-hang")).Header("Location"));
    }

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task EveryAddressOfThePublishedPortal_AnswersWithoutAFailure(DatabaseKind kind)
    {
        await using var site = new TestSite(await TestDatabase.CreateAsync(kind));

        foreach (var address in PublicAddresses.Everything.Select(row => row.Data))
        {
            using var answer = await site.Client.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{address}: {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Development_WithUnitsButNoRelease_IsNotSeededOver()
    {
        var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var db = database.NewContext())
        {
            db.Add(new Domain.Units.Unit("Sở Thử", Domain.Units.UnitKind.Department));
            await db.SetUpAsync();
        }

        await using var site = new TestSite(database, "Development");

        Assert.Equal("Chưa có bản công bố nào", (await site.Client.GetPageAsync("/")).QuerySelector("h1").Words());
        Assert.Single((await site.Client.GetJsonAsync("/api/v1/units")).GetProperty("units").EnumerateArray());
    }

    [Fact]
    public async Task Development_OnAFirstStart_ShowsTheTablesOf2020()
    {
        await using var site = new TestSite(await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite), "Development");

        Assert.Equal(20, (await site.Client.GetJsonAsync("/api/v1/releases/2020/groups/so-nganh/results")).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Production_OnAFirstStart_MakesItsFileAndStaysEmpty()
    {
        await using var site = new TestSite(await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite));

        Assert.Equal("{\"releases\":[]}\n", await site.Client.GetStringAsync("/api/v1/releases"));
    }
}
