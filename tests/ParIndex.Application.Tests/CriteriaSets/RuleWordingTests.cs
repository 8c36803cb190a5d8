using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>Wordings and layouts of the same kinds as the published ones, for leaves of 2 points. Half of a rule is never a rule.</summary>
public sealed class RuleWordingTests
{
    private static readonly object[] Header = ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"];

    [Theory]
    [InlineData("Tỷ lệ hồ sơ trễ hạn dưới 5%: 2 điểm; từ 5% đến 10%: 1 điểm; trên 10%: 0 điểm", "bậc: <5=2; ≤10=1")]
    [InlineData("Không quá 5%: 2; trên 5% đến 10%: 1; trên 10%: 0", "bậc: ≤5=2; ≤10=1")]
    [InlineData("Đạt từ 95% trở lên: 2 điểm\nĐạt từ 80% đến dưới 95%: 1 điểm\nĐạt dưới 80%: 0,5 điểm", "bậc: 95=2; 80=1; 0=0,5")]
    [InlineData("≥ 90%: 2\n> 70% đến < 90%: 1\n≤ 70%: 0", "bậc: 90=2; >70=1")]
    [InlineData("100%: 2 điểm; dưới 100%: 0 điểm; không phát sinh: điểm tối đa", "bậc: 100=2; không phát sinh=đủ điểm")]
    [InlineData("Từ 90% trở lên đạt 2 điểm; dưới 90% không có điểm", "bậc: 90=2")]
    [InlineData("Từ 90%: 2; từ 80% đến 90%: 1; dưới 80%: 0", "mức: Từ 90%=2; từ 80% đến 90%=1; dưới 80%=0")]
    [InlineData("Tăng từ 10% trở lên: 2; tăng dưới 10%: 1; không tăng: 0", "mức: Tăng từ 10% trở lên=2; tăng dưới 10%=1; không tăng=0")]
    [InlineData("Điểm = số hồ sơ đúng hạn / tổng số hồ sơ × 2", "tỷ lệ")]
    [InlineData("Điểm đánh giá = (a : b) x 2", "trực tiếp")]
    [InlineData("(Số nhiệm vụ hoàn thành × Điểm tối đa) ÷ Tổng số nhiệm vụ", "tỷ lệ")]
    [InlineData("a/60% × điểm tối đa", "tỷ lệ; chuẩn=60")]
    [InlineData("Từ 50% trở lên: 2 điểm; dưới 50% tính theo công thức: (tỷ lệ % x 2)/50%; không phát sinh: không tính điểm", "tỷ lệ; chuẩn=50; không phát sinh=0")]
    [InlineData("Từ 90% trở lên: điểm tối đa; từ 50% đến dưới 90%: tỷ lệ % x điểm tối đa; dưới 50%: 0 điểm", "tỷ lệ; sàn=50; trần=90")]
    [InlineData("Hoàn thành 100%: 2; từ 80% đến dưới 100% tính theo công thức: tỷ lệ % x 2; dưới 70%: 0", "trực tiếp")]
    [InlineData("Từ 80% đến dưới 100% tính theo công thức: tỷ lệ % x 2", "trực tiếp")]
    [InlineData("Hoàn thành 100%: 2; từ 80% đến dưới 100%: tỷ lệ % x 1,5; dưới 80%: 0", "trực tiếp")]
    [InlineData("Điểm = a/b x 2 - c/b x 1", "trực tiếp")]
    [InlineData("Điểm = a/(b x 2)", "trực tiếp")]
    [InlineData("Tính theo tỷ lệ hồ sơ trễ hạn", "trực tiếp")]
    [InlineData("Mỗi sáng kiến được 0,5 điểm, tối đa không quá 2 điểm", "đếm: 0,5")]
    [InlineData("Mỗi sáng kiến được 0,5 điểm, tối đa 1 điểm", "trực tiếp")]
    [InlineData("Cứ 2 văn bản sai sót trừ 0,5 điểm", "trực tiếp")]
    [InlineData("Cứ 01 thủ tục không công khai trừ 0,5 điểm", "trừ: 0,5")]
    [InlineData("Mỗi công chức bị kỷ luật trừ 0,5 điểm", "trừ: 0,5")]
    [InlineData("Mỗi trụ sở không niêm yết công khai trừ 0,25 điểm", "trừ: 0,25")]
    [InlineData("Mỗi lần chậm công bố kết quả: trừ 0,5 điểm", "trừ: 0,5")]
    [InlineData("Mỗi sáng kiến được công nhận: 0,5 điểm", "đếm: 0,5")]
    [InlineData("Mỗi dịch vụ công trực tuyến được cung cấp cộng 0,25 điểm", "đếm: 0,25")]
    [InlineData("Mỗi mục cộng thêm hoặc trừ 0,5 điểm", "trực tiếp")]
    [InlineData("Cứ 1% trễ hạn trừ 0,1 điểm", "trực tiếp")]
    [InlineData("Trừ 0,25 điểm/văn bản sai thể thức", "trừ: 0,25")]
    [InlineData("Không có văn bản sai: 2 điểm; mỗi văn bản sai trừ 0,5 điểm", "trừ: 0,5")]
    [InlineData("Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 0,5 điểm", "trực tiếp")]
    [InlineData("Có kế hoạch: 1 điểm\nCó báo cáo: 1 điểm", "cộng dồn: Có kế hoạch=1; Có báo cáo=1")]
    [InlineData("Đăng trên cổng thông tin: 0,5 điểm\nPhát thanh: 0,5 điểm\nTập huấn: 1 điểm", "cộng dồn: Đăng trên cổng thông tin=0,5; Phát thanh=0,5; Tập huấn=1")]
    [InlineData("Kịp thời: 1\nKhông kịp thời: 0,5\nĐầy đủ: 0,5", "trực tiếp")]
    [InlineData("Trên 5 văn bản: 1,5\nTừ 1 đến 5 văn bản: 0,5", "trực tiếp")]
    [InlineData("Có: 2, Không: 0", "mức: Có=2; Không=0")]
    [InlineData("Đạt: 2 điểm. Không đạt: 0 điểm.", "mức: Đạt=2; Không đạt=0")]
    [InlineData("Đạt - 2 điểm\nKhông đạt - 0 điểm", "mức: Đạt=2; Không đạt=0")]
    [InlineData("Tốt: 1,5-2 điểm; khá: 1 điểm; kém: 0 điểm", "trực tiếp")]
    [InlineData("Tốt: 3; khá: 2; kém: 0", "trực tiếp")]
    [InlineData("Có: 1; Không: 0", "trực tiếp")]
    [InlineData("Có: 2; Không: 0\nNgười đứng đầu bị kỷ luật trừ thêm 1 điểm", "trực tiếp")]
    [InlineData("Có: 2; Không: 0\n(căn cứ báo cáo của đơn vị)", "mức: Có=2; Không=0")]
    [InlineData("Chấm theo thực tế", "trực tiếp")]
    public void Wording_IsTheRuleItSays_AndIsKept(string wording, string rule)
    {
        var leaf = Read(new Annex().Table(Header, ["1", "Lĩnh vực", "2", ""], ["1.1", "Tiêu chí", "2", wording])).Nodes[1].Content;

        Assert.Equal(rule, leaf.Rule.ToString());
        Assert.Equal(wording, leaf.ScoringText);
    }

