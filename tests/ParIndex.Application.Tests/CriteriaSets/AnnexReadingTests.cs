using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Testing;
using static ParIndex.Testing.Annex;

namespace ParIndex.Application.Tests.CriteriaSets;

public sealed class AnnexReadingTests
{
    private static readonly object[] Header = ["STT", "Lĩnh vực/Tiêu chí/Tiêu chí thành phần", "Điểm tối đa", "Cách chấm"];

    [Fact]
    public void Docx_OverSeveralPages_IsOneTree()
    {
        var draft = Read(new Annex()
            .Table(["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
            .Text("PHỤ LỤC")
            .Table(Header, ["(1)", "(2)", "(3)", "(4)"], ["1", "Công tác chỉ đạo", "2,5", ""], ["1.1", "Kế hoạch", "1", "Có: 1\nKhông: 0"])
            .Table(Header, ["1.2", "Báo cáo", "1.5", "trừ: 0,5"], ["", "Tổng cộng", "2,5", ""])
            .Table(["Nơi nhận:", "CHỦ TỊCH"]));

        Assert.Empty(draft.Problems);
        Assert.Equal(["1", "1.1", "1.2"], draft.Nodes.Select(node => node.Content.Code));
        Assert.Equal("mức: Có=1; Không=0", draft.Nodes[1].Content.Rule.ToString());
        Assert.Equal(1.5m, draft.Nodes[2].Content.MaxScore);
        Assert.Equal(2, draft.Remarks.Count);
    }

    [Fact]
    public void Docx_WithWordsOwnNumbers_IsReadAsPrinted()
    {
        var draft = Read(new Annex().Table(
            Header,
            [new Cell("", List: 0), "Công tác chỉ đạo", "1", ""],
            [new Cell("", List: 1), "Kế hoạch", "1", ""],
            [new Cell("", List: 2), "Ban hành", "0,5", ""],
            [new Cell("", List: 2), "Hoàn thành", "0,5", ""],
            [new Cell("", List: 0), "Thể chế", "2", ""],
            [new Cell("", List: 1), "Văn bản", "2", ""]));

        Assert.Empty(draft.Problems);
        Assert.Equal(["1", "1.1", "1.1.1", "1.1.2", "2", "2.1"], draft.Nodes.Select(node => node.Content.Code));
    }

    [Fact]
    public void Docx_LevelsInMergedRowsAndLinesBelow_BelongToTheLeaf()
    {
        var draft = Read(new Annex().Table(
            Header,
            ["I", new Cell("Công tác chỉ đạo", Span: 1), "3", ""],
            [new Cell("1.1", Merge: true), new Cell("Kế hoạch", Merge: true), "1", "Kịp thời: 1"],
            [new Cell("", Merge: false), new Cell("", Merge: false), "", "Chậm: 0"],
            ["1.2", "Báo cáo\n- Đủ: 1\n- Thiếu: 0,5", "1", ""],
            ["1.3", "Kiểm tra", "1", ""],
            ["", "- Có kiểm tra", "1", ""],
            ["", "- Không kiểm tra (0 điểm)", "", ""]));

        Assert.Empty(draft.Problems);
        Assert.Equal(
            ["mức: Kịp thời=1; Chậm=0", "mức: Đủ=1; Thiếu=0,5", "mức: Có kiểm tra=1; Không kiểm tra=0"],
            draft.Nodes.Skip(1).Select(node => node.Content.Rule.ToString()));
        Assert.Equal("Báo cáo", draft.Nodes[2].Content.Name);
    }

    [Fact]
    public void EveryProblem_NamesItsPlace_AndBlocks()
    {
        var draft = Read(new Annex().Table(Header, ["1", "Lĩnh vực", "2", ""], ["1.1", "Kế hoạch", "nhiều", ""], ["1.1", "Trùng", "1", ""], ["2.1.1", "Mồ côi", "1", ""]));

        Assert.False(draft.CanBeAccepted);
        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Place is { Line: 3, Column: 3 });
        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Message.Contains("“1.1” đã có", StringComparison.Ordinal));
        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Message.Contains("cấp trên “2.1”", StringComparison.Ordinal));
    }

    [Fact]
    public void Sums_ThatDoNotAddUp_Block()
    {
        var draft = Read(new Annex().Table(Header, ["1", "Lĩnh vực", "3", ""], ["1.1", "Kế hoạch", "1", ""], ["1.2", "Báo cáo", "1", ""]));

        Assert.Contains("tổng các tiêu chí bên dưới là 2", Assert.Single(draft.Problems).Message, StringComparison.Ordinal);
        Assert.False(draft.CanBeAccepted);
    }

    [Fact]
    public void Columns_AsAPersonSays_AreRead()
    {
        var table = CriteriaSourceReader.Read(new Annex().Table(["STT", "Diễn giải", "Điểm"], ["1", "Kế hoạch", "1"]).Bytes(), "a.docx");
        Assert.False(CriteriaTableReader.Read(table).CanBeAccepted);

        var draft = CriteriaTableReader.Read(table, [CriteriaMeaning.Code, CriteriaMeaning.Name, CriteriaMeaning.MaxScore]);

        Assert.Equal("Kế hoạch", Assert.Single(draft.Nodes).Content.Name);
        Assert.True(draft.CanBeAccepted);
    }

    [Fact]
    public void Pasted_FromWord_KeepsParagraphsInTheirCells()
    {
        var draft = CriteriaTableReader.Read(Pasted(
            "Mã\tNội dung\tĐiểm tối đa\tThành phần\tCách chấm\r\n1\tTác động\t5\tĐiều tra XHH\t\r\n1.1\tHài lòng\t4\tXHH\t\r\n1.2\tĐối thoại\t1\tThẩm định\tCó: 1\r\nKhông: 0\r\n"));

        Assert.Empty(draft.Problems);
        Assert.Equal((Component.Survey, new SurveyRule()), (draft.Nodes[1].Content.Component, draft.Nodes[1].Content.Rule));
        Assert.Equal("mức: Có=1; Không=0", draft.Nodes[2].Content.Rule.ToString());
    }

    [Fact]
    public void PastedPage_IsRead()
    {
        var draft = CriteriaTableReader.Read(Pasted(
            "<table><tr><th>STT<th>Tiêu chí<th>Điểm</tr><tr><td>1<td>Lĩnh vực<td>1</tr><tr><td>1.1<td>Kế\n hoạch<p>Có: 1</p><p>Không: 0</p><td>1</tr></table>"));

        Assert.Empty(draft.Problems);
        Assert.Equal(("Kế hoạch", "mức: Có=1; Không=0"), (draft.Nodes[1].Content.Name, draft.Nodes[1].Content.Rule.ToString()));
    }

    [Theory]
    [InlineData("0,5", 0.5)]
    [InlineData("0.5", 0.5)]
    [InlineData("Điểm: 1", 1)]
    [InlineData("Điểm tối đa 1,25", 1.25)]
    [InlineData("1 điểm", 1)]
    [InlineData("1đ", 1)]
    [InlineData("\u00a00,5\u00a0", 0.5)]
    [InlineData("1 \u0111ie\u0302\u0309m", 1)]
    public void Maximum_AsDecisionsWriteIt_IsUnderstood(string printed, double points)
    {
        var draft = Read(new Annex().Table(Header, ["1", "Kế hoạch", printed, ""]));

        Assert.Empty(draft.Problems);
        Assert.Equal((decimal)points, Assert.Single(draft.Nodes).Content.MaxScore);
    }

    [Theory]
    [InlineData("0,5/1")]
    [InlineData("1-2")]
    [InlineData("1.000,5")]
    [InlineData("0,50000")]
    [InlineData("một")]
    [InlineData("-1")]
    [InlineData("0")]
    public void Maximum_ThatIsNone_IsRefusedWithItsTableAndRow(string printed)
    {
        var draft = Read(new Annex().Table(["Letterhead", ""]).Table(Header, ["1", "Kế hoạch", printed, ""]));

        Assert.False(draft.CanBeAccepted);
        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Place is { Table: 2, Line: 2, Column: 3 });
    }

    [Fact]
    public void TextInDecomposedUnicode_IsKeptComposed_AndItsHeaderKnown()
    {
        string Decomposed(string text) => text.Normalize(System.Text.NormalizationForm.FormD);
        var draft = Read(new Annex().Table(
            [.. Header.Select(text => Decomposed((string)text))],
            ["1", Decomposed("Cải cách thể chế"), "1", ""],
            ["1.1", Decomposed("Rà soát\u00a0văn bản"), "1", Decomposed("Kịp thời: 1\nChậm: 0")]));

        Assert.Empty(draft.Problems);
        Assert.Equal(["Cải cách thể chế", "Rà soát văn bản"], draft.Nodes.Select(node => node.Content.Name));
        Assert.Equal("mức: Kịp thời=1; Chậm=0", draft.Nodes[1].Content.Rule.ToString());
    }

    [Fact]
    public void FieldMergedOverCodeAndName_BlankRowsAndNotes_ArePassedOver()
    {
        var draft = Read(new Annex().Table(
            Header,
            [new Cell("I. CÔNG TÁC CHỈ ĐẠO", Span: 2), "1,5", ""],
            ["", "", "", ""],
            ["\u00a01.1\u00a0", "Kế hoạch", "1", ""],
            [new Cell("\u00a0", Span: 4)],
            ["1.2", "Báo cáo", "0.5", ""],
            [new Cell("* Ghi chú: chấm theo quý", Span: 4)],
            [new Cell("Ghi chú: làm tròn hai chữ số", Span: 4)]));

        Assert.DoesNotContain(draft.Problems, problem => problem.Blocks);
        Assert.Equal([("1", "CÔNG TÁC CHỈ ĐẠO"), ("1.1", "Kế hoạch"), ("1.2", "Báo cáo")], draft.Nodes.Select(node => (node.Content.Code, node.Content.Name)));
        Assert.Equal([7, 8], draft.Problems.Select(problem => problem.Place!.Line).Order());
    }

    [Theory]
    [InlineData("Tổng cộng")]
    [InlineData("TỔNG CỘNG:")]
    [InlineData("Tổng điểm (I + II)")]
    [InlineData("Tổng số điểm tối đa")]
    public void TotalThatDiffers_IsRefusedWithItsRow_AndOneThatAgreesIsNoCriterion(string words)
    {
        CriteriaDraft With(string total) => Read(new Annex().Table(
            Header,
            ["I", "Chỉ đạo", "1", ""], ["1.1", "Kế hoạch", "1", ""], ["", "Cộng lĩnh vực I", "1", ""],
            ["II", "Thể chế", "2", ""], ["2.1", "Văn bản", "2", ""], ["", "Cộng lĩnh vực II", "2", ""],
            ["", words, total, ""]));

        var agrees = With("3");
        Assert.Empty(agrees.Problems);
        Assert.Equal(["1", "1.1", "2", "2.1"], agrees.Nodes.Select(node => node.Content.Code));
        Assert.All(agrees.Nodes, node => Assert.Equal(LeafRule.Default, node.Content.Rule));
        var problem = Assert.Single(With("2").Problems);
        Assert.True(problem.Blocks && problem.Place is { Line: 8, Column: 3 }, problem.Message);
    }

    [Fact]
    public void CriterionWhoseNameBeginsLikeATotal_IsOne()
    {
        var draft = Read(new Annex().Table(Header, ["1", "Tổng hợp", "2", ""], ["1.1", "Tổng số văn bản được rà soát", "1", ""], ["1.2", "Cộng tác viên", "1", ""]));

        Assert.Empty(draft.Problems);
        Assert.Equal(["Tổng số văn bản được rà soát", "Cộng tác viên"], draft.Nodes.Skip(1).Select(node => node.Content.Name));
    }

    [Fact]
    public void DocxWithoutATable_IsRefused() =>
        Assert.Contains("không có bảng", Assert.Throws<UnreadableTableException>(() => Read(new Annex().Text("Quyết định"))).Message, StringComparison.Ordinal);

    [Fact]
    public void DamagedDocx_IsRefused()
    {
        var spoilt = Workbook.WithPart(new Annex().Text("a").Bytes(), "word/document.xml", "<w:document"u8.ToArray());

        Assert.Contains("DOCX bị hỏng", Assert.Throws<UnreadableTableException>(() => CriteriaSourceReader.Read(spoilt, "a.docx")).Message, StringComparison.Ordinal);
    }

    private static CriteriaDraft Read(Annex annex) => CriteriaTableReader.Read(CriteriaSourceReader.Read(annex.Bytes(), "phu-luc.docx"));

    private static SourceTable Pasted(string text) => Assert.Single(CriteriaSourceReader.ReadPasted(text)).Table;
}
