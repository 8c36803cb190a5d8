using DocumentFormat.OpenXml;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>
/// A sheet with one table from A1 on: a heading that stays in sight and is repeated in print, no merged cell, no empty
/// row, so that a screen reader and a program find the same table.
/// </summary>
internal static class TableSheetPart
{
    /// <summary>The id under which the sheet refers to its table.</summary>
    internal const string TableRelation = "rId1";

    /// <summary>A foot holds 255 signs, codes and doubled ampersands included.</summary>
    private const int LongestFoot = 110;

    internal static void Write(OpenXmlWriter xml, NamedSheet sheet, WorkbookCover cover, WorkbookStyles styles)
    {
        xml.WriteStartElement(new Spreadsheet.Worksheet());
        xml.WriteElement(new Spreadsheet.SheetProperties(new Spreadsheet.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new Spreadsheet.SheetDimension { Reference = CellReference.BlockFromFirst(sheet.Sheet.RowCount + 1, sheet.Headers.Count) });
        xml.WriteElement(new Spreadsheet.SheetViews(FrozenHeader()));
        xml.WriteElement(new Spreadsheet.SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(ColumnWidths.Of(sheet));
        xml.WriteStartElement(new Spreadsheet.SheetData());
        WriteRows(new(xml, styles, sheet.Headers.Count), sheet);
        xml.WriteEndElement();
        xml.WriteElement(new Spreadsheet.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new Spreadsheet.PageSetup { PaperSize = 9, Orientation = Spreadsheet.OrientationValues.Landscape, FitToHeight = 0 });
        xml.WriteElement(new Spreadsheet.HeaderFooter(new Spreadsheet.OddFooter(Foot(cover))));
        xml.WriteElement(new Spreadsheet.TableParts(new Spreadsheet.TablePart { Id = TableRelation }) { Count = 1 });
        xml.WriteEndElement();
    }

    /// <summary>Which figures these are at the left, the page of how many at the right. An ampersand begins a code, so one of the text is doubled.</summary>
    private static string Foot(WorkbookCover cover) =>
        $"&L{XmlText.Cut(XmlText.Legal(cover.Foot.Length > 0 ? cover.Foot : cover.Title), LongestFoot).Replace("&", "&&", StringComparison.Ordinal)}&RTrang &P/&N";

    private static Spreadsheet.SheetView FrozenHeader() => new(
        new Spreadsheet.Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = Spreadsheet.PaneValues.BottomLeft, State = Spreadsheet.PaneStateValues.Frozen },
        new Spreadsheet.Selection { Pane = Spreadsheet.PaneValues.BottomLeft, ActiveCell = "A2", SequenceOfReferences = new ListValue<StringValue> { InnerText = "A2" } })
    {
        WorkbookViewId = 0,
    };

    private static void WriteRows(RowWriter rows, NamedSheet sheet)
    {
        rows.StartRow();
        for (var column = 0; column < sheet.Headers.Count; column++)
        {
            rows.WriteText(column, sheet.Headers[column], CellFont.Bold, isWrapped: true);
        }

        rows.EndRow();
        for (var row = 0; row < sheet.Sheet.RowCount; row++)
        {
            rows.StartRow();
            for (var column = 0; column < sheet.Headers.Count; column++)
            {
                rows.Write(column, sheet.Sheet.CellAt(row, column));
            }

            rows.EndRow();
        }
    }
}
