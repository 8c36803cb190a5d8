using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.Releases;

/// <summary>Every rule a group can have is one that an outsider can compute again from the archive alone.</summary>
public sealed class RecomputedRulesTests
{
    private const string Disciplined = "Người đứng đầu bị kỷ luật";

    private static readonly RatingScheme Bands = RatingScheme.Parse("Xuất sắc=90,Tốt=80,Khá=70,Trung bình=0");

    /// <summary>Two share an index by different parts, one has a smaller scale, one has more bonus and penalty than may count, one takes no place.</summary>
    private static readonly IReadOnlyList<ComputedUnit> Units =
    [
        ComputedGroup.Points("Sở Một", 40, 28, 29.5m, 5, 0) with { List = "Cụm I", Caps = [new("Khá", $"{Disciplined}: Quyết định 45/QĐ-UBND (Điều 6)")] },
        ComputedGroup.Points("Sở Hai", 35.25m, 24.5m, 20, 0, 4) with { List = "Cụm I" },
        ComputedGroup.Points("Sở Ba", 34.25m, 25.5m, 20, 0, 4) with { List = "Cụm II", IsSpecialCase = true },
        ComputedGroup.Points("Sở Bốn", 40, 0, 29.005m, 1.5m, 0.25m) with { List = "Cụm II", Caps = [new("Trung bình", "tiêu chí 1.2 0 điểm (Điều 5)"), new("Khá", $"{Disciplined}: Quyết định 46/QĐ-UBND (Điều 6)")] },
        ComputedGroup.Points("Sở Năm", 39, 20, null, 0, 0) with { List = "Cụm II", IsSpecialCase = true },
        ComputedGroup.Points("Sở Sáu", 39.8m, 27.9m, 29.9m, 0, 0) with { List = "Cụm I", IsRanked = false },
        ComputedGroup.Points("Sở Bảy", 34.75m, 25, 20, 0, 4) with { List = "Cụm I" },
        ComputedGroup.Points("Sở Tám", 32, 22, 24.399m, null, null) with { List = "Cụm I" },
    ];

    public static IEnumerable<TheoryDataRow<string>> Every => Rules.Keys.Select(name => new TheoryDataRow<string>(name));

    private static Dictionary<string, GroupRules> Rules => new(StringComparer.Ordinal)
    {
        ["usual"] = Usual,
        ["no bands"] = Usual with { Ratings = null },
        ["ceilings"] = Usual with { BonusCeiling = 2, PenaltyCeiling = 1 },
        ["ceilings of nothing"] = Usual with { BonusCeiling = 0, PenaltyCeiling = 0 },
        ["above 100"] = Usual with { IndexMayExceed100 = true },
        ["conditions"] = Usual with { RatingConditions = ConditionScheme.Parse($"Trung bình | {ConditionScheme.AtZero} | Điều 5\nKhá | {Disciplined} | Điều 6") },
        ["exact index rated"] = Usual with { Ratings = RatingScheme.Parse("Tốt=77.3,Khá=70,Đạt=0"), RateExactIndex = true, IndexDecimals = 1 },
        ["rounded index rated"] = Usual with { Ratings = RatingScheme.Parse("Tốt=77.3,Khá=70,Đạt=0"), IndexDecimals = 1 },
        ["no decimals"] = Usual with { IndexDecimals = 0 },
        ["four decimals"] = Usual with { IndexDecimals = 4 },
        ["dense"] = Usual with { Ranking = new(RankingScope.OneList, RankNumbering.Dense) },
        ["sequence"] = Usual with { Ranking = new(RankingScope.OneList, RankNumbering.Sequence) },
        ["lists"] = Usual with { Ranking = new(RankingScope.ByHeading, RankNumbering.Competition) },
        ["lists and whole"] = Usual with { Ranking = new(RankingScope.ByHeading, RankNumbering.Dense, WithWholePlace: true) },
        ["special cases apart"] = Usual with { Ranking = new(RankingScope.BySpecialCase, RankNumbering.Competition, WithWholePlace: true) },
        ["a tie decided"] = Usual with { TieDecisions = [Decided("so-bay", "so-ba", "so-hai")] },
        ["a tie decided, dense"] = Usual with { TieDecisions = [Decided("so-bay", "so-ba", "so-hai")], Ranking = new(RankingScope.OneList, RankNumbering.Dense) },
        ["half of a tie decided"] = Usual with { TieDecisions = [Decided("so-bay", "so-ba")] },
        ["a tie of a list decided"] = Usual with { TieDecisions = [Decided("so-bay", "so-hai")], Ranking = new(RankingScope.ByHeading, RankNumbering.Competition, WithWholePlace: true) },
        ["decided twice"] = Usual with { TieDecisions = [Decided("so-bay", "so-ba", "so-hai"), Decided("so-hai", "so-bay", "so-ba", "so-hai-muoi"), Decided("so-ba", "so-hai", "so-bay")] },
        ["a decision that is void"] = Usual with { TieDecisions = [Decided("so-mot", "so-hai")] },
    };

