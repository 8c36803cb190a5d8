using ParIndex.Application.Tables.Xlsx;

namespace ParIndex.Application.Tables;

/// <summary>
/// Writes tables as an XLSX workbook: a cover, then a table a sheet. The same input gives the same bytes in every run,
/// culture and time zone, so that a file can be made anew and compared with the hash of the first.
/// </summary>
public static class XlsxWorkbook
{
    /// <summary>The whole file.</summary>
    /// <param name="cover">The first sheet, “Bìa”.</param>
    /// <param name="sheets">The sheets after it, in their order.</param>
    public static byte[] Write(WorkbookCover cover, params IReadOnlyList<WorkbookSheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(cover);
        ArgumentNullException.ThrowIfNull(sheets);
        var named = SheetNames.Of(sheets);
        var entries = named.Select(sheet => sheet.Entry).ToList();
        var styles = new WorkbookStyles();
        using var output = new MemoryStream();
        using (var package = new StablePackage(output))
        {
            WorkbookFrame.Write(package, cover, entries);
            package.Write(StablePackage.SheetPath(1), xml => CoverPart.Write(xml, cover, entries, styles));
            foreach (var sheet in named)
            {
                package.Write(StablePackage.SheetPath(sheet.Number), xml => TableSheetPart.Write(xml, sheet, cover, styles));
                package.WriteRelations(StablePackage.SheetPath(sheet.Number), [new(TableSheetPart.TableRelation, "table", $"../tables/table{sheet.TableId}.xml")]);
                package.Write(StablePackage.TablePath(sheet.TableId), xml => xml.WriteElement(TablePart.Of(sheet)));
            }

            package.Write(StablePackage.StylesPath, xml => xml.WriteElement(styles.ToStylesheet()));
        }

        return output.ToArray();
    }
}
