using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Annexes in the layouts of published decisions, as files: each has its right reading.</summary>
public sealed class AnnexCaseTests
{
    [Fact]
    public void F01_FormulaBetweenLevels_IsARatioWithItsFloor_AndSurveyMarksMakeSurveyLeaves()
    {
        var draft = Only("F01-formula-row-dropped.docx");

        Assert.Equal("mức: Ban hành kịp thời (trong Quý IV năm trước liền kề)=0,5; Ban hành không kịp thời=0,25; Không ban hành=0", Rule(draft, "1.1.1"));
        Assert.Equal("tỷ lệ; sàn=80", Rule(draft, "1.1.2"));
        Assert.Equal("mức: Có từ 2 sáng kiến/giải pháp mới trở lên=2; Có 1 sáng kiến/giải pháp mới=1; Không có=0", Rule(draft, "1.2"));
        Assert.Equal("tỷ lệ; không phát sinh=đủ điểm", Rule(draft, "2.1"));
        Assert.All(new[] { "1.3", "2.2" }, code => Assert.Equal((Component.Survey, "điều tra"), (Node(draft, code).Component, Rule(draft, code))));
        Assert.Equal(
            "Hoàn thành 100% kế hoạch: 1\nHoàn thành từ 80% - dưới 100% kế hoạch thì điểm đánh giá được tính theo công thức\n[(Tỷ lệ % hoàn thành) x (điểm tối đa)]/(100%)\nHoàn thành dưới 80% kế hoạch: 0",
            Node(draft, "1.1.2").ScoringText);
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void F02_StatementsThatAddUp_AreCumulative_AndGuidanceIsKept()
    {
        var draft = Only("F02-commune-layout-formula-and-cumulative.docx");

        Assert.Equal(("tỷ lệ; sàn=90", "cộng dồn: Tuyên truyền qua phương tiện trực tuyến, ứng dụng CNTT=0,5; Tuyên truyền qua hình thức truyền thống=0,5"), (Rule(draft, "4.1"), Rule(draft, "4.2")));
        Assert.Equal(("Kế hoạch, báo cáo", "Bảng điện tử (0,25đ); website, mạng xã hội (0,25đ)"), (Node(draft, "4.1").Remark, Node(draft, "4.2").Remark));
        Assert.True(draft.CanBeAccepted);
    }

    [Fact]
    public void F03_TitleWithoutACode_IsAField()
    {
        var draft = Only("F03-field-title-becomes-level.docx");

        Assert.Equal("mức: Ban hành kịp thời=2; Không kịp thời=1; Không ban hành=0", Rule(draft, "1"));
        var field = Assert.Single(draft.Nodes, node => node.Content.Name == "CẢI CÁCH THỂ CHẾ");
        Assert.Equal((false, 1, 1m), (field.IsLeaf, field.Depth, field.Content.MaxScore));
        var leaf = Assert.Single(draft.Nodes, node => node.Content.Code == "2");
        Assert.Equal((field.Content.Code, 2, "mức: Có=1; Không=0"), (leaf.ParentCode, leaf.Depth, leaf.Content.Rule.ToString()));
        Assert.Equal((true, 3m), (draft.CanBeAccepted, draft.ToSet(2026, "xa", "Bộ tiêu chí").MaxScore));
    }

    /// <summary>What each of the 32 wordings says; “–” is one that is kept as text and scored by hand.</summary>
    [Fact]
    public void F05_EachWording_IsTheRuleItSays_OrKeptAsText()
    {
        var draft = Only("F05-rule-wordings.docx");
        string[] rules =
        [
            "bậc: 100=1,5; 80=1",
            "bậc: 100=1,5; 80=1",
            "tỷ lệ",
            "tỷ lệ; sàn=80",
            "trọng số: số hoàn thành đúng hạn=1; số hoàn thành nhưng quá hạn=0,5",
            "tỷ lệ; chuẩn=60",
            "trừ: 0,25",
            "trừ: 0,1",
            "đếm: 1",
            "mức: Báo cáo đúng hạn=1; chậm từ 01 - 03 ngày=0,5; chậm trên 03 ngày=0",
            "đếm: 0,25",
            "tỷ lệ; không phát sinh=đủ điểm",
            "mức: Ban hành kịp thời (trong tháng 12 năm trước)=0,5; Ban hành không kịp thời=0,25; Không ban hành=0",
            "bậc: >95=1; 90=0,5",
            "bậc: 30=1; 20=0,5",
            "–",
            "mức: Tăng so với năm trước=1; Bằng năm trước=0,5; Giảm=0",
            "tỷ lệ",
            "–",
            "–",
            "mức: Tổ chức đối thoại ≥ 2 lần/năm=1; 01 lần/năm=0,5; Không tổ chức=0",
            "mức: Đạt yêu cầu=0,5; Không đạt yêu cầu=0",
            "mức: Có=0,5; Không=0",
            "mức: Đầy đủ, kịp thời=1; thiếu hoặc chậm=0,5; không thực hiện=0",
            "bậc: 100=1",
            "bậc: 100=1; 90=0,5",
            "bậc: 100=1; 70=0,5",
            "–",
            "–",
            "mức: Kết quả xếp loại chuyển đổi số của tỉnh: Tốt=2; Khá=1,5; Trung bình=1; Yếu=0",
            "–",
            "–",
        ];

        Assert.Equal(rules.Select((rule, i) => $"1.{i + 1} {rule}"), Enumerable.Range(1, 32).Select(i => $"1.{i} {(Node(draft, $"1.{i}").Rule is DirectRule ? "–" : Rule(draft, $"1.{i}"))}"));
        Assert.All(draft.Nodes.Where(node => node.IsLeaf), node => Assert.NotNull(node.Content.ScoringText));
        Assert.Equal(rules.Count(rule => rule == "–"), draft.Problems.Count(problem => problem.Message.StartsWith("Không hiểu cách chấm", StringComparison.Ordinal)));
        Assert.Equal(rules.Count(rule => rule == "–"), draft.Problems.Count(problem => problem.Finding.Code == "annex.rule-unclear"));
        Assert.Equal("Điểm = (b/a)*1,00 + (c/a)*0,50\nTrong đó: a: tổng số nhiệm vụ giao; b: số hoàn thành đúng hạn; c: số hoàn thành nhưng quá hạn", Node(draft, "1.5").ScoringText);
    }

    [Fact]
    public void F07_TwoAnnexes_AreTwoTables_NamedByWhatStandsAbove()
    {
        var annexes = CriteriaSourceReader.ReadAll(Case("F07-two-annexes-one-file.docx"), "F07.docx");

        Assert.Equal(["PHỤ LỤC I: SỞ, BAN, NGÀNH", "PHỤ LỤC II: XÃ, PHƯỜNG"], annexes.Select(annex => annex.Title));
        var drafts = annexes.Select(annex => CriteriaTableReader.Read(annex.Table)).ToList();
        Assert.All(drafts, draft => Assert.True(draft.CanBeAccepted));
        Assert.Equal([2m, 3m], drafts.Select(draft => draft.ToSet(2026, "", "Bộ tiêu chí").MaxScore));
    }

    [Fact]
    public void F09_UsualHeadings_AreKnown()
    {
        var draft = Only("F09-header-words.xlsx");

        Assert.Equal([CriteriaMeaning.Code, CriteriaMeaning.Name, CriteriaMeaning.MaxScore, CriteriaMeaning.Rule, CriteriaMeaning.Evidence, CriteriaMeaning.Body], draft.Columns.Select(column => column.Meaning!.Value));
        Assert.Equal("mức: Có=1; Không=0", Rule(draft, "1.1"));
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void F11_SurveyAmongTheRemarks_MakesASurveyLeaf_AndOthersStayRemarks()
    {
        var draft = Only("F11-survey-in-notes.docx");

        Assert.Equal((Component.Survey, "điều tra", null), (Node(draft, "1.2").Component, Rule(draft, "1.2"), Node(draft, "1.2").Remark));
        Assert.Equal((Component.Appraisal, "Không áp dụng đối với xã", "trực tiếp"), (Node(draft, "1.3").Component, Node(draft, "1.3").Remark, Rule(draft, "1.3")));
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void F16_AsAnOfficeProgramSavesIt_IsReadWhole()
    {
        var draft = Only("F16-libreoffice-annex.docx");

        Assert.Equal("mức: Kịp thời=1; Chậm dưới 10 ngày=0,5; Không ban hành=0", Rule(draft, "1.1.1"));
        Assert.Equal(("tỷ lệ; sàn=80", "trừ: 0,25", "bậc: 98=2; 95=1"), (Rule(draft, "1.1.2"), Rule(draft, "1.2"), Rule(draft, "2.1")));
        Assert.Equal((Component.Survey, "điều tra"), (Node(draft, "2.2").Component, Rule(draft, "2.2")));
        Assert.Equal((Component.Bonus, "đếm: 1"), (Node(draft, "3.1").Component, Rule(draft, "3.1")));
        Assert.Equal((Component.Penalty, "mức: Khiển trách=1; cảnh cáo=2; từ cách chức trở lên=3; Không phát sinh=0"), (Node(draft, "4.1").Component, Rule(draft, "4.1")));
        Assert.Equal("Số liệu từ Hệ thống TTGQTTHC", Node(draft, "2.1").Remark);
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void F20_TheSmallestFormulaBetweenLevels_IsARatioWithItsFloor()
    {
        var draft = Only("F20-formula-between-levels-minimal.docx");

        Assert.Equal("tỷ lệ; sàn=80", Rule(draft, "1.1"));
        Assert.Empty(draft.Problems);
    }

    [Theory]
    [InlineData("71-docx-superscript.docx", "nâng cao hoặc hạ thấp (dấu chú thích) “1”")]
    [InlineData("72-docx-hidden-text.docx", "chữ ẩn “5”")]
    public void RaisedAndHiddenText_IsNoPartOfTheNumber_AndIsNamed(string file, string said)
    {
        var draft = Only(file);

        Assert.Equal((2m, 3m, 5m), (Node(draft, "1.1").MaxScore, Node(draft, "1.2").MaxScore, Node(draft, "1").MaxScore));
        Assert.Contains(draft.Remarks, remark => remark.Code == "annex.text-left-out" && remark.Text.Contains(said, StringComparison.Ordinal));
    }

    private static CriteriaDraft Only(string file) => CriteriaTableReader.Read(Assert.Single(CriteriaSourceReader.ReadAll(Case(file), file)).Table);

    private static CriterionContent Node(CriteriaDraft draft, string code) => Assert.Single(draft.Nodes, node => node.Content.Code == code).Content;

    private static string Rule(CriteriaDraft draft, string code) => Node(draft, code).Rule.ToString();

    private static byte[] Case(string name)
    {
        using var stream = typeof(AnnexCaseTests).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
