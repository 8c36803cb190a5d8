using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>A relation of a part to another, with an id that is given and not drawn.</summary>
internal sealed record PartRelation(string Id, string Kind, string Target);

/// <summary>
/// An Office package whose bytes depend on nothing but its content. The package classes of the libraries draw relation
/// ids at random and stamp every part with the present time, so the parts go straight into the archive.
/// </summary>
internal sealed class StablePackage(Stream output) : IDisposable
{
    internal const string WorkbookPath = "xl/workbook.xml";
    internal const string StylesPath = "xl/styles.xml";
    internal const string CorePropertiesPath = "docProps/core.xml";
    internal const string ExtendedPropertiesPath = "docProps/app.xml";

    /// <summary>The archive's own root, which relations may start from as well.</summary>
    internal const string Root = "";

    private const string RelationKinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PackageNamespace = "http://schemas.openxmlformats.org/package/2006/";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);

    internal static string SheetPath(int number) => $"xl/worksheets/sheet{number}.xml";

    internal static string TablePath(int id) => $"xl/tables/table{id}.xml";

    /// <summary>Writes a part element by element.</summary>
    internal void Write(string path, Action<OpenXmlWriter> write)
    {
        using var part = Open(path);
        using var xml = OpenXmlWriter.Create(part, Utf8);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    /// <summary>Writes a part that no schema class describes.</summary>
    internal void WriteXml(string path, Action<XmlWriter> write)
    {
        using var part = Open(path);
        using var xml = XmlWriter.Create(part, new() { Encoding = Utf8 });
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    /// <summary>Writes what a part, or the <see cref="Root"/>, refers to.</summary>
    internal void WriteRelations(string path, IEnumerable<PartRelation> relations)
    {
        var slash = path.LastIndexOf('/') + 1;
        WriteXml($"{path[..slash]}_rels/{path[slash..]}.rels", xml =>
        {
            xml.WriteStartElement("Relationships", PackageNamespace + "relationships");
            foreach (var relation in relations)
            {
                xml.WriteStartElement("Relationship");
                xml.WriteAttributeString("Id", relation.Id);
                xml.WriteAttributeString("Type", relation.Kind.StartsWith("http", StringComparison.Ordinal) ? relation.Kind : RelationKinds + relation.Kind);
                xml.WriteAttributeString("Target", relation.Target);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    /// <summary>Writes the list of parts with their types, which readers expect first.</summary>
    internal void WriteContentTypes(IEnumerable<(string Path, string Type)> parts) => WriteXml("[Content_Types].xml", xml =>
    {
        xml.WriteStartElement("Types", PackageNamespace + "content-types");
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        foreach (var (path, type) in parts)
        {
            WriteType(xml, "Override", "PartName", "/" + path, type);
        }

        xml.WriteEndElement();
    });

    public void Dispose() => _archive.Dispose();

    private static void WriteType(XmlWriter xml, string element, string key, string value, string type)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(key, value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private Stream Open(string path)
    {
        var entry = _archive.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = StableZip.Epoch;
        return entry.Open();
    }
}
