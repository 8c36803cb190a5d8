using System.Text;
using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

/// <summary>The same for text files and saved pages.</summary>
public class TextTroubleTests
{
    private const string Header = "STT;Đơn vị;Tổng điểm;Chỉ số;Xếp loại\n";

    [Theory]
    [InlineData("STT,Đơn vị,Chỉ số,Xếp loại\n1,Sở Nội vụ,91,25,Tốt\n", 2)]
    [InlineData("STT,Đơn vị,Chỉ số,Xếp loại,Ghi chú\n1,Sở Nội vụ,91,25,Tốt,\n", 2)]
    [InlineData("STT,Đơn vị,Chỉ số,Xếp loại,Ghi chú\n1,Sở Nội vụ,91,25,Tốt\n", 2)]
    [InlineData("STT,Đơn vị,Chỉ số\n1,Sở Nội vụ,91.25\n2,Sở Tư pháp,85,5\n", 3)]
    [InlineData("STT\tĐơn vị\tChỉ số\n1\tSở Nội vụ\t91,25\t\n", 2)]
    public void Read_RowsCutAtTheWrongPlaces_AreRefusedWithTheirLine(string csv, int line) =>
        Assert.Contains(ReadTable.RefusedCsv(csv).Problems, problem => problem.Place!.Line == line);

    [Theory]
    [InlineData("Cao nhất")]
    [InlineData("Giá trị lớn nhất")]
    [InlineData("THẤP NHẤT")]
    [InlineData("Trung vị")]
    [InlineData("Tổng cộng")]
    [InlineData("Cộng:")]
    [InlineData("Độ lệch chuẩn")]
    [InlineData("Chênh lệch (cao nhất - thấp nhất)")]
    [InlineData("Toàn tỉnh")]
    [InlineData("Max")]
    [InlineData("Median")]
    [InlineData("Điểm cao nhất")]
    public void Read_RowsThatSumUp_AreNoUnitsAndAreNamed(string label)
    {
        var table = ReadTable.Csv($"{Header}1;Sở Nội vụ;91,25;91,25;Tốt\n;{label};88;88;\n2;Sở Tư pháp;85;85;Tốt\n");

        Assert.Equal(["Sở Nội vụ", "Sở Tư pháp"], table.Rows.Select(row => row.UnitName));
        Assert.Empty(table.Means);
        Assert.Contains($"Bỏ qua dòng 3: “{label}”, “88”, “88”.", table.Remarks.Select(remark => remark.Text));
    }

    [Theory]
    [InlineData("Bình quân")]
    [InlineData("TB")]
    [InlineData("TB chung")]
    [InlineData("ĐTB")]
    [InlineData("Chỉ số CCHC trung bình")]
    [InlineData("Trung bình cộng")]
    [InlineData("Mức bình quân toàn tỉnh")]
    public void Read_MeanInAnyWording_IsTheMeanAndItsOtherCellsAreNamed(string label)
    {
        var table = ReadTable.Csv($"{Header}1;Sở Nội vụ;91,25;91,25;Tốt\n;{label};88;88,12;\n");

        Assert.Equal(88.12m, Assert.Single(table.Means).Index);
        Assert.Contains("Từ dòng trung bình, dòng 3, chỉ lấy chỉ số; không dùng “88”.", table.Remarks.Select(remark => remark.Text));
    }

    [Theory]
    [InlineData("Trung Bình")]
    [InlineData("Xã Trung Bình")]
    [InlineData("Cộng Hòa")]
    [InlineData("Tổng Cọt")]
    public void Read_NumberedRow_IsAUnitWhateverItsWords(string name) =>
        Assert.Equal(name, Assert.Single(ReadTable.Csv($"{Header}2;{name};85,5;85,5;Khá\n").Rows).UnitName);

    [Theory]
    [InlineData("Xã Trung Bình")]
    [InlineData("Cộng Hòa")]
    [InlineData("Tổng Cọt")]
    public void Read_UnnumberedUnit_IsAUnit(string name) =>
        Assert.Equal(name, Assert.Single(ReadTable.Csv($"Đơn vị;Chỉ số\n{name};85,5\n").Rows).UnitName);

    [Theory]
    [InlineData("UBND các xã, phường, đặc khu")]
    [InlineData("Tên huyện, thị xã, thành phố")]
    [InlineData("Các sở, ban, ngành tỉnh")]
    [InlineData("UBND cấp huyện")]
    [InlineData("Đơn vị hành chính cấp xã")]
    [InlineData("Xã/phường/thị trấn")]
    [InlineData("Cơ quan chuyên môn thuộc UBND tỉnh")]
    public void Read_HeadingMadeOfTypesOfUnits_NamesTheUnits(string header) =>
        Assert.Equal("Xã Ba Tơ", Assert.Single(ReadTable.Csv($"STT;{header};Chỉ số\n1;Xã Ba Tơ;85,5\n").Rows).UnitName);

