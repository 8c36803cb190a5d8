using System.Globalization;
using DocumentFormat.OpenXml;
using ParIndex.Domain.Numbers;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>A sheet to be filled in: locked but for its open cells, with what each of them accepts.</summary>
internal static class FormSheetPart
{
    /// <summary>Longest message a spreadsheet program shows beside a refused value.</summary>
    private const int LongestMessage = 225;

    internal static void Write(OpenXmlWriter xml, FormSheet sheet, WorkbookStyles styles)
    {
        xml.WriteStartElement(new Spreadsheet.Worksheet());
        xml.WriteElement(new Spreadsheet.SheetProperties(new Spreadsheet.PageSetupProperties { FitToPage = true }));
        xml.WriteElement(new Spreadsheet.SheetDimension { Reference = CellReference.BlockFromFirst(Math.Max(1, sheet.Rows.Count), sheet.Widths.Count) });
        xml.WriteElement(new Spreadsheet.SheetViews(View(sheet)));
        xml.WriteElement(new Spreadsheet.SheetFormatProperties { DefaultRowHeight = 15 });
        xml.WriteElement(ColumnWidths.Of(sheet.Widths));
        xml.WriteStartElement(new Spreadsheet.SheetData());
        WriteRows(new(xml, styles, sheet.Widths.Count), sheet.Rows);
        xml.WriteEndElement();
        xml.WriteElement(new Spreadsheet.SheetProtection { Sheet = true, Objects = true, Scenarios = true, FormatColumns = false, FormatRows = false });
        if (sheet.Rules.Count > 0)
        {
            xml.WriteElement(new Spreadsheet.DataValidations(sheet.Rules.Select(Validation)) { Count = (uint)sheet.Rules.Count });
        }

        xml.WriteElement(new Spreadsheet.PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        xml.WriteElement(new Spreadsheet.PageSetup { PaperSize = 9, Orientation = Spreadsheet.OrientationValues.Landscape, FitToHeight = 0 });
        xml.WriteEndElement();
    }

    private static Spreadsheet.SheetView View(FormSheet sheet)
    {
        var first = CellReference.Letters(sheet.FrozenColumns) + "2";
        var pane = sheet.FrozenColumns > 0 ? Spreadsheet.PaneValues.BottomRight : Spreadsheet.PaneValues.BottomLeft;
        return new(
            new Spreadsheet.Pane
            {
                HorizontalSplit = sheet.FrozenColumns > 0 ? sheet.FrozenColumns : null,
                VerticalSplit = 1,
                TopLeftCell = first,
                ActivePane = pane,
                State = Spreadsheet.PaneStateValues.Frozen,
            },
            new Spreadsheet.Selection { Pane = pane, ActiveCell = first, SequenceOfReferences = new ListValue<StringValue> { InnerText = first } })
        {
            WorkbookViewId = 0,
        };
    }

    private static void WriteRows(RowWriter rows, IReadOnlyList<IReadOnlyList<FormCell>> lines)
    {
        foreach (var line in lines)
        {
            rows.StartRow();
            for (var column = 0; column < line.Count; column++)
            {
                rows.Write(column, line[column]);
            }

            rows.EndRow();
        }
    }

    private static Spreadsheet.DataValidation Validation(FormRule rule)
    {
        var validation = new Spreadsheet.DataValidation
        {
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = "Chưa nhận giá trị này",
            Error = XmlText.Cut(XmlText.Legal(rule.Message), LongestMessage),
            SequenceOfReferences = new ListValue<StringValue> { InnerText = string.Join(' ', rule.Cells) },
        };
        switch (rule)
        {
            case FormRule.Points points:
                (validation.Type, validation.Operator) = (Spreadsheet.DataValidationValues.Decimal, Spreadsheet.DataValidationOperatorValues.Between);
                validation.Append(new Spreadsheet.Formula1("0"), new Spreadsheet.Formula2(NumberWriter.DataTrimmed(points.Most)));
                break;
            case FormRule.Count:
                (validation.Type, validation.Operator) = (Spreadsheet.DataValidationValues.Whole, Spreadsheet.DataValidationOperatorValues.GreaterThanOrEqual);
                validation.Append(new Spreadsheet.Formula1("0"));
                break;
            case FormRule.OneOf list:
                validation.Type = Spreadsheet.DataValidationValues.List;
                validation.Append(new Spreadsheet.Formula1(string.Create(CultureInfo.InvariantCulture, $"'{list.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!$A${list.FirstRow}:$A${list.LastRow}")));
                break;
            case FormRule.Text text:
                (validation.Type, validation.Operator) = (Spreadsheet.DataValidationValues.TextLength, Spreadsheet.DataValidationOperatorValues.LessThanOrEqual);
                validation.Append(new Spreadsheet.Formula1(text.Most.ToString(CultureInfo.InvariantCulture)));
                break;
        }

        return validation;
    }
}
