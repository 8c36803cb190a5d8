using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

/// <summary>The columns of what is published: keys are the API's and never change.</summary>
public sealed class ReleaseColumnsTests
{
    [Fact]
    public void Results_HaveTheirKeysAndHeadings()
    {
        var columns = ResultColumns.Of(TestRelease.Make().Groups[0]);

        Assert.Equal(
            ["unit.code", "unit.name", "unit.nameEn", "unit.nameAsPrinted", "appraisalScore", "surveyScore", "bonus", "penalty", "totalScore", "scale", "scaleSource", "index", "publishedIndex", "publishedRating", "publishedOrder", "consistency", "rating", "rank", "tied", "rankingList", "change", "comparable", "specialCase"],
            columns.Select(column => column.Key));
        Assert.Equal(
            ["Mã đơn vị", "Tên đơn vị", "Tên tiếng Anh", "Tên trong bản công bố", "Điểm thẩm định", "Điểm điều tra xã hội học", "Điểm cộng", "Điểm trừ", "Tổng điểm", "Thang điểm", "Nguồn của thang điểm", "Chỉ số (%)", "Chỉ số đã công bố (%)", "Xếp loại đã công bố", "Thứ tự đã công bố", "Mức độ khớp", "Xếp loại", "Xếp hạng", "Đồng hạng", "Danh sách xếp hạng", "Thay đổi so với năm trước (điểm phần trăm)", "So sánh được với năm trước", "Đơn vị đặc thù"],
            columns.Select(column => column.Header));
    }

