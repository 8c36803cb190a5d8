using System.Globalization;
using System.Text;
using ExcelDataReader;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Imports.Reading;

/// <summary>Reads the first visible sheet of an XLSX workbook that has a recognisable header row.</summary>
internal static class WorkbookReader
{
    /// <summary>The library asks for code page 1252 at its start, though XLSX never uses it.</summary>
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    internal static SourceTable Read(byte[] content, WantedTable? wanted = null)
    {
        WorkbookPackage.Check(content);
        try
        {
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            return ChooseSheet(workbook, WorkbookErrors.Read(content), wanted ?? WantedTable.Results);
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            // The library meets a damaged part with whatever exception is nearest: null, index, cast, format.
            throw UnreadableTableException.Of("Tệp XLSX bị hỏng. Hãy mở tệp bằng Excel và lưu lại thành .xlsx.", cause: damaged);
        }
    }

    /// <summary>Every sheet by its name, hidden ones too: for a workbook that the program itself gave out.</summary>
    /// <param name="content">The file's bytes.</param>
    /// <exception cref="UnreadableTableException">No workbook, damaged, or beyond the limits.</exception>
    internal static IReadOnlyDictionary<string, SourceTable> ReadAll(byte[] content)
    {
        if (content.Length > SourceTableReader.MostBytes)
        {
            throw UnreadableTableException.Of("Tệp lớn hơn 5 MB. Hãy gửi lại đúng phiếu đã tải về từ phần mềm.");
        }

        if (!FileSignature.IsZip(content))
        {
            throw UnreadableTableException.Of($"{FileSignature.Foreign(content) ?? "Tệp này"} không phải là sổ tính XLSX. Hãy gửi lại phiếu .xlsx đã tải về từ phần mềm, lưu dưới dạng .xlsx.");
        }

        WorkbookPackage.Check(content, accepted: "Chỉ nhận phiếu .xlsx đã tải về từ phần mềm");
        try
        {
            using var workbook = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(content, writable: false));
            var errors = WorkbookErrors.Read(content);
            var sheets = new Dictionary<string, SourceTable>(StringComparer.Ordinal);
            do
            {
                sheets[workbook.Name] = new SourceTable(ReadSheet(workbook, errors));
            }
            while (workbook.NextResult());

            return sheets;
        }
        catch (Exception damaged) when (damaged is not UnreadableTableException)
        {
            throw UnreadableTableException.Of("Tệp XLSX bị hỏng. Hãy mở tệp bằng Excel và lưu lại thành .xlsx.", cause: damaged);
        }
    }

    private static SourceTable ChooseSheet(IExcelDataReader workbook, WorkbookErrors errors, WantedTable wanted)
    {
        var remarks = new List<string>();
        SourceTable? first = null;
        do
        {
            if (!string.Equals(workbook.VisibleState, "visible", StringComparison.OrdinalIgnoreCase))
            {
                remarks.Add($"Bỏ qua trang tính ẩn “{workbook.Name}”.");
                continue;
            }

            var sheet = new SourceTable(ReadSheet(workbook, errors));
            if (wanted.HasHeader(sheet))
            {
                return sheet with { Remarks = [.. remarks, $"Đọc trang tính “{workbook.Name}”."] };
            }

            first ??= sheet.Rows.Count > 0 ? sheet : null;
            remarks.Add($"Bỏ qua trang tính “{workbook.Name}”: không có dòng tiêu đề nhận ra được.");
        }
        while (workbook.NextResult());

        return first ?? throw UnreadableTableException.Of("Sổ tính không có trang tính nào đang hiện có dữ liệu.");
    }

    private static List<IReadOnlyList<SourceCell>> ReadSheet(IExcelDataReader sheet, WorkbookErrors errors)
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

            rows.Add(ReadRow(sheet, rows.Count + 1, errors));
        }

        RepeatMergedDown(rows, sheet.MergeCells ?? []);
        return rows;
    }

    private static SourceCell[] ReadRow(IExcelDataReader sheet, int line, WorkbookErrors errors)
    {
        var cells = new SourceCell[sheet.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = SourceCell.Of(errors.At(sheet.Name, line, i + 1) ?? Text(sheet, i), new CellPlace(line, i + 1, sheet.Name)) with { IsNumber = sheet.GetValue(i) is double or int };
        }

        return cells;
    }

    private static string Text(IExcelDataReader sheet, int column) => sheet.GetValue(column) switch
    {
        null => "",
        double number => Number(number, IsPercent(sheet.GetNumberFormatString(column))),
        int number => Number(number, IsPercent(sheet.GetNumberFormatString(column))),
        DateTime date => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "TRUE" : "FALSE",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>The sign is kept: a score formatted as per cent is refused as the typed “62,30%” is.</summary>
    private static string Number(double number, bool isPercent) =>
        SpreadsheetNumber.ToText(number, isPercent) + (isPercent ? "%" : "");

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

    private static void RepeatMergedDown(List<IReadOnlyList<SourceCell>> rows, CellRange[] merged)
    {
        foreach (var range in merged.Where(range => range.FromRow >= 0 && range.FromColumn >= 0))
        {
            for (var row = range.FromRow + 1; row <= range.ToRow && row < rows.Count; row++)
            {
                if (range.FromColumn < rows[row].Count && rows[row] is SourceCell[] cells)
                {
                    cells[range.FromColumn] = rows[range.FromRow][range.FromColumn] with { Place = cells[range.FromColumn].Place, IsRepeated = true };
                }
            }
        }
    }
}
