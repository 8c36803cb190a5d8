using ParIndex.Domain.Criteria;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Tests.Criteria;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

/// <summary>What an answer gives by each rule, and everything that can be wrong with it.</summary>
public sealed class CellAnswerTests
{
    public static TheoryData<string, int, int?, decimal> Computed => new()
    {
        { "tỷ lệ", 48, 50, 1.92m },
        { "tỷ lệ; sàn=50", 24, 50, 0m },
        { "tỷ lệ; trần=90", 46, 50, 2m },
        { "tỷ lệ", 1, 3, 0.6667m },
        { "bậc: 90=2; 70=1", 46, 50, 2m },
        { "bậc: 90=2; 70=1", 35, 50, 1m },
        { "bậc: 90=2; 70=1", 34, 50, 0m },
        { "đếm: 0,25", 3, null, 0.75m },
        { "đếm: 0,25", 30, null, 2m },
        { "trừ: 0,5", 1, null, 1.5m },
        { "trừ: 0,5", 9, null, 0m },
        { "điều tra", 270, 300, 1.8m },
    };

    [Theory, MemberData(nameof(Computed))]
    public void Figures_GiveTheRulesPoints_WhateverWasTyped(string rule, int achieved, int? required, decimal points) =>
        Assert.Equal(points, new CellAnswer { Points = 0.1m, Achieved = achieved, Required = required }.CompletedBy(Leaf(rule)).Points);

    [Fact]
    public void Level_GivesItsPoints_WhateverWasTyped()
    {
        var leaf = Leaf("mức: Có=2; Một phần=1; Không=0; Không áp dụng");

        Assert.Equal([2m, 1m, 0m, null], Enumerable.Range(0, 4).Select(level => new CellAnswer { Level = level, Points = 1.5m }.CompletedBy(leaf).Points));
    }

    [Fact]
    public void TypedPoints_StayWhereNothingElseSaysThem() =>
        Assert.Equal(1.25m, new CellAnswer { Points = 1.25m }.CompletedBy(Leaf("tỷ lệ")).Points);

    [Fact]
    public void ThreeStates_AreNeverConflated()
    {
        var leaf = Leaf("mức: Có=2; Không=0; Không áp dụng");
        var (nothing, zero, proposal) = (CellAnswer.Blank, new CellAnswer { Level = 1 }.CompletedBy(leaf), new CellAnswer { Level = 2 }.CompletedBy(leaf));

        Assert.Equal([(false, false), (true, false), (true, true)], new[] { nothing, zero, proposal }.Select(answer => (answer.IsGiven(leaf), answer.ProposesExemption(leaf))));
        Assert.Equal([null, 0m, null], new[] { nothing, zero, proposal }.Select(answer => answer.Points));
    }

    public static TheoryData<string, CellAnswer, string> Wrong => new()
    {
        { "trực tiếp", new() { Points = -0.01m }, "điểm phải từ 0 đến 2" },
        { "trực tiếp", new() { Points = 2.01m }, "không nhận 2,01" },
        { "mức: Có=2; Không=0", new() { Level = 2 }, "mức đã chọn không có" },
        { "mức: Có=2; Không=0", new() { Level = -1 }, "mức đã chọn không có" },
        { "mức: Có=2; Không=0", new() { Points = 1 }, "một trong các mức 2; 0" },
        { "trực tiếp", new() { Level = 0, Points = 1 }, "mức đã chọn không có" },
        { "đếm: 0,25", new() { Achieved = -1 }, "không được âm" },
        { "tỷ lệ", new() { Achieved = 1, Required = 0 }, "phải lớn hơn 0" },
        { "tỷ lệ", new() { Achieved = 1, Required = -1 }, "số phải thực hiện không được âm" },
        { "tỷ lệ", new() { Required = 5 }, "thiếu số đạt được" },
        { "cộng dồn: A=1; B=0,5; C=1", new() { Points = 0.75m }, "điểm phải là tổng của một số nội dung 1; 0,5; 1" },
        { "tỷ lệ", new() { Achieved = 5 }, "thiếu số phải thực hiện" },
        { "bậc: 90=2; 70=1", new() { Achieved = 5 }, "thiếu số phải thực hiện" },
        { "điều tra", new() { Achieved = 5 }, "thiếu số phải thực hiện" },
        { "điều tra", new() { Achieved = 6, Required = 5 }, "số hài lòng lớn hơn số được hỏi" },
        { "điều tra: Likert 5", new() { Achieved = 5.1m }, "từ 1 đến 5" },
        { "điều tra: Likert 5", new() { Achieved = 0.9m }, "từ 1 đến 5" },
        { "trực tiếp", new() { Note = new string('a', 2001) }, "dài quá 2000 ký tự" },
        { "điều tra", new() { Points = 1, SampleSize = 0 }, "cỡ mẫu" },
        { "điều tra", new() { Points = 1, Spread = -0.1m }, "độ lệch chuẩn" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void Answer_ThatIsWrong_NamesLeafAndProblem(string rule, CellAnswer answer, string words)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var problem = answer.Problem(Leaf(rule))?.Text;

        Assert.StartsWith("Tiêu chí 1.1: ", problem, StringComparison.Ordinal);
        Assert.Contains(words, problem, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Wrong))]
    public void Cell_TakesNoWrongAnswer(string rule, CellAnswer answer, string words)
    {
        var leaf = Leaf(rule);
        var card = Card(leaf);
        var cell = card.Take(ScoreStage.SelfScore, leaf, new CellAnswer { Note = "trước" }, Guid.NewGuid(), DateTime.UnixEpoch);

        var refusal = Assert.Throws<ArgumentException>(() => card.Take(ScoreStage.SelfScore, leaf, answer, Guid.NewGuid(), DateTime.UtcNow));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal((null, "trước", DateTime.UnixEpoch), (cell.Points, cell.Note, cell.ChangedAt));
    }

