using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Nothing an annex says is lost: every cell became what it is said to have become, or is named with the reason.</summary>
public sealed class AnnexAccountTests
{
    [Theory]
    [InlineData("F01-formula-row-dropped.docx")]
    [InlineData("F02-commune-layout-formula-and-cumulative.docx")]
    [InlineData("F03-field-title-becomes-level.docx")]
    [InlineData("F05-rule-wordings.docx")]
    [InlineData("F07-two-annexes-one-file.docx")]
    [InlineData("F09-header-words.xlsx")]
    [InlineData("F11-survey-in-notes.docx")]
    [InlineData("F16-libreoffice-annex.docx")]
    [InlineData("F20-formula-between-levels-minimal.docx")]
    [InlineData("71-docx-superscript.docx")]
    [InlineData("72-docx-hidden-text.docx")]
    public void EveryCell_BecameWhatItIsSaidToBe(string file, params string[] unused)
    {
        var annexes = CriteriaSourceReader.ReadAll(Case(file), file);

        Assert.Equal(unused, annexes.SelectMany(annex => AnnexLedger.Unused(annex.Table, CriteriaTableReader.Read(annex.Table))));
    }

    /// <summary>The table of a document against the document itself, taken apart by nothing of the program.</summary>
    [Theory]
    [InlineData("F01-formula-row-dropped.docx")]
    [InlineData("F02-commune-layout-formula-and-cumulative.docx")]
    [InlineData("F03-field-title-becomes-level.docx")]
    [InlineData("F05-rule-wordings.docx")]
    [InlineData("F07-two-annexes-one-file.docx")]
    [InlineData("F11-survey-in-notes.docx")]
    [InlineData("F16-libreoffice-annex.docx")]
    [InlineData("F20-formula-between-levels-minimal.docx")]
    public void EveryCellOfTheDocument_StandsInTheTable(string file)
    {
        var annexes = CriteriaSourceReader.ReadAll(Case(file), file);
        var named = annexes.SelectMany(annex => annex.Table.Remarks).Where(remark => remark.Code == "annex.table-passed-over").Select(remark => (int)remark.Arguments["number"]).ToList();
        var read = annexes.SelectMany(annex => annex.Table.Rows).SelectMany(row => row).Where(cell => !cell.IsRepeated && cell.Text.Length > 0).Select(cell => Signs(cell.Text)).ToList();
        using var word = WordprocessingDocument.Open(new MemoryStream(Case(file), writable: false), isEditable: false);
        var printed = word.MainDocumentPart!.Document!.Body!.Elements<Table>().Where((_, i) => !named.Contains(i + 1)).SelectMany(table => table.Descendants<TableCell>()).Select(cell => Signs(string.Concat(cell.Descendants<Text>().Select(text => text.Text)))).Where(text => text.Length > 0);

        Assert.Equal(printed, read);
    }

    /// <summary>The ledger is a check that can fail: a cell whose text is not kept is found.</summary>
    [Fact]
    public void LostText_IsFoundByTheLedger()
    {
        var table = CriteriaSourceReader.Read(new Annex().Table(["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch năm", "1"]).Bytes(), "a.docx");
        var draft = CriteriaTableReader.Read(table);
        var node = draft.Nodes[0];

        Assert.Empty(AnnexLedger.Unused(table, draft));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AnnexLedger.Unused(table, draft with { Nodes = [node with { Content = new(node.Content.Code, "Kế hoạch", 1) }] }));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AnnexLedger.Unused(table, draft with { Rows = [draft.Rows[0], draft.Rows[1] with { Uses = [.. draft.Rows[1].Uses.Skip(1)] }] }));
    }

    private static string Signs(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormC).Where(sign => !char.IsWhiteSpace(sign)));

    private static byte[] Case(string name)
    {
        using var stream = typeof(AnnexAccountTests).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