    [Theory]
    [InlineData(null, "Chỉ số (%)")]
    [InlineData(80, "Chỉ số tính lại (%)")]
    public void Index_BesideAPrintedOne_IsSaidToBeComputed(int? printed, string heading) =>
        Assert.Equal(heading, ResultColumns.Of(Group(new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "A", Index = 80, PublishedIndex = printed })).Single(column => column.Key == "index").Header);

    [Fact]
    public void Results_AreWrittenWithThePlacesOfTheirGroup()
    {
        var row = new ReleaseResult { Position = 0, UnitCode = "a", UnitName = "A", AppraisalScore = 60, SurveyScore = 20, Bonus = 1, Penalty = 2, TotalScore = 79, Scale = 98.50m, Index = 80, PublishedIndex = 81, Change = 1, Rank = 1, IsTied = true, IsSpecialCase = true };
        var group = new ReleaseGroup("xa", "Xã", nameEn: null, 0, 1, [row], []) { ScoreDecimals = 3, IndexDecimals = 1 };

        Assert.Equal("a,A,,,60.000,20.000,1.000,2.000,79.000,98.5,,80.0,81.0,,,,,1,true,,1.0,,true", Line(new Table<ReleaseResult>("", "", ResultColumns.Of(group), group.Results)));
    }

    [Fact]
    public void Tied_OfAUnitWithoutAPlace_IsAbsent() => Assert.Equal(
        Cell.Nothing, ResultColumns.Of(Group()).Single(column => column.Key == "tied").Value(new() { Position = 0, UnitCode = "a", UnitName = "A", IsTied = true }));

    [Fact]
    public void Tables_AreNamedByYearAndGroup()
    {
        var release = TestRelease.Make();
        var group = release.Groups[0];

        Assert.Equal(("Chỉ số cải cách hành chính năm 2025: Sở, ban, ngành", "xep-hang-2025-so-nganh", 4), Name(ResultColumns.TableOf(release, group)));
        Assert.Equal(("Giá trị tham chiếu kèm bản công bố năm 2025: Sở, ban, ngành", "tham-chieu-2025-so-nganh", 1), Name(ReferenceColumns.TableOf(release, group)));
        Assert.Equal(("Bộ tiêu chí năm 2025: Sở, ban, ngành", "tieu-chi-2025-so-nganh", 6), Name(CriterionColumns.TableOf(release, group)));
        Assert.Equal(("Điểm từng tiêu chí năm 2025: Sở, ban, ngành", "diem-tung-tieu-chi-2025-so-nganh", 16), Name(ScoreColumns.TableOf(release, group)));
    }

    [Fact]
    public void YearsOfAUnit_AreOneTable_EachWithItsYearVersionAndGroup()
    {
        var table = ResultColumns.TableOf("Sở Nội vụ", "so-noi-vu", [UnitYear.Find(TestRelease.Make(), "so-noi-vu")!]);

        Assert.Equal(("Chỉ số cải cách hành chính của Sở Nội vụ qua các năm", "don-vi-so-noi-vu", 1), Name(table));
        Assert.Equal(["year", "version", "group", "unit.code"], table.Columns.Take(4).Select(column => column.Key));
        Assert.Equal(["Năm", "Lần công bố", "Khối", "Mã đơn vị"], table.Columns.Take(4).Select(column => column.Header));
        Assert.Equal("Chỉ số tính lại (%)", table.Columns.Single(column => column.Key == "index").Header);
        Assert.Equal("2025,1,so-nganh,so-noi-vu,Sở Nội vụ,,,60.00,25.00,1.00,0.00,86.00,100,derived,86.00,,,,,Tốt,1,false,,2.00,true,false", Line(table));
    }

    [Fact]
    public void References_Criteria_AndScores_HaveTheirKeysAndHeadings()
    {
        Assert.Equal(["measure Chỉ tiêu", "unitCode Mã đơn vị", "label Xếp loại", "year Năm", "value Giá trị", "source Nguồn"], Heads(ReferenceColumns.All));
        Assert.Equal(
            ["code Mã", "depth Cấp", "name Tiêu chí", "nameEn Tên tiếng Anh", "maxScore Điểm tối đa", "component Phần điểm", "scored Được chấm", "rule Cách chấm"],
            Heads(CriterionColumns.Of(Group())));
        Assert.Equal(
            ["unit.code Mã đơn vị", "criterion.code Mã tiêu chí", "points Điểm đạt", "achieved Đạt được", "required Phải thực hiện", "status Tình trạng", "reason Lý do không áp dụng"],
            Heads(ScoreColumns.Of(Group())));
    }

    [Theory]
    [InlineData(null, "scored")]
    [InlineData("Không có", "notApplicable")]
    public void Status_OfWhatDidNotApply_IsNoZero(string? reason, string status) =>
        Assert.Equal(status, ScoreColumns.Status(new() { Position = 0, CriterionCode = "1", NotApplicable = reason }));

    [Fact]
    public void Scores_AreOfEveryUnit_LeafByLeaf()
    {
        var release = TestRelease.Make();

        var table = ScoreColumns.TableOf(release, release.Groups[0]);

        Assert.Equal(["so-noi-vu 1.1", "so-noi-vu 1.2", "so-noi-vu 2.1", "so-noi-vu 2.2", "so-tu-phap 1.1"], table.Rows.Take(5).Select(row => $"{row.UnitCode} {row.Score.CriterionCode}"));
        Assert.Equal("so-noi-vu,1.1,60.00,,,scored,", Line(table));
    }

    [Fact]
    public void Parts_AddUpToTheTotal()
    {
        var row = TestRelease.Make().Groups[0].Results[1];

        Assert.Equal(["tham-dinh Thẩm định", "dieu-tra Điều tra xã hội học", "diem-cong Điểm cộng", "diem-tru Điểm trừ"], ScorePart.All.Select(part => $"{part.Key} {part.Name}"));
        Assert.Equal([55m, 20m, 0m, 0.5m], ScorePart.All.Select(part => part.Points(row)!.Value));
        Assert.Equal(row.TotalScore, ScorePart.All.Sum(part => part.Effect(row)));
        Assert.Equal([false, false, false, true], ScorePart.All.Select(part => part.IsTakenOff));
    }

    [Fact]
    public void Parts_AreThoseThatAGroupHas()
    {
        var release = TestRelease.Make();

        Assert.Equal(ScorePart.All, ScorePart.Of(release.Groups[0]));
        Assert.Equal(["tham-dinh", "dieu-tra"], ScorePart.Of(release.Groups[1]).Select(part => part.Key));
        Assert.Empty(ScorePart.Of(Group()));
        Assert.Null(ScorePart.All[3].Effect(release.Groups[1].Results[0]));
    }

    private static ReleaseGroup Group(params IEnumerable<ReleaseResult> rows) => new("xa", "Xã", nameEn: null, 0, 1, rows, []);

    private static (string Title, string Name, int Rows) Name<T>(Table<T> table) => (table.Title, table.Name, table.Rows.Count);

    private static IEnumerable<string> Heads<T>(IEnumerable<Column<T>> columns) => columns.Select(column => $"{column.Key} {column.Header}");

    private static string Line<T>(Table<T> table) => CsvTable.Text(table, CsvDialect.Data).Split('\n')[1];
}
