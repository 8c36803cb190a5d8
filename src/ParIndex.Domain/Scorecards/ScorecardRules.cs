using ParIndex.Domain.Criteria;
using ParIndex.Domain.Rounds;

namespace ParIndex.Domain.Scorecards;

/// <summary>The moves of a scorecard, as one table that pages and the server both ask.</summary>
public static class ScorecardRules
{
    /// <summary>Every move there is.</summary>
    public static readonly IReadOnlyList<(ScorecardState From, ScorecardAct Act, ScorecardState To)> Moves =
    [
        (ScorecardState.SelfScoring, ScorecardAct.Submit, ScorecardState.FirstAppraisal),
        (ScorecardState.FirstAppraisal, ScorecardAct.Withdraw, ScorecardState.SelfScoring),
        (ScorecardState.FirstAppraisal, ScorecardAct.Return, ScorecardState.SelfScoring),
        (ScorecardState.FirstAppraisal, ScorecardAct.EndFirstAppraisal, ScorecardState.Explanation),
        (ScorecardState.Explanation, ScorecardAct.EndExplanation, ScorecardState.SecondAppraisal),
        (ScorecardState.SecondAppraisal, ScorecardAct.Agree, ScorecardState.Agreed),
        (ScorecardState.Agreed, ScorecardAct.Reopen, ScorecardState.SecondAppraisal),
    ];

    /// <summary>Where an act leads from a state, or <c>null</c> when the table has no such move.</summary>
    public static ScorecardState? Target(ScorecardState from, ScorecardAct act)
    {
        var move = Moves.Where(move => move.From == from && move.Act == act).Select(move => (ScorecardState?)move.To);
        return move.FirstOrDefault();
    }

    /// <summary>Whether the cells of a stage can be filled in a state; those of the survey until the scorecard is agreed.</summary>
    public static bool IsOpen(ScoreStage stage, ScorecardState state) => stage switch
    {
        ScoreStage.SelfScore => state == ScorecardState.SelfScoring,
        ScoreStage.FirstAppraisal => state == ScorecardState.FirstAppraisal,
        ScoreStage.SecondAppraisal => state == ScorecardState.SecondAppraisal,
        _ => state != ScorecardState.Agreed,
    };

    /// <summary>The stage whose cells are filled in in a state, or were last.</summary>
    public static ScoreStage StageOf(ScorecardState state) => state switch
    {
        ScorecardState.SelfScoring => ScoreStage.SelfScore,
        ScorecardState.FirstAppraisal or ScorecardState.Explanation => ScoreStage.FirstAppraisal,
        _ => ScoreStage.SecondAppraisal,
    };

    /// <summary>The stage a leaf has its cell at when others are at one: points of a survey are loaded, at a stage of their own.</summary>
    public static ScoreStage StageOf(Criterion leaf, ScoreStage others)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Component == Component.Survey ? ScoreStage.Survey : others;
    }

    /// <summary>The latest stage that has ended in a state; while the unit scores itself, its own.</summary>
    public static ScoreStage Ended(ScorecardState state) => state switch
    {
        ScorecardState.SelfScoring or ScorecardState.FirstAppraisal => ScoreStage.SelfScore,
        ScorecardState.Explanation or ScorecardState.SecondAppraisal => ScoreStage.FirstAppraisal,
        _ => ScoreStage.SecondAppraisal,
    };

    /// <summary>The stages people fill in before another, in their order; a survey has none.</summary>
    public static IReadOnlyList<ScoreStage> Before(ScoreStage stage) => stage switch
    {
        ScoreStage.FirstAppraisal => [ScoreStage.SelfScore],
        ScoreStage.SecondAppraisal => [ScoreStage.SelfScore, ScoreStage.FirstAppraisal],
        _ => [],
    };

    /// <summary>The step of the round whose deadline binds a state.</summary>
    public static RoundStep StepOf(ScorecardState state) => state switch
    {
        ScorecardState.SelfScoring => RoundStep.SelfScore,
        ScorecardState.FirstAppraisal => RoundStep.FirstAppraisal,
        ScorecardState.Explanation => RoundStep.Explanation,
        ScorecardState.SecondAppraisal => RoundStep.SecondAppraisal,
        _ => RoundStep.Agreement,
    };
}
