using System.Text;
using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class HtmlTableTests
{
    private const string Page = """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>Công bố</title><script>document.write("<table>")</script></head>
        <body>
        <table><tr><td>Trang chủ</td><td>Tin tức</td></tr></table>
        <table class="data">
          <tr><th rowspan="2">STT</th><th rowspan="2">Tên <b>đơn&nbsp;vị</b></th><th colspan="3">Kết quả</th><th rowspan="2">Chỉ số<br>(%)</th></tr>
          <tr><th>Thẩm định</th><th>Điều tra<br/>XHH</th><th>Tổng</th></tr>
          <tr><td colspan="6"><strong>I. Sở, ban, ngành</strong></td></tr>
          <tr><td colspan="6"><p><em>Thang điểm 98<sup>*</sup></em></p></td></tr>
          <tr><td>1</td><td>Sở Nội vụ<sup>(1)</sup></td><td>62,30</td><td>23,37</td><td>85.67*</td><td>87,42%</td></tr>
          <tr><td>2</td><td>Sở Tư&nbsp;pháp</td><td>61,76</td><td>&nbsp;23,03&nbsp;</td><td>84,79</td><td>86,52</td></tr>
        </table>
        </body></html>
        """;

    [Fact]
    public void Read_SavedPage_GivesTheTableWithTheHeader()
    {
        var table = ReadTable.Html(Page);

        Assert.Equal(
            [
                (1, "Sở Nội vụ", "Sở, ban, ngành", "Thang điểm 98", 98m, 62.30m, 23.37m, 85.67m, 87.42m),
                (2, "Sở Tư pháp", "Sở, ban, ngành", "Thang điểm 98", 98m, 61.76m, 23.03m, 84.79m, 86.52m),
            ],
            table.Rows.Select(row => (
                row.Order, row.UnitName, row.Group, row.Heading, row.HeadingScale!.Value, row.AppraisalScore!.Value, row.SurveyScore!.Value, row.TotalScore!.Value, row.PublishedIndex!.Value)));
        Assert.Equal(["Bỏ qua bảng 1: không có dòng tiêu đề nhận ra được (1 dòng, bắt đầu bằng “Trang chủ”).", "Đọc bảng 2."], table.Remarks.Take(2).Select(remark => remark.Text));
    }

    [Fact]
    public void Read_PlaceIsTheLineOfTheSource()
    {
        var refused = Assert.Throws<UnreadableTableException>(() => ReadTable.Html(Page.Replace("23,37", "23x37", StringComparison.Ordinal)));

        Assert.Equal(new CellPlace(10, 4), Assert.Single(refused.Problems).Place);
    }

    [Fact]
    public void Read_BareRaisedDigitAtAFigure_IsRefused_BecauseItMayBeADecimal()
    {
        var refused = Assert.Throws<UnreadableTableException>(() => ReadTable.Html(Page.Replace("23,37", "98<sup>1</sup>", StringComparison.Ordinal)));

        Assert.Contains("“98¹” không phải là số hợp lệ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GroupCellOverSeveralRows_IsOfEachRow()
    {
        var table = ReadTable.Html(
            "<table><tr><th>Nhóm<th>Đơn vị<th>Chỉ số<th>Hạng<tr><td rowspan=2>Các sở<td>Sở A<td>83,95<td rowspan=2>4<tr><td>Sở B<td>83,95<tr><td>Huyện<td>Huyện C<td>70<td>1</table>");

        Assert.Equal([("Các sở", "Sở A", 4), ("Các sở", "Sở B", 4), ("Huyện", "Huyện C", 1)], table.Rows.Select(row => (row.Group, row.UnitName, row.PublishedRank!.Value)));
    }

    [Fact]
    public void Read_TableInsideALayoutTable_IsFound()
    {
        var table = ReadTable.Html("<table><tr><td>Thực đơn</td><td><table><tr><td>Đơn vị</td><td>Chỉ số</td></tr><tr><td>Sở Y tế</td><td>74,31</td></tr></table></td></tr></table>");

        Assert.Equal("Sở Y tế", Assert.Single(table.Rows).UnitName);
    }

    [Fact]
    public void Read_OldVietnameseCodePage_IsComposed()
    {
        var code1258 = CodePagesEncodingProvider.Instance.GetEncoding(1258)!;
        var page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1258\"></head><table><tr><td>Don vi</td><td>Chi so</td></tr><tr><td>Huyê\u0323n</td><td>74,31</td></tr></table>";

        Assert.Equal("Huyện", Assert.Single(ReadTable.File(code1258.GetBytes(page), "a.htm").Rows).UnitName);
    }

    [Fact]
    public void Read_PageWithoutATable_IsRefused() =>
        Assert.StartsWith("Trang web không có bảng nào", Assert.Throws<UnreadableTableException>(() => ReadTable.Html("<p>Xin chào")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<b a=#><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<select><option><a href=#>")]
    public void Read_BottomlessNesting_EndsInARefusal(string tags)
    {
        var page = new StringBuilder();
        for (var i = 0; page.Length < 1_000_000; i++)
        {
            page.Append(tags.Replace("#", $"{i}", StringComparison.Ordinal));
        }

        Assert.Throws<UnreadableTableException>(() => ReadTable.Html(page.ToString()));
    }

    [Fact]
    public void Read_HugeSpans_AreRefused() =>
        Assert.Throws<UnreadableTableException>(() => ReadTable.Html("<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=65534>x<td>y</tr>", 1_000)) + "</table>"));
}
