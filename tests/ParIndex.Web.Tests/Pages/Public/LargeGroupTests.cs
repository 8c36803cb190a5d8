using System.Globalization;
using System.Text;
using ParIndex.Domain.Ratings;
using ParIndex.Testing;
using ParIndex.Web.Tests.Site;

namespace ParIndex.Web.Tests.Pages.Public;

/// <summary>A group of 150: divided by rating bands, with a histogram in place of dots.</summary>
public sealed class LargeGroupTests : IAsyncLifetime
{
    private const string Ranking = "/xep-hang/2025/xa";

    private TestSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        var table = new StringBuilder("STT;Xã, phường;Tổng điểm;Thang điểm;Chỉ số (%);Xếp loại\n");
        for (var i = 0; i < 150; i++)
        {
            var index = 96 - (i * 0.28m);
            table.AppendLine(CultureInfo.InvariantCulture, $"{i + 1};Xã Số {i + 1};{index};100;{index};{(index >= 90 ? "Xuất sắc" : index >= 80 ? "Tốt" : index >= 70 ? "Khá" : index >= 60 ? "Trung bình" : "Yếu")}");
        }

        _site = await TestSite.OpenLaiChauAsync(database => TestData.PublishAsync(database, table.ToString(), TestData.Request(2025) with
        {
            Group = "xa",
            CreateUnits = true,
            Ratings = RatingScheme.Parse("Xuất sắc=90,Tốt=80,Khá=70,Trung bình=60,Yếu=0"),
        }));
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task PublishedOrder_StandsUnderBandsWithCountsAndAnchors()
    {
        var page = await _site.Client.GetPageAsync(Ranking);

        Assert.Equal(
            ["Xuất sắc · 22 đơn vị từ 90% Đầu trang", "Tốt · 36 đơn vị từ 80% đến dưới 90% Đầu trang", "Khá · 35 đơn vị từ 70% đến dưới 80% Đầu trang", "Trung bình · 36 đơn vị từ 60% đến dưới 70% Đầu trang", "Yếu · 21 đơn vị dưới 60% Đầu trang"],
            page.Texts("table.ranking tr.band"));
        var jumps = page.QuerySelectorAll(".jump-to a").ToList();
        Assert.Equal(["Xuất sắc 22", "Tốt 36", "Khá 35", "Trung bình 36", "Yếu 21"], jumps.Select(jump => jump.Words()));
        Assert.All(jumps, jump => Assert.NotNull(page.GetElementById(jump.GetAttribute("href")![1..])));
        Assert.Equal(150, page.QuerySelectorAll("table.ranking tbody th[scope=row]").Length);
        Assert.Contains("150 xã, phường trung bình đạt 75,14%", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.Contains("36 Trung bình và 21 Yếu, mức thấp nhất.", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_CountsWithinEachBand()
    {
        var page = await _site.Client.GetPageAsync(Ranking + "?q=so+1");

        Assert.Equal("70 trong 150 đơn vị · Xem tất cả 150 đơn vị", page.QuerySelector(".shown-of").Words());
        Assert.StartsWith("Xuất sắc · 12 trong 22 đơn vị", page.QuerySelector("tr.band").Words(), StringComparison.Ordinal);
        Assert.Equal(70, page.QuerySelectorAll("table.ranking tbody th[scope=row]").Length);
        Assert.Empty(page.QuerySelectorAll(".jump-to"));
    }

    [Fact]
    public async Task AnotherOrder_HasNoBands_AndSaysTheRatingInEachRow()
    {
        var page = await _site.Client.GetPageAsync(Ranking + "?sort=ten");

        Assert.Empty(page.QuerySelectorAll("tr.band"));
        Assert.Equal(150, page.QuerySelectorAll("table.ranking td.wide .rating").Length);
        Assert.Equal(150, page.QuerySelectorAll("table.ranking tbody th.sorted").Length);
    }

    [Fact]
    public async Task Distribution_IsAHistogramOfAllUnits()
    {
        var page = await _site.Client.GetPageAsync(Ranking);

        var drawing = page.QuerySelector(".chart svg")!;
        Assert.Empty(drawing.QuerySelectorAll("circle"));
        Assert.Equal(150, drawing.QuerySelectorAll("rect > title").Sum(bar => int.Parse(bar.TextContent[(bar.TextContent.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ')[0], CultureInfo.InvariantCulture)));
        Assert.Contains("Một nửa số đơn vị nằm từ 64,64% đến 85,64%; trung vị 75,14%.", page.QuerySelector(".card p").Words(), StringComparison.Ordinal);
    }
}
