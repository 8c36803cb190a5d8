using System.Text;
using ParIndex.Application.Reading;

namespace ParIndex.Application.Tests.Imports.Reading;

public class DelimitedTextTests
{
    [Fact]
    public void Read_PlaceIsThePhysicalLine_AfterQuotedLineBreaks()
    {
        var problem = ReadTable.OnlyProblem("STT,Đơn vị,Chỉ số\r\n1,\"Sở\r\nNội vụ\",87.42\r\n\r\n2,\"Sở \"\"Mẫu\"\"\r\ntỉnh\",x");

        Assert.Equal(new CellPlace(6, 3), problem.Place);
    }

    [Fact]
    public void Read_PlainQuotesInsideAName_AreText() =>
        Assert.Equal("Sở \"Mẫu\" tỉnh", Assert.Single(ReadTable.Csv("Đơn vị,Chỉ số\nSở \"Mẫu\" tỉnh,74.31").Rows).UnitName);

    [Fact]
    public void Read_UnclosedQuote_IsRefusedWithItsLine()
    {
        var problem = ReadTable.OnlyProblem("STT,Đơn vị,Chỉ số\n1,Sở Nội vụ,87.42\n2,\"Sở Y tế,74.31\n3,Sở Tài chính,76.94\n");

        Assert.StartsWith("Dấu ngoặc kép mở ra mà không đóng lại", problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Place!.Line);
    }

    [Fact]
    public void Read_TextAfterAClosingQuote_IsRefused() =>
        Assert.StartsWith("Có chữ đứng sau dấu ngoặc kép đóng", ReadTable.OnlyProblem("Đơn vị,Chỉ số\n\"Sở\" Y tế,74.31").Message, StringComparison.Ordinal);

    [Fact]
    public void Read_ManyCommasInNamesAndFigures_DoNotMakeTheDelimiter()
    {
        var row = Assert.Single(ReadTable.Csv("Bảng, biểu, phụ lục, kết quả, năm, 2020\nĐơn vị;Tổng;Chỉ số\nSở Văn hóa, Thể thao, Du lịch;80,27;81,91").Rows);

        Assert.Equal(("Sở Văn hóa, Thể thao, Du lịch", 80.27m, 81.91m), (row.UnitName, row.TotalScore, row.PublishedIndex));
    }

    [Fact]
    public void Read_SeparatorHintOfExcel_IsNoUnit() =>
        Assert.Single(ReadTable.Csv("sep=;\nĐơn vị;Chỉ số\nSở Y tế;74,31").Rows);

    [Fact]
    public void Read_OtherCodePage_IsRefusedWithLineAndAdvice()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("STT,Đơn vị,Chỉ số\n1,"), 0xD4, 0x20, (byte)'\n'];

        var problem = Assert.Single(ReadTable.Refused(content, "a.csv").Problems);

        Assert.StartsWith("Dòng 2 có ký tự không đọc được. Hãy lưu tệp theo bảng mã UTF-8", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.Place!.Line);
    }

    [Fact]
    public void Read_BinaryAmongText_IsRefused() =>
        Assert.Contains("Dòng 2 có ký tự không đọc được", ReadTable.RefusedCsv("Đơn vị,Chỉ số\nSở\0,1").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    public void Read_EmptyFile_IsRefused(string text) =>
        Assert.StartsWith("Tệp không có nội dung.", ReadTable.OnlyProblem(text).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("%PDF-1.7", "Tệp PDF")]
    [InlineData("{\\rtf1", "Tệp RTF")]
    [InlineData("GIF89a", "Tệp ảnh GIF")]
    public void Read_AnotherKindOfFile_IsNamedWhateverItsEnding(string start, string kind) =>
        Assert.Equal(
            $"{kind} không đọc được. Tệp được nhận: CSV, TSV, XLSX hoặc trang web đã lưu (HTML).",
            Assert.Single(ReadTable.Refused(Encoding.ASCII.GetBytes(start), "bang.csv").Problems).Message);

    [Fact]
    public void Read_LargerThan5Megabytes_IsRefused() =>
        Assert.StartsWith("Tệp lớn hơn 5 MB", ReadTable.Refused(new byte[SourceTableReader.MostBytes + 1], "a.csv").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData('\n')]
    [InlineData(',')]
    public void Read_FiveMegabytesOfNothing_IsRefused(char c) =>
        Assert.StartsWith("Bảng quá lớn", ReadTable.RefusedCsv("Đơn vị,Chỉ số\n" + new string(c, 5_000_000) + "x").Message, StringComparison.Ordinal);
}
