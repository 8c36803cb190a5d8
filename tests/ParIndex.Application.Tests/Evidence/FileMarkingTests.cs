using System.IO.Compression;
using System.Text;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>What can act on whoever opens a file is found, however it is written; what cannot be looked into is said.</summary>
public sealed class FileMarkingTests
{
    private const string Word = "<w:document xmlns:w=\"urn:w\"><w:body>";

    public static TheoryData<string, byte[], FileMarks> Pdfs => new()
    {
        { "nothing", SampleFiles.Pdf(), FileMarks.None },
        { "a link that waits to be clicked", Pdf("<< /S /URI /URI (https://lai-chau.gov.vn) >>"), FileMarks.None },
        { "a script at opening", Pdf("<< /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"), FileMarks.Script },
        { "a script with escaped letters", Pdf("<< /S /J#61v#61Script >>"), FileMarks.Script },
        { "a script by its code alone", Pdf("<< /S /X /JS 12 0 R >>"), FileMarks.Script },
        { "a rendition", Pdf("<< /S /Rendition >>"), FileMarks.Script },
        { "another program", Pdf("<</S/Launch/Win<</F(cmd.exe)>>>>"), FileMarks.Launch },
        { "a file within", Pdf("<< /Names << /EmbeddedFiles 3 0 R >> >>"), FileMarks.EmbeddedFiles },
        { "a file within, by its specification", Pdf("<< /Type /Filespec /EF << /F 3 0 R >> >>"), FileMarks.EmbeddedFiles },
        { "a file pinned to a page", Pdf("<< /Subtype /FileAttachment >>"), FileMarks.EmbeddedFiles },
        { "an empty form", Pdf("<< /AcroForm << /Fields [] >> >>"), FileMarks.Form },
        { "a form to fill in", Pdf("<< /AcroForm 3 0 R >>\n<< /FT /Tx >>"), FileMarks.Form },
        { "a form that is sent", Pdf("<< /S /SubmitForm >>"), FileMarks.Form },
        { "a signed paper", Pdf("<< /AcroForm << /SigFlags 3 /Fields [4 0 R] >> >>\n<< /FT /Sig >>"), FileMarks.None },
        { "a signed form", Pdf("<< /AcroForm 3 0 R >>\n<< /FT /Sig >>\n<< /FT /Ch >>"), FileMarks.Form },
        { "another document", Pdf("<< /S /GoToR /F (\\\\\\\\may\\\\a.pdf) >>"), FileMarks.ExternalLinks },
        { "an encrypted document", Pdf("<< /Encrypt 9 0 R >>"), FileMarks.Unchecked },
        { "a script in an object stream", ObjectStream("<< /S /JavaScript >>", "/Filter /FlateDecode"), FileMarks.Script },
        { "a script in an object stream that does not say what it is", ObjectStream("<< /S /JavaScript >>", "/Filter[/Fl]", type: ""), FileMarks.Script },
        { "two object streams", [.. ObjectStream("<< /S /Launch >>", "/Filter /FlateDecode"), .. ObjectStream("<< /XFA 1 0 R >>", "/Filter /FlateDecode")], FileMarks.Launch | FileMarks.Form },
        { "an honest object stream", ObjectStream("<< /Type /Page >>", "/Filter /FlateDecode"), FileMarks.None },
        { "an object stream packed twice", ObjectStream("<< >>", "/Filter [/ASCII85Decode /FlateDecode]"), FileMarks.Unchecked },
        { "an object stream with a predictor", ObjectStream("<< >>", "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"), FileMarks.Unchecked },
        { "an object stream whose filter stands elsewhere", ObjectStream("<< >>", "/Filter 9 0 R"), FileMarks.Unchecked },
        { "a damaged object stream", Pdf("<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\nstream\nabc\nendstream"), FileMarks.Unchecked },
        { "an object stream that unpacks beyond measure", ObjectStream(new string(' ', 70 * 1024 * 1024), "/Filter /FlateDecode"), FileMarks.Unchecked },
    };

