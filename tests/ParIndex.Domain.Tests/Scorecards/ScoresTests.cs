using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Units;

namespace ParIndex.Domain.Tests.Scorecards;

/// <summary>Which score counts, what is answered, how far a stage is.</summary>
public sealed class ScoresTests
{
    private readonly CriteriaSet _set = new(2026, "so-nganh", "Bộ tiêu chí");
    private readonly Criterion _leaf;
    private readonly Criterion _proposing;
    private readonly Criterion _survey;
    private readonly Scorecard _card;

    public ScoresTests()
    {
        _leaf = _set.Add("1", "Kế hoạch", 60);
        _proposing = _set.Add(new CriterionContent("2", "Kiểm tra", 10) { Rule = new LevelsRule([new("Có", 10), new("Không áp dụng", null)]) });
        _survey = _set.Add("8", "Điều tra", 30, Component.Survey);
        var participant = new Round(2026, "Tỉnh Lai Châu", "Kỳ đánh giá 2026").AddGroup(UnitGroup.Usual()[0], _set, new()).AddParticipant(new("Sở Nội vụ", UnitKind.Department));
        _card = new(participant);
        _card.OpenSelfScore(participant.Sheet(_set));
        _card.Open(ScoreStage.FirstAppraisal, [_leaf, _proposing]);
        _card.Open(ScoreStage.SecondAppraisal, [_leaf, _proposing]);
    }

    [Fact]
    public void Counting_IsTheSecondAppraisal_ElseTheFirst_AndNeverTheUnitsOwn()
    {
        Score(ScoreStage.SelfScore, 60);
        Assert.Null(_card.Scores.Counting(_leaf));

        Score(ScoreStage.FirstAppraisal, 40);
        Assert.Equal((ScoreStage.FirstAppraisal, 40m), (_card.Scores.Counting(_leaf)!.Stage, _card.Scores.PointsOf(_leaf)));

        Score(ScoreStage.SecondAppraisal, 0);
        Assert.Equal((ScoreStage.SecondAppraisal, 0m), (_card.Scores.Counting(_leaf)!.Stage, _card.Scores.PointsOf(_leaf)));
    }

    [Fact]
    public void Counting_UpToAStage_LooksAtNothingLater()
    {
        Score(ScoreStage.SelfScore, 60);
        Score(ScoreStage.FirstAppraisal, 40);
        Score(ScoreStage.SecondAppraisal, 50);

        Assert.Equal([60m, 40m, 50m], new[] { ScoreStage.SelfScore, ScoreStage.FirstAppraisal, ScoreStage.SecondAppraisal }.Select(latest => _card.Scores.PointsOf(_leaf, latest)));
    }

    [Fact]
    public void Counting_OfASurveyLeaf_IsWhatWasLoaded_WhateverTheStage()
    {
        Assert.Null(_card.Scores.Counting(_survey));

        _card.Cell(ScoreStage.Survey, _survey.Id)!.Score(_survey, 21);

        Assert.All(Enum.GetValues<ScoreStage>(), latest => Assert.Equal(21, _card.Scores.PointsOf(_survey, latest)));
    }

    [Fact]
    public void PointsOf_ManyLeaves_HaveNoEntryWhereNoneCount()
    {
        Score(ScoreStage.FirstAppraisal, 0);

        Assert.Equal(new Dictionary<string, decimal> { ["1"] = 0 }, _card.Scores.PointsOf(_set.Leaves));
        Assert.Empty(_card.Scores.PointsOf(_set.Leaves, ScoreStage.SelfScore));
    }

    [Fact]
    public void Answered_ASecondTime_IsWhatTheFirstAppraisalSaid_UntilAnotherIsGiven()
    {
        Assert.False(_card.Scores.IsAnswered(_leaf, ScoreStage.SecondAppraisal));

        Score(ScoreStage.FirstAppraisal, 40);

        Assert.True(_card.Scores.IsAnswered(_leaf, ScoreStage.SecondAppraisal));
        Assert.False(_card.Scores.IsAnswered(_leaf, ScoreStage.SelfScore));
    }

    [Fact]
    public void Progress_CountsZeroAndAProposedExemption_AndNoLeafThatTheStageDoesNotHave()
    {
        Assert.Equal((0, 2), _card.Scores.Progress(ScoreStage.SelfScore, _set.Leaves));

        Score(ScoreStage.SelfScore, 0);
        Assert.Equal((1, 2), _card.Scores.Progress(ScoreStage.SelfScore, _set.Leaves));

        _card.Take(ScoreStage.SelfScore, _proposing, new CellAnswer { Level = 1 }, Guid.NewGuid(), DateTime.UnixEpoch);
        Assert.Equal((2, 2), _card.Scores.Progress(ScoreStage.SelfScore, _set.Leaves));
        Assert.Equal((1, 1), _card.Scores.Progress(ScoreStage.SelfScore, [_proposing, _survey]));
    }

    [Fact]
    public void OpinionsDiffer_WhereOtherPointsCountThanTheUnitsOwn()
    {
        var kept = Explanation.Offer(_card, _leaf, "Đã làm đủ", keepsSelfScore: true, Guid.NewGuid(), DateTime.UnixEpoch);
        var givenUp = Explanation.Offer(_card, _leaf, "Nhất trí", keepsSelfScore: false, Guid.NewGuid(), DateTime.UnixEpoch);
        Score(ScoreStage.SelfScore, 60);
        Assert.False(_card.Scores.OpinionsDiffer(_leaf, kept));

        Score(ScoreStage.FirstAppraisal, 40);
        Assert.True(_card.Scores.OpinionsDiffer(_leaf, kept));
        Assert.False(_card.Scores.OpinionsDiffer(_leaf, givenUp));
        Assert.False(new Scores(_card.Scores.Marks.Where(mark => mark.Stage == ScoreStage.FirstAppraisal)).OpinionsDiffer(_leaf, kept));

        Score(ScoreStage.SecondAppraisal, 60);
        Assert.False(_card.Scores.OpinionsDiffer(_leaf, kept));
    }

    [Fact]
    public void Settling_AScorecardThatWasMoved_IsRefused()
    {
        _card.Move(ScorecardAct.Submit, _set.Leaves, Guid.NewGuid(), DateTime.UnixEpoch, note: null);

        Assert.Throws<InvalidOperationException>(_card.Settle);
        Assert.Equal(ScorecardState.FirstAppraisal, _card.State);
    }

    private void Score(ScoreStage stage, decimal points) => _card.Cell(stage, _leaf.Id)!.Score(_leaf, points);
}
