using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using ParIndex.Application.Tables;
using ParIndex.Domain.Tables;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tests.Tables;

/// <summary>A workbook that was written, opened with two libraries that did not write it.</summary>
internal sealed class OpenedWorkbook : IDisposable
{
    private readonly SpreadsheetDocument _document;

    /// <summary>ExcelDataReader asks for Windows-1252 whatever it reads.</summary>
    static OpenedWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private OpenedWorkbook(byte[] content)
    {
        Content = content;
        _document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
    }

    public static WorkbookCover Cover { get; } = new(
        "Chỉ số cải cách hành chính năm 2020",
        [("Nguồn", "Quyết định số 867/QĐ-UBND"), ("Phiên bản", "1")],
        ["Chỉ số được làm tròn đến hai chữ số thập phân."]);

    public byte[] Content { get; }

    public WorkbookPart Workbook => _document.WorkbookPart!;

    public IReadOnlyList<string> SheetNames => [.. Workbook.Workbook.Sheets!.Elements<Spreadsheet.Sheet>().Select(sheet => sheet.Name!.Value!)];

    public CoreFilePropertiesPart Properties => _document.CoreFilePropertiesPart!;

    public static OpenedWorkbook Of(WorkbookCover cover) => new(XlsxWorkbook.Write(cover));

    public static OpenedWorkbook Of(params IReadOnlyList<WorkbookSheet> sheets) => new(XlsxWorkbook.Write(Cover, sheets));

    public static OpenedWorkbook Of<T>(Table<T> table) => Of(WorkbookSheet.Of(table, "Sở, ban, ngành"));

    /// <summary>What would make Excel offer a repair, as far as the schema says it.</summary>
    public IReadOnlyList<string> Errors =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(_document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];

    /// <summary>A sheet by number; 1 is the cover.</summary>
    public WorksheetPart Sheet(int number) => (WorksheetPart)Workbook.GetPartById(Workbook.Workbook.Sheets!.Elements<Spreadsheet.Sheet>().ElementAt(number - 1).Id!);

    /// <summary>The table on a sheet.</summary>
    public Spreadsheet.Table Table(int sheet) => Assert.Single(Sheet(sheet).TableDefinitionParts).Table!;

    public Spreadsheet.Cell Cell(int sheet, string reference) => Sheet(sheet).Worksheet.Descendants<Spreadsheet.Cell>().Single(cell => cell.CellReference == reference);

    /// <summary>The number format code a cell is shown with; built-in ones by what they stand for.</summary>
    public string FormatOf(int sheet, string reference)
    {
        var id = StyleOf(sheet, reference).NumberFormatId!.Value;
        return id switch
        {
            0 => "General",
            1 => "0",
            2 => "0.00",
            _ => Styles.NumberingFormats!.Elements<Spreadsheet.NumberingFormat>().Single(format => format.NumberFormatId! == id).FormatCode!,
        };
    }

    public bool IsBold(int sheet, string reference) =>
        Styles.Fonts!.Elements<Spreadsheet.Font>().ElementAt((int)StyleOf(sheet, reference).FontId!.Value).Bold is not null;

    public Spreadsheet.CellFormat StyleOf(int sheet, string reference) =>
        Styles.CellFormats!.Elements<Spreadsheet.CellFormat>().ElementAt((int)Cell(sheet, reference).StyleIndex!.Value);

    /// <summary>The values of a sheet as a reader of tables sees them.</summary>
    public IReadOnlyList<object?[]> Values(int sheet)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(Content));
        for (var number = 1; number < sheet; number++)
        {
            Assert.True(reader.NextResult());
        }

        var rows = new List<object?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        }

        return rows;
    }

    /// <summary>A stored double at the fifteen digits a spreadsheet shows.</summary>
    public static string Digits(object? value) => Assert.IsType<double>(value).ToString("G15", CultureInfo.InvariantCulture);

    public void Dispose() => _document.Dispose();

    private Spreadsheet.Stylesheet Styles => Workbook.WorkbookStylesPart!.Stylesheet;
}
