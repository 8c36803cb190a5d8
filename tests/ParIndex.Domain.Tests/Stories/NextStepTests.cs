using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Domain.Tests.Stories;

/// <summary>Every kind of rule, worked out by hand.</summary>
public sealed class NextStepTests
{
    [Fact]
    public void Tiers_NextIsTheLowestTierAbove_WithTheFigureItNeeds()
    {
        // 1.224 of 1.700 are 72 %; 80 % of 1.700 are 1.360.
        Assert.Equal(new TierStep(80, false, false, 2.25m, 1360), Step("bậc: 90=3; 80=2,25; 70=1,5", 3, 1.5m, 1224, 1700));

        // 97,5 % of 41 are 39,975: only 40 reach it.
        Assert.Equal(40, Assert.IsType<TierStep>(Step("bậc: 97,5=1; 50=0,5", 1, 0.5m, 39, 41)).Needed);

        // Over 80 % of 50 are 41, and not 40.
        Assert.Equal(new TierStep(80, true, false, 1, 41), Step("bậc: >80=1; 50=0,5", 1, 0.5m, 40, 50));

        // Measured figures need no whole number; behind a strict limit there is no next one.
        Assert.Equal(200.25m, Assert.IsType<TierStep>(Step("bậc: 80=1; 50=0,5", 1, 0.5m, 180.5m, 250.3125m)).Needed);
        Assert.Null(Assert.IsType<TierStep>(Step("bậc: >80=1; 50=0,5", 1, 0.5m, 180.5m, 250.3125m)).Needed);
    }

    [Fact]
    public void Tiers_WhereFewerIsBetter_SayWhatIsAllowed()
    {
        // 30 of 200 are late (15 %). Up to 10 % are 20; below 10 % are 19; up to 5 % are 10.
        Assert.Equal(new TierStep(10, false, true, 1, 20), Step("bậc: ≤5=2; ≤10=1", 2, 0, 30, 200));
        Assert.Equal(new TierStep(10, true, true, 1, 19), Step("bậc: ≤5=2; <10=1", 2, 0, 30, 200));
        Assert.Equal(new TierStep(5, false, true, 2, 10), Step("bậc: ≤5=2; ≤10=1", 2, 1, 15, 200));
    }

    [Fact]
    public void Ratio_GainsByThePercentagePoint_UpToItsFullShare()
    {
        // 48 of 50 on 1,5 points: 0,015 for each percentage point.
        Assert.Equal(new PercentStep(0.015m, 100, 50), Step("tỷ lệ", 1.5m, 1.44m, 48, 50));

        // A norm of 60 %: 45 % give 0,75 of 2 points, a percentage point 1/30, and full marks 60 of 100.
        Assert.Equal(new PercentStep(2m / 60, 60, 60), Step("tỷ lệ; chuẩn=60", 2, 1.5m, 45, 100));

        // From 95 % on it is full: 95 % of 41 are 38,95.
        Assert.Equal(new PercentStep(0.02m, 95, 39), Step("tỷ lệ; sàn=50; trần=95", 2, 1.5m, 31, 41));
    }

    [Fact]
    public void Ratio_BelowItsFloor_NeedsTheFloorFirst()
    {
        Assert.Equal(new TierStep(50, false, false, 1, 21), Step("tỷ lệ; sàn=50", 2, 0, 12, 41));
        Assert.Null(Step("tỷ lệ; sàn=50", 2, 0, 0, 0));
        Assert.Null(Step("tỷ lệ", 2, 1));
    }

    [Fact]
    public void WeightedRatio_GainsByThePercentagePoint() => Assert.Equal(new PercentStep(0.03m, 100, 50), Step("trọng số: đúng hạn=1; trễ hạn=0,5", 3, 2.79m, 46.5m, 50));

    [Fact]
    public void Levels_NextIsTheNearestAbove()
    {
        Assert.Equal(new LevelStep("Chậm", 0.5m, IsAdded: false), Step("mức: Đúng hạn=1; Chậm=0,5; Không=0; Không áp dụng", 1, 0));
        Assert.Equal(new LevelStep("Đúng hạn", 1, IsAdded: false), Step("mức: Đúng hạn=1; Chậm=0,5; Không=0; Không áp dụng", 1, 0.5m));
    }

    [Fact]
    public void Statements_NextIsTheFirstNotYetMet_ThatGains()
    {
        const string Rule = "cộng dồn: Trực tuyến=0,5; Trực tiếp=0,5; Lưu động=0,25";
        Assert.Equal(new LevelStep("Trực tuyến", 1, IsAdded: true), Step(Rule, 1.25m, 0.5m, statement: "Trực tiếp"));
        Assert.Equal(new LevelStep("Trực tuyến", 0.5m, IsAdded: true), Step(Rule, 1.25m, 0, statement: "không nội dung nào"));
        Assert.Null(Step(Rule, 1.25m, 0.5m));
    }

    [Fact]
    public void Count_OneMoreGivesItsValue_UpToTheMaximum()
    {
        Assert.Equal(new CountStep(1, false, 0.75m), Step("đếm: 0,25", 1, 0.5m, 2));
        Assert.Equal(new CountStep(1, false, 1), Step("đếm: 0,3", 1, 0.9m, 3));
        Assert.Null(Step("đếm: 0,25", 1, 0.5m));
    }

