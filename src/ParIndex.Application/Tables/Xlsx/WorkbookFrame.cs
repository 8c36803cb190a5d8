using Properties = DocumentFormat.OpenXml.ExtendedProperties;
using Spreadsheet = DocumentFormat.OpenXml.Spreadsheet;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>The parts around the sheets: types, relations, document properties, the workbook itself.</summary>
internal static class WorkbookFrame
{
    private const string SpreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    internal static void Write(StablePackage package, WorkbookCover cover, IReadOnlyList<SheetEntry> sheets, bool isLocked = false)
    {
        package.WriteContentTypes(
        [
            (StablePackage.CorePropertiesPath, "application/vnd.openxmlformats-package.core-properties+xml"),
            (StablePackage.ExtendedPropertiesPath, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            (StablePackage.WorkbookPath, SpreadsheetType + "sheet.main+xml"),
            (StablePackage.StylesPath, SpreadsheetType + "styles+xml"),
            .. Enumerable.Range(1, sheets.Count + 1).Select(number => (StablePackage.SheetPath(number), SpreadsheetType + "worksheet+xml")),
            .. sheets.Select(sheet => sheet.TableId).OfType<int>().Select(table => (StablePackage.TablePath(table), SpreadsheetType + "table+xml")),
        ]);
        package.WriteRelations(StablePackage.Root,
        [
            new("rId1", "officeDocument", StablePackage.WorkbookPath),
            new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", StablePackage.CorePropertiesPath),
            new("rId3", "extended-properties", StablePackage.ExtendedPropertiesPath),
        ]);
        package.WriteXml(StablePackage.CorePropertiesPath, xml => CoreProperties.Write(xml, cover.Title, cover.Creator, CoreProperties.Vietnamese));
        package.Write(StablePackage.ExtendedPropertiesPath, xml => xml.WriteElement(new Properties.Properties(new Properties.Application("ParIndex"))));
        package.Write(StablePackage.WorkbookPath, xml => xml.WriteElement(Workbook(sheets, isLocked)));
        package.WriteRelations(StablePackage.WorkbookPath,
        [
            .. Enumerable.Range(1, sheets.Count + 1).Select(number => new PartRelation(SheetRelation(number), "worksheet", $"worksheets/sheet{number}.xml")),
            new(SheetRelation(sheets.Count + 2), "styles", "styles.xml"),
        ]);
    }

    private static Spreadsheet.Workbook Workbook(IReadOnlyList<SheetEntry> sheets, bool isLocked)
    {
        var workbook = new Spreadsheet.Workbook(
            new Spreadsheet.BookViews(new Spreadsheet.WorkbookView { ActiveTab = 0 }),
            new Spreadsheet.Sheets(
            [
                Sheet(1, SheetNames.Cover),
                .. sheets.Select(sheet => Sheet(sheet.Number, sheet.Name, sheet.IsHidden)),
            ]));
        if (isLocked)
        {
            // Sheets keep their names and places, without a password.
            workbook.PrependChild(new Spreadsheet.WorkbookProtection { LockStructure = true });
        }

        var shown = sheets.Where(sheet => !sheet.IsHidden).ToList();
        if (shown.Count > 0)
        {
            workbook.Append(new Spreadsheet.DefinedNames(shown.Select(RepeatedHeader)));
        }

        return workbook;
    }

    private static Spreadsheet.Sheet Sheet(int number, string name, bool isHidden = false) => new()
    {
        Name = name,
        SheetId = (uint)number,
        State = isHidden ? Spreadsheet.SheetStateValues.Hidden : null,
        Id = SheetRelation(number),
    };

    /// <summary>The heading at the top of every printed page.</summary>
    private static Spreadsheet.DefinedName RepeatedHeader(SheetEntry sheet) => new(sheet.QuotedName + "!$1:$1")
    {
        Name = "_xlnm.Print_Titles",
        LocalSheetId = (uint)sheet.Number - 1,
    };

    private static string SheetRelation(int number) => $"rId{number}";
}
