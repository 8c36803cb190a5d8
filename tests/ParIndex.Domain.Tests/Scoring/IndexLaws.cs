using FsCheck;
using FsCheck.Fluent;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Support;

namespace ParIndex.Domain.Tests.Scoring;

/// <summary>What is true of every index, whatever the criteria and the scores.</summary>
public sealed class IndexLaws
{
    private static readonly IReadOnlyDictionary<string, string> NoExemptions = new Dictionary<string, string>();

    /// <summary>A set of one to eight leaves with scores for all of them, and one leaf to be changed.</summary>
    private static readonly Gen<(CriteriaSet Set, Dictionary<string, decimal> Scores, Criterion Leaf)> Sheets =
        from count in Gen.Choose(1, 8)
        from maxima in Gen.Elements(0.25m, 0.5m, 1m, 1.5m, 2m, 3m).ArrayOf(count)
        from parts in Gen.Choose(0, 4).ArrayOf(count)
        from at in Gen.Choose(0, count - 1)
        let leaves = Leaves(maxima)
        select (leaves.Set, leaves.All.Select((leaf, i) => (leaf.Code, leaf.MaxScore * parts[i] / 4)).ToDictionary(), leaves.All[at]);

    [Fact]
    public void RaisingAScore_NeverLowersTheIndex() => Law.Holds(
        from sheet in Sheets
        from raise in Cases.Hundredths(0, 3)
        select (sheet.Set, sheet.Scores, sheet.Leaf, raise),
        it =>
        {
            var raised = new Dictionary<string, decimal>(it.Scores) { [it.Leaf.Code] = Math.Min(it.Leaf.MaxScore, it.Scores[it.Leaf.Code] + it.raise) };
            return Index(it.Set, NoExemptions, raised) >= Index(it.Set, NoExemptions, it.Scores);
        });

    [Fact]
    public void RaisingAScoreByAPoint_RaisesTheExactIndexBy100ByTheScale() => Law.Holds(
        from points in Cases.Hundredths(0, 59)
        from scale in Cases.Scale
        select (points, scale),
        it => new ExactIndex(it.points + 1, it.scale).Value - new ExactIndex(it.points, it.scale).Value is var raised
            && Math.Abs(raised - (100 / it.scale)) < 1e-20m);

    [Fact]
    public void TakingALeafOut_RemovesExactlyItsMaximumFromTheScale() => Law.Holds(Sheets, it =>
        new ScoreSheet(it.Set, NoExemptions, it.Scores).Scale - new ScoreSheet(it.Set, Exempting(it.Leaf), it.Scores).Scale == it.Leaf.MaxScore);

    [Fact]
    public void TakingALeafOut_RemovesExactlyItsPointsFromTheTotal() => Law.Holds(Sheets, it =>
        Points(it.Set, NoExemptions, it.Scores) - Points(it.Set, Exempting(it.Leaf), it.Scores) == it.Scores[it.Leaf.Code]);

    [Fact]
    public void TakingBackAScore_LeavesTheScaleAlone() => Law.Holds(Sheets, it =>
    {
        var without = it.Scores.Where(score => score.Key != it.Leaf.Code).ToDictionary();
        var sheet = new ScoreSheet(it.Set, NoExemptions, without);
        return sheet.Scale == it.Set.MaxScore && sheet.NotYetScored == 1;
    });

    [Fact]
    public void FullMarks_Are100PerCentOfAnyScale() => Law.Holds(Sheets, it =>
        Index(it.Set, NoExemptions, it.Set.Leaves.ToDictionary(leaf => leaf.Code, leaf => leaf.MaxScore)) == 100);

    [Fact]
    public void ABetterIndex_NeverHasAWorseRatingOrPlace() => Law.Holds(Cases.Groups, totals =>
    {
        var results = IndexCalculator.Calculate(totals, new() { Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=50,Yếu=0") });
        string[] order = ["Tốt", "Khá", "Trung bình", "Yếu"];
        return results.All(one => results.All(other =>
            one.Exact <= other.Exact || (Array.IndexOf(order, one.Rating) <= Array.IndexOf(order, other.Rating) && one.Rank < other.Rank)));
    });

    [Fact]
    public void OrderOfRows_IsIrrelevantForPlaces() => Law.Holds(
        from totals in Cases.Groups
        from shuffled in Gen.Shuffle(totals)
        from numbering in Gen.Elements(RankNumbering.Competition, RankNumbering.Dense)
        select (totals, shuffled, numbering),
        it =>
        {
            var rules = new GroupRules { Ranking = new(RankingScope.OneList, it.numbering) };
            var places = IndexCalculator.Calculate(it.totals, rules).ToDictionary(result => result.Totals.UnitCode, result => (result.Rank, result.IsTied));
            return IndexCalculator.Calculate(it.shuffled, rules).All(result => places[result.Totals.UnitCode] == (result.Rank, result.IsTied));
        });

    [Fact]
    public void ScalingPointsAndScaleAlike_ChangesNoPlace() => Law.Holds(Cases.Groups, totals =>
    {
        var doubled = totals.Select((unit, i) => i % 2 == 0 ? unit : Totals.Of(unit.UnitCode, unit.AppraisalScore!.Value * 2, unit.Scale!.Value * 2));
        return IndexCalculator.Calculate(totals, new()).Select(result => result.Rank)
            .SequenceEqual(IndexCalculator.Calculate(doubled, new()).Select(result => result.Rank));
    });

    [Theory]
    [MemberData(nameof(InCulture.All), MemberType = typeof(InCulture))]
    public void Calculation_InAnyCulture_IsTheSame(string culture)
    {
        using var _ = new InCulture(culture);

        var result = IndexCalculator.Calculate(Totals.Of("a", 58.43m, 70.5m), new() { Ratings = RatingScheme.Parse("Tốt=82.88,Khá=0") });

        Assert.Equal((82.88m, "Tốt"), (result.Index, result.Rating));
    }

    private static (CriteriaSet Set, List<Criterion> All) Leaves(decimal[] maxima)
    {
        var set = new CriteriaSet(2024, "so-nganh", "Bộ tiêu chí");
        return (set, [.. maxima.Select((max, i) => set.Add($"{i + 1}", "Tiêu chí", max, i % 3 == 2 ? Component.Survey : Component.Appraisal))]);
    }

    private static Dictionary<string, string> Exempting(Criterion leaf) => new() { [leaf.Code] = "Không có nhiệm vụ" };

    private static decimal Points(CriteriaSet set, IReadOnlyDictionary<string, string> exemptions, IReadOnlyDictionary<string, decimal> scores) =>
        new ScoreSheet(set, exemptions, scores).Totals("a").Addends.Sum(addend => addend.Points);

    private static decimal Index(CriteriaSet set, IReadOnlyDictionary<string, string> exemptions, IReadOnlyDictionary<string, decimal> scores) =>
        IndexCalculator.Calculate(new ScoreSheet(set, exemptions, scores).Totals("a"), new()).Index!.Value;
}
