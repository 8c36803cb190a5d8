using System.Text;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Testing;
using static ParIndex.Testing.Annex;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Annexes in layouts in which provinces publish theirs, wording shortened: each is read whole, and nothing of it is lost.</summary>
public sealed class AnnexLayoutTests
{
    [Fact]
    public void WithoutAColumnOfCodes_TheyStandBeforeTheNames()
    {
        var draft = Whole(new Annex().Table(
            ["Nội dung đánh giá", "Điểm chuẩn", "Cách đánh giá, cho điểm"],
            ["I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "3", ""],
            ["1. Ban hành kế hoạch năm", "1", "Kịp thời: 1; chậm: 0,5; không ban hành: 0"],
            ["2. Thực hiện báo cáo", "2", "Thiếu một báo cáo trừ 0,5 điểm"],
            ["II. CẢI CÁCH THỂ CHẾ", "2", ""],
            ["1. Rà soát văn bản", "2", "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm"]));

        Assert.Equal("1=3 1.1=1 1.2=2 2=2 2.1=2", Tree(draft));
        Assert.Equal(("mức: Kịp thời=1; chậm=0,5; không ban hành=0", "bậc: 90=2"), (Rule(draft, "1.1"), Rule(draft, "2.1")));
    }

    [Fact]
    public void PartsAbcAboveFields_AreTheirParents_AndNumbersBeginAnew()
    {
        var draft = Whole(new Annex().Table(
            ["TT", "Lĩnh vực, tiêu chí", "Điểm tối đa"],
            ["A", "PHẦN THẨM ĐỊNH", "5"],
            ["I", "Chỉ đạo, điều hành", "3"], ["1", "Kế hoạch", "1"], ["2", "Báo cáo", "2"],
            ["II", "Cải cách thể chế", "2"], ["1", "Rà soát", "2"],
            ["B", "ĐIỀU TRA XÃ HỘI HỌC", "3"], ["1", "Hài lòng của người dân", "3"],
            ["C", "ĐIỂM THƯỞNG", "1"], ["1", "Sáng kiến", "1"],
            ["", "Tổng cộng (A + B)", "8"]));

        Assert.Equal("A=5 1=3 1.1=1 1.2=2 2=2 2.1=2 B=3 B.1=3 C=1 C.1=1", Tree(draft));
        Assert.Equal(["A", "A"], draft.Nodes.Where(node => node.Content.Code is "1" or "2").Select(node => node.ParentCode));
        Assert.Equal((Component.Survey, "điều tra", Component.Bonus), (Leaf(draft, "B.1").Component, Rule(draft, "B.1"), Leaf(draft, "C.1").Component));
        Assert.Equal(8m, draft.ToSet(2026, "xa", "?").MaxScore);
    }

    [Fact]
    public void PartsByName_WithFieldsThatRestart_KeepThemApart()
    {
        var draft = Whole(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa"],
            ["Phần A", "Khối chuyên môn", "2"], ["I", "Chỉ đạo", "2"], ["1", "Kế hoạch", "2"],
            ["Phần B", "Khối phối hợp", "3"], ["I", "Chỉ đạo", "3"], ["1", "Kế hoạch", "3"]));

        Assert.Equal("A=2 1=2 1.1=2 B=3 B.1=3 B.1.1=3", Tree(draft));
    }

    [Fact]
    public void CellsMergedOverColumnsAndRows_WithPointsOfStatementsInTheirOwnColumn()
    {
        var draft = Whole(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm chuẩn", "Thang điểm chi tiết", "Cách tính điểm"],
            [new Cell("I. CÔNG TÁC CHỈ ĐẠO", Span: 2), "2", "", ""],
            [new Cell("1.1", Merge: true), new Cell("Kế hoạch", Merge: true), new Cell("1", Merge: true), "", "Ban hành kịp thời: 1"],
            [new Cell("", Merge: false), new Cell("", Merge: false), new Cell("", Merge: false), "", "Ban hành chậm: 0"],
            ["1.2", "Báo cáo", "1", "", "Mỗi báo cáo chậm trừ 0,25 điểm"]));

