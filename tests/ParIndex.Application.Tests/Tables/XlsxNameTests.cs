using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;
using ParIndex.Testing;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tests.Tables;

public class XlsxNameTests
{
    [Theory]
    [InlineData("Sở, ban, ngành", "Sở, ban, ngành")]
    [InlineData("2020/2021: [Xã] *?\\", "2020 2021 Xã")]
    [InlineData("'Huyện'", "Huyện")]
    [InlineData("", "Bảng")]
    [InlineData("///", "Bảng")]
    [InlineData("Xã\u0001 phường", "Xã phường")]
    [InlineData("Các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh", "Các cơ quan chuyên môn thuộc Ủ…")]
    [InlineData("Bìa", "Bìa (2)")]
    [InlineData("history", "history (2)")]
    public void SheetName_HasNoForbiddenSign_AndFits(string wanted, string name)
    {
        using var workbook = OpenedWorkbook.Of(WorkbookSheet.Of(SampleRow.Texts("a"), wanted));

        Assert.Empty(workbook.Errors);
        Assert.Equal(name, workbook.SheetNames[1]);
        Assert.True(name.Length <= 31);
    }

    [Fact]
    public void Namesakes_AreNumbered_WhateverTheirCaseAndLength()
    {
        var longName = new string('x', 40);

        Assert.Equal(["Bìa", "Huyện", "HUYỆN (2)", "Huyện (3)", new string('x', 30) + "…", new string('x', 26) + "… (2)"], NamesOf("Huyện", "HUYỆN", "Huyện", longName, longName));
    }

    [Fact]
    public void SameNameInTwoForms_IsOneName()
    {
        Assert.Equal(["Bìa", "Huyện", "Huyện (2)"], NamesOf("Huyện", "Huyện".Normalize(System.Text.NormalizationForm.FormD)));
    }

    [Fact]
    public void NameWithAnApostrophe_IsQuotedInLinks()
    {
        using var workbook = OpenedWorkbook.Of(WorkbookSheet.Of(SampleRow.Texts("a"), "Xã Đắk R'Lấp"));

        Assert.Empty(workbook.Errors);
        Assert.Equal("'Xã Đắk R''Lấp'!A1", workbook.Sheet(1).Worksheet.Descendants<Spreadsheet.Hyperlink>().Single().Location);
    }

    [Theory]
    [InlineData("A1", "bang_a1")]
    [InlineData("R1C1", "bang_r1c1")]
    [InlineData("2020", "bang_2020")]
    [InlineData("Đơn vị — đặc thù", "bang_don_vi_dac_thu")]
    [InlineData("—", "bang")]
    public void TableName_IsNeverACellAndHasNoSign(string sheetName, string tableName)
    {
        using var workbook = OpenedWorkbook.Of(WorkbookSheet.Of(SampleRow.Texts("a"), sheetName));

        Assert.Equal(tableName, workbook.Table(2).DisplayName);
    }

    [Fact]
    public void TableNames_DifferWhereAccentsAloneDid()
    {
        using var workbook = OpenedWorkbook.Of(WorkbookSheet.Of(SampleRow.Texts("a"), "Sở"), WorkbookSheet.Of(SampleRow.Texts("a"), "Sổ"));

        Assert.Equal(("bang_so", "bang_so_2"), (workbook.Table(2).DisplayName!.Value, workbook.Table(3).DisplayName!.Value));
        Assert.Equal((1u, 2u), (workbook.Table(2).Id!.Value, workbook.Table(3).Id!.Value));
    }

    [Fact]
    public void Headers_AreUniqueAndTheSameInSheetAndTable()
    {
        string[] headers = ["Điểm", "ĐIỂM", "", "hai\ndòng", new string('x', 300), "_x0041_"];
        using var workbook = OpenedWorkbook.Of(new Table<int>("", "t", [.. headers.Select((header, i) => new Column<int>($"c{i}", header, row => Cell.Of(row)))], [1]));

        object?[] expected = ["Điểm", "ĐIỂM (2)", "Cột 3", "hai dòng", new string('x', 254) + "…", "_x0041_"];
        Assert.Empty(workbook.Errors);
        Assert.Equal(expected, workbook.Values(2)[0]);
        Assert.Equal(
            workbook.Sheet(2).Worksheet.Descendants<Spreadsheet.Row>().First().Elements<Spreadsheet.Cell>().Select(cell => cell.InnerText),
            workbook.Table(2).TableColumns!.Elements<Spreadsheet.TableColumn>().Select(column => column.Name!.Value));
    }

    private static IReadOnlyList<string> NamesOf(params IEnumerable<string> wanted)
    {
        using var workbook = OpenedWorkbook.Of([.. wanted.Select(name => WorkbookSheet.Of(SampleRow.Texts("a"), name))]);
        Assert.Empty(workbook.Errors);
        return workbook.SheetNames;
    }
}
