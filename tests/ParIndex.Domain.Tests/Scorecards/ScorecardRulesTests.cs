using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

/// <summary>The steps of a scorecard: what leads where, what opens, what is recorded.</summary>
public sealed class ScorecardRulesTests
{
    private static readonly Guid Officer = Guid.NewGuid();

    private static readonly DateTime At = new(2026, 12, 1, 2, 0, 0, DateTimeKind.Utc);

    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí");
    private readonly Scorecard _card;

    public ScorecardRulesTests()
    {
        _set.Add("1", "Kế hoạch", 60);
        _set.Add("2", "Kiểm tra", 10);
        _set.Add("8", "Điều tra", 30, Component.Survey);
        var participant = new Round(2026, "Tỉnh Lai Châu", "Kỳ đánh giá 2026").AddGroup(UnitGroup.Usual()[0], _set, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department));
        _card = new(participant);
        _card.OpenSelfScore(participant.Sheet(_set));
    }

    [Fact]
    public void Table_OfMoves_HasNoOther()
    {
        var all = from state in Enum.GetValues<ScorecardState>() from act in Enum.GetValues<ScorecardAct>() let to = ScorecardRules.Target(state, act) where to is not null select $"{state} {act} {to}";

        Assert.Equal(
        [
            "SelfScoring Submit FirstAppraisal",
            "FirstAppraisal Withdraw SelfScoring",
            "FirstAppraisal Return SelfScoring",
            "FirstAppraisal EndFirstAppraisal Explanation",
            "Explanation EndExplanation SecondAppraisal",
            "SecondAppraisal Agree Agreed",
            "Agreed Reopen SecondAppraisal",
        ], all);
    }

    [Fact]
    public void EveryAct_LeadsSomewhere_AndEveryStateCanBeLeft()
    {
        Assert.All(Enum.GetValues<ScorecardAct>(), act => Assert.Contains(ScorecardRules.Moves, move => move.Act == act));
        Assert.All(Enum.GetValues<ScorecardState>(), state => Assert.Contains(ScorecardRules.Moves, move => move.From == state));
    }

    [Fact]
    public void Stages_AreOpenInTheirStateAlone_AndTheSurveyUntilAgreed() =>
        Assert.All(from stage in Enum.GetValues<ScoreStage>() from state in Enum.GetValues<ScorecardState>() select (stage, state), pair => Assert.Equal(
            pair switch
            {
                (ScoreStage.SelfScore, ScorecardState.SelfScoring) or (ScoreStage.FirstAppraisal, ScorecardState.FirstAppraisal) or (ScoreStage.SecondAppraisal, ScorecardState.SecondAppraisal) => true,
                (ScoreStage.Survey, not ScorecardState.Agreed) => true,
                _ => false,
            },
            ScorecardRules.IsOpen(pair.stage, pair.state)));

    [Fact]
    public void StageOfALeaf_IsThatOfTheOthers_ButOfASurveyItsOwn() => Assert.All(
        Enum.GetValues<ScoreStage>(),
        stage => Assert.Equal([stage, stage, ScoreStage.Survey], _set.Leaves.Select(leaf => ScorecardRules.StageOf(leaf, stage))));

    [Fact]
    public void Steps_AreThoseOfTheRound() =>
        Assert.Equal([RoundStep.SelfScore, RoundStep.FirstAppraisal, RoundStep.Explanation, RoundStep.SecondAppraisal, RoundStep.Agreement], Enum.GetValues<ScorecardState>().Select(ScorecardRules.StepOf));

    [Fact]
    public void Moves_OutsideTheTable_AreRefusedAndChangeNothing()
    {
        Assert.All(Enum.GetValues<ScorecardAct>().Where(act => act != ScorecardAct.Submit), act => Assert.Contains($" {act} from SelfScoring", Assert.Throws<InvalidOperationException>(() => Move(act)).Message, StringComparison.Ordinal));

        Assert.Equal((ScorecardState.SelfScoring, 0), (_card.State, _card.Moves.Count));
    }

    [Fact]
    public void Opening_GivesSurveyLeavesTheirOwnStage() =>
        Assert.Equal([("1", ScoreStage.SelfScore), ("2", ScoreStage.SelfScore), ("8", ScoreStage.Survey)], _card.Cells.Select(cell => (_set.Leaves.Single(leaf => leaf.Id == cell.CriterionId).Code, cell.Stage)));

    [Fact]
    public void Submission_OpensTheFirstAppraisal_OfWhatTheUnitScored()
    {
        Submit();

        Assert.Equal(["1", "2"], Codes(ScoreStage.FirstAppraisal));
        Assert.Equal((ScorecardState.SelfScoring, ScorecardAct.Submit, ScorecardState.FirstAppraisal, Officer, At), _card.Moves.Select(move => (move.From, move.Act, move.To, move.By, move.At)).Single());
        Assert.Single(_card.Submissions);
    }

    [Fact]
    public void Stage_ThatIsReachedAgain_KeepsItsCells()
    {
        Submit();
        var leaf = _set.Leaves[0];
        _card.Take(ScoreStage.FirstAppraisal, leaf, new CellAnswer { Points = 50 }, Officer, At);
        Move(ScorecardAct.Return, "Thiếu phụ lục");
        Submit();

        Assert.Equal(50, _card.Cell(ScoreStage.FirstAppraisal, leaf.Id)!.Points);
        Assert.Equal((2, 2), (_card.Submissions.Count, Codes(ScoreStage.FirstAppraisal).Count()));
        Assert.Equal("Thiếu phụ lục", _card.Moves.Single(move => move.Act == ScorecardAct.Return).Note);
    }

    [Fact]
    public void SecondAppraisal_BeginsEmpty_AndComesBackAsItWas()
    {
        Submit();
        Move(ScorecardAct.EndFirstAppraisal);
        Assert.Empty(Codes(ScoreStage.SecondAppraisal));
        Move(ScorecardAct.EndExplanation);
        Assert.All(_card.Cells.Where(cell => cell.Stage == ScoreStage.SecondAppraisal), cell => Assert.Null(cell.Points));
        var leaf = _set.Leaves[0];
        _card.Take(ScoreStage.SecondAppraisal, leaf, new CellAnswer { Points = 55 }, Officer, At);
        Move(ScorecardAct.Agree);
        Move(ScorecardAct.Reopen, "Nhầm số liệu");

        Assert.Equal((ScorecardState.SecondAppraisal, 55m), (_card.State, _card.Cell(ScoreStage.SecondAppraisal, leaf.Id)!.Points));
    }

    [Theory]
    [InlineData("", "Giám đốc")]
    [InlineData("Nguyễn Văn A", " ")]
    public void Submission_WithoutNameOrPost_IsNone(string name, string post) =>
        Assert.Throws<ArgumentException>(() => new Submission(name, post, new DateOnly(2026, 12, 1), Guid.NewGuid(), Officer, At));

    [Fact]
    public void Explanation_IsAskedAnswered_AndNeverBlank()
    {
        var asked = Explanation.Ask(_card, _set.Leaves[0], "Vì sao?", Officer, At);
        Assert.True(asked.IsOpen);
        Assert.Throws<ArgumentException>(() => asked.Reply(" ", keepsSelfScore: true, Officer, At));
        Assert.Throws<ArgumentException>(() => asked.AskAgain("", Officer, At));

        asked.Reply("Vì đã xong", keepsSelfScore: false, Officer, At);

        Assert.Equal((false, "Vì sao?", "Vì đã xong", false), (asked.IsOpen, asked.Reason, asked.Answer, asked.KeepsSelfScore));
        Assert.Null(Explanation.Offer(_card, _set.Leaves[0], "Tự giải trình", keepsSelfScore: true, Officer, At).RequestedBy);
    }

    private IEnumerable<string> Codes(ScoreStage stage) => _card.Cells.Where(cell => cell.Stage == stage).Select(cell => _set.Leaves.Single(leaf => leaf.Id == cell.CriterionId).Code);

    private void Submit() => _card.Submit(new("Nguyễn Văn A", "Giám đốc", new DateOnly(2026, 12, 1), Guid.NewGuid(), Officer, At), _set.Leaves, UnitSide.WithoutHead);

    private void Move(ScorecardAct act, string? note = null) => _card.Move(act, _set.Leaves, Officer, At, note);
}