    [Theory]
    [InlineData("trực tiếp")]
    [InlineData("mức: Có=2; Không=0")]
    [InlineData("tỷ lệ")]
    [InlineData("đếm: 0,25")]
    [InlineData("trừ: 0,5")]
    [InlineData("điều tra")]
    public void Bounds_AreTaken(string rule)
    {
        Assert.Null(new CellAnswer { Points = 0 }.Problem(Leaf(rule)));
        Assert.Null(new CellAnswer { Points = 2 }.Problem(Leaf(rule)));
        Assert.Null(CellAnswer.Blank.Problem(Leaf(rule)));
    }

    public static TheoryData<string, CellAnswer> Limits => new()
    {
        { "điều tra", new() { Achieved = 300, Required = 300 } },
        { "điều tra: Likert 5", new() { Achieved = 1 } },
        { "điều tra: Likert 5", new() { Achieved = 5 } },
        { "trực tiếp", new() { Note = new string('a', CellAnswer.MostNote) } },
        { "điều tra", new() { Points = 1, SampleSize = 1, Spread = 0 } },
        { "cộng dồn: A=1; B=0,5; C=1", new() { Points = 1.5m } },
    };

    [Theory, MemberData(nameof(Limits))]
    public void Answer_AtItsLimits_IsRight(string rule, CellAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Assert.Null(answer.Problem(Leaf(rule)));
    }

    [Fact]
    public void SurveyLeaf_NeedsPointsOrFigures_OnceMoreThanANoteIsSaid()
    {
        var leaf = RuleTableTests.Leaf("mức: Có=2; Không=0; Không áp dụng", Component.Survey);

        Assert.Equal("Tiêu chí 1: chưa có điểm hoặc số liệu để tính điểm.", new CellAnswer { SampleSize = 300 }.Problem(leaf)?.Text);
        Assert.Null(new CellAnswer { Note = "Chưa điều tra" }.Problem(leaf));
        Assert.Null(new CellAnswer { Level = 2, SampleSize = 300 }.Problem(leaf));
        Assert.Null(new CellAnswer { Points = 2, SampleSize = 300 }.Problem(leaf));
        Assert.Null(new CellAnswer { SampleSize = 300 }.Problem(RuleTableTests.Leaf("mức: Có=2; Không=0")));
    }

    [Fact]
    public void NoLeafAndNoAnswer_AreRefused()
    {
        var leaf = Leaf("trực tiếp");

        Assert.Throws<ArgumentNullException>(() => CellAnswer.Blank.ProposesExemption(null!));
        Assert.Throws<ArgumentNullException>(() => Card(leaf).Take(ScoreStage.SelfScore, leaf, null!, Guid.NewGuid(), DateTime.UnixEpoch));
    }

    [Fact]
    public void Cell_KeepsEverythingSaid_AndWhoAndWhen()
    {
        var leaf = Leaf("điều tra");
        var (by, at) = (Guid.NewGuid(), new DateTime(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc));

        var cell = Card(leaf).Take(ScoreStage.SelfScore, leaf, new CellAnswer { Achieved = 270, Required = 300, SampleSize = 300, Spread = 0.35m, Note = "Đợt 1" }, by, at);

        Assert.Equal(new CellAnswer { Points = 1.8m, Achieved = 270, Required = 300, SampleSize = 300, Spread = 0.35m, Note = "Đợt 1" }, cell.Answer);
        Assert.Equal((by, at), (cell.ChangedBy, cell.ChangedAt));
    }

    [Fact]
    public void Card_WithoutACellOfTheLeaf_TakesNothing()
    {
        var card = Card(Leaf("trực tiếp"));

        Assert.Throws<InvalidOperationException>(() => card.Take(ScoreStage.SelfScore, Leaf("trực tiếp"), new CellAnswer { Points = 1 }, Guid.NewGuid(), DateTime.UtcNow));
    }

    [Fact]
    public void Card_TakesNothing_AtAStageThatIsNotFilledIn()
    {
        var leaf = Leaf("trực tiếp");
        var card = Card(leaf);
        card.Settle();

        Assert.Throws<InvalidOperationException>(() => card.Take(ScoreStage.SelfScore, leaf, new CellAnswer { Points = 1 }, Guid.NewGuid(), DateTime.UtcNow));
        Assert.Null(card.Cells[0].Points);
    }

    private static Criterion Leaf(string rule)
    {
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí");
        return set.Add(new CriterionContent("1.1", "Tiêu chí", 2) { Rule = LeafRule.Parse(rule) });
    }

    private static Scorecard Card(Criterion leaf)
    {
        var card = new Scorecard(new Domain.Rounds.Round(2026, "Tỉnh Lai Châu", "Kỳ").AddGroup(UnitGroup.Usual()[0], criteriaSet: null, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department)));
        card.Open(ScoreStage.SelfScore, [leaf]);
        return card;
    }
}