    [Fact]
    public void TitlesWithoutCodes_AreFields_WithTheCodeBelowOrALetter()
    {
        var draft = Read(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa"],
            ["", "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "3"],
            ["1.1", "Kế hoạch", "1"], ["", "Có", "1"], ["", "Không", "0"],
            ["1.2", "Báo cáo", "2"],
            ["", "Cải cách thể chế", "2"],
            ["2.1", "Rà soát", "2"],
            ["", "ĐIỂM THƯỞNG", "1"],
            ["1", "Sáng kiến", "1"],
            ["", "Tổng điểm", "5"]));

        Assert.True(draft.CanBeAccepted);
        Assert.Equal(["1", "1.1", "1.2", "2", "2.1", "A", "A.1"], draft.Nodes.Select(node => node.Content.Code));
        Assert.Equal(Domain.Criteria.Component.Bonus, draft.Nodes[^1].Content.Component);
        Assert.Equal("mức: Có=1; Không=0", draft.Nodes[1].Content.Rule.ToString());
    }

    [Fact]
    public void NumbersThatBeginAnewUnderTitles_AreToldApart()
    {
        var draft = Read(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa"],
            ["", "CẢI CÁCH THỂ CHẾ", "1"], ["1", "Rà soát", "1"],
            ["", "CẢI CÁCH THỦ TỤC", "2"], ["1", "Công khai", "1"], ["2", "Giải quyết", "1"]));

