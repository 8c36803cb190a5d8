using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.Documents;
using TableRow = ParIndex.Application.Documents.TableRow;

namespace ParIndex.Application.Tests.Documents;

public sealed class DocxWriterTests
{
    private static OfficialDocument Paper(bool isLandscape = false, string language = "vi-VN") => new("Báo cáo thử", [
        new DocumentBlock.Title("Báo cáo", "Kết quả năm 2025", "(Kèm theo Quyết định số ……)"),
        new DocumentBlock.Heading("1. Chung"),
        new DocumentBlock.Heading("1.1. Riêng", 2),
        new DocumentBlock.Heading("a) Nhỏ", 3),
        new DocumentBlock.Paragraph(new("Chỉ số trung bình đạt "), new("82,08%", Strong: true), new(".\u0001")),
        new DocumentBlock.Table("Kết quả", [new("TT", 1, CellAlignment.Center), new("Đơn vị", 5), new("Chỉ số", 2, CellAlignment.Right)],
            [new("Nhóm A") { IsStrong = true }, .. Enumerable.Range(1, 80).Select(i => new TableRow($"{i}", "Sở Nội vụ\nghi chú", "87,42"))]),
        new DocumentBlock.Note("Nguồn: bản công bố."),
        new DocumentBlock.NewPage(),
        new DocumentBlock.Signatures(["Hội đồng thẩm định", "Lưu: VT"], new Signer("TM. Ủy ban nhân dân\nChủ tịch")),
    ])
    {
        Head = new("Ủy ban nhân dân tỉnh Mẫu", "Sở Nội vụ", Number: null, "BC-SNV", "Mẫu", new(2026, 2, 5)),
        IsLandscape = isLandscape,
        Language = language,
        Creator = "Sở Nội vụ",
        Foot = "Mã kết quả 0123",
    };

    [Theory]
    [InlineData(false, "vi-VN")]
    [InlineData(true, "en-GB")]
    public void Write_OfEveryBlock_IsValid(bool isLandscape, string language) => Papers.RequireValid(DocxWriter.Write(Paper(isLandscape, language)));

    [Fact]
    public void Write_InAnotherCulture_GivesTheSameBytes()
    {
        var (first, culture) = (DocxWriter.Write(Paper()), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = new("tr-TR");
            Assert.Equal(first, DocxWriter.Write(Paper()));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Write_IsInTheFormOfTheDecree()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(Paper())), isEditable: false);
        var document = word.MainDocumentPart!.Document!;
        var text = Papers.Text(document);
        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("ỦY BAN NHÂN DÂN TỈNH MẪU\nSỞ NỘI VỤ\n", text, StringComparison.Ordinal);
        Assert.Contains("Số: …………/BC-SNV", text, StringComparison.Ordinal);
        Assert.Contains("Mẫu, ngày 05 tháng 02 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n", text, StringComparison.Ordinal);
        Assert.Contains("- Hội đồng thẩm định;\n- Lưu: VT.", text, StringComparison.Ordinal);
        Assert.Equal((11906u, 16838u), (document.Descendants<PageSize>().Single().Width!.Value, document.Descendants<PageSize>().Single().Height!.Value));
        Assert.Equal(1701u, document.Descendants<PageMargin>().Single().Left!.Value);
        Assert.Single(document.Descendants<TitlePage>());
        Assert.Contains("PAGE", word.MainDocumentPart.HeaderParts.Single().Header!.Descendants<SimpleField>().Single().Instruction!.Value, StringComparison.Ordinal);
        Assert.Equal(("Báo cáo thử", "vi-VN"), (word.PackageProperties.Title, word.PackageProperties.Language));
        var defaults = word.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal(("Times New Roman", "28", "vi-VN"), (defaults.RunFonts!.Ascii!.Value, defaults.FontSize!.Val!.Value, defaults.Languages!.Val!.Value));
    }

    [Fact]
    public void Write_OfATable_RepeatsItsHeaderAndKeepsRowsWhole()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(Paper())), isEditable: false);
        var table = word.MainDocumentPart!.Document!.Descendants<Table>().Single(one => one.Descendants<TableCaption>().Any());
        var rows = table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().ToList();
        Assert.Equal(82, rows.Count);
        Assert.All(rows, row => Assert.Single(row.Descendants<CantSplit>()));
        Assert.Single(rows[0].Descendants<TableHeader>());
        Assert.Single(table.Descendants<TableHeader>());
    }
}

/// <summary>Papers as tests read them.</summary>
internal static class Papers
{
    /// <summary>Fails with every error of the schema.</summary>
    public static void RequireValid(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word, TestContext.Current.CancellationToken).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")));
    }

    /// <summary>The words, a line a paragraph.</summary>
    public static string Text(byte[] file)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return Text(word.MainDocumentPart!.Document!);
    }

    public static string Text(Document document) => string.Join('\n', document.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
}
