using System.Globalization;
using System.Xml.Linq;
using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;
using ParIndex.Testing;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tests.Tables;

public class XlsxWorkbookTests
{
    [Fact]
    public void EveryKindOfCell_OpensWithoutRepair()
    {
        using var workbook = OpenedWorkbook.Of(
            WorkbookSheet.Of(SampleRow.Table(SampleRow.Full, new SampleRow()), "Sở, ban, ngành"),
            WorkbookSheet.Of(SampleRow.Texts("=1+1", " hai\ndòng ", new string('ơ', 500)), "Văn bản"));

        Assert.Empty(workbook.Errors);
    }

    [Fact]
    public void WithoutRows_TheTableKeepsItsHeading_AndOpensWithoutRepair()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table());

        Assert.Empty(workbook.Errors);
        Assert.Equal("A1:H2", workbook.Table(2).Reference);
        Assert.Equal(SampleRow.Columns.Select(column => column.Header), Assert.Single(workbook.Values(2)));
    }

    [Fact]
    public void WithoutSheets_ThereIsACover()
    {
        using var workbook = OpenedWorkbook.Of();

        Assert.Empty(workbook.Errors);
        Assert.Equal(["Bìa"], workbook.SheetNames);
    }

    [Fact]
    public void Values_AreThoseOfTheTable()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(SampleRow.Full, new SampleRow(Name: "Sở Y tế", Score: 0, Tied: false)));

        var rows = workbook.Values(2);

        Assert.Equal(["Mã đơn vị", "Tên đơn vị", "Tổng điểm", "Thang điểm", "Chỉ số bốn số lẻ", "Xếp hạng", "Đồng hạng", "Ngày công bố"], rows[0]);
        Assert.Equal(["so-noi-vu", "Sở Nội vụ", 82.81, 78.5, 0.1235, 1.0, "Có", new DateTime(2021, 7, 15)], rows[1]);
        Assert.Equal([null, "Sở Y tế", 0.0, null, null, null, "Không", null], rows[2]);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public void Numbers_AreEqualToTheTablesAtFifteenDigits()
    {
        decimal[] values = [0, 0.01m, 0.1m, 62.3m, 82.08m, 99.995m, 100, -7.25m, 12345.6789m, 0.0001m, 9_999_999_999.99m, 1m / 3];
        var table = new Table<decimal>("Số", "so", [new("a", "Bốn số lẻ", value => Cell.Of(value, 4)), new("b", "Không số lẻ thừa", value => Cell.Trimmed(value))], values);
        using var workbook = OpenedWorkbook.Of(table);

        var rows = workbook.Values(2).Skip(1).ToList();

        Assert.Equal(values.Length, rows.Count);
        foreach (var (value, row) in values.Zip(rows))
        {
            Assert.Equal(FifteenDigits(((Cell.Number)Cell.Of(value, 4)).AsData), OpenedWorkbook.Digits(row[0]));
            Assert.Equal(FifteenDigits(((Cell.Number)Cell.Trimmed(value)).AsData), OpenedWorkbook.Digits(row[1]));
        }
    }

    [Theory]
    [InlineData("C2", "0.00")]
    [InlineData("D2", "General")]
    [InlineData("E2", "0.0000")]
    [InlineData("F2", "0")]
    [InlineData("H2", "dd/mm/yyyy")]
    public void Numbers_AreShownWithThePlacesOfTheirColumn(string reference, string format)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(SampleRow.Full));

        Assert.Equal(format, workbook.FormatOf(2, reference));
    }

    [Theory]
    [InlineData("1900-03-01", 61d)]
    [InlineData("2021-07-15", 44392d)]
    [InlineData("9999-12-31", 2958465d)]
    public void Day_IsTheNumberASpreadsheetCountsItBy(string day, double number)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(new SampleRow(Announced: DateOnly.Parse(day, CultureInfo.InvariantCulture))));

        Assert.Equal(number, double.Parse(workbook.Cell(2, "H2").CellValue!.Text, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void DayASpreadsheetCannotCount_IsText()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(new SampleRow(Announced: new(1890, 5, 19))));

        Assert.Equal("19/5/1890", workbook.Values(2)[1][7]);
    }

    [Fact]
    public void AbsentValues_LeaveNoCell()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(new SampleRow(Name: "Sở Y tế")));

        var row = workbook.Sheet(2).Worksheet.Descendants<Spreadsheet.Row>().Last();

        Assert.Equal("B2", Assert.Single(row.Elements<Spreadsheet.Cell>()).CellReference);
    }

    [Fact]
    public void Header_IsBoldAndFrozenAndRepeatedInPrint()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(SampleRow.Full));
        var pane = Assert.Single(workbook.Sheet(2).Worksheet.Descendants<Spreadsheet.Pane>());

        Assert.All("ABCDEFGH", column => Assert.True(workbook.IsBold(2, $"{column}1")));
        Assert.False(workbook.IsBold(2, "A2"));
        Assert.Equal((1d, Spreadsheet.PaneStateValues.Frozen, "A2"), (pane.VerticalSplit!.Value, pane.State!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("'Sở, ban, ngành'!$1:$1", Assert.Single(workbook.Workbook.Workbook.DefinedNames!.Elements<Spreadsheet.DefinedName>()).Text);
    }

    [Fact]
    public void Sheet_IsATableFromA1_WithFiltersAndNoMergedCell()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(SampleRow.Full, SampleRow.Full));
        var table = workbook.Table(2);

        Assert.Equal("A1:H3", table.Reference);
        Assert.Equal("A1:H3", table.AutoFilter!.Reference);
        Assert.Equal("bang_so_ban_nganh", table.DisplayName);
        Assert.Equal(SampleRow.Columns.Select(column => column.Header), table.TableColumns!.Elements<Spreadsheet.TableColumn>().Select(column => column.Name!.Value));
        Assert.Empty(workbook.Sheet(2).Worksheet.Descendants<Spreadsheet.MergeCells>());
    }

    [Fact]
    public void Columns_AreAsWideAsTheirContent_UpToALimit()
    {
        using var workbook = OpenedWorkbook.Of(new Table<string>("", "t", [new("a", "A", Cell.Of), new("b", "B", _ => Cell.Of(1, 2)), new("c", "C", text => Cell.Of(text[..40]))], [new string('x', 300)]));

        var widths = workbook.Sheet(2).Worksheet.Descendants<Spreadsheet.Column>().Select(column => column.Width!.Value);

        Assert.Equal([60d, 10d, 42d], widths);
    }

    [Fact]
    public void Cover_HasTitleFactsSheetsAndNotes()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Table(SampleRow.Full, SampleRow.Full));

        object?[][] expected =
        [
            ["Chỉ số cải cách hành chính năm 2020", null, null],
            ["Nguồn", "Quyết định số 867/QĐ-UBND", null],
            ["Phiên bản", "1", null],
            ["Trang tính", "Nội dung", "Số dòng"],
            ["Sở, ban, ngành", "Chỉ số năm 2020: Sở, ban, ngành", 2.0],
            ["Ghi chú", "Chỉ số được làm tròn đến hai chữ số thập phân.", null],
        ];
        Assert.Equal("Bìa", workbook.SheetNames[0]);
        Assert.Equal(expected, workbook.Values(1));
        Assert.Empty(workbook.Sheet(1).Worksheet.Descendants<Spreadsheet.MergeCells>());
        var link = Assert.Single(workbook.Sheet(1).Worksheet.Descendants<Spreadsheet.Hyperlink>());
        Assert.Equal(("A5", "'Sở, ban, ngành'!A1"), (link.Reference!.Value, link.Location!.Value));
    }

    [Fact]
    public void Properties_HaveTitleAuthorAndLanguage_AndNoTime()
    {
        using var workbook = OpenedWorkbook.Of();
        using var part = workbook.Properties.GetStream();

        var properties = XDocument.Load(part).Root!.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(
            new Dictionary<string, string> { ["title"] = "Chỉ số cải cách hành chính năm 2020", ["creator"] = "ParIndex", ["language"] = "vi-VN" },
            properties);
    }

    [Fact]
    public void TableWithoutColumn_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => WorkbookSheet.Of(new Table<int>("Trống", "trong", [], []), "Trống"));
    }

    [Fact]
    public void ColumnBeyondZ_HasTwoLetters()
    {
        var columns = Enumerable.Range(0, 703).Select(i => new Column<int>($"c{i}", $"Cột {i}", _ => Cell.Of(i))).ToList();
        using var workbook = OpenedWorkbook.Of(new Table<int>("Rộng", "rong", columns, [0]));

        Assert.Equal("A1:AAA2", workbook.Table(2).Reference);
        Assert.Equal("701", workbook.Cell(2, "ZZ2").CellValue!.Text);
        Assert.Equal("702", workbook.Cell(2, "AAA2").CellValue!.Text);
    }

    private static string FifteenDigits(string data) => double.Parse(data, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture);
}
