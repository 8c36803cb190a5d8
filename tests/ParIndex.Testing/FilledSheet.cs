using System.IO.Compression;
using System.Xml.Linq;

namespace ParIndex.Testing;

/// <summary>The workbook of one scorecard, filled in.</summary>
public static class FilledSheet
{
    /// <summary>The workbook with points typed beside a code, as a spreadsheet saves it.</summary>
    /// <param name="workbook">The workbook as it was given out, before any appraisal.</param>
    /// <param name="code">Code of the leaf.</param>
    /// <param name="points">Points, with a decimal point.</param>
    public static byte[] Of(byte[] workbook, string code, string points)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.GetEntry("xl/worksheets/sheet2.xml")!;
            string xml;
            using (var reader = new StreamReader(part.Open()))
            {
                xml = reader.ReadToEnd();
            }

            var sheet = XDocument.Parse(xml);
            var ns = sheet.Root!.Name.Namespace;
            var row = sheet.Descendants(ns + "row").Single(line => line.Elements(ns + "c").First().Value == code);
            var cell = row.Elements(ns + "c").Single(found => found.Attribute("r")!.Value == "H" + row.Attribute("r")!.Value);
            cell.Attribute("t")?.Remove();
            cell.ReplaceNodes(new XElement(ns + "v", points));
            part.Delete();
            using var written = zip.CreateEntry("xl/worksheets/sheet2.xml").Open();
            sheet.Save(written);
        }

        return stream.ToArray();
    }
}