    [Fact]
    public void Read_ColumnOfAnotherYear_IsLeftOutAndNamed()
    {
        var table = Read("STT;Đơn vị;Chỉ số năm 2022;Chỉ số năm 2023;Xếp hạng 2022\n1;Sở Nội vụ;88,4;91,25;3\n", 2023);

        Assert.Equal((91.25m, (int?)null), (Assert.Single(table.Rows).PublishedIndex!.Value, table.Rows[0].PublishedRank));
        Assert.Contains("Bỏ qua cột “Chỉ số năm 2022” (dòng 1, cột 3): là số liệu năm 2022, không phải năm 2023 đang nhập.", table.Remarks.Select(remark => remark.Text));
    }

    [Theory]
    [InlineData("KẾT QUẢ CHỈ SỐ CCHC NĂM 2022", true)]
    [InlineData("KẾT QUẢ CHỈ SỐ CCHC NĂM 2023", false)]
    [InlineData("(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2024)", false)]
    [InlineData("(Quyết định số 15/QĐ-UBND ngày 5/1/2024)", false)]
    public void Read_TitleOfAnotherYear_IsWarnedOf(string title, bool warned) => Assert.Equal(
        warned, Read($"{title};;\nSTT;Đơn vị;Chỉ số\n1;Sở Nội vụ;91,25\n", 2023).Remarks.Any(remark => remark.Text.StartsWith("Cảnh báo: đang nhập năm 2023", StringComparison.Ordinal)));

    [Fact]
    public void Read_OneSmallIndex_IsNamed() =>
        Assert.Contains(ReadTable.Csv($"{Header}1;Sở Nội vụ;91;91,25;Tốt\n2;Sở Tư pháp;85;0,85;Tốt\n").Remarks, remark => remark.Text.StartsWith("Chỉ số “0,85” của “Sở Tư pháp” (dòng 3, cột 4)", StringComparison.Ordinal));

    [Theory]
    [InlineData("Xếp hạng")]
    [InlineData("Nhóm")]
    [InlineData("Phân nhóm")]
    public void Read_ColumnThatHoldsRatingWords_IsOneOfRatings(string header) =>
        Assert.Equal(["Rất tốt", "Khá"], ReadTable.Csv($"Đơn vị;Chỉ số;{header}\nSở Nội vụ;91;Rất tốt\nSở Tư pháp;75;Khá\n").Rows.Select(row => row.PublishedRating!));

    [Theory]
    [InlineData("X\u0430 Ba Tơ", "U+0430")]
    [InlineData("Xã Ba T¬", "phông chữ cũ")]
    [InlineData("Xã \u2067Ba Tơ", "U+2067")]
    [InlineData("Xã Ba Tơ\uFFFD", "U+FFFD")]
    [InlineData("Xã Ba T\u0085ơ\u0090", "U+0090")]
    public void Read_DoubtfulName_IsRefusedWithTheReason(string name, string reason) =>
        Assert.Contains(reason, ReadTable.OnlyProblem($"{Header}1;{name};91;91;Tốt\n").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Xã Ba Tơ\0")]
    [InlineData("Xã Ba Tơ\uFFFE")]
    public void Read_NulAndNoncharacters_AreRefusedWithTheirLine(string name) =>
        Assert.Equal(2, ReadTable.OnlyProblem($"{Header}1;{name};91;91;Tốt\n").Place!.Line);

    [Fact]
    public void Read_DoubtfulTextInAColumnThatIsNotRead_IsNoMatter() =>
        Assert.Single(ReadTable.Csv("Đơn vị;Chỉ số;Ghi chú\nSở Nội vụ;91;\u0430\u202Ex\n").Rows);

    [Theory]
    [InlineData("<del>9</del>81,25", "81.25")]
    [InlineData("<strike>9</strike>81,25", "81.25")]
    [InlineData("<span style=\"text-decoration: line-through\">9</span>81,25", "81.25")]
    [InlineData("<span style=\"display:none\">9</span>81,25", "81.25")]
    [InlineData("<span hidden>9</span>81,25", "81.25")]
    [InlineData("<ins>81</ins>,25", "81.25")]
    [InlineData("81,25<sup>(1)</sup>", "81.25")]
    [InlineData("81,25<sup>*</sup>", "81.25")]
    public void Html_WhatIsStruckOrHidden_IsNoPartOfTheNumber(string cell, string number) =>
        Assert.Equal(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Html(cell).Rows).TotalScore);

