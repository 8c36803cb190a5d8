using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class TableBodyTests
{
    [Theory]
    [InlineData("Trung bình")]
    [InlineData("BÌNH QUÂN CHUNG")]
    [InlineData("Trung bình khối")]
    [InlineData("Giá trị trung bình")]
    [InlineData("Mean")]
    [InlineData("Average")]
    public void Read_MeanRow_IsNeverAUnit(string label)
    {
        var table = ReadTable.Csv($"STT;Đơn vị;Chỉ số;Xếp loại\n1;Sở Y tế;74,31;Khá\n2;Huyện Sìn Hồ;67,81;Trung bình\n;{label};71,06;Khá");

        Assert.Equal(["Sở Y tế", "Huyện Sìn Hồ"], table.Rows.Select(row => row.UnitName));
        Assert.Equal(new PublishedMean(null, null, 71.06m, new CellPlace(4, 2)), Assert.Single(table.Means));
    }

    [Fact]
    public void Read_MeanRows_KnowTheirGroupAndList()
    {
        var table = ReadTable.Csv(
            """
            STT;Đơn vị;Chỉ số
            I;Các sở;
            ;Thang điểm 98;
            1;Sở Y tế;74,31
            Trung bình;;74,31
            ;Đơn vị đặc thù;
            1;Thanh tra tỉnh;82,90
            Bình quân chung;;78,61
            """);

        Assert.Equal([("Các sở", "Thang điểm 98", 74.31m), ("Các sở", null, 78.61m)], table.Means.Select(mean => (mean.Group, mean.Heading, mean.Index)));
    }

    [Fact]
    public void Read_LinesAroundTheTable_ArePassedOverWithARemark()
    {
        var table = ReadTable.Csv(
            """
            PHỤ LỤC;;
            (Kèm theo Quyết định số 123);;
            STT;Đơn vị;Chỉ số
            1;Sở Ngoại vụ*;86,53
            ;;
            (*) Không tính 02 điểm DCCI;;
            ;;Lai Châu, ngày 15 tháng 01 năm 2021
            ;NGƯỜI LẬP BIỂU;CHỦ TỊCH
            ;Nguyễn Văn A;Trần Văn B
            """);

        Assert.Equal("Sở Ngoại vụ", Assert.Single(table.Rows).UnitName);
        Assert.Equal(
            [
                "Bỏ qua dòng 1: “PHỤ LỤC”.", "Bỏ qua dòng 2: “(Kèm theo Quyết định số 123)”.", "Bỏ qua dòng 6: “(*) Không tính 02 điểm DCCI”.",
                "Bỏ qua dòng 7: “Lai Châu, ngày 15 tháng 01 năm 2021”.", "Bỏ qua dòng 8: “NGƯỜI LẬP BIỂU”, “CHỦ TỊCH”.", "Bỏ qua dòng 9: “Nguyễn Văn A”, “Trần Văn B”.",
                "Bỏ qua 1 dòng trống.",
            ],
            table.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void Read_TextUnderTheTable_IsNoHeading()
    {
        var table = ReadTable.Csv("STT;Đơn vị;Chỉ số\n1;Sở Y tế;74,31\nBảng có 01 đơn vị;;");

        Assert.Null(table.Rows[0].Group);
        Assert.Equal(["Bỏ qua dòng 3: “Bảng có 01 đơn vị”."], table.Remarks.Select(remark => remark.Text));
    }

    [Theory]
    [InlineData("1;Sở Y tế;bảy mươi")]
    [InlineData(";Sở Y tế;bảy mươi")]
    [InlineData("Ghi chú;Sở Y tế;74,31")]
    public void Read_UnitWithAMalformedNumber_IsAnErrorNotANote(string row) =>
        Assert.Equal(3, ReadTable.OnlyProblem("STT;Đơn vị;Chỉ số\n1;Sở Nội vụ;87,42\n" + row).Place!.Line);

    [Theory]
    [InlineData("2;;74,31")]
    [InlineData(";;74,31")]
    [InlineData("2;-;74,31")]
    [InlineData(";;74,3x")]
    public void Read_FiguresWithoutAName_AreRefused(string row)
    {
        var problem = ReadTable.OnlyProblem("STT;Đơn vị;Chỉ số\n1;Sở Nội vụ;87,42\n" + row);

        Assert.Equal(("row.name-missing", "Dòng có số liệu nhưng không có tên đơn vị."), (problem.Finding.Code, problem.Message));
        Assert.Equal(new CellPlace(3, 2), problem.Place);
    }

    [Fact]
    public void Read_MoreCellsThanHeaders_IsRefused_BecauseAnUnquotedCommaShiftsThem()
    {
        var problem = ReadTable.OnlyProblem("STT,Đơn vị,Tổng,Chỉ số\n1,Sở Y tế,72,82,74,31");

        Assert.StartsWith("Dòng có nhiều ô hơn dòng tiêu đề (“74”)", problem.Message, StringComparison.Ordinal);
        Assert.Equal(new CellPlace(2, 5), problem.Place);
    }

    [Fact]
    public void Read_AllProblemsAreListed()
    {
        var refused = ReadTable.RefusedCsv("STT;Đơn vị;Tổng;Chỉ số\nx;Sở Y tế;a;b\n2;;1;2\n3;Sở Nội vụ;85,67;87,42");

        Assert.Equal([(2, 1), (2, 3), (2, 4), (3, 2)], refused.Problems.Select(problem => (problem.Place!.Line, problem.Place.Column)));
        Assert.Contains("(dòng 2, cột 3)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WithoutNumbering_RowsAreCountedPerList()
    {
        var table = ReadTable.Csv("Đơn vị;Chỉ số\nI. Các sở;\nSở Nội vụ;87,42\nSở Y tế;74,31\nII. Các huyện;\nHuyện Sìn Hồ;67,81");

        Assert.Equal([1, 2, 1], table.Rows.Select(row => row.Order));
    }

    [Fact]
    public void Read_NumberWithoutARow_IsPassedOver() =>
        Assert.Equal(["Bỏ qua dòng 3: chỉ có số thứ tự."], ReadTable.Csv("STT;Đơn vị;Chỉ số\n1;Sở Y tế;74,31\n2;;").Remarks.Select(remark => remark.Text));

    [Fact]
    public void Read_NoUnits_IsRefused() =>
        Assert.Equal("Không có đơn vị nào dưới dòng tiêu đề.", ReadTable.OnlyProblem("STT;Đơn vị;Chỉ số\n;;").Message);
}
