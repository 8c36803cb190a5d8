using System.IO.Compression;
using AngleSharp.Dom;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>Text from a file is text: never markup in a page, never a formula in a spreadsheet.</summary>
public sealed class HostileNamesTests : IAsyncLifetime
{
    private const string Script = "<script>alert(1)</script> Sở Một";

    private const string Formula = "=HYPERLINK(\"http://khac.example\",\"Sở Hai\")";

    private const string Heading = "<img src=x onerror=alert(1)> Danh sách";

    private const string Rating = "\"><b onclick=x>Tốt</b>";

    private static readonly string Table = "STT;Nhóm;Phân nhóm;Tên đơn vị;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n"
        + Row(1, Script, "90,00", Rating) + Row(2, Formula, "80,00", "Tốt") + Row(3, "@SUM(A1) Sở Ba", "75,00", "Khá") + Row(1, "+Sở Bốn", "72,00", "Khá", "=1+1") + Row(2, "-Sở Năm", "71,00", "Khá", "=1+1");

    private TestSite _site = null!;
    private string _group = "";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(database, Table, TestData.Request(2021) with
        {
            SourceNote = "<script>alert('nguồn')</script>",
            DecisionNumber = "<b>12/QĐ</b>",
            ScaleNote = "<script>alert('thang')</script>",
        }));
        _group = (await _site.Client.GetJsonAsync("/api/v1/releases/2021")).GetProperty("groups")[0].GetProperty("slug").GetString()!;
    }

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Pages_ShowMarkupAsText()
    {
        var codes = (await _site.Client.GetJsonAsync($"/api/v1/releases/2021/groups/{_group}/results")).GetProperty("results").EnumerateArray()
            .Select(row => row.GetProperty("unit").GetProperty("code").GetString()!).ToList();
        string[] addresses = ["/", $"/xep-hang/2021/{_group}", "/cong-bo", "/cong-bo/2021", "/don-vi", "/phuong-phap", .. codes.Select(code => $"/don-vi/{code}"), .. codes.Select(code => $"/don-vi/{code}/2021")];

        foreach (var address in addresses)
        {
            var page = await _site.Client.GetPageAsync(address);
            Assert.Empty(page.QuerySelectorAll("script:not([src^='/js/']), img, u, [onerror], [onclick]"));
        }

        Assert.Equal(5, codes.Count);
        Assert.All(codes, code => Assert.Matches("^[a-z0-9-]+$", code));
    }

    [Fact]
    public async Task Ranking_ShowsNamesHeadingsAndRatingsLetterForLetter()
    {
        var page = await _site.Client.GetPageAsync($"/xep-hang/2021/{_group}");

        Assert.Equal([Script, Formula, "@SUM(A1) Sở Ba", "+Sở Bốn", "-Sở Năm"], page.Texts("table.ranking tbody th > a"));
        Assert.Equal(Rating, page.QuerySelector("table.ranking .rating").Words());
        Assert.Contains("<script>alert('thang')</script>", page.QuerySelector("section.notes").Words(), StringComparison.Ordinal);
        Assert.Equal([Heading + " · 03 đơn vị", "=1+1 · 02 đơn vị"], page.Texts("tr.sub"));
        Assert.Contains("Khối <u>Thử</u> (5)", page.Texts("nav.tabs a"));
    }

    [Theory]
    [InlineData("", ',')]
    [InlineData("?dinh-dang=excel", ';')]
    public async Task Csv_NeutralisesWhatASpreadsheetWouldCompute(string dialect, char separator)
    {
        var csv = await _site.Client.GetStringAsync($"/xep-hang/2021/{_group}.csv{dialect}");

        Assert.Contains("\"'=HYPERLINK(\"\"http://khac.example\"\",\"\"Sở Hai\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains($"{separator}'@SUM(A1) Sở Ba{separator}", csv, StringComparison.Ordinal);
        Assert.Contains($"{separator}'+Sở Bốn{separator}", csv, StringComparison.Ordinal);
        Assert.Contains($"{separator}'-Sở Năm{separator}", csv, StringComparison.Ordinal);
        Assert.DoesNotMatch("(^|[,;\"\n])[=@+-](?![0-9])", csv.Replace("\"\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Csv_LeavesNegativeNumbersNumbers()
    {
        var csv = await _site.Client.GetStringAsync("/xep-hang/2020/huyen.csv");

        Assert.Contains(",-8.81,", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("'-", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbook_HoldsTextAndNoFormula()
    {
        await using var file = await _site.Client.GetStreamAsync($"/xep-hang/2021/{_group}.xlsx");
        using var workbook = new ZipArchive(file, ZipArchiveMode.Read);
        var parts = workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Parse).ToList();

        Assert.DoesNotContain(parts.SelectMany(part => part.Descendants()), element => element.Name.LocalName == "f");
        Assert.Contains(parts.SelectMany(part => part.Descendants()), element => element.Name.LocalName == "t" && element.Value == Formula);

        static System.Xml.Linq.XDocument Parse(ZipArchiveEntry entry)
        {
            using var content = entry.Open();
            return System.Xml.Linq.XDocument.Load(content);
        }
    }

    [Fact]
    public async Task Json_HoldsTheTextAsItIs()
    {
        var rows = (await _site.Client.GetJsonAsync($"/api/v1/releases/2021/groups/{_group}/results")).GetProperty("results");

        Assert.Equal(Script, rows[0].GetProperty("unit").GetProperty("name").GetString());
        Assert.Equal(Heading, rows[0].GetProperty("rankingList").GetString());
        Assert.Equal(Formula, rows[1].GetProperty("unit").GetProperty("nameAsPrinted").GetString());
    }

    private static string Row(int order, string name, string points, string rating, string heading = Heading) =>
        string.Join(';', new[] { $"{order}", "Khối <u>Thử</u>", heading, name, points, "100", points, rating }.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n";
}