    [Theory]
    [InlineData("81,2<sup>5</sup>")]
    [InlineData("81,2<sub>5</sub>")]
    [InlineData("81,2<span style=\"vertical-align: super\">5</span>")]
    public void Html_RaisedDigit_IsRefused(string cell) => Assert.Throws<UnreadableTableException>(() => Html(cell));

    [Theory]
    [InlineData("<tr hidden><td>2<td>Sở Nháp<td>1<td>40</tr>")]
    [InlineData("<tr style='display: none'><td>2<td>Sở Nháp<td>1<td>40</tr>")]
    public void Html_HiddenRow_IsNamed(string row)
    {
        var table = ReadTable.Html($"<table><tr><th>STT<th>Đơn vị<th>Tổng điểm<th>Chỉ số</tr>{row}<tr><td>1<td>Sở Nội vụ<td>91<td>91</tr></table>");

        Assert.Equal("Sở Nội vụ", Assert.Single(table.Rows).UnitName);
        Assert.Contains(table.Remarks, remark => remark.Text.Contains("“Sở Nháp”", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2;")]
    [InlineData(" 2")]
    [InlineData("+2")]
    [InlineData("2px")]
    [InlineData("2.9")]
    public void Html_MalformedSpans_AreReadAsBrowsersDo(string span)
    {
        var table = ReadTable.Html($"<table><tr><th rowspan='{span}'>Đơn vị<th colspan='{span}'>Kết quả<th rowspan='{span}'>Chỉ số</tr><tr><th>Điểm thẩm định<th>Điểm điều tra XHH</tr><tr><td>Sở Nội vụ<td>60,5<td>30,75<td>91,25</tr></table>");

        Assert.Equal((60.5m, 30.75m, 91.25m), (Assert.Single(table.Rows).AppraisalScore!.Value, table.Rows[0].SurveyScore!.Value, table.Rows[0].PublishedIndex!.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("hai")]
    public void Html_SpansThatAreNone_AreOne(string span) =>
        Assert.Equal(91.25m, Assert.Single(ReadTable.Html($"<table><tr><th colspan='{span}'>Đơn vị<th>Chỉ số</tr><tr><td>Sở Nội vụ<td>91,25</tr></table>").Rows).PublishedIndex);

    [Fact]
    public void Html_TwoTablesOfResults_AreRefusedUnlessOneIsChosen()
    {
        const string Page = "<table><caption>Các sở</caption><tr><th>Đơn vị<th>Chỉ số</tr><tr><td>Sở Nội vụ<td>91</tr></table><table><caption>Các huyện</caption><tr><th>Đơn vị<th>Chỉ số</tr><tr><td>Huyện Sìn Hồ<td>75</tr></table>";

        Assert.Contains("bảng 1 “Các sở”; bảng 2 “Các huyện”", Assert.Throws<UnreadableTableException>(() => ReadTable.Html(Page)).Message, StringComparison.Ordinal);
        foreach (var choice in new[] { new TableChoice("2"), new TableChoice("các huyện"), new TableChoice(Group: "huyen") })
        {
            Assert.Equal("Huyện Sìn Hồ", Assert.Single(PublishedTableReader.Read(SourceTableReader.Read(Encoding.UTF8.GetBytes(Page), "a.html", choice), new ReadingOptions()).Rows).UnitName);
        }
    }

    [Fact]
    public void Html_FigureMergedOverUnits_IsRefused() => Assert.Contains(
        "gộp", Assert.Throws<UnreadableTableException>(() => ReadTable.Html("<table><tr><th>Đơn vị<th>Chỉ số</tr><tr><td>Sở Nội vụ<td rowspan=2>91</tr><tr><td>Sở Tư pháp</tr></table>")).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TotalWithItsScale_IsBoth()
    {
        var row = Assert.Single(ReadTable.Csv("Đơn vị;Tổng điểm / thang điểm;Chỉ số\nSở Nội vụ;85,67 / 98;87,42\n").Rows);

        Assert.Equal((85.67m, 98m), (row.TotalScore!.Value, row.PrintedScale!.Value));
    }

    private static PublishedTable Read(string csv, int year) =>
        PublishedTableReader.Read(SourceTableReader.Read(Encoding.UTF8.GetBytes(csv), "bang.csv"), new ReadingOptions { Year = year });

    private static PublishedTable Html(string total) =>
        ReadTable.Html($"<table><tr><th>STT<th>Đơn vị<th>Tổng điểm<th>Chỉ số</tr><tr><td>1<td>Sở Nội vụ<td>{total}<td>81,25</tr></table>");
}
