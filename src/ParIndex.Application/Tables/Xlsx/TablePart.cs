using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>The table of a sheet as a spreadsheet program knows it: named, with filters and banded rows.</summary>
internal static class TablePart
{
    internal static Spreadsheet.Table Of(NamedSheet sheet)
    {
        // A table has a row under its heading, be it an empty one.
        var block = CellReference.BlockFromFirst(Math.Max(sheet.Sheet.RowCount, 1) + 1, sheet.Headers.Count);
        return new(
            new Spreadsheet.AutoFilter { Reference = block },
            new Spreadsheet.TableColumns(sheet.Headers.Select((header, i) => new Spreadsheet.TableColumn { Id = (uint)i + 1, Name = XmlText.Escaped(header) })) { Count = (uint)sheet.Headers.Count },
            new Spreadsheet.TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = true, ShowColumnStripes = false })
        {
            Id = (uint)sheet.TableId,
            Name = sheet.TableName,
            DisplayName = sheet.TableName,
            Reference = block,
            TotalsRowShown = false,
        };
    }
}
