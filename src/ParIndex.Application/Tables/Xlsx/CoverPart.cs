using DocumentFormat.OpenXml;
using ParIndex.Domain.Tables;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>The first sheet: title, facts, the sheets with links to them, notes.</summary>
internal static class CoverPart
{
    private const int Columns = 3;

    internal static void Write(OpenXmlWriter xml, WorkbookCover cover, IReadOnlyList<SheetEntry> sheets, WorkbookStyles styles)
    {
        var links = new List<Spreadsheet.Hyperlink>();
        xml.WriteStartElement(new Spreadsheet.Worksheet());
        xml.WriteElement(new Spreadsheet.SheetProperties(new Spreadsheet.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new Spreadsheet.SheetViews(new Spreadsheet.SheetView { ShowGridLines = false, TabSelected = true, WorkbookViewId = 0 }));
        xml.WriteElement(new Spreadsheet.SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(ColumnWidths.Of(34, 80, 10));
        xml.WriteStartElement(new Spreadsheet.SheetData());
        var rows = new RowWriter(xml, styles, Columns);
        WriteTitle(rows, cover.Title);
        WriteFacts(rows, cover.Facts);
        WriteSheets(rows, sheets, links);
        WriteNotes(rows, cover.Notes);
        xml.WriteEndElement();
        if (links.Count > 0)
        {
            xml.WriteElement(new Spreadsheet.Hyperlinks(links));
        }

        xml.WriteElement(new Spreadsheet.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new Spreadsheet.PageSetup { PaperSize = 9, Orientation = Spreadsheet.OrientationValues.Landscape, FitToHeight = 0 });
        xml.WriteEndElement();
    }

    private static void WriteTitle(RowWriter rows, string title)
    {
        // The cells to its right are empty, so a long title runs over them.
        rows.StartRow();
        rows.WriteText(0, title, CellFont.Title, isWrapped: false);
        rows.EndRow();
    }

    private static void WriteFacts(RowWriter rows, IReadOnlyList<(string Label, string Value)> facts)
    {
        foreach (var (label, value) in facts)
        {
            rows.StartRow();
            rows.WriteText(0, label, CellFont.Bold, isWrapped: true);
            rows.WriteText(1, value, isWrapped: true);
            rows.EndRow();
        }
    }

    private static void WriteSheets(RowWriter rows, IReadOnlyList<SheetEntry> sheets, List<Spreadsheet.Hyperlink> links)
    {
        if (sheets.Count == 0)
        {
            return;
        }

        rows.StartRow();
        rows.WriteText(0, "Trang tính", CellFont.Bold);
        rows.WriteText(1, "Nội dung", CellFont.Bold);
        rows.WriteText(2, "Số dòng", CellFont.Bold);
        rows.EndRow();
        foreach (var sheet in sheets)
        {
            rows.StartRow();
            rows.WriteText(0, sheet.Name, CellFont.Link);
            rows.WriteText(1, sheet.Title, isWrapped: true);
            rows.Write(2, Cell.Of(sheet.RowCount));
            rows.EndRow();
            links.Add(new() { Reference = $"A{rows.Row}", Location = sheet.QuotedName + "!A1", Display = sheet.Name });
        }
    }

    private static void WriteNotes(RowWriter rows, IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            rows.StartRow();
            rows.WriteText(0, "Ghi chú", CellFont.Bold);
            rows.WriteText(1, note, isWrapped: true);
            rows.EndRow();
        }
    }
}
