using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class HeaderRowTests
{
    [Theory]
    [InlineData("STT;Tên đơn vị;Điểm thẩm định;Điểm điều tra XHH;Tổng điểm đạt được;Chỉ số CCHC (%);Xếp loại;Xếp hạng")]
    [InlineData("stt;ten don vi;ket qua tham dinh;diem dieu tra (xhh);tong diem;chi so (%);xep loai;xep hang")]
    [InlineData("TT;ĐƠN VỊ;ĐIỂM ĐẠT;ĐIỂM ĐIỀU TRA XÃ HỘI HỌC;TỔNG ĐIỂM (ĐẠT ĐƯỢC);CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2020;PHÂN LOẠI;THỨ HẠNG")]
    [InlineData("no;unit;appraisal_score;survey_score;total_score;index;rating;rank")]
    public void Read_HeaderWords_WithOrWithoutAccents(string header)
    {
        var row = Assert.Single(ReadTable.Csv(header + "\n1;Sở Y tế;51,57;21,25;72,82;74,31;Khá;15").Rows);

        Assert.Equal((51.57m, 21.25m, 72.82m, 74.31m), (row.AppraisalScore, row.SurveyScore, row.TotalScore, row.PublishedIndex));
        Assert.Equal(("Khá", 15), (row.PublishedRating, row.PublishedRank));
    }

    [Fact]
    public void Read_LineBreakInsideAHeader_IsABlank()
    {
        var row = Assert.Single(ReadTable.Csv("STT,\"Tên\nđơn vị\",\"Chỉ số\n(%)\"\n1,Sở Y tế,74.31%").Rows);

        Assert.Equal((74.31m, new CellPlace(4, 2)), (row.PublishedIndex, row.Place));
    }

    [Fact]
    public void Read_HeaderInTwoRows_NamesTheColumnsByBoth()
    {
        var table = ReadTable.Csv(
            """
            STT;Tên đơn vị;Kết quả;;;Chỉ số CCHC;Xếp loại
            ;;Thẩm định;Điều tra XHH;Tổng;(%);
            1;Sở Y tế;51,57;21,25;72,82;74,31;Khá
            """);

        var row = Assert.Single(table.Rows);
        Assert.Equal((51.57m, 21.25m, 72.82m, 74.31m), (row.AppraisalScore, row.SurveyScore, row.TotalScore, row.PublishedIndex));
        Assert.Contains(table.Columns, column => column is { Meaning: ColumnMeaning.AppraisalScore, Header: "Kết quả Thẩm định" });
    }

    [Fact]
    public void Read_TitleDirectlyOverTheHeader_IsNoPartOfIt()
    {
        var table = ReadTable.Csv("KẾT QUẢ CHỈ SỐ CCHC NĂM 2020\nSTT,Đơn vị,Chỉ số\n(1),(2),(3)\n1,Sở Y tế,74.31");

        Assert.Single(table.Rows);
        Assert.Equal("Đơn vị", table.Columns[1].Header);
        Assert.Equal(["Bỏ qua dòng 1: “KẾT QUẢ CHỈ SỐ CCHC NĂM 2020”.", "Bỏ qua dòng đánh số cột ở dòng 3."], table.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void Read_UnknownColumn_IsIgnoredWithARemark()
    {
        var table = ReadTable.Csv("Đơn vị,Điểm tự chấm,Chỉ số\nSở Y tế,không đọc,74.31");

        Assert.Single(table.Rows);
        Assert.Contains("Bỏ qua cột “Điểm tự chấm” (dòng 1, cột 2): không thuộc các tiêu đề được nhận.", table.Remarks.Select(remark => remark.Text));
        Assert.Null(table.Columns[1].Meaning);
    }

    [Fact]
    public void Read_NoUnitColumn_IsRefusedWithWhatWasSeen()
    {
        var problem = ReadTable.OnlyProblem("STT,Họ và tên,Chỉ số\n1,Nguyễn Văn A,74.31");

        Assert.Equal(new CellPlace(1, 1), problem.Place);
        Assert.StartsWith("Thiếu cột tên đơn vị. Tiêu đề đọc được: “STT”, “Họ và tên”, “Chỉ số”. Tiêu đề được nhận: STT, Tên đơn vị,", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoResultColumn_IsRefused() =>
        Assert.StartsWith("Thiếu cột kết quả", ReadTable.OnlyProblem("STT,Đơn vị,Xếp loại\n1,Sở Y tế,Khá").Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NoHeaderAtAll_IsRefused() =>
        Assert.StartsWith("Không tìm thấy dòng tiêu đề", ReadTable.OnlyProblem("xin chào\nkhông có bảng").Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TwoColumnsOfOneMeaning_IsRefusedNamingBoth()
    {
        var problem = ReadTable.OnlyProblem("Đơn vị,Chỉ số năm 2019,Chỉ số năm 2020\nSở Y tế,70.00,74.31");

        Assert.Equal("Các cột “Chỉ số năm 2019” và “Chỉ số năm 2020” cùng được hiểu là “Chỉ số CCHC (%)”; chỉ giữ lại một cột.", problem.Message);
        Assert.Equal(new CellPlace(1, 3), problem.Place);
    }

    [Fact]
    public void Read_HeaderAfterRow30_IsNotLookedFor()
    {
        var titles = string.Concat(Enumerable.Range(1, 30).Select(i => $"dòng {i},x,y\n"));

        Assert.StartsWith("Không tìm thấy", ReadTable.OnlyProblem(titles + "STT,Đơn vị,Chỉ số\n1,Sở Y tế,74.31").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_RepeatedHeader_IsPassedOver()
    {
        var table = ReadTable.Csv("STT,Đơn vị,Chỉ số\n1,Sở Y tế,74.31\nSTT,Đơn vị,Chỉ số\n2,Sở Tài chính,70.00");

        Assert.Equal([1, 2], table.Rows.Select(row => row.Order));
        Assert.Equal(["Bỏ qua dòng tiêu đề lặp lại ở dòng 3."], table.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void Read_SecondTableWithOtherColumns_IsReadByItsOwnHeader()
    {
        var table = ReadTable.Csv("STT,Đơn vị,Chỉ số\n1,Sở Y tế,74.31\nII. UBND huyện,,\nSTT,Chỉ số,Đơn vị\n1,70.00,Huyện Sìn Hồ");

        Assert.Equal(("Huyện Sìn Hồ", 70.00m, "UBND huyện"), (table.Rows[1].UnitName, table.Rows[1].PublishedIndex, table.Rows[1].Group));
    }
}
