using System.Text;
using ParIndex.Application.Evidence;
using ParIndex.Domain.Evidence;

namespace ParIndex.Application.Tests.Evidence;

/// <summary>Files are what their content is, whatever they are called.</summary>
public sealed class FileCheckTests
{
    [Fact]
    public void KindOf_HonestFiles_IsTheirKind()
    {
        Assert.Equal(
            [FileKind.Pdf, FileKind.Docx, FileKind.Xlsx, FileKind.Jpeg, FileKind.Png],
            new[] { SampleFiles.Pdf(), SampleFiles.Docx(), SampleFiles.Xlsx(), SampleFiles.Jpeg(), SampleFiles.Png() }.Select(KindOf));
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "HTML called .pdf", Encoding.UTF8.GetBytes("<html><script>alert(1)</script>%PDF-1.7 startxref %%EOF") },
        { "PDF cut off", SampleFiles.Pdf()[..20] },
        { "an old Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "any zip", SampleFiles.Zip(("a.txt", "x")) },
        { "a package without its list", SampleFiles.Zip(("word/document.xml", "<w/>")) },
        { "macros", SampleFiles.Docx(("word/vbaProject.bin", "x")) },
        { "macros by declaration", SampleFiles.Zip(("[Content_Types].xml", "<Types><Default ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"), ("word/document.xml", "<w/>")) },
        { "a document type definition", SampleFiles.Zip(("[Content_Types].xml", SampleFiles.Types), ("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")) },
        { "a zip bomb", SampleFiles.Xlsx(("xl/media/a.bin", new string('0', 30_000_000))) },
        { "too many entries", SampleFiles.Xlsx([.. Enumerable.Range(0, 2_001).Select(i => ($"xl/a{i}.txt", "x"))]) },
        { "a picture of no size", SampleFiles.Png(width: 0) },
        { "a picture too large to open", SampleFiles.Png(width: 60_000) },
        { "a PNG cut off", SampleFiles.Png()[..^6] },
        { "a JPEG of no size", SampleFiles.Jpeg(width: 0) },
        { "a JPEG cut off", SampleFiles.Jpeg()[..12] },
        { "an SVG", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>") },
        { "nothing", [] },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void KindOf_AnythingElse_IsRefusedWithWhatIsAccepted(string what, byte[] content)
    {
        var refusal = Assert.Throws<FileRefusedException>(() => KindOf(content));

        Assert.True(refusal.Reason == FileRefusal.File, what);
        Assert.Contains("Chấp nhận tệp PDF", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kế hoạch.pdf", "Kế hoạch.pdf")]
    [InlineData(@"C:\Users\a\..\Kế hoạch.PDF", "Kế hoạch.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData("bao\u202Efdp.exe", "baofdp.exe.pdf")]
    [InlineData("<b>.pdf", "b.pdf")]
    [InlineData("...", "tai-lieu.pdf")]
    public void CleanName_KeepsTheNameAndEndsAsTheContentSays(string typed, string expected) => Assert.Equal(expected, FileWords.CleanName(typed, FileKind.Pdf));

    private static FileKind KindOf(byte[] content) => FileCheck.KindOf(new MemoryStream(content));
}
