using System.Globalization;
using System.Text;
using ExcelDataReader;
using ParIndex.Domain;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Reading;

/// <summary>Reads the visible sheets of an XLSX workbook, and of these the one that has a recognisable header row.</summary>
internal static class WorkbookReader
{
    /// <summary>The library asks for code page 1252 at its start, though XLSX never uses it.</summary>
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The one sheet that is wanted.</summary>
    /// <exception cref="UnreadableTableException">No workbook, damaged, beyond the limits, or with several such sheets.</exception>
    internal static SourceTable Read(byte[] content, WantedTable? wanted = null, TableChoice? choice = null)
    {
        var (sheets, remarks) = Visible(content);
        var table = (choice ?? new TableChoice()).Choose(sheets, wanted ?? WantedTable.Results, areSheets: true);
        return table with { Remarks = [.. remarks, .. sheets.Count == 1 ? [ReadingWords.TableRead(new(IsSheet: true, 1, sheets[0].Name))] : Array.Empty<Finding>(), .. table.Remarks] };
    }

    /// <summary>The visible sheets that hold anything, and remarks on what is passed over.</summary>
    /// <exception cref="UnreadableTableException">No workbook, damaged, beyond the limits, or without such a sheet.</exception>
    internal static (IReadOnlyList<NamedTable> Sheets, IReadOnlyList<Finding> Remarks) Visible(byte[] content)
    {
        WorkbookPackage.Check(content);
        try
        {
            content = StrictOpenXml.Usual(content);
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            return Visible(workbook, WorkbookMarks.Read(content));
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            // The library meets a damaged part with whatever exception is nearest: null, index, cast, format.
            throw UnreadableTableException.Of(ReadingWords.DamagedWorkbook(), cause: damaged);
        }
    }

    /// <summary>Every sheet by its name, hidden ones too: for a workbook that the program itself gave out.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <exception cref="UnreadableTableException">No workbook, damaged, or beyond the limits.</exception>
    internal static IReadOnlyDictionary<string, SourceTable> ReadAll(byte[] content)
    {
        if (content.Length > SourceTableReader.MostBytes)
        {
            throw UnreadableTableException.Of(ReadingWords.FormTooLarge());
        }

        if (!FileSignature.IsZip(content))
        {
            throw UnreadableTableException.Of(ReadingWords.NoForm(FileSignature.Foreign(content)));
        }

        WorkbookPackage.Check(content, accepted: "Chỉ nhận phiếu .xlsx đã tải về từ phần mềm");
        try
        {
            content = StrictOpenXml.Usual(content);
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            var marks = WorkbookMarks.Read(content);
            var sheets = new Dictionary<string, SourceTable>(StringComparer.Ordinal);
            do
            {
                sheets[workbook.Name] = new SourceTable(ReadSheet(workbook, marks[workbook.Name]));
            }
            while (workbook.NextResult());

            return sheets;
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            throw UnreadableTableException.Of(ReadingWords.DamagedWorkbook(), cause: damaged);
        }
    }

    private static (IReadOnlyList<NamedTable> Sheets, IReadOnlyList<Finding> Remarks) Visible(IExcelDataReader workbook, WorkbookMarks marks)
    {
        var remarks = new List<Finding>();
        var sheets = new List<NamedTable>();
        if (marks.HasMacros)
        {
            remarks.Add(ReadingWords.Macros());
        }

        do
        {
            if (!string.Equals(workbook.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                remarks.Add(ReadingWords.SheetHidden(workbook.Name));
                continue;
            }

            var rows = ReadSheet(workbook, marks[workbook.Name]);
            var hidden = HiddenCells.TakeOut(rows, marks[workbook.Name]);
            if (rows.Exists(row => row.Any(cell => cell.Text.Length > 0)))
            {
                sheets.Add(new(workbook.Name, new SourceTable(rows) { Remarks = hidden }));
            }
            else
            {
                remarks.AddRange([ReadingWords.SheetEmpty(workbook.Name), .. hidden]);
            }
        }
        while (workbook.NextResult());

        return sheets.Count > 0 ? (sheets, remarks) : throw UnreadableTableException.Of(ReadingWords.WorkbookWithoutData());
    }

    private static List<IReadOnlyList<SourceCell>> ReadSheet(IExcelDataReader sheet, SheetMarks marks)
    {
        if (sheet.RowCount > SourceTable.MostRows || sheet.FieldCount > SourceTable.MostColumns)
        {
            throw SourceTable.TooLarge(new CellPlace(1, 1, sheet.Name));
        }

        var rows = new List<IReadOnlyList<SourceCell>>();
        while (sheet.Read())
        {
            if (rows.Count == SourceTable.MostRows)
            {
                throw SourceTable.TooLarge(new CellPlace(1, 1, sheet.Name));
            }

            rows.Add(ReadRow(sheet, rows.Count + 1, marks));
        }

        Merge(rows, sheet.MergeCells ?? []);
        return rows;
    }

    private static SourceCell[] ReadRow(IExcelDataReader sheet, int line, SheetMarks marks)
    {
        var cells = new SourceCell[sheet.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            var mark = marks.Cells.GetValueOrDefault((line, i + 1));
            var cell = SourceCell.Of(mark?.Text ?? Text(sheet, i), new CellPlace(line, i + 1, sheet.Name)) with { IsNumber = sheet.GetValue(i) is double or int };
            cells[i] = mark is null ? cell : Marked(cell, mark);
        }

        return cells;
    }

    /// <summary>A formula whose value is not stored stands for itself: its cell is not empty.</summary>
    private static SourceCell Marked(SourceCell cell, CellMark mark) => mark is { Formula: { } formula, HasValue: false }
        ? cell with { Text = formula, Lines = formula, Doubt = ReadingWords.FormulaWithoutValue() }
        : cell with { IsFormula = mark.Formula is not null, Left = mark.Left };

    private static string Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        double number => Number(number, sheet.GetNumberFormatString(column)),
        int number => Number(number, sheet.GetNumberFormatString(column)),
        DateTime date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The sign is kept: a score formatted as per cent is refused as the typed “62,30%” is.</summary>
    private static string Number(double number, string? format) =>
        SpreadsheetNumber.InDigits(number, format) ?? SpreadsheetNumber.ToText(number, IsPercent(format)) + (IsPercent(format) ? "%" : "");

    /// <summary>A percent sign in quotes or after a backslash is only shown, it does not multiply.</summary>
    private static bool IsPercent(string? format)
    {
        var quoted = false;
        for (var i = 0; i < format?.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\\':
                    i++;
                    break;
                case '%' when !quoted:
                    return true;
            }
        }

        return false;
    }

    /// <summary>A cell merged over rows is repeated in each; merged over columns it says over how many.</summary>
    private static void Merge(List<IReadOnlyList<SourceCell>> rows, CellRange[] merged)
    {
        foreach (var range in merged.Where(range => range.FromRow >= 0 && range.FromColumn >= 0 && range.FromRow < rows.Count && range.FromColumn < rows[range.FromRow].Count))
        {
            var whole = rows[range.FromRow][range.FromColumn] with { ColumnSpan = Math.Max(1, range.ToColumn - range.FromColumn + 1) };
            for (var row = range.FromRow; row <= range.ToRow && row < rows.Count; row++)
            {
                if (range.FromColumn < rows[row].Count && rows[row] is SourceCell[] cells)
                {
                    cells[range.FromColumn] = whole with { Place = cells[range.FromColumn].Place, IsRepeated = row > range.FromRow, Left = row > range.FromRow ? null : whole.Left };
                }
            }
        }
    }
}
