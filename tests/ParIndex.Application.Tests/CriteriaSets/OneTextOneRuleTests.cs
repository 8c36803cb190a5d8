using System.Globalization;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Testing;

namespace ParIndex.Application.Tests.CriteriaSets;

/// <summary>
/// Wherever a text stands in an annex, it is one rule; and the rule is the same after it was stored and after it was typed again.
/// The texts are made: every shape of rule in the words of decisions, with random figures, alone and mixed. What fails names its seed.
/// </summary>
public sealed class OneTextOneRuleTests
{
    private const int TextsOfASeed = 16;

    private static readonly Func<Random, string[]>[] Shapes =
    [
        Levels, YesOrNo, Sum, Tiers, FewerTiers, Formula, FormulaWithFloor, Weighted,
        random => [$"Mỗi {Noun(random)} sai trừ {Points(random)} điểm"],
        random => [$"Mỗi {Noun(random)} cộng {Points(random)} điểm"],
        random => [$"Mỗi {Noun(random)} được {Points(random)} điểm, tối đa 2 điểm"],
        random => ["Tỷ lệ % hoàn thành x điểm tối đa", $"Không phát sinh: {random.Pick("không tính điểm", "2 điểm", "0 điểm")}"],
        _ => ["Chấm theo thực tế"],
        random => [$"Trong đó: a là tổng số {Noun(random)}"],
    ];

    /// <summary>Rules as people type them and workbooks hold them: alone in their cell.</summary>
    private static readonly Func<Random, LeafRule>[] Typed =
    [
        random => new CountRule(Quarters(random)),
        random => new DeductionRule(Quarters(random)),
        random => new SurveyRule(random.Pick<int?>(null, 5, 10)),
        random => new RatioRule(random.Next(10, 50), random.Next(90, 101), random.Next(60, 90)) { WhenNothingArose = random.Pick(Enum.GetValues<NothingArose>()) },
        random => new LevelsRule([new("Có", 2), new("Một phần; chậm", Quarters(random)), new("Không áp dụng", null)]),
        random => new CumulativeRule([new("Trực tuyến", 1), new("a = b", Quarters(random)), new("Trực tiếp", 1)]),
        random => new TiersRule([new(random.Next(80, 100), 2, random.Next(2) == 0), new(random.Next(40, 80), Quarters(random))]) { WhenNothingArose = random.Pick(Enum.GetValues<NothingArose>()) },
        random => new WeightedRatioRule([new("đúng hạn", 1), new("trễ hạn", random.Next(1, 10) / 10m)]) { WhenNothingArose = random.Pick(Enum.GetValues<NothingArose>()) },
    ];

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Text_IsOneRule_WhereverItStands_AndItsJsonSurvives(int seed)
    {
        var random = new Random(seed);
        foreach (var number in Enumerable.Range(1, TextsOfASeed))
        {
            var lines = Lines(random);
            var text = string.Join('\n', lines);
            var rules = new[]
            {
                Leaf(["1.1", "Tiêu chí", "2", text]),
                Leaf(["1.1", "Tiêu chí", "2", ""], [.. lines.Select(line => new object[] { "", line, "", "" })]),
                Leaf(["1.1", "Tiêu chí", "2", ""], [.. lines.Select(line => new object[] { "", "", "", line })]),
                Leaf(["1.1", "Tiêu chí", "2", lines[0]], [.. lines.Skip(1).Select(line => new object[] { "", "", "", line })]),
            };

            Assert.True(rules.Distinct().Count() == 1, $"Seed {seed}, text {number}: “{text}” is {string.Join(" | ", rules.Select(rule => rule.ToString()))}");
            Assert.True(LeafRule.FromJson(rules[0].ToJson()) == rules[0], $"Seed {seed}, text {number}: {rules[0].ToJson()} is another rule than {rules[0]}");
            Assert.True(LeafRule.Parse(rules[0].ToString()) == rules[0], $"Seed {seed}, text {number}: “{rules[0]}” is read as {LeafRule.Parse(rules[0].ToString())}");
        }
    }