    private static GroupRules Usual => new() { Ratings = Bands };

    [Theory, MemberData(nameof(Every))]
    public void EveryRule_IsComputedAgain(string name)
    {
        var release = ComputedGroup.Release(Rules[name], Units);

        using var unpacked = UnpackedRelease.Of(release);
        RecomputationTests.IsRight(unpacked.Recompute());
    }

    [Theory, MemberData(nameof(Every))]
    public void EveryRule_IsComputedAgainInTheYearAfter_WithItsChanges(string name)
    {
        var before = ComputedGroup.Release(Usual, [.. Units.Skip(1)]);
        var release = ComputedGroup.Release(Rules[name], Units, before: before);
        Assert.Equal(Units.Count - 1, release.Groups[0].Results.Count(row => row.Change is not null));

        using var unpacked = UnpackedRelease.Of(release);
        RecomputationTests.IsRight(unpacked.Recompute());
    }

    [Theory, MemberData(nameof(Every))]
    public void ReleaseOlderThanTheRecord_IsComputedAgain_WithWhatItsFiguresTell(string name)
    {
        var group = ComputedGroup.Release(Rules[name], Units).Groups[0].Copy();
        typeof(ReleaseGroup).GetProperty(nameof(ReleaseGroup.Calculation))!.SetValue(group, null);
        var old = new Release("Tỉnh Lai Châu", 2026, 1, ReleaseChange.Initial, isArchive: false, DateTime.UnixEpoch, [group]);

        using var unpacked = UnpackedRelease.Of(old);
        var outcome = unpacked.Recompute();
        RecomputationTests.IsRight(outcome);
        Assert.Contains(outcome.Lines, line => line.Contains("suy ra từ chính số đã công bố", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ceilings", "bonus")]
    [InlineData("ceilings", "penalty")]
    [InlineData("above 100", "index")]
    [InlineData("conditions", "rating")]
    [InlineData("exact index rated", "rating")]
    [InlineData("dense", "rank")]
    [InlineData("sequence", "rank")]
    [InlineData("lists", "rank")]
    [InlineData("a tie decided", "rank")]
    public void Rule_ThatIsLeftOut_IsMissed(string name, string column)
    {
        using var unpacked = UnpackedRelease.Of(ComputedGroup.Release(Rules[name], Units));
        using var usual = UnpackedRelease.Of(ComputedGroup.Release(Usual, Units));
        var rules = unpacked.Files.Single(file => file.StartsWith("quy-tac-", StringComparison.Ordinal));
        var stranger = usual.Files.Single(file => file.StartsWith("quy-tac-", StringComparison.Ordinal));
        var (own, other) = (unpacked.Name("xep-hang-"), usual.Name("xep-hang-"));
        var (stamp, otherStamp) = (own["xep-hang-2026-so-nganh-".Length..^4], other["xep-hang-2026-so-nganh-".Length..^4]);

        File.Delete(unpacked.PathOf(rules));
        File.WriteAllText(unpacked.PathOf(rules), usual.Read(stranger).Replace(otherStamp, stamp, StringComparison.Ordinal));

        var outcome = unpacked.Recompute();
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains(outcome.Differing, line => line.Contains($", cột {column}: ", StringComparison.Ordinal));
    }

    /// <summary>A leaf of each kind of rule, figures of every sort; the seed is fixed, so that a failure can be found again.</summary>
    [Fact]
    public void PointsOfEveryKindOfRule_AreComputedAgainFromFigures()
    {
        string[] rules =
        [
            "mức: Có=1; Một phần=0,5; Không=0", "cộng dồn: \\=Trực tuyến=0,5; Trực tiếp\\; qua bưu chính=0,5; Khác=0,25", "tỷ lệ", "tỷ lệ; chuẩn=60; sàn=50; không phát sinh=đủ điểm",
            "tỷ lệ; sàn=50; trần=90; không phát sinh=0", "bậc: 90=1; >70=0,5", "bậc: ≤5=1; <10=0,5; không phát sinh=đủ điểm", "trọng số: đúng hạn=1; trễ hạn=0,5", "đếm: 0,3", "trừ: 0,3", "điều tra", "điều tra: Likert 5", "trực tiếp",
        ];
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí năm 2026");
        foreach (var (component, field) in new[] { (Component.Appraisal, "1"), (Component.Penalty, "2"), (Component.Bonus, "3") })
        {
            foreach (var (rule, i) in rules.Select((rule, i) => (rule, i)))
            {
                set.Add(new CriterionContent($"{field}.{i + 1}", $"Tiêu chí {i + 1}", 1) { Component = component, Rule = LeafRule.Parse(rule) });
            }
        }

        var random = new Random(2026);
        var units = Enumerable.Range(1, 60).Select(number => new ComputedUnit($"Sở Thứ {number}", set.Leaves.ToDictionary(leaf => leaf.Code, leaf => Answer(leaf, random)))).ToList();
        var release = ComputedGroup.Release(Usual, units, set);
        Assert.Contains(release.Groups[0].Results.SelectMany(row => row.Scores), score => score.Points is { } points && points != Math.Round(points, 2));

        using var unpacked = UnpackedRelease.Of(release);
        RecomputationTests.IsRight(unpacked.Recompute());
    }

    private static CellAnswer Answer(Criterion leaf, Random random)
    {
        var due = random.Next(0, 40);
        var answer = leaf.Rule switch
        {
            StatementsRule statements => new CellAnswer { Level = random.Next(0, statements is LevelsRule levels ? levels.Levels.Count : 1 << statements.Levels.Count) },
            WeightedRatioRule when due > 0 => new() { Counts = $"{random.Next(0, due)}+{random.Next(0, 3)}", Required = due },
            WeightedRatioRule => new() { Counts = "0+0", Required = 0 },
            RatioBasedRule => new() { Achieved = due == 0 ? 0 : random.Next(0, due + 1), Required = due },
            SurveyRule { LikertTop: { } top } => new() { Achieved = 1 + (random.Next(0, ((top - 1) * 100) + 1) / 100m) },
            SurveyRule => new() { Achieved = random.Next(0, due + 1), Required = due + 1 },
            DirectRule => new() { Points = random.Next(0, 101) / 100m },
            _ => new() { Achieved = random.Next(0, 6) },
        };
        var completed = answer.CompletedBy(leaf);
        return completed.Points is null ? completed with { Points = 0.25m } : completed;
    }

    private static TieDecision Decided(params string[] units) => new(units, "Biên bản số 12/BB-HĐTĐ", new DateOnly(2026, 11, 1), Guid.Empty, DateTime.UnixEpoch);
}
