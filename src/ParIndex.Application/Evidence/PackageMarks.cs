using System.IO.Compression;
using System.Text;
using System.Xml;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Evidence;

/// <summary>
/// The marks of a DOCX or XLSX: by its relations, which say what is fetched from elsewhere or lies within, by the fields
/// of a document and the formulas of a workbook. A plain hyperlink, which does nothing until it is clicked, is no mark.
/// </summary>
internal static class PackageMarks
{
    /// <summary>Relations that mean something wherever they point, by the last part of their type.</summary>
    private static readonly Dictionary<string, FileMarks> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["oleObject"] = FileMarks.EmbeddedFiles,
        ["package"] = FileMarks.EmbeddedFiles,
        ["aFChunk"] = FileMarks.EmbeddedFiles,
        ["externalLink"] = FileMarks.ExternalLinks,
        ["connections"] = FileMarks.ExternalLinks,
        ["queryTable"] = FileMarks.ExternalLinks,
        ["vbaProject"] = FileMarks.Script,
        ["xlMacrosheet"] = FileMarks.Script,
        ["control"] = FileMarks.Script,
        ["webExtension"] = FileMarks.Script,
        ["webextensiontaskpanes"] = FileMarks.Script,
    };

    private static readonly string[] FetchingFields = ["DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK"];

    private static readonly string[] FetchingFunctions = ["WEBSERVICE(", "RTD(", "IMAGE("];

    public static FileMarks Of(Stream content)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.Entries.Aggregate(FileMarks.None, (marks, part) => marks | OfPart(part));
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            return FileMarks.Unchecked;
        }
    }

    private static FileMarks OfPart(ZipArchiveEntry part)
    {
        var name = part.FullName.Replace('\\', '/');
        var marks = name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) ? FileMarks.EmbeddedFiles
            : name.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase) ? FileMarks.ExternalLinks
            : FileMarks.None;
        if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            return marks | Read(part, OfRelation);
        }

        return name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? marks | Read(part, new Fields().Of) : marks;
    }

    private static FileMarks Read(ZipArchiveEntry part, Func<XmlReader, FileMarks> of)
    {
        using var stream = part.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var marks = FileMarks.None;
        while (xml.Read())
        {
            marks |= of(xml);
        }

        return marks;
    }

    private static FileMarks OfRelation(XmlReader xml)
    {
        if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship")
        {
            return FileMarks.None;
        }

        var type = (xml.GetAttribute("Type") ?? "").Split('/')[^1];
        var isOutside = string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) || IsOutside(xml.GetAttribute("Target") ?? "");
        return !isOutside ? Relations.GetValueOrDefault(type)
            : string.Equals(type, "hyperlink", StringComparison.OrdinalIgnoreCase) ? FileMarks.None
            : string.Equals(type, "attachedTemplate", StringComparison.OrdinalIgnoreCase) ? FileMarks.RemoteTemplate
            : FileMarks.ExternalLinks | Relations.GetValueOrDefault(type);
    }

    private static bool IsOutside(string target) =>
        target.StartsWith(@"\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal) || target.Contains("://", StringComparison.Ordinal) || target.StartsWith("file:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads fields, whose words may be spread over many runs, and formulas.</summary>
    private sealed class Fields
    {
        private readonly StringBuilder _field = new();
        private string _inside = "";

        public FileMarks Of(XmlReader xml)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    _inside = xml.IsEmptyElement ? "" : xml.LocalName;
                    var ended = xml.LocalName == "fldChar" ? EndField() : FileMarks.None;
                    return ended | (xml.LocalName == "fldSimple" ? OfField(Attribute(xml, "instr")) : FileMarks.None);
                case XmlNodeType.EndElement:
                    _inside = "";
                    return xml.LocalName is "body" or "hdr" or "ftr" or "footnotes" or "endnotes" or "comments" ? EndField() : FileMarks.None;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _inside == "instrText":
                    _field.Append(xml.Value);
                    return FileMarks.None;
                case XmlNodeType.Text or XmlNodeType.CDATA when _inside == "f":
                    return Array.Exists(FetchingFunctions, function => xml.Value.Contains(function, StringComparison.OrdinalIgnoreCase)) ? FileMarks.ExternalLinks : FileMarks.None;
                default:
                    return FileMarks.None;
            }
        }

        private FileMarks EndField()
        {
            var marks = OfField(_field.ToString());
            _field.Clear();
            return marks;
        }

        private static FileMarks OfField(string instruction) =>
            FetchingFields.Contains(instruction.Split([' ', '\t', '\n', '\r', '\u00A0', '"'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "", StringComparer.OrdinalIgnoreCase) ? FileMarks.ExternalLinks : FileMarks.None;

        private static string Attribute(XmlReader xml, string name)
        {
            var value = "";
            while (xml.MoveToNextAttribute())
            {
                value = xml.LocalName == name ? xml.Value : value;
            }

            xml.MoveToElement();
            return value;
        }
    }
}
