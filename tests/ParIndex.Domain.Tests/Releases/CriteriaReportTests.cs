using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;
using ParIndex.Testing;

namespace ParIndex.Domain.Tests.Releases;

public sealed class CriteriaReportTests
{
    private static readonly string[] Units = ["a", "b", "c", "d", "e"];

    [Fact]
    public void Leaf_CountsUnitsWithFullMarksAndWithNone_OfThoseItAppliedTo()
    {
        var leaf = Report([10, 10, 4, 0, null]).Find("1.1")!;

        Assert.Equal((4, 2, 1, 1), (leaf.Scored, leaf.Full, leaf.Zero, leaf.NotApplicable));
        Assert.Equal(60, leaf.MeanShare);
        Assert.Equal(new Median(7, 4), leaf.Median);
        Assert.Equal(["a", "b", "c", "d", "e"], leaf.Units.Select(unit => unit.Result.UnitCode));
    }

    [Fact]
    public void Node_IsTheMeanOfTheSharesOfWhatAppliedToEachUnit()
    {
        // 1.2 gives everybody 10 of 20: (10 + 10)/30, (4 + 10)/30 and, where 1.1 did not apply, 10/20.
        var report = Report([10, 10, 4, 4, null]);

        var field = report.Find("1")!;
        Assert.Equal(5, field.Scored);
        Assert.Equal(100 * ((2 * 20m / 30) + (2 * 14m / 30) + (10m / 20)) / 5, field.MeanShare!.Value, 10);
        Assert.Equal(30, report.Scale);
        Assert.Equal(["1"], report.Above(report.Find("1.2")!).Select(node => node.Criterion.Code));
        Assert.Equal(["1.1", "1.2"], report.Below(field).Select(node => node.Criterion.Code));
    }

    [Fact]
    public void Signs_SayWhatTheResultsTellOfTheCriterion()
    {
        var report = Report([10, 10, 10, 10, 10], [20, 15, 10, 5, 0]);

        Assert.Equal([CriterionSign.MostlyFull, CriterionSign.AllEqual], report.Find("1.1")!.Signs);
        Assert.Empty(report.Find("1.2")!.Signs);
        Assert.Null(report.Find("1.1")!.ItemRest);
    }

    [Fact]
    public void ItemRest_IsTheCorrelationWithTheRestOfTheScorecards()
    {
        var with = Report([2, 4, 6, 8, 10], [4, 8, 12, 16, 20]);
        var against = Report([10, 8, 6, 4, 2], [4, 8, 12, 16, 20]);

        Assert.Equal(1, with.Find("1.1")!.ItemRest);
        Assert.Equal(-1, against.Find("1.1")!.ItemRest);
        Assert.Equal([CriterionSign.AgainstTheRest], against.Find("1.1")!.Signs);
    }

    [Fact]
    public void FewUnits_SayNothing()
    {
        var leaf = Report([10, 10, 10, 10, null]).Find("1.1")!;

        Assert.Empty(leaf.Signs);
        Assert.Null(leaf.ItemRest);
    }

    [Fact]
    public void Deviation_IsThatOfAllUnits() => Assert.Equal(20m, Report([10, 10, 6, 6, null]).Find("1.1")!.Deviation!.Value, 10);

    [Fact]
    public void Change_IsToldByCodeAndWording()
    {
        ReleaseCriterion[] earlier =
        [
            Node(0, 1, "1", "Chỉ đạo, điều hành", 30, isLeaf: false),
            Node(1, 2, "1.1", "Kế hoạch cải cách hành chính", 8),
            Node(2, 2, "1.3", "Tuyên truyền cải cách", 20),
            Node(3, 2, "1.4", "Sáng kiến", 2),
        ];
        var report = Report([10, 10, 4, 0, 1], earlier: earlier);

        Assert.Equal((LineageChange.Same, LineageChange.MaximumChanged, LineageChange.Same), (report.Find("1")!.Change!.Kind, report.Find("1.1")!.Change!.Kind, report.Find("1.2")!.Change!.Kind));
        Assert.True(report.Find("1.2")!.Change!.IsRenumbered("1.2"));
        Assert.Equal(["1.4"], report.Dropped.Select(node => node.Code));
        Assert.Equal(28m / 30, report.KeptShare);
        Assert.Null(Report([10, 10, 4, 0, 1]).Find("1.1")!.Change);
    }

