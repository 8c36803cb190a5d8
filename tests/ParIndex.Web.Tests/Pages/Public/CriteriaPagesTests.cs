using System.Net;
using System.Text;
using AngleSharp.Dom;
using ParIndex.Application.Data;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>The criteria set of a group, each criterion with all units, and units side by side.</summary>
public sealed class CriteriaPagesTests
{
    private const string Set = "/tieu-chi/2025/so-nganh";

    [Theory, MemberData(nameof(Databases.All), MemberType = typeof(Databases))]
    public async Task Set_ShowsMaximaAndHowManyUnitsHadFullMarksAndNone(DatabaseKind kind)
    {
        await using var site = await OpenAsync(kind);

        var page = await site.Client.GetPageAsync(Set);

        Assert.Equal("04 tiêu chí được chấm, thang 100 điểm.", page.QuerySelector(".lead").Words());
        var rows = page.QuerySelectorAll("table.criteria tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.Words()))).ToList();
        Assert.Contains("1.1 | 70,00 | 1/4 | 0/4 | 80,4%", rows);
        Assert.Contains("1.2 | 30,00 | 0/4 | 0/4 | 71,7%", rows);
        Assert.Contains("70 + 30", page.QuerySelector("dl.figures").Words(), StringComparison.Ordinal);
        Assert.Contains("điểm cộng tối đa 2, điểm trừ tối đa 3, ngoài thang điểm", page.QuerySelector("dl.figures").Words(), StringComparison.Ordinal);
        Assert.Equal("Tiêu chí", page.QuerySelector("nav.main a[aria-current=page]").Words());
    }

    [Fact]
    public async Task Set_OfTotals_SaysSo()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var page = await site.Client.GetPageAsync("/tieu-chi/2025/huyen");

        Assert.StartsWith("Bản công bố năm 2025 chỉ có số tổng hợp", page.QuerySelector(".empty p").Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync("/tieu-chi/2025/huyen.csv")).StatusCode);
    }

    [Fact]
    public async Task ShortAddress_LeadsToTheNewestSet()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        Assert.Equal(Set, (await site.Client.GetAsync("/tieu-chi")).Header("Location"));
        Assert.Equal("/en" + Set, (await site.Client.GetAsync("/en/tieu-chi/2025")).Header("Location"));
    }

    [Fact]
    public async Task Criterion_ListsAllUnits_ThoseWithFullMarksApart()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var page = await site.Client.GetPageAsync(Set + "/1.1");

        Assert.Equal("1.1 Kết quả thẩm định", page.QuerySelector("h1").Words());
        Assert.Equal("01/04 đơn vị đạt điểm tối đa. Trung bình đạt 80,4% điểm tối đa.", page.QuerySelector(".lead").Words());
        Assert.Equal(["Đạt điểm tối đa · 01 đơn vị", "Chưa đạt điểm tối đa · 03 đơn vị"], page.Texts("table.at-leaf tr.sub"));
        Assert.Equal(
            ["Thanh tra tỉnh 70,00", "Sở Nội vụ 60,00", "Sở Tư pháp 55,00", "Sở Y tế 40,00"],
            page.QuerySelectorAll("table.at-leaf tbody tr:not(.sub)").Select(row => $"{row.QuerySelector("th a").Words()} {row.QuerySelector("td.num").Words()}"));
    }

    [Fact]
    public async Task Penalty_IsSaidAsWhatWasTakenOff()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var page = await site.Client.GetPageAsync(Set + "/2.2");

        Assert.Equal("02/04 đơn vị bị trừ điểm.", page.QuerySelector(".lead").Words());
        Assert.Contains("Sở Y tế −0,50", page.QuerySelectorAll("table.at-leaf tbody tr:not(.sub)").Select(row => $"{row.QuerySelector("th a").Words()} {row.QuerySelector("td.num").Words()}"));
    }

    [Fact]
    public async Task TablesAndFiles_SayTheSame()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var page = await site.Client.GetPageAsync(Set + "/1.1");
        var csv = (await site.Client.GetStringAsync(Set + "/1.1.csv")).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToList();
        var json = (await site.Client.GetJsonAsync(Set + "/1.1.json")).GetProperty("scores").EnumerateArray().ToList();

        var shown = page.QuerySelectorAll("table.at-leaf tbody tr:not(.sub)").Select(row => (row.QuerySelector("th a").Words(), row.QuerySelector("td.num").Words().Replace(',', '.'))).ToList();

        Assert.Equal(shown, csv.Select(row => (row[1], row[4])));
        Assert.Equal(shown, json.Select(row => (row.GetProperty("unit").GetProperty("name").GetString()!, row.GetProperty("points").GetRawText())));
        Assert.Equal(6, (await site.Client.GetJsonAsync(Set + ".json")).GetProperty("criteria").GetArrayLength());
        Assert.Equal(HttpStatusCode.OK, (await site.Client.GetAsync(Set + "/1.1.xlsx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Client.GetAsync(Set + "/1.csv")).StatusCode);
    }

    [Fact]
    public async Task Units_StandSideBySide_OnTheirOwnMaxima()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var page = await site.Client.GetPageAsync("/so-sanh?nam=2025&don-vi=so-noi-vu,so-y-te");

        Assert.Equal(["Sở Nội vụ", "Sở Y tế"], page.Texts("table.compared tbody th a"));
        Assert.Contains("1 Kết quả cải cách hành chính | 85,00 / 100 | 55,00 / 100", Rows(page));
        Assert.Contains("1.1 Kết quả thẩm định | 60,00 / 70 | 40,00 / 70", Rows(page));
        Assert.Contains("Cùng bộ tiêu chí và cùng thang điểm", page.QuerySelector("#so-sanh-duoc").Words(), StringComparison.Ordinal);
        Assert.Equal("/so-sanh?nam=2025&don-vi=so-y-te", page.QuerySelector("table.compared td a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task UnitsOfTwoGroups_AreSaidNotToCompare()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var page = await site.Client.GetPageAsync("/so-sanh?nam=2025&don-vi=so-noi-vu&don-vi=huyen-sin-ho,so-khong-co");

        Assert.Contains("Các đơn vị thuộc khối khác nhau", page.QuerySelector("#so-sanh-duoc").Words(), StringComparison.Ordinal);
        Assert.Equal("Không có trong bản công bố năm 2025: so-khong-co.", page.QuerySelector(".notice").Words());
    }

    [Fact]
    public async Task Form_WithoutScript_AddsAUnit()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);
        var form = (await site.Client.GetPageAsync("/so-sanh?nam=2025&don-vi=so-noi-vu")).QuerySelector("form.choose-unit")!;

        var fields = form.QuerySelectorAll("input").Select(input => $"{input.GetAttribute("name")}={Uri.EscapeDataString(input.GetAttribute("value")!)}");
        using var answer = await site.Client.GetAsync($"{form.GetAttribute("action")}?{string.Join('&', fields)}&them=so-y-te");

        Assert.Equal("/so-sanh?nam=2025&don-vi=so-noi-vu,so-y-te", answer.Header("Location"));
        Assert.DoesNotContain(form.QuerySelectorAll("option"), option => option.GetAttribute("value") == "so-noi-vu");
    }

    [Fact]
    public async Task ComparisonFile_HasTheRowsOfThePage()
    {
        await using var site = await OpenAsync(DatabaseKind.Sqlite);

        var csv = await site.Client.GetByteArrayAsync("/so-sanh.csv?nam=2025&don-vi=so-noi-vu,so-y-te");

        Assert.Contains("so-y-te,Sở Y tế,2025,1,54.50,1,Kết quả cải cách hành chính,55.00,100,", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
    }

    private static List<string> Rows(IParentNode page) =>
        [.. page.QuerySelectorAll("table.sides tbody tr").Select(row => $"{row.QuerySelector("th").Words()} | {string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.Words()))}")];

    private static async Task<TestSite> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using (var db = database.NewContext())
        {
            db.Add(TestRelease.Make());
            await db.SetUpAsync();
        }

        return new(database);
    }
}
