using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;
using ParIndex.Testing;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tests.Tables;

/// <summary>Whatever a person typed, the workbook opens and shows it as text.</summary>
public class XlsxTextTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 912 345 678")]
    [InlineData("-5")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"http://example.test\";\"x\")")]
    public void TextThatLooksLikeAFormula_IsAStringAndStaysOneWhenEdited(string text)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts(text));

        var cell = workbook.Cell(2, "A2");

        Assert.Null(cell.CellFormula);
        Assert.Equal(Spreadsheet.CellValues.InlineString, cell.DataType!.Value);
        Assert.True(workbook.StyleOf(2, "A2").QuotePrefix!.Value);
        Assert.Equal(text, workbook.Values(2)[1][0]);
    }

    [Theory]
    [InlineData("007")]
    [InlineData("82,08")]
    [InlineData("1/2")]
    [InlineData("TRUE")]
    public void TextThatLooksLikeANumber_IsAString(string text)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts(text));

        Assert.Equal(text, workbook.Values(2)[1][0]);
    }

    [Theory]
    [InlineData(" hai đầu ")]
    [InlineData("hai\ndòng")]
    [InlineData("<b>&\"'</b>")]
    [InlineData("𠮷 và 🇻🇳")]
    [InlineData("_x000D_ và _x0041_ và _x_")]
    public void Text_ComesBackAsItWas(string text)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts(text));

        Assert.Empty(workbook.Errors);
        Assert.Equal(text, workbook.Values(2)[1][0]);
    }

    [Theory]
    [InlineData("a\u0000b\u0001c\u001Fd", "abcd")]
    [InlineData("a\uFFFEb\uFFFFc", "abc")]
    [InlineData("hai\r\ndòng\rba", "hai\ndòng\nba")]
    public void SignsXmlForbids_AreTakenOut(string text, string kept)
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts(text));

        Assert.Empty(workbook.Errors);
        Assert.Equal(kept, workbook.Values(2)[1][0]);
    }

    [Fact]
    public void HalfSurrogate_BecomesTheReplacementCharacter()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts("a\uD83Db"));

        Assert.Equal("a\uFFFDb", workbook.Values(2)[1][0]);
    }

    [Fact]
    public void TextLongerThanACellHolds_IsCutVisibly()
    {
        using var workbook = OpenedWorkbook.Of(SampleRow.Texts(new string('x', 32_768)));

        Assert.Empty(workbook.Errors);
        Assert.Equal(new string('x', 32_766) + "…", workbook.Values(2)[1][0]);
    }

    [Fact]
    public void Cover_TakesAnyTextToo()
    {
        var cover = new WorkbookCover("=A1\u0002", [("@nhãn", "-giá trị\u0003")], ["+ghi\u0004 chú"]) { Creator = "Sở\u0005 Nội vụ" };

        using var workbook = OpenedWorkbook.Of(cover);

        object?[][] expected = [["=A1", null], ["@nhãn", "-giá trị"], ["Ghi chú", "+ghi chú"]];
        Assert.Empty(workbook.Errors);
        Assert.Equal(expected, workbook.Values(1));
    }
}