    [Fact]
    public void Texts_HaveEveryShapeOfRule() =>
        Assert.Equal(
            [nameof(CountRule), nameof(CumulativeRule), nameof(DeductionRule), nameof(DirectRule), nameof(LevelsRule), nameof(RatioRule), nameof(SurveyRule), nameof(TiersRule), nameof(WeightedRatioRule)],
            Seeds().SelectMany(seed => Rules(seed.Data)).Select(rule => rule.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<LeafRule> Rules(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(1, TextsOfASeed).Select(_ => Leaf(["1.1", "Tiêu chí", "2", string.Join('\n', Lines(random))]))];
    }

    /// <summary>Of every fourth text a rule as it is typed, else the lines of one shape, and of every fourth of these those of two shapes in a random order.</summary>
    private static string[] Lines(Random random)
    {
        if (random.Next(4) == 0)
        {
            return [random.Pick(Typed)(random).ToString()];
        }

        var lines = random.Pick(Shapes)(random);
        if (random.Next(4) == 0)
        {
            lines = [.. lines, .. random.Pick(Shapes)(random)];
            random.Shuffle(lines);
        }

        return lines;
    }

    private static string[] Levels(Random random) =>
        [random.Pick("Kịp thời: 2", "Đầy đủ, đúng hạn: 2 điểm", "Tốt (2 điểm)"), $"{random.Pick("- ", "+ ", "")}{random.Pick("Chậm", "Đầy đủ nhưng chậm", "Thiếu nội dung")}: {Points(random)}{random.Pick("", " điểm", "đ")}", random.Pick("Không ban hành: 0", "Không thực hiện: 0 điểm")];

    private static string[] YesOrNo(Random random) => random.Pick<string[]>(["Có: 2", "Không: 0"], ["Có (2 điểm)", "Không (0 điểm)"], ["Có thực hiện: 2 điểm; không thực hiện: 0 điểm"], ["Có: 2", "Không: 0", "Không áp dụng"]);

    private static string[] Sum(Random random)
    {
        var first = Quarters(random);
        return [$"{random.Pick("- ", "+ ", "")}Ban hành kế hoạch: {Text(first)} điểm", $"{random.Pick("- ", "+ ", "")}Có báo cáo {Noun(random)}: {Text(2 - first)} điểm"];
    }

    private static string[] Tiers(Random random)
    {
        var (top, low) = (random.Next(80, 100), random.Next(50, 80));
        var sign = random.Pick("Từ {0}% trở lên", "Đạt từ {0}%", "≥ {0}%", "Trên {0}%");
        return [$"{string.Format(CultureInfo.InvariantCulture, sign, top)}: 2 điểm", $"Từ {low}% đến dưới {top}%: {Points(random)} điểm", $"Dưới {low}%: 0 điểm"];
    }

    private static string[] FewerTiers(Random random)
    {
        var (best, worst) = (random.Next(1, 10), random.Next(10, 30));
        return [$"{random.Pick("Dưới", "Không quá")} {best}%: 2 điểm", $"Từ {best}% đến dưới {worst}%: {Points(random)} điểm", $"Từ {worst}% trở lên: 0 điểm"];
    }

    private static string[] Formula(Random random) => [random.Pick("Tính điểm theo công thức: (b/a) x 2", "(b/a) x điểm tối đa", "Tỷ lệ % hoàn thành x điểm tối đa"), $"Trong đó: a là tổng số {Noun(random)} được giao; b là số {Noun(random)} đã hoàn thành"];

    private static string[] FormulaWithFloor(Random random)
    {
        var floor = random.Next(40, 90);
        return [$"Đạt 100%: 2 điểm", $"Từ {floor}% đến dưới 100% tính theo công thức: (tỷ lệ % x 2)/100%", $"Dưới {floor}%: 0 điểm"];
    }

    private static string[] Weighted(Random random) => [$"(b + c x {random.Pick("0,5", "1/2", "50%")})/a x 2", $"a là tổng số {Noun(random)}; b là số đúng hạn; c là số trễ hạn"];

    private static string Noun(Random random) => random.Pick("văn bản", "nhiệm vụ", "sáng kiến", "hồ sơ");

    private static decimal Quarters(Random random) => random.Next(1, 8) / 4m;

    private static string Points(Random random) => Text(Quarters(random));

    private static string Text(decimal points) => NumberWriter.VietnameseTrimmed(points);

    private static LeafRule Leaf(object[] row, params object[][] below)
    {
        var table = CriteriaSourceReader.Read(new Annex().Table([["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"], ["1", "Lĩnh vực", "2", ""], row, .. below]).Bytes(), "a.docx");
        var draft = CriteriaTableReader.Read(table);
        Assert.Empty(AnnexLedger.Unused(table, draft));
        return Assert.Single(draft.Nodes, node => node.IsLeaf).Content.Rule;
    }
}

/// <summary>One of several, as a seeded generator says.</summary>
internal static class Choices
{
    public static T Pick<T>(this Random random, params T[] of) => of[random.Next(of.Length)];
}
