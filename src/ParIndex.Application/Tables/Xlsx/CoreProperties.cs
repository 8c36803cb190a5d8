using System.Xml;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>Title, author and language of an Office file; no time of making, which would change from run to run.</summary>
internal static class CoreProperties
{
    internal const string Vietnamese = "vi-VN";

    private const string Namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    internal static void Write(XmlWriter xml, string title, string creator, string language)
    {
        xml.WriteStartElement("cp", "coreProperties", Namespace);
        xml.WriteElementString("dc", "title", DublinCore, XmlText.Legal(title));
        xml.WriteElementString("dc", "creator", DublinCore, XmlText.Legal(creator));
        xml.WriteElementString("dc", "language", DublinCore, language);
        xml.WriteEndElement();
    }
}
