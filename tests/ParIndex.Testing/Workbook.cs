using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Testing;

/// <summary>Builds workbooks for tests. Cells are strings, doubles, <see cref="Styled"/> numbers or <see cref="Error"/>s.</summary>
public sealed class Workbook
{
    public const uint Percent = 1;
    public const uint Date = 2;
    public const uint QuotedPercent = 3;

    private readonly List<(string Name, bool Hidden, string[] Merged, object?[][] Rows)> _sheets = [];

    public sealed record Styled(double Number, uint Style);

    public sealed record Error(string Code);

    public Workbook Sheet(string name, params object?[][] rows) => Add(name, hidden: false, [], rows);

    public Workbook Hidden(string name, params object?[][] rows) => Add(name, hidden: true, [], rows);

    public Workbook Merged(string name, string[] merged, params object?[][] rows) => Add(name, hidden: false, merged, rows);

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
            foreach (var (sheet, i) in _sheets.Select((sheet, i) => (sheet, i)))
            {
                AddSheet(book, sheet, (uint)i + 1);
            }
        }

        return stream.ToArray();
    }

    /// <summary>The package with one more part, or with a part replaced.</summary>
    public static byte[] WithPart(byte[] package, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var part = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            part.Write(content);
        }

        return stream.ToArray();
    }

    private Workbook Add(string name, bool hidden, string[] merged, object?[][] rows)
    {
        _sheets.Add((name, hidden, merged, rows));
        return this;
    }

    private static void AddSheet(WorkbookPart book, (string Name, bool Hidden, string[] Merged, object?[][] Rows) sheet, uint id)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(sheet.Rows.Select((cells, i) => Row(book, cells, i + 1))));
        if (sheet.Merged.Length > 0)
        {
            part.Worksheet.Append(new MergeCells(sheet.Merged.Select(range => new MergeCell { Reference = range })));
        }

        var entry = new Sheet { Name = sheet.Name, SheetId = id, Id = book.GetIdOfPart(part) };
        if (sheet.Hidden)
        {
            entry.State = SheetStateValues.Hidden;
        }

        book.Workbook.Sheets!.Append(entry);
    }

    private static Row Row(WorkbookPart book, object?[] cells, int number) =>
        new(cells.Select((value, i) => Cell(book, value, $"{(char)('A' + i)}{number}")).OfType<Cell>()) { RowIndex = (uint)number };

    private static Cell? Cell(WorkbookPart book, object? value, string reference) => value switch
    {
        null => null,
        string text => new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(Shared(book, text)) },
        Styled styled => new Cell { CellReference = reference, StyleIndex = styled.Style, CellValue = new CellValue(styled.Number) },
        Error error => new Cell { CellReference = reference, DataType = CellValues.Error, CellValue = new CellValue(error.Code) },
        _ => new Cell { CellReference = reference, CellValue = new CellValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)) },
    };

    private static int Shared(WorkbookPart book, string text)
    {
        var table = book.SharedStringTablePart!.SharedStringTable;
        table.AppendChild(new SharedStringItem(new Text(text)));
        return table.ChildElements.Count - 1;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.00\"%\"" }),
        new Fonts(new Font()),
        new Fills(new Fill()),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = 10, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
