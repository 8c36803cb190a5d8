using System.IO.Compression;
using System.Text;
using ParIndex.Application.Reading;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Imports.Reading;

public class WorkbookTests
{
    private static readonly object?[] Header = ["STT", "Đơn vị", "Tổng điểm", "Chỉ số"];

    [Fact]
    public void Read_Numbers_AreTakenAtFifteenDigits()
    {
        var row = Assert.Single(Read(new Workbook().Sheet("Sheet1", Header, [1, "Sở Nội vụ", 62.300000000000004, "87,42%"])).Rows);

        Assert.Equal((1, 62.3m, 87.42m), (row.Order, row.TotalScore, row.PublishedIndex));
        Assert.Equal("trang tính “Sheet1”, ô B2", row.Place.ToString());
    }

    [Fact]
    public void Read_CellFormattedAsPercent_IsMultiplied()
    {
        var table = Read(new Workbook().Sheet(
            "Sheet1",
            Header,
            [1, "Sở Nội vụ", null, new Workbook.Styled(0.8742, Workbook.Percent)],
            [2, "Sở Tư pháp", null, new Workbook.Styled(86.52, Workbook.QuotedPercent)]));

        Assert.Equal([87.42m, 86.52m], table.Rows.Select(row => row.PublishedIndex));
    }

    [Fact]
    public void Read_ScoreFormattedAsPercent_IsRefused_AsTheTypedSignIs() =>
        AssertRefused("Tổng điểm: “62.3%” không được có dấu %", "C2", [1, "Sở Nội vụ", new Workbook.Styled(0.623, Workbook.Percent), 87.42]);

    [Fact]
    public void Read_UnroundedFormulaResult_IsRefused() =>
        AssertRefused("Chỉ số CCHC (%): “87.4183673469388” có quá 2 chữ số thập phân", "D2", [1, "Sở Nội vụ", 85.67, 85.67 / 98 * 100]);

    [Fact]
    public void Read_DateInAFigureColumn_IsRefused() =>
        AssertRefused("Tổng điểm: “01/05/2020” không phải là số hợp lệ", "C2", [1, "Sở Nội vụ", new Workbook.Styled(43952, Workbook.Date), 87.42]);

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#DIV/0!")]
    [InlineData("#N/A")]
    public void Read_ErrorCell_IsRefused(string code) =>
        AssertRefused($"Tổng điểm: “{code}” là lỗi công thức", "C2", [1, "Sở Nội vụ", new Workbook.Error(code), 87.42]);

    [Fact]
    public void Read_ErrorCellInTheIndex_IsNoAbsentFigure() =>
        AssertRefused("Chỉ số CCHC (%): “#REF!” là lỗi công thức", "D2", [1, "Sở Nội vụ", 85.67, new Workbook.Error("#REF!")]);

    [Fact]
    public void Read_HiddenAndOtherSheets_ArePassedOverWithARemark()
    {
        var table = Read(new Workbook()
            .Hidden("Nháp", Header, [1, "Sở Cũ", 1, 1])
            .Sheet("Bìa", ["Kết quả năm 2020"])
            .Sheet("Kết quả", ["Bảng 1"], Header, [1, "Sở Nội vụ", 85.67, 87.42]));

        Assert.Equal("Sở Nội vụ", Assert.Single(table.Rows).UnitName);
        Assert.Equal(
            [
                "Bỏ qua trang tính ẩn “Nháp”.", "Bỏ qua trang tính “Bìa”: không có dòng tiêu đề nhận ra được (1 dòng, bắt đầu bằng “Kết quả năm 2020”).", "Đọc trang tính “Kết quả”.",
                "Bỏ qua trang tính “Kết quả”, dòng 1: “Bảng 1”.",
            ],
            table.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void Read_MergedCells_GiveHeadingsHeadersAndGroups()
    {
        var table = Read(new Workbook().Merged(
            "Sheet1",
            ["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2", "A3:F3", "B4:B5"],
            ["STT", "Nhóm", "Đơn vị", "Kết quả", null, "Chỉ số"],
            [null, null, null, "Thẩm định", "Điều tra XHH", null],
            ["Kết quả các cơ quan", null, null, null, null, null],
            [1, "Các sở", "Sở Nội vụ", 62.3, 23.37, 87.42],
            [2, null, "Sở Tư pháp", 61.76, 23.03, 86.52]));

        Assert.Equal(
            [("Các sở", "Sở Nội vụ", 62.3m, 23.37m), ("Các sở", "Sở Tư pháp", 61.76m, 23.03m)],
            table.Rows.Select(row => (row.Group, row.UnitName, row.AppraisalScore!.Value, row.SurveyScore!.Value)));
    }

    [Fact]
    public void Read_TypeDefinition_IsRefused() =>
        AssertDamaged(Workbook.WithPart(Small(), "xl/sharedStrings.xml", Encoding.UTF8.GetBytes(
            "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&a;</t></si></sst>")));

    [Fact]
    public void Read_PackageUnpackingAHundredfold_IsRefused() =>
        AssertRefused("Tệp giải nén ra quá lớn", Workbook.WithPart(Small(), "xl/media/a.bin", new byte[20_000_000]));

    [Fact]
    public void Read_PackageOfManyParts_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i <= 2_000; i++)
            {
                zip.CreateEntry($"xl/{i}.xml");
            }
        }

        AssertRefused("Tệp nén có quá 2000 tệp bên trong", stream.ToArray());
    }

    [Fact]
    public void Read_SheetFarLargerThanATable_IsRefused()
    {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData></worksheet>";

        AssertRefused("Bảng quá lớn", Workbook.WithPart(Small(), "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(sheet)));
    }

    [Fact]
    public void Read_OtherPackages_AreNamed()
    {
        AssertRefused("Tệp Word (.docx) không đọc được. Tệp được nhận:", Package("word/document.xml"));
        AssertRefused("Tệp Excel nhị phân (.xlsb) không đọc được.", Package("xl/workbook.bin"));
        AssertRefused("Tệp nén không phải là sổ tính XLSX", Package("mimetype"));
    }

    [Fact]
    public void Read_OldAndLockedWorkbooks_AreNamed()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

        AssertRefused("Tệp Excel kiểu cũ (.xls) không đọc được.", [.. old, .. Encoding.Unicode.GetBytes("Workbook")]);
        AssertRefused("Tệp Excel có mật khẩu không đọc được.", [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
    }

    [Fact]
    public void Read_TruncatedPackage_IsRefused() => AssertDamaged(Small()[..^40]);

    private static byte[] Small() => new Workbook().Sheet("Sheet1", Header, [1, "Sở Nội vụ", 85.67, 87.42]).Bytes();

    private static byte[] Package(string part)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(part);
        }

        return stream.ToArray();
    }

    private static PublishedTable Read(Workbook workbook) => ReadTable.File(workbook.Bytes(), "bang.xlsx");

    private static void AssertDamaged(byte[] content) => AssertRefused("Tệp XLSX bị hỏng", content);

    private static void AssertRefused(string start, byte[] content) =>
        Assert.StartsWith(start, Assert.Single(ReadTable.Refused(content, "bang.xlsx").Problems).Message, StringComparison.Ordinal);

    private static void AssertRefused(string start, string cell, object?[] row)
    {
        var problem = Assert.Single(ReadTable.Refused(new Workbook().Sheet("Sheet1", Header, row).Bytes(), "bang.xlsx").Problems);
        Assert.StartsWith(start, problem.Message, StringComparison.Ordinal);
        Assert.Equal($"trang tính “Sheet1”, ô {cell}", problem.Place!.ToString());
    }
}
