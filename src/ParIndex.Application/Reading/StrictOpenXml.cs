using System.IO.Compression;
using System.Text;

namespace ParIndex.Application.Reading;

/// <summary>
/// A workbook that was saved as “Strict Open XML” has the same markup under other namespaces, which the library does not
/// know. It is read under the usual ones.
/// </summary>
internal static class StrictOpenXml
{
    private static readonly (string Strict, string Usual)[] Namespaces =
    [
        ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
        ("http://purl.oclc.org/ooxml/officeDocument/relationships", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ];

    /// <summary>The package under the usual namespaces; one that has them already is given back as it is.</summary>
    /// <param name="content">A package that <see cref="WorkbookPackage.Check(byte[], string, string)"/> has passed.</param>
    internal static byte[] Usual(byte[] content)
    {
        using var package = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (!Text(package.GetEntry(WorkbookPackage.Workbook)!).Contains(Namespaces[0].Strict, StringComparison.Ordinal))
        {
            return content;
        }

        using var copy = new MemoryStream();
        using (var usual = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in package.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
            {
                using var written = usual.CreateEntry(part.FullName, CompressionLevel.Fastest).Open();
                written.Write(Encoding.UTF8.GetBytes(Namespaces.Aggregate(Text(part), (text, name) => text.Replace(name.Strict, name.Usual, StringComparison.Ordinal))));
            }
        }

        return copy.ToArray();
    }

    private static string Text(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
