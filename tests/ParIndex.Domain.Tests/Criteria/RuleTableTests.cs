using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Scorecards;

namespace ParIndex.Domain.Tests.Criteria;

/// <summary>
/// Every rule on a leaf of 2 points, in every part of the total, for nothing, one, many, too many and 0 of 0. The values
/// were worked out by hand; “–” is no points.
/// </summary>
public sealed class RuleTableTests
{
    /// <summary>0, 1, 9 and 12 of 10, 0 of 0; on a penalty leaf 0 of 0 takes nothing off, whatever the rule says.</summary>
    private const string Ratios =
        """
        tỷ lệ                                              | 0 | 0,2    | 1,8 | 2 | – | 0
        tỷ lệ; không phát sinh=đủ điểm                     | 0 | 0,2    | 1,8 | 2 | 2 | 0
        tỷ lệ; không phát sinh=0                           | 0 | 0,2    | 1,8 | 2 | 0 | 0
        tỷ lệ; không phát sinh=đề nghị không áp dụng       | 0 | 0,2    | 1,8 | 2 | – | 0
        tỷ lệ; chuẩn=60                                    | 0 | 0,3333 | 2   | 2 | – | 0
        tỷ lệ; chuẩn=150                                   | 0 | 0,1333 | 1,2 | 1,6 | – | 0
        tỷ lệ; sàn=50                                      | 0 | 0      | 1,8 | 2 | – | 0
        tỷ lệ; trần=80                                     | 0 | 0,2    | 2   | 2 | – | 0
        tỷ lệ; chuẩn=95; sàn=5; không phát sinh=đủ điểm    | 0 | 0,2105 | 1,8947 | 2 | 2 | 0
        bậc: 90=2; 10=1                                    | 0 | 1      | 2   | 2 | – | 0
        bậc: >90=2; 10=1                                   | 0 | 1      | 1   | 2 | – | 0
        bậc: >90=2; >10=1                                  | 0 | 0      | 1   | 2 | – | 0
        bậc: 90=2; 0=0,5; không phát sinh=đủ điểm          | 0,5 | 0,5  | 2   | 2 | 2 | 0
        bậc: ≤10=2; <90=1                                  | 2 | 2      | 0   | 0 | – | 0
        bậc: <10=2; ≤90=1                                  | 2 | 1      | 1   | 0 | – | 0
        bậc: ≤10=2; ≤90=1; không phát sinh=0               | 2 | 2      | 1   | 0 | 0 | 0
        bậc: ≤0=2; không phát sinh=đề nghị không áp dụng   | 2 | 0      | 0   | 0 | – | 0
        điều tra                                           | 0 | 0,2    | 1,8 | 2 | – | –
        """;

    /// <summary>0, 1, 2 and 50 times, 0 of 0.</summary>
    private const string Counts =
        """
        đếm: 0,75          | 0 | 0,75 | 1,5 | 2 | 0
        đếm: 2             | 0 | 2    | 2   | 2 | 0
        trừ: 0,5           | 2 | 1,5  | 1   | 0 | 2
        trừ: 2             | 2 | 0    | 0   | 0 | 2
        điều tra: Likert 5 | 0 | 0    | 0,5 | 2 | 0
        trực tiếp          | – | –    | –   | – | –
        """;

    /// <summary>What a deduction takes off on a penalty leaf: as many times its value, up to the leaf's 2 points.</summary>
    private const string Penalties =
        """
        đếm: 0,75          | 0 | 0,75 | 1,5 | 2 | 0
        đếm: 2             | 0 | 2    | 2   | 2 | 0
        trừ: 0,5           | 0 | 0,5  | 1   | 2 | 0
        trừ: 2             | 0 | 2    | 2   | 2 | 0
        trực tiếp          | – | –    | –   | – | –
        """;

    /// <summary>No choice, choices 0, 1, 3 and 7: of levels the positions, of statements that add up those ticked.</summary>
    private const string Statements =
        """
        mức: Tốt=2; Khá=1; Không=0                   | – | 2 | 1   | –   | –
        mức: Có=2; Không=0; Khác=0,5; Không áp dụng  | – | 2 | 0   | –   | –
        cộng dồn: A=1; B=0,5; C=1                    | – | 0 | 1   | 1,5 | 2
        cộng dồn: A=0,5; B=1,5                       | – | 0 | 0,5 | 2   | –
        """;

    public static TheoryData<string, decimal?[]> RatioRows => Rows(Ratios);

    public static TheoryData<string, decimal?[]> CountRows => Rows(Counts);

    public static TheoryData<string, decimal?[]> PenaltyRows => Rows(Penalties);

    public static TheoryData<string, decimal?[]> StatementRows => Rows(Statements);

    [Theory, MemberData(nameof(RatioRows))]
    public void Ratios_OfEveryPart_GiveWhatTheTableSays(string rule, decimal?[] points)
    {
        (decimal, decimal)[] figures = [(0, 10), (1, 10), (9, 10), (12, 10), (0, 0)];
        foreach (var component in Enum.GetValues<Component>())
        {
            var expected = component == Component.Penalty ? [.. points[..4], points[5]] : points[..5];
            Assert.Equal((component, rule, Text(expected)), (component, rule, Text(figures.Select(pair => Weighed(rule, component, new() { Achieved = pair.Item1, Required = pair.Item2 })))));
        }
    }

    [Theory, MemberData(nameof(CountRows))]
    public void Counts_OfEveryPartButPenalties_GiveWhatTheTableSays(string rule, decimal?[] points)
    {
        foreach (var component in new[] { Component.Appraisal, Component.Survey, Component.Bonus })
        {
            Assert.Equal((component, rule, Text(points)), (component, rule, Text(Times.Select(figures => Weighed(rule, component, figures)))));
        }
    }

    [Theory, MemberData(nameof(PenaltyRows))]
    public void Counts_OnAPenaltyLeaf_GiveThePointsTakenOff(string rule, decimal?[] points) =>
        Assert.Equal((rule, Text(points)), (rule, Text(Times.Select(figures => Weighed(rule, Component.Penalty, figures)))));

    [Theory, MemberData(nameof(StatementRows))]
    public void Statements_OfEveryPart_GiveWhatTheTableSays(string rule, decimal?[] points)
    {
        foreach (var component in Enum.GetValues<Component>())
        {
            Assert.Equal((component, rule, Text(points)), (component, rule, Text(new int?[] { null, 0, 1, 3, 7 }.Select(choice => Weighed(rule, component, new() { Level = choice })))));
        }
    }

    private static IEnumerable<CellAnswer> Times => [new() { Achieved = 0 }, new() { Achieved = 1 }, new() { Achieved = 2 }, new() { Achieved = 50 }, new() { Achieved = 0, Required = 0 }];

    private static decimal? Weighed(string rule, Component component, CellAnswer answer) => answer.CompletedBy(Leaf(rule, component)).Points;

    internal static Criterion Leaf(string rule, Component component = Component.Appraisal, decimal max = 2) =>
        new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí").Add(new CriterionContent("1", "Tiêu chí", max) { Rule = LeafRule.Parse(rule), Component = component });

    private static string Text(IEnumerable<decimal?> points) => string.Join(" | ", points.Select(value => value is { } known ? NumberWriter.VietnameseTrimmed(known) : "–"));

    private static TheoryData<string, decimal?[]> Rows(string table)
    {
        var rows = new TheoryData<string, decimal?[]>();
        foreach (var row in table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)))
        {
            rows.Add(row[0], [.. row[1..].Select(text => ScoreText.Read(text == "–" ? "" : text, new NumberFormat(Decimals: 4)).Value)]);
        }

        return rows;
    }
}
