using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Tables.Xlsx;
using Properties = DocumentFormat.OpenXml.ExtendedProperties;

namespace ParIndex.Application.Documents;

/// <summary>
/// Sets an official paper as DOCX. The same paper gives the same bytes in every run, culture and time zone: a published
/// one can be made anew and need not be stored.
/// </summary>
public static class DocxWriter
{
    /// <summary>The type of the file.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string DocumentPath = "word/document.xml", StylesPath = "word/styles.xml", SettingsPath = "word/settings.xml", HeaderPath = "word/header1.xml", FooterPath = "word/footer1.xml", FirstFooterPath = "word/footer2.xml";
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string HeaderId = "rId3", FooterId = "rId4", FirstFooterId = "rId5";

    /// <summary>The whole file.</summary>
    public static byte[] Write(OfficialDocument paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var output = new MemoryStream();
        using (var package = new StablePackage(output))
        {
            WriteFrame(package, paper);
            package.Write(DocumentPath, xml => xml.WriteElement(new Document(BodyOf(paper))));
            package.Write(StylesPath, xml => xml.WriteElement(PaperStyles.Of(paper.Language)));
            package.Write(SettingsPath, xml => xml.WriteElement(SettingsOf(paper)));
            package.Write(HeaderPath, xml => xml.WriteElement(new Header(PageNumber())));
            package.Write(FooterPath, xml => xml.WriteElement(new Footer(PaperText.Line(paper.Foot ?? "", PaperStyles.PageFoot))));
            package.Write(FirstFooterPath, xml => xml.WriteElement(new Footer(PaperText.Line(paper.Foot ?? "", PaperStyles.PageFoot))));
        }

        return output.ToArray();
    }

    private static void WriteFrame(StablePackage package, OfficialDocument paper)
    {
        package.WriteContentTypes(
        [
            (StablePackage.CorePropertiesPath, "application/vnd.openxmlformats-package.core-properties+xml"),
            (StablePackage.ExtendedPropertiesPath, "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
            (DocumentPath, WordType + "document.main+xml"),
            (StylesPath, WordType + "styles+xml"),
            (SettingsPath, WordType + "settings+xml"),
            (HeaderPath, WordType + "header+xml"),
            (FooterPath, WordType + "footer+xml"),
            (FirstFooterPath, WordType + "footer+xml"),
        ]);
        package.WriteRelations(StablePackage.Root,
        [
            new("rId1", "officeDocument", DocumentPath),
            new("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", StablePackage.CorePropertiesPath),
            new("rId3", "extended-properties", StablePackage.ExtendedPropertiesPath),
        ]);
        package.WriteXml(StablePackage.CorePropertiesPath, xml => CoreProperties.Write(xml, paper.Title, paper.Creator, paper.Language));
        package.Write(StablePackage.ExtendedPropertiesPath, xml => xml.WriteElement(new Properties.Properties(new Properties.Application("ParIndex"))));
        package.WriteRelations(DocumentPath,
        [
            new("rId1", "styles", "styles.xml"),
            new("rId2", "settings", "settings.xml"),
            new(HeaderId, "header", "header1.xml"),
            new(FooterId, "footer", "footer1.xml"),
            new(FirstFooterId, "footer", "footer2.xml"),
        ]);
    }

    private static Body BodyOf(OfficialDocument paper)
    {
        var width = PaperMeasures.TextWidth(paper.IsLandscape);
        var body = new Body();
        if (paper.Head is { } head)
        {
            body.Append(PaperHead.Of(head, width), PaperText.Line("", PaperStyles.Recipients));
        }

        foreach (var block in paper.Blocks)
        {
            body.Append(Of(block, width));
        }

        body.Append(SectionOf(paper));
        return body;
    }

    private static IEnumerable<OpenXmlElement> Of(DocumentBlock block, int width) => block switch
    {
        DocumentBlock.Title title =>
        [
            PaperText.Line(title.Kind.ToUpperInvariant(), PaperStyles.Title),
            PaperText.Line(title.Subject, PaperStyles.Subject),
            .. title.Under is { } under ? [PaperText.Line(under, PaperStyles.Under)] : Array.Empty<Paragraph>(),
            PaperText.Rule(width, width / 5, PaperStyles.Subject),
        ],
        DocumentBlock.Heading heading => [PaperText.Line(heading.Text, PaperStyles.Heading + heading.Level)],
        DocumentBlock.Paragraph paragraph => [PaperText.Of(paragraph.Runs, PaperStyles.Body)],
        DocumentBlock.Note note => [PaperText.Line(note.Text, PaperStyles.Note)],
        // A table that stands at the end or beside another would be joined with it; the empty line also gives it air, and keeps a heading with it.
        DocumentBlock.Table table => [PaperText.Above(PaperStyles.Recipients), PaperTable.Of(table, width), PaperText.Line("", PaperStyles.Recipients)],
        DocumentBlock.Signatures signatures => [PaperText.Line("", PaperStyles.Recipients), PaperSignatures.Of(signatures, width), PaperText.Line("", PaperStyles.Recipients)],
        _ => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
    };

    private static SectionProperties SectionOf(OfficialDocument paper)
    {
        var side = paper.IsLandscape;
        var section = new SectionProperties();
        section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId });
        if (paper.Foot is not null)
        {
            section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId }, new FooterReference { Type = HeaderFooterValues.First, Id = FirstFooterId });
        }

        section.Append(
            new PageSize { Width = (uint)(side ? PaperMeasures.Long : PaperMeasures.Short), Height = (uint)(side ? PaperMeasures.Short : PaperMeasures.Long), Orient = side ? PageOrientationValues.Landscape : PageOrientationValues.Portrait },
            new PageMargin
            {
                // On its side the bound edge lies on top.
                Top = side ? PaperMeasures.Left : PaperMeasures.TopAndBottom,
                Bottom = side ? PaperMeasures.Right : PaperMeasures.TopAndBottom,
                Left = (uint)(side ? PaperMeasures.TopAndBottom : PaperMeasures.Left),
                Right = (uint)(side ? PaperMeasures.TopAndBottom : PaperMeasures.Right),
                Header = PaperMeasures.Header,
                Footer = PaperMeasures.Header,
                Gutter = 0,
            },
            new TitlePage());
        return section;
    }

    private static Paragraph PageNumber() => new(
        new ParagraphProperties(new ParagraphStyleId { Val = PaperStyles.PageHead }),
        new SimpleField(new Run(new Text("2"))) { Instruction = " PAGE " });

    private static Settings SettingsOf(OfficialDocument paper) => new(
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = paper.Language });
}