        Assert.True(draft.CanBeAccepted);
        Assert.Equal(["A", "A.1", "B", "B.1", "B.2"], draft.Nodes.Select(node => node.Content.Code));
    }

    [Fact]
    public void StatementInCapitals_OrBeforeAnother_IsNoTitle()
    {
        var draft = Read(new Annex().Table(
            ["STT", "Tiêu chí", "Điểm tối đa"],
            ["1", "Kế hoạch", "1"], ["", "CÓ BAN HÀNH", "1"], ["", "KHÔNG BAN HÀNH", "0"],
            ["2", "Báo cáo", "1"]));

        Assert.Equal(["1", "2"], draft.Nodes.Select(node => node.Content.Code));
        Assert.Equal("mức: CÓ BAN HÀNH=1; KHÔNG BAN HÀNH=0", draft.Nodes[0].Content.Rule.ToString());
    }

    [Fact]
    public void PageBreakUnderRepeatedHeadings_IsOneAnnex_ThoughNumbersBeginAnew()
    {
        var annexes = CriteriaSourceReader.ReadAll(new Annex()
            .Table(Header, ["I", "Chỉ đạo", "2", ""], ["1", "Kế hoạch", "1", ""], ["2", "Báo cáo", "1", ""], ["II", "Thể chế", "2", ""])
            .Table(Header, ["1", "Rà soát", "1", ""], ["2", "Xử lý", "1", ""])
            .Bytes(), "phu-luc.docx");

        Assert.Equal(["1", "1.1", "1.2", "2", "2.1", "2.2"], CriteriaTableReader.Read(Assert.Single(annexes).Table).Nodes.Select(node => node.Content.Code));
    }

    [Fact]
    public void AnnexesOfOtherWidth_AreOfferedToo()
    {
        var annexes = CriteriaSourceReader.ReadAll(new Annex()
            .Text("Phụ lục I").Table(Header, ["1", "Chỉ đạo", "2", ""])
            .Text("Phụ lục II").Table(["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm", "Ghi chú"], ["1", "Chỉ đạo", "3", "", ""])
            .Table(["Nơi nhận:", "CHỦ TỊCH"]).Bytes(), "phu-luc.docx");

        Assert.Equal(["Phụ lục I", "Phụ lục II"], annexes.Select(annex => annex.Title));
        Assert.Contains(annexes[0].Table.Remarks, remark => remark.Text.Contains("bảng 3", StringComparison.Ordinal));
    }

    [Fact]
    public void AnnexesBelowEachOtherInOnePaste_AreTwo()
    {
        var annexes = CriteriaSourceReader.ReadPasted("STT\tTiêu chí\tĐiểm tối đa\n1\tChỉ đạo\t2\nSTT\tTiêu chí\tĐiểm tối đa\n1\tChỉ đạo\t3\n");

        Assert.Equal([2m, 3m], annexes.Select(annex => CriteriaTableReader.Read(annex.Table).Nodes.Single().Content.MaxScore));
    }

    [Theory]
    [InlineData("Số TT;Nội dung các tiêu chí;Điểm chuẩn (điểm);Phương pháp đánh giá, cho điểm;Hồ sơ minh chứng kèm theo;Cơ quan chủ trì, theo dõi")]
    [InlineData("TT;Các tiêu chí, tiêu chí thành phần;Thang điểm tối đa;Hướng dẫn chấm điểm chi tiết;Tài liệu chứng minh;Đơn vị thẩm định kết quả")]
    [InlineData("Mã tiêu chí;Lĩnh vực, nội dung;Số điểm tối đa;Công thức tính;Tài liệu kiểm chứng (bắt buộc);Bộ phận phụ trách chấm điểm")]
    public void HeadingsInOtherWords_AreKnown(string headings)
    {
        var draft = Read(new Annex().Table(headings.Split(';'), ["1", "Chỉ đạo", "1", "Có: 1; Không: 0", "Kế hoạch", "Sở Nội vụ"]));

        Assert.Equal([CriteriaMeaning.Code, CriteriaMeaning.Name, CriteriaMeaning.MaxScore, CriteriaMeaning.Rule, CriteriaMeaning.Evidence, CriteriaMeaning.Body], draft.Columns.Select(column => column.Meaning!.Value));
    }

    [Fact]
    public void UnknownHeadings_AreOfferedForMapping_AndReadAsAPersonSays()
    {
        var table = CriteriaSourceReader.Read(new Annex().Table(["A", "Diễn giải", "Trọng số", "Cách làm"], ["1", "Chỉ đạo", "1", "Có: 1; Không: 0"]).Bytes(), "a.docx");
        var offered = CriteriaTableReader.Read(table);

        Assert.False(offered.CanBeAccepted);
        Assert.Equal(["A", "Diễn giải", "Trọng số", "Cách làm"], offered.Columns.Select(column => column.Header));
        var draft = CriteriaTableReader.Read(table, [CriteriaMeaning.Code, CriteriaMeaning.Name, CriteriaMeaning.MaxScore, CriteriaMeaning.Rule]);
        Assert.Equal("mức: Có=1; Không=0", Assert.Single(draft.Nodes).Content.Rule.ToString());
    }

    [Fact]
    public void ColumnsNotUsed_AreNamed_WhenSomethingStandsInThem()
    {
        var draft = Read(new Annex().Table(["STT", "Tiêu chí", "Điểm tối đa", "Căn cứ pháp lý", "Tự chấm"], ["1", "Chỉ đạo", "1", "Nghị quyết 76/NQ-CP", ""]));

        Assert.Contains("“Căn cứ pháp lý” không dùng: 1 ô", Assert.Single(draft.Problems).Message, StringComparison.Ordinal);
    }

    private static CriteriaDraft Read(Annex annex) => CriteriaTableReader.Read(CriteriaSourceReader.Read(annex.Bytes(), "phu-luc.docx"));
}
