using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ParIndex.Application.Imports.Reading;

/// <summary>
/// The cells of a workbook that hold an error such as #REF!. The library reads them as empty, and an empty cell is an
/// absent figure, so they are looked up in the sheets themselves.
/// </summary>
internal sealed class WorkbookErrors
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly Dictionary<(string Sheet, int Row, int Column), string> codes = [];

    /// <summary>The error in a cell, or <c>null</c>. Row and column count from 1.</summary>
    internal string? At(string sheet, int row, int column) => codes.GetValueOrDefault((sheet, row, column));

    /// <summary>Reads a package that <see cref="WorkbookPackage.Check(byte[], string, string)"/> has passed.</summary>
    internal static WorkbookErrors Read(byte[] content)
    {
        var errors = new WorkbookErrors();
        using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        var targets = Elements(package, "xl/_rels/workbook.xml.rels", "Relationship")
            .ToDictionary(relation => (string?)relation.Attribute("Id") ?? "", relation => (string?)relation.Attribute("Target") ?? "", StringComparer.Ordinal);
        foreach (var sheet in Elements(package, "xl/workbook.xml", "sheet"))
        {
            if (targets.TryGetValue((string?)sheet.Attribute(Relations + "id") ?? "", out var target)
                && package.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } part)
            {
                errors.ReadSheet((string?)sheet.Attribute("name") ?? "", part);
            }
        }

        return errors;
    }

    private static List<XElement> Elements(ZipArchive package, string part, string name)
    {
        using var xml = Open(package.GetEntry(part) ?? throw new InvalidDataException(part));
        return XDocument.Load(xml).Descendants().Where(element => element.Name.LocalName == name).ToList();
    }

    private static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(
        part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    private void ReadSheet(string sheet, ZipArchiveEntry part)
    {
        using var xml = Open(part);
        var (row, column) = (0, 0);
        var isErrorCell = false;
        while (xml.Read())
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : row + 1;
                    column = 0;
                    break;
                case (XmlNodeType.Element, "c"):
                    column = Column(xml.GetAttribute("r")) ?? column + 1;
                    isErrorCell = xml.GetAttribute("t") == "e";
                    break;
                case (XmlNodeType.Element, "v") when isErrorCell:
                    codes[(sheet, row, column)] = xml.IsEmptyElement || !xml.Read() ? "#N/A" : xml.Value;
                    break;
            }
        }
    }

    /// <summary>“AB12” → 28.</summary>
    private static int? Column(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).ToList();
        return letters is { Count: > 0 and <= 3 } ? letters.Aggregate(0, (column, letter) => (column * 26) + (letter - 'A' + 1)) : null;
    }
}