        Assert.Equal("1=2 1.1=1 1.2=1", Tree(draft));
        Assert.Equal(("mức: Ban hành kịp thời=1; Ban hành chậm=0", "trừ: 0,25"), (Rule(draft, "1.1"), Rule(draft, "1.2")));
    }

    [Fact]
    public void ScoringInRowsOfItsOwn_WithAFormulaAndANote()
    {
        var annex = new Annex().Table(
            ["TT", "Tiêu chí", "Điểm tối đa", "Ghi chú"],
            ["1", "CẢI CÁCH THỦ TỤC HÀNH CHÍNH", "3", ""],
            ["1.1", "Giải quyết hồ sơ đúng hạn", "2", "Số liệu của hệ thống"],
            ["", "Từ 98% trở lên", "2", ""],
            ["", "Từ 90% đến dưới 98% tính theo công thức: (tỷ lệ % x 2)/98%", "", ""],
            ["", "Dưới 90%", "0", ""],
            ["1.2", "Công khai thủ tục", "1", "-"],
            ["", "Đầy đủ", "1", ""], ["", "Thiếu", "0", ""],
            [new Cell("(*) Đơn vị không có thủ tục thì không tính tiêu chí 1", Span: 4)]);
        var table = CriteriaSourceReader.Read(annex.Bytes(), "a.docx");
        var draft = CriteriaTableReader.Read(table);

        Assert.Equal(["(*) Đơn vị không có thủ tục thì không tính tiêu chí 1"], AnnexLedger.Unused(table, draft));
        Assert.Equal("1=3 1.1=2 1.2=1", Tree(draft));
        Assert.Equal("mức: Đầy đủ=1; Thiếu=0", Rule(draft, "1.2"));
        Assert.Equal("Từ 98% trở lên: 2\nTừ 90% đến dưới 98% tính theo công thức: (tỷ lệ % x 2)/98%\nDưới 90%: 0", Leaf(draft, "1.1").ScoringText);
    }

    [Fact]
    public void LandscapeTable_WithHeadingsInTwoRows_AndTextInColumns()
    {
        var draft = Whole(new Annex().Table(
            [new Cell("STT", Merge: true), new Cell("Tiêu chí thành phần", Merge: true), new Cell("Điểm", Span: 2), new Cell("Hướng dẫn chấm", Merge: true), new Cell("Tài liệu kiểm chứng", Merge: true), new Cell("Cơ quan thẩm định", Merge: true)],
            [new Cell("", Merge: false), new Cell("", Merge: false), "Tối đa", "Tự chấm", new Cell("", Merge: false), new Cell("", Merge: false), new Cell("", Merge: false)],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
            ["1", "Tài chính công", "2", "", "", "", ""],
            ["1.1", "Giải ngân vốn đầu tư", "1", "", "Đạt 100%: 1 điểm\nDưới 100%: (tỷ lệ % x điểm tối đa)/100%", "Báo cáo của Kho bạc", "Sở Tài chính"],
            ["1.2", "Công khai tài chính", "1", "", "Có: 1\nKhông: 0", "Quyết định công khai", "Sở Tài chính"]));

        Assert.Equal("1=2 1.1=1 1.2=1", Tree(draft));
        Assert.Equal(("Báo cáo của Kho bạc", "Sở Tài chính", "mức: Có=1; Không=0"), (Leaf(draft, "1.1").EvidenceAsked, Leaf(draft, "1.1").AppraisingBody, Rule(draft, "1.2")));
    }

    [Fact]
    public void SecondColumnOfMaxima_IsThatOfSpecialUnits_AndIsKeptBesideEachCriterion()
    {
        var draft = Whole(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tối đa (đơn vị đặc thù)"],
            ["1", "Thủ tục hành chính", "4", "1,5"],
            ["1.1", "Công bố thủ tục", "1", "1"], ["1.2", "Giải quyết hồ sơ", "2", "-"], ["1.3", "Xin lỗi khi trễ hẹn", "1", "0,5"],
            ["", "Tổng cộng", "4", "1,5"]));

        Assert.Equal([null, "Không áp dụng đối với đơn vị đặc thù", "Đơn vị đặc thù: tối đa 0,5 điểm"], draft.Nodes.Where(node => node.IsLeaf).Select(node => node.Content.Remark));
        Assert.Contains(draft.Problems, problem => problem.Finding.Code == "annex.special-units" && !problem.Blocks);
        Assert.Equal(4m, draft.ToSet(2026, "so-nganh", "?").MaxScore);
    }

    [Fact]
    public void CodesThatExcelTookForNumbersAndDates_AreMadeOutByTheirPlace_AndNamed()
    {
        var file = new Workbook().Sheet(
            "Bộ tiêu chí",
            ["Mã", "Tên tiêu chí", "Điểm tối đa"],
            [1d, "Chỉ đạo", 10d],
            [1.1, "a", 1d], [1.2, "b", 1d], [1.3, "c", 1d], [1.4, "d", 1d], [1.5, "đ", 1d], [1.6, "e", 1d], [1.7, "g", 1d], [1.8, "h", 1d], [1.9, "i", 1d],
            [1.1, "k", 1d],
            [2d, "Thể chế", 2d],
            [new Workbook.Styled(46024, Workbook.Date), "Rà soát", 1d],
            [new Workbook.Styled(46055, Workbook.Date), "Xử lý", 1d],
            [3d, "Bộ máy", 3d], [3.1, "l", 1d], [3.2, "m", 1d], [1.1 * 3, "n", 1d]).Bytes();
        var table = CriteriaSourceReader.Read(file, "bo-tieu-chi.xlsx");
        var draft = CriteriaTableReader.Read(table);

        Assert.Empty(AnnexLedger.Unused(table, draft));
        Assert.Equal("1 1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8 1.9 1.10 2 2.1 2.2 3 3.1 3.2 3.3", string.Join(' ', draft.Nodes.Select(node => node.Content.Code)));
        Assert.Equal(["annex.code-was-number", "annex.code-was-date", "annex.code-was-date"], draft.Problems.Select(problem => problem.Finding.Code));
        Assert.True(draft.CanBeAccepted);
    }

    [Fact]
    public void CodeThatExcelTookForADate_WhereSeveralCouldStand_BlocksWithTheReason()
    {
        var draft = CriteriaTableReader.Read(CriteriaSourceReader.Read(new Workbook().Sheet(
            "Bộ tiêu chí",
            ["Mã", "Tên tiêu chí", "Điểm tối đa"],
            [1d, "Chỉ đạo", 1d], [new Workbook.Styled(46091, Workbook.Date), "Kế hoạch", 1d]).Bytes(), "a.xlsx"));

        Assert.Contains(draft.Problems, problem => problem.Blocks && problem.Finding.Code == "annex.code-is-date" && problem.Place is { Line: 3 });
    }

    [Fact]
    public void PastedFromExcel_KeepsLineBreaksBetweenQuotes()
    {
        var table = Assert.Single(CriteriaSourceReader.ReadPasted(
            "STT\tTiêu chí\tĐiểm tối đa\tCách chấm\n1\tChỉ đạo\t2\t\n1.1\t\"Kế hoạch \"\"năm\"\"\nvà quý\"\t1\t\"Có: 1\nKhông: 0\"\n1.2\tBáo cáo \"sơ kết\"\t1\tMỗi báo cáo chậm trừ 0,5 điểm\n")).Table;
        var draft = CriteriaTableReader.Read(table);

        Assert.Empty(AnnexLedger.Unused(table, draft));
        Assert.Equal(("Kế hoạch \"năm\" và quý", "mức: Có=1; Không=0", "Báo cáo \"sơ kết\"", "trừ: 0,5"), (Leaf(draft, "1.1").Name, Rule(draft, "1.1"), Leaf(draft, "1.2").Name, Rule(draft, "1.2")));
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void CommuneSet_WithItsSurveyBlockAtTheEnd()
    {
        var draft = Whole(new Annex().Table(
            ["STT", "Nội dung", "Điểm tối đa", "Hồ sơ kiểm chứng"],
            ["I", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "2", ""],
            ["1", "Kế hoạch của Ủy ban nhân dân xã", "1", "Kế hoạch"],
            ["", "- Ban hành trong tháng 01: 1 điểm", "", ""], ["", "- Ban hành sau tháng 01: 0 điểm", "", ""],
            ["2", "Tuyên truyền", "1", ""],
            ["a", "Trên loa truyền thanh", "0,5", "Tin, bài"], ["b", "Trên trang thông tin điện tử", "0,5", "Đường dẫn"],
            ["II", "TÁC ĐỘNG CỦA CẢI CÁCH HÀNH CHÍNH (Điều tra xã hội học)", "3", ""],
            ["1", "Hài lòng về thái độ phục vụ", "2", ""], ["2", "Hài lòng về thời hạn", "1", ""],
            ["", "TỔNG ĐIỂM", "5", ""]));

        Assert.Equal("1=2 1.1=1 1.2=1 1.2.a=0.5 1.2.b=0.5 2=3 2.1=2 2.2=1", Tree(draft));
        Assert.Equal([Component.Survey, Component.Survey], draft.Nodes.Where(node => node.ParentCode == "2").Select(node => node.Content.Component));
        Assert.Equal("mức: Ban hành trong tháng 01=1; Ban hành sau tháng 01=0", Rule(draft, "1.1"));
    }

    [Fact]
    public void BonusAndPenaltyParts_WithSigns_StayOutsideTheTotal()
    {
        var draft = Whole(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"],
            ["1", "Chỉ đạo", "2", ""], ["1.1", "Kế hoạch", "2", "Có: 2; Không: 0"],
            ["2", "Điểm thưởng, điểm trừ", "3", ""],
            ["2.1", "Sáng kiến được công nhận", "+1", "Mỗi sáng kiến cộng 0,5 điểm"],
            ["2.2", "Cán bộ bị kỷ luật", "-2", "Mỗi trường hợp trừ 0,5 điểm"],
            ["", "Tổng cộng", "2", ""]));

        Assert.Equal((Component.Bonus, Component.Penalty), (Leaf(draft, "2.1").Component, Leaf(draft, "2.2").Component));
        Assert.Equal("đếm: 0,5", Rule(draft, "2.1"));
        Assert.Equal(2m, draft.ToSet(2026, "xa", "?").MaxScore);
    }

    [Fact]
    public void SavedPage_WithSpansAndSeveralTables_OffersEachCriteriaTable()
    {
        const string Page = """
            <html><body><table><tr><td>Trang chủ<td>Văn bản</table>
            <table><caption>Phụ lục I</caption><tr><th>STT<th>Tiêu chí<th>Điểm tối đa<th>Cách chấm
            <tr><td colspan=2>I. CHỈ ĐẠO, ĐIỀU HÀNH<td>1<td>
            <tr><td rowspan=2>1.1<td rowspan=2>Kế hoạch<td>1<td>Có: 1
            <tr><td><td>Không: 0
            <tr><td><td>Tổng cộng<td>1<td></table>
            <table><caption>Phụ lục II</caption><tr><th>STT<th>Tiêu chí<th>Điểm tối đa<tr><td>1<td>Chỉ đạo<td>2</table></body></html>
            """;
        var annexes = CriteriaSourceReader.ReadAll(Encoding.UTF8.GetBytes(Page), "phu-luc.html");

        Assert.Equal(["Phụ lục I", "Phụ lục II"], annexes.Select(annex => annex.Title));
        var drafts = annexes.Select(annex => CriteriaTableReader.Read(annex.Table)).ToList();
        Assert.All(annexes.Zip(drafts), pair => Assert.Empty(AnnexLedger.Unused(pair.First.Table, pair.Second)));
        Assert.Equal(["1=1 1.1=1", "1=2"], drafts.Select(Tree));
        Assert.Equal("mức: Có=1; Không=0", Rule(drafts[0], "1.1"));
        Assert.Contains(annexes[0].Table.Remarks, remark => remark.Code == "table.passed-over");
    }

    [Fact]
    public void WorkbookWithSeveralCriteriaSheets_OffersEach_AndNamesTheOthers()
    {
        var file = new Workbook()
            .Sheet("Sở, ngành", ["STT", "Tiêu chí", "Điểm tối đa"], [1d, "Chỉ đạo", 2d])
            .Sheet("Xã, phường", ["STT", "Tiêu chí", "Điểm tối đa"], [1d, "Chỉ đạo", 3d])
            .Sheet("Ghi chép", ["Việc", "Người"], ["Rà soát", "An"])
            .Hidden("Nháp", ["STT", "Tiêu chí", "Điểm tối đa"], [1d, "Chỉ đạo", 9d]).Bytes();

        var annexes = CriteriaSourceReader.ReadAll(file, "a.xlsx");

        Assert.Equal([("Trang tính “Sở, ngành”", 2m), ("Trang tính “Xã, phường”", 3m)], annexes.Select(annex => (annex.Title, CriteriaTableReader.Read(annex.Table).ToSet(2026, "", "?").MaxScore)));
        Assert.All(annexes, annex => Assert.Equal(["sheet.hidden", "table.passed-over"], annex.Table.Remarks.Select(remark => remark.Code).Order()));
    }

    /// <summary>A sum is checked at its own level: of a field against the field, of the whole against the whole.</summary>
    [Theory]
    [InlineData("2", "3", null)]
    [InlineData("3", "3", "annex.sum-of-part-differs")]
    [InlineData("2", "2", "annex.sum-differs")]
    public void Sums_AreCheckedAtTheirLevel(string ofField, string ofAll, string? problem)
    {
        var draft = CriteriaTableReader.Read(CriteriaSourceReader.Read(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa"],
            ["1", "Chỉ đạo", "2"], ["1.1", "Kế hoạch", "2"], ["", "Cộng lĩnh vực 1", ofField],
            ["2", "Thể chế", "1"], ["2.1", "Rà soát", "1"],
            ["", "Tổng cộng", ofAll]).Bytes(), "a.docx"));

        Assert.Equal(problem, draft.Problems.SingleOrDefault()?.Finding.Code);
    }

    private static CriteriaDraft Whole(Annex annex)
    {
        var table = CriteriaSourceReader.Read(annex.Bytes(), "phu-luc.docx");
        var draft = CriteriaTableReader.Read(table);
        Assert.Empty(AnnexLedger.Unused(table, draft));
        Assert.DoesNotContain(draft.Problems, problem => problem.Blocks);
        return draft;
    }

    private static string Tree(CriteriaDraft draft) => string.Join(' ', draft.Nodes.Select(node => FormattableString.Invariant($"{node.Content.Code}={node.Content.MaxScore:0.####}")));

    private static CriterionContent Leaf(CriteriaDraft draft, string code) => Assert.Single(draft.Nodes, node => node.Content.Code == code && node.IsLeaf).Content;

    private static string Rule(CriteriaDraft draft, string code) => Leaf(draft, code).Rule.ToString();
}