    [Fact]
    public void Deduction_OneFewerGivesItsValue_AndMoreWhereTheLastCostNothing()
    {
        Assert.Equal(new CountStep(1, true, 2), Step("trừ: 0,5", 2, 1.5m, 1));
        Assert.Equal(new CountStep(1, true, 0.5m), Step("trừ: 0,5", 2, 0, 4));

        // Seven late reports of 0,5 on 2 points: at 0 since the fourth, so four fewer leave three and 0,5.
        Assert.Equal(new CountStep(4, true, 0.5m), Step("trừ: 0,5", 2, 0, 7));
        Assert.Null(Step("trừ: 0,5", 2, 1));
    }

    [Fact]
    public void Penalty_IsLessWithFewer()
    {
        Assert.Equal(new CountStep(1, true, 0.5m), Step("đếm: 0,5", 3, 1, 2, isPenalty: true));
        Assert.Equal(new CountStep(2, true, 2.5m), Step("trừ: 0,5", 3, 3, 7, isPenalty: true));
        Assert.Null(Step("trực tiếp", 3, 1, isPenalty: true));
    }

    [Fact]
    public void Survey_GainsByThePercentagePoint_OrByATenthOfTheScale()
    {
        Assert.Equal(new PercentStep(0.14m, 100, null), Step("điều tra", 14, 11.06m, 237, 300));
        Assert.Equal(new MeanStep(0.1m, 0.2m, 5), Step("điều tra: Likert 5", 8, 6.1m, 4.05m));
    }

    [Fact]
    public void Direct_SaysNoStep() => Assert.Null(Step("trực tiếp", 2, 1));

    [Fact]
    public void Reason_SaysWhyThereIsNoStep()
    {
        Assert.Equal(ReasonKind.NotApplicable, Reason("tỷ lệ", 2, null).Kind);
        Assert.Equal(ReasonKind.Full, Reason("tỷ lệ", 2, 2, 10, 10).Kind);
        Assert.Equal(ReasonKind.ByHand, Reason("trực tiếp", 2, 1).Kind);
        Assert.Equal(ReasonKind.Full, Reason("đếm: 1", 2, 0, 0, component: Component.Penalty).Kind);
        Assert.Equal(ReasonKind.HasStep, Reason("đếm: 1", 2, 2, 2, component: Component.Penalty).Kind);
    }

    [Fact]
    public void Reason_WithFiguresThatGiveOtherPoints_SaysNoStep()
    {
        // 48 of 50 of 1,5 are 1,44; 1,44 and 1,435 follow within the rounding of typed points, 1,4 does not.
        Assert.Equal((ReasonKind.HasStep, 96m), (Reason("tỷ lệ", 1.5m, 1.44m, 48, 50).Kind, Reason("tỷ lệ", 1.5m, 1.44m, 48, 50).Percent));
        Assert.Equal(ReasonKind.HasStep, Reason("tỷ lệ", 1.5m, 1.435m, 48, 50).Kind);
        Assert.Equal((ReasonKind.ByHand, null), (Reason("tỷ lệ", 1.5m, 1.4m, 48, 50).Kind, Reason("tỷ lệ", 1.5m, 1.4m, 48, 50).Next));
    }

    [Fact]
    public void Reason_OfARuleNobodyCanRead_TakesItAsScoredByHand()
    {
        var leaf = new ReleaseCriterion { Position = 0, Depth = 1, Code = "1", Name = "Một", MaxScore = 2, Component = Component.Appraisal, IsLeaf = true, Rule = "theo hướng dẫn riêng" };
        var reason = LeafReason.Of(new(leaf, new() { Position = 0, CriterionCode = "1", Points = 1 }) { IsInScale = true, Points = 1, Most = 2 });

        Assert.Equal((LeafRule.Default, ReasonKind.ByHand), (reason.Rule, reason.Kind));
    }

    [Fact]
    public void Reason_ReadsTheOlderFormOfRules() => Assert.Equal(
        LeafRule.Parse("bậc: 90=1; 70=0,5"),
        new ReleaseCriterion { Position = 0, Depth = 1, Code = "1", Name = "Một", MaxScore = 1, Component = Component.Appraisal, IsLeaf = true, Rule = "bậc: 90=1; 70=0,5" }.ReadRule());

    [Fact]
    public void Reason_OfANodeAboveLeaves_IsRefused() => Assert.Throws<ArgumentException>(() => LeafReason.Of(StoryCase.Card(StoryCase.Release(2024, StoryCase.Tree(StoryCase.Leaf("1.1", 2)), ("a", [1])), "a").Lines[0]));

    private static NextStep? Step(string rule, decimal max, decimal points, decimal? achieved = null, decimal? required = null, string? statement = null, bool isPenalty = false) =>
        NextStep.Of(LeafRule.Parse(rule), max, points, new(achieved, required), statement, isPenalty);

    private static LeafReason Reason(string rule, decimal max, decimal? points, decimal? achieved = null, decimal? required = null, Component component = Component.Appraisal) =>
        LeafReason.Of(new(StoryCase.Leaf("1.1", max, rule, component), new() { Position = 0, CriterionCode = "1.1", Points = points, Achieved = achieved, Required = required }) { IsInScale = true, Points = points, Most = points is null ? 0 : max });
}