    [Fact]
    public void Change_OfTheRule_IsSaidWhereTheMaximumStayed()
    {
        ReleaseCriterion[] earlier = [Node(0, 1, "1", "Chỉ đạo, điều hành", 30, isLeaf: false), Node(1, 2, "1.1", "Kế hoạch cải cách hành chính", 10, rule: new RatioRule()), Node(2, 2, "1.2", "Tuyên truyền cải cách", 20)];

        var report = Report([10, 10, 4, 0, 1], earlier: earlier);

        Assert.Equal((LineageChange.Same, true), (report.Find("1.1")!.Change!.Kind, report.Find("1.1")!.Change!.IsRuleChanged));
        Assert.False(report.Find("1.2")!.Change!.IsRuleChanged);
        Assert.Equal(20m / 30, report.KeptShare);
    }

    [Fact]
    public void Tables_SayWhatDidNotApply_WithEmptyCells()
    {
        var report = Report([10, 10, 4, 0, null]);

        var set = CsvTable.Text(report.Table(), CsvDialect.Data).Split('\n');
        var leaf = CsvTable.Text(report.TableOf(report.Find("1.1")!), CsvDialect.Data).Split('\n');

        Assert.Equal(3 + 1, set.Count(line => line.Length > 0));
        Assert.Equal("unit_code,unit_name,criterion_code,status,points,max_score,achieved,required,counts,statement,reason", leaf[0].TrimStart('\uFEFF'));
        Assert.Equal("e,Đơn vị e,1.1,notApplicable,,10,,,,,Không phát sinh", leaf[5]);
        Assert.Throws<ArgumentException>(() => report.TableOf(report.Find("1")!));
    }

    private static CriteriaReport Report(decimal?[] first, decimal?[]? second = null, IReadOnlyList<ReleaseCriterion>? earlier = null)
    {
        ReleaseCriterion[] criteria = [Node(0, 1, "1", "Chỉ đạo, điều hành", 30, isLeaf: false), Node(1, 2, "1.1", "Kế hoạch cải cách hành chính", 10), Node(2, 2, "1.2", "Tuyên truyền cải cách", 20)];
        var group = new ReleaseGroup("so-nganh", "Sở, ban, ngành", null, 0, 1, Units.Select((unit, place) => TestRelease.Row(place, (unit, "Đơn vị " + unit), [60, 25], place + 1, null, null)), [], criteria);
        var release = new Release("Tỉnh Lai Châu", 2025, 1, ReleaseChange.Initial, isArchive: false, DateTime.UnixEpoch, [group]);
        var scores = Units.SelectMany((unit, place) => new[] { (unit, Score(1, "1.1", first[place])), (unit, Score(2, "1.2", second?[place] ?? 10)) });
        return new(release, group, criteria, scores, earlier is null ? null : (2024, earlier));
    }

    private static ReleaseScore Score(int position, string code, decimal? points) => new() { Position = position, CriterionCode = code, Points = points, NotApplicable = points is null ? "Không phát sinh" : null };

    private static ReleaseCriterion Node(int position, int depth, string code, string name, decimal max, bool isLeaf = true, LeafRule? rule = null) => new()
    {
        Position = position,
        Depth = depth,
        Code = code,
        Name = name,
        MaxScore = max,
        Component = Component.Appraisal,
        IsLeaf = isLeaf,
        Rule = isLeaf ? (rule ?? LeafRule.Default).ToJson() : null,
    };
}