    public static TheoryData<string, byte[], FileMarks> Packages => new()
    {
        { "a document", SampleFiles.Docx(), FileMarks.None },
        { "a workbook", SampleFiles.Xlsx(), FileMarks.None },
        { "a link", SampleFiles.Docx(("word/_rels/document.xml.rels", Relation("hyperlink", "https://lai-chau.gov.vn", isExternal: true))), FileMarks.None },
        { "a template on another machine", SampleFiles.Docx(("word/_rels/settings.xml.rels", Relation("attachedTemplate", "http://x/a.dotm", isExternal: true))), FileMarks.RemoteTemplate },
        { "a template on a share, not said to be outside", SampleFiles.Docx(("word/_rels/settings.xml.rels", Relation("attachedTemplate", @"\\may\a.dotm", isExternal: false))), FileMarks.RemoteTemplate },
        { "the template of the own machine", SampleFiles.Docx(("word/_rels/settings.xml.rels", Relation("attachedTemplate", "Normal.dotm", isExternal: false))), FileMarks.None },
        { "a picture from elsewhere", SampleFiles.Docx(("word/_rels/document.xml.rels", Relation("image", "https://x/a.png", isExternal: true))), FileMarks.ExternalLinks },
        { "an object within", SampleFiles.Docx(("word/_rels/document.xml.rels", Relation("oleObject", "embeddings/a.bin", isExternal: false))), FileMarks.EmbeddedFiles },
        { "a file within", SampleFiles.Docx(("word/embeddings/a.xlsx", "x")), FileMarks.EmbeddedFiles },
        { "another document within", SampleFiles.Docx(("word/_rels/document.xml.rels", Relation("aFChunk", "a.html", isExternal: false))), FileMarks.EmbeddedFiles },
        { "an object from elsewhere", SampleFiles.Docx(("word/_rels/document.xml.rels", Relation("oleObject", "file:///c:/a.xlsx", isExternal: true))), FileMarks.EmbeddedFiles | FileMarks.ExternalLinks },
        { "another workbook", SampleFiles.Xlsx(("xl/externalLinks/externalLink1.xml", "<a/>")), FileMarks.ExternalLinks },
        { "a connection", SampleFiles.Xlsx(("xl/_rels/workbook.xml.rels", Relation("connections", "connections.xml", isExternal: false))), FileMarks.ExternalLinks },
        { "a formula that fetches", SampleFiles.Xlsx(("xl/worksheets/sheet1.xml", "<c><f>WEBSERVICE(\"http://x/\"&amp;A1)</f></c>")), FileMarks.ExternalLinks },
        { "an add-in", SampleFiles.Xlsx(("_rels/.rels", Relation("webextensiontaskpanes", "xl/webextensions/taskpanes.xml", isExternal: false))), FileMarks.Script },
        { "a field that starts a program", SampleFiles.Docx(("word/header1.xml", Word + "<w:fldSimple w:instr=\" DDEAUTO c:\\\\cmd.exe \"/></w:body></w:document>")), FileMarks.ExternalLinks },
        { "a field in pieces", SampleFiles.Docx(("word/header1.xml", Word + "<w:fldChar w:fldCharType=\"begin\"/><w:instrText> INCLUDE</w:instrText><w:instrText>PICTURE \"http://x/\"</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:body></w:document>")), FileMarks.ExternalLinks },
        { "a page number", SampleFiles.Docx(("word/footer1.xml", Word + "<w:fldChar/><w:instrText> PAGE </w:instrText><w:fldChar/></w:body></w:document>")), FileMarks.None },
    };

    [Theory, MemberData(nameof(Pdfs))]
    public void Pdf_IsMarkedByWhatItHolds(string what, byte[] content, FileMarks expected) => Assert.Equal((what, expected), (what, FileMarking.Of(new MemoryStream(content), FileKind.Pdf)));

    [Theory, MemberData(nameof(Packages))]
    public void Package_IsMarkedByWhatItHolds(string what, byte[] content, FileMarks expected) => Assert.Equal((what, expected), (what, FileMarking.Of(new MemoryStream(content), FileKind.Docx)));

    [Fact]
    public void Words_NameEveryMark()
    {
        Assert.All(Enum.GetValues<FileMarks>().Where(mark => mark != FileMarks.None), mark => Assert.NotEmpty(FileWords.Of(mark)));
        Assert.Empty(FileWords.Of(FileMarks.None));
        Assert.Empty(FileWords.Of((FileMarks?)null));
        Assert.Equal("tệp có mã lệnh chạy khi mở; có biểu mẫu để điền hoặc gửi đi", FileWords.Of(FileMarks.Form | FileMarks.Script));
    }

    private static byte[] Pdf(string objects) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{objects}\nendobj\nstartxref\n9\n%%EOF\n");

    private static byte[] ObjectStream(string objects, string filter, string type = "/Type /ObjStm")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes("7 0 " + objects));
        }

        return [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n<< {type} /N 1 /First 4 {filter} /Length {packed.Length} >>\nstream\r\n"), .. packed.ToArray(), .. "\nendstream\nendobj\nstartxref\n9\n%%EOF\n"u8];
    }

    private static string Relation(string type, string target, bool isExternal) =>
        $"<Relationships xmlns=\"urn:r\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"{(isExternal ? " TargetMode=\"External\"" : "")}/></Relationships>";
}
