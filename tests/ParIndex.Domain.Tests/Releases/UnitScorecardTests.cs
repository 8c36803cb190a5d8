using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

public sealed class UnitScorecardTests
{
    [Fact]
    public void Leaf_StandsBesideThoseOfItsGroup()
    {
        var line = Published().Lines[1];

        Assert.Equal(("1.1", 55m, 55m, 70m, 15m, true), (line.Criterion.Code, line.Points, line.Effect, line.Most, line.Lost, line.IsInScale));
        Assert.Equal((new Median(57.5m, 4), (1, 4), null), (line.Median, line.AtMost, line.NotApplicable));
    }

    [Fact]
    public void Node_IsTheSumOfItsLeaves_BesideUnitsWithTheSameMaximum()
    {
        var line = Published().Lines[0];

        Assert.Equal(("1", 75m, 75m, 100m, 25m, true), (line.Criterion.Code, line.Points, line.Effect, line.Most, line.Lost, line.IsInScale));
        Assert.Equal((new Median(80, 4), null, null), (line.Median, line.AtMost, line.Score));
    }

    [Fact]
    public void BonusAndPenalty_StandOutsideTheScale()
    {
        var (node, bonus, penalty) = (Published().Lines[3], Published().Lines[4], Published().Lines[5]);

        Assert.Equal((0.5m, -0.5m, 0m, null, null, false), (node.Points, node.Effect, node.Most, node.Lost, node.Median, node.IsInScale));
        Assert.Equal((0m, 0m, 2m, null, false), (bonus.Points, bonus.Effect, bonus.Most, bonus.Lost, bonus.IsInScale));
        Assert.Equal((0.5m, -0.5m, 3m, null, false), (penalty.Points, penalty.Effect, penalty.Most, penalty.Lost, penalty.IsInScale));
        Assert.Equal((new Median(0.25m, 4), null), (penalty.Median, penalty.AtMost));
    }

    [Fact]
    public void Losses_AreMostFirst_AndAsManyAsAsked()
    {
        Assert.Equal(["1.1"], Codes(Published().Losses(1)));
        Assert.Equal(["1.1", "1.2"], Codes(Published().Losses(5)));
        Assert.Empty(Published().Losses(0));
        Assert.Equal(["1.1", "1.2"], Codes(Card("a", [Score("a", 1, 9), Score("a", 2, 19)]).Losses(2)));
    }

    [Fact]
    public void LeafThatDidNotApply_IsNoZero()
    {
        var card = Card("a", [Score("a", 1, 8), NotApplied("a", 2), NotApplied("a", 4), Score("b", 1, 10), Score("b", 2, 20), Score("b", 4, 5), Score("c", 2, 15), Score("d", 2, 10), NotApplied("c", 4)]);

        var (field, leaf, other) = (card.Lines[0], card.Lines[2], card.Lines[3]);
        Assert.Equal((null, null, 0m, null, null, "Không có"), (leaf.Points, leaf.Effect, leaf.Most, leaf.Lost, leaf.Median, leaf.NotApplicable));
        Assert.Equal(((1, 3), true), (leaf.AtMost, leaf.IsInScale));
        Assert.Equal((8m, 10m, 2m, null), (field.Points, field.Most, field.Lost, field.Median));
        Assert.Equal((null, null, 0m, null, null, true), (other.Points, other.Effect, other.Most, other.Lost, other.Median, other.IsInScale));
        Assert.Equal(["1"], Codes(card.Fields));
        Assert.Equal(["1", "1.1"], Codes(card.BelowMost()));
    }

    [Fact]
    public void Node_IsComparedWithUnitsOfTheSameMaximumOnly()
    {
        var card = Card("a", [Score("a", 1, 8), NotApplied("a", 2), Score("b", 1, 10), NotApplied("b", 2), Score("c", 1, 4), NotApplied("c", 2), Score("d", 1, 1), Score("d", 2, 1)]);

        Assert.Equal(new Median(8, 3), card.Lines[0].Median);
    }

    [Fact]
    public void FieldThatAlsoHoldsABonus_IsSummedWithoutIt()
    {
        ReleaseCriterion[] tree = [Node(0, 1, "1"), Node(1, 2, "1.1", 10), Node(2, 2, "1.2", 4, Component.Bonus), Node(3, 2, "1.3", 5, Component.Survey)];

        var field = Card("a", [Score("a", 1, 8), Score("a", 2, 3), Score("a", 3, 5)], tree).Lines[0];

        Assert.Equal((13m, 13m, 15m, 2m, true), (field.Points, field.Effect, field.Most, field.Lost, field.IsInScale));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public void Loss_WithoutAScale_IsUnknown(int? scale) =>
        Assert.All(Card("a", [Score("a", 1, 8), Score("a", 2, 18)], scale: scale).Lines, line => Assert.Null(line.Lost));

    [Fact]
    public void BelowMost_HasTheNodesAboveEachLine_AndNoOthers()
    {
        ReleaseCriterion[] tree = [Node(0, 1, "1"), Node(1, 2, "1.1"), Node(2, 3, "1.1.1", 1), Node(3, 2, "1.2"), Node(4, 3, "1.2.1", 1), Node(5, 3, "1.2.2", 1), Node(6, 1, "2"), Node(7, 2, "2.1", 1), Node(8, 1, "3"), Node(9, 2, "3.1", 1)];

        var card = Card("a", [Score("a", 2, 1), Score("a", 4, 1), Score("a", 5, 0), Score("a", 7, 1), Score("a", 9, 0.5m)], tree);

        Assert.Equal(["1", "1.2", "1.2.2", "3", "3.1"], Codes(card.BelowMost()));
        Assert.Equal(["1 2", "1.1 1", "1.2 1", "2 1", "3 0.5"], card.Lines.Where(line => !line.Criterion.IsLeaf).Select(line => $"{line.Criterion.Code} {NumberWriter.DataTrimmed(line.Points!.Value)}"));
    }

    [Fact]
    public void Table_IsTheLeaves_WithWhatTheyCost()
    {
        var table = Published().Table();

        Assert.Equal(("Điểm từng tiêu chí năm 2025: Sở Tư pháp", "diem-tung-tieu-chi-so-tu-phap-2025"), (table.Title, table.Name));
        Assert.Equal(
            """
            criterion_code,criterion_name,component,status,points,max_score,achieved,required,reason,lost,median,median_units,units_at_maximum,units_scored,counts,figure_noun,statement,scoring_text
            1.1,Kết quả thẩm định,appraisal,scored,55.00,70,,,,15.00,57.5,4,1,4,,,,
            1.2,Kết quả điều tra,survey,scored,20.00,30,,,,10.00,22.5,4,0,4,,,,
            2.1,Sáng kiến,bonus,scored,0.00,2,,,,,0,4,,,,,,
            2.2,Vi phạm kỷ luật hành chính,penalty,scored,0.50,3,,,,,0.25,4,,,,,,

            """,
            CsvTable.Text(table, CsvDialect.Data));
        Assert.Equal(
            ["Mã", "Tiêu chí, tiêu chí thành phần", "Phần điểm", "Tình trạng", "Điểm đạt", "Điểm tối đa", "Đạt được", "Phải thực hiện", "Lý do không áp dụng", "Mất (điểm phần trăm)", "Trung vị của khối", "Số đơn vị của trung vị", "Đơn vị đạt tối đa", "Đơn vị áp dụng", "Số từng loại", "Đơn vị tính của số liệu", "Mức, nội dung đạt", "Nguyên văn hướng dẫn chấm"],
            table.Columns.Select(column => column.Header));
    }

    [Fact]
    public void Table_SaysWhatDidNotApply_AndTheFiguresBehindPoints()
    {
        var figures = ("a", new ReleaseScore { Position = 1, CriterionCode = "1.1", Points = 8, Achieved = 40, Counts = "38+4", Required = 50, Statement = "Đạt" });

        Assert.Equal(
            ["1.1,Tiêu chí 1.1,appraisal,scored,8.00,10,40,50,,2.00,,,0,1,38+4,,Đạt,", "1.2,Tiêu chí 1.2,appraisal,notApplicable,,20,,,Không có,,,,0,0,,,,", "2.1,Tiêu chí 2.1,appraisal,notApplicable,,5,,,Không có,,,,0,0,,,,"],
            CsvTable.Text(Card("a", [figures, NotApplied("a", 2), NotApplied("a", 4)]).Table(), CsvDialect.Data).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    private static UnitScorecard Published()
    {
        var year = UnitYear.Find(TestRelease.Make(), "so-tu-phap")!;
        return new(year, year.Group.Criteria, year.Group.Results.SelectMany(result => result.Scores.Select(score => (result.UnitCode, score))));
    }

    /// <summary>A card of the unit over two fields with leaves of 10, 20 and 5 points.</summary>
    private static UnitScorecard Card(string unit, IEnumerable<(string Unit, ReleaseScore Score)> scores, IReadOnlyList<ReleaseCriterion>? tree = null, decimal? scale = 100)
    {
        var row = new ReleaseResult { Position = 0, UnitCode = unit, UnitName = unit, Scale = scale };
        var release = new Release("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, default, [new("so-nganh", "Sở, ban, ngành", nameEn: null, 0, 1, [row], [])]);
        return new(UnitYear.Find(release, unit)!, tree ?? [Node(0, 1, "1"), Node(1, 2, "1.1", 10), Node(2, 2, "1.2", 20), Node(3, 1, "2"), Node(4, 2, "2.1", 5)], scores);
    }

    private static ReleaseCriterion Node(int position, int depth, string code, decimal? leaf = null, Component component = Component.Appraisal) =>
        new() { Position = position, Depth = depth, Code = code, Name = $"Tiêu chí {code}", MaxScore = leaf ?? 0, Component = component, IsLeaf = leaf is not null };

    private static (string Unit, ReleaseScore Score) Score(string unit, int position, decimal points) => (unit, new() { Position = position, CriterionCode = $"{position}", Points = points });

    private static (string Unit, ReleaseScore Score) NotApplied(string unit, int position) => (unit, new() { Position = position, CriterionCode = $"{position}", NotApplicable = "Không có" });

    private static IEnumerable<string> Codes(IEnumerable<ScorecardLine> lines) => lines.Select(line => line.Criterion.Code);
}
