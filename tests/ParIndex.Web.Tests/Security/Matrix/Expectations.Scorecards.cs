using ParIndex.Domain.Scorecards;
using static ParIndex.Domain.Scorecards.ScorecardState;
using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Scorecards from their filling in to their agreement, surveys, and results until they are public.</summary>
internal static partial class Expectations
{
    private const string Card = "lam-viec/phieu-cham-diem/{id}";

    /// <summary>Those who score, and whom the scorecard of Sở Nội vụ does not concern: they do not learn that there is one.</summary>
    private const Who Strangers = OtherOfficer | Appraiser | IdleAppraiser;

    private static Row[] Scorecards =>
    [
        // The sheet: who fills in which stage in which state.
        new(Card, "", "tự chấm", scene => scene.Score(SelfScoring, ScoreStage.SelfScore), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new(Card, "", "tự chấm sau khi nộp", scene => scene.Score(FirstAppraisal, ScoreStage.SelfScore), OfScorecard(refused: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new(Card, "", "tự chấm khi giải trình", scene => scene.Score(ScorecardState.Explanation, ScoreStage.SelfScore), OfScorecard(refused: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new(Card, "", "thẩm định lần 1", scene => scene.Score(FirstAppraisal, ScoreStage.FirstAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new(Card, "", "thẩm định trước khi nộp", scene => scene.Score(SelfScoring, ScoreStage.FirstAppraisal), OfScorecard(refused: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new(Card, "", "thẩm định lần 1 khi giải trình", scene => scene.Score(ScorecardState.Explanation, ScoreStage.FirstAppraisal), OfScorecard(refused: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new(Card, "", "thẩm định lần 2", scene => scene.Score(SecondAppraisal, ScoreStage.SecondAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new(Card, "", "thẩm định sau khi thống nhất", scene => scene.Score(Agreed, ScoreStage.SecondAppraisal), OfScorecard(refused: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new(Card, "", "điều tra", scene => scene.Score(FirstAppraisal, ScoreStage.Survey, "8.1"), OfScorecard(done: OtherAppraiser | OtherCoordinator, notYours: UnitOfficer | Coordinator)),
        new(Card, "", "điều tra sau khi thống nhất", scene => scene.Score(Agreed, ScoreStage.Survey, "8.1"), OfScorecard(refused: OtherAppraiser | OtherCoordinator, notYours: UnitOfficer | Coordinator)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "tự chấm", scene => scene.ScoreLeaf(SelfScoring, ScoreStage.SelfScore), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "thẩm định lần 1", scene => scene.ScoreLeaf(FirstAppraisal, ScoreStage.FirstAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "thẩm định lần 2", scene => scene.ScoreLeaf(SecondAppraisal, ScoreStage.SecondAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),

        new($"{Card}/nop", "", "", scene => scene.Submit(), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/nop", "", "đã nộp", scene => scene.Submit(FirstAppraisal), OfScorecard(refused: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/giai-trinh", "Ask", "", scene => scene.AskToExplain(), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer)),
        new($"{Card}/giai-trinh", "Ask", "đã kết thúc lần 1", scene => scene.AskToExplain(ScorecardState.Explanation), OfScorecard(refused: OtherAppraiser, notYours: UnitOfficer)),
        new($"{Card}/giai-trinh", "Answer", "", scene => scene.Explain(), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser)),
        new($"{Card}/giai-trinh", "Answer", "đã kết thúc giải trình", scene => scene.Explain(SecondAppraisal), OfScorecard(refused: UnitOfficer, notYours: OtherAppraiser)),

        // Moves: nobody appraises, returns or agrees for the own unit, and what is unlocked waits for a second person.
        new($"{Card}/qua-trinh", "", "rút lại", scene => scene.Go(ScorecardAct.Withdraw, FirstAppraisal), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser | Coordinators | CouncilMember)),
        new($"{Card}/qua-trinh", "", "trả lại", scene => scene.Go(ScorecardAct.Return, FirstAppraisal), OfScorecard(done: OtherAppraiser | Coordinators, notYours: UnitOfficer | CouncilMember)) { OnlyAsks = Coordinator },
        new($"{Card}/qua-trinh", "", "kết thúc lần 1", scene => scene.Go(ScorecardAct.EndFirstAppraisal, FirstAppraisal), OfScorecard(done: OtherAppraiser | OtherCoordinator, notYours: UnitOfficer | Coordinator | CouncilMember)),
        new($"{Card}/qua-trinh", "", "kết thúc giải trình", scene => scene.Go(ScorecardAct.EndExplanation, ScorecardState.Explanation), OfScorecard(done: UnitOfficer | OtherCoordinator, notYours: OtherAppraiser | Coordinator | CouncilMember)),
        new($"{Card}/qua-trinh", "", "thống nhất", scene => scene.Go(ScorecardAct.Agree, SecondAppraisal), OfScorecard(done: OtherCoordinator | CouncilMember, notYours: UnitOfficer | OtherAppraiser | Coordinator)),
        new($"{Card}/qua-trinh", "", "mở khóa", scene => scene.Go(ScorecardAct.Reopen, Agreed), OfScorecard(done: Coordinators, notYours: UnitOfficer | OtherAppraiser | CouncilMember)) { OnlyAsks = Coordinators },
        new($"{Card}/qua-trinh", "", "sai bước", scene => scene.Go(ScorecardAct.Agree, SelfScoring), OfScorecard(refused: UnitOfficer | OtherAppraiser | Coordinators | CouncilMember)),
        new($"{Card}/qua-trinh", "Exempt", "", scene => scene.ExemptProposed(), OfScorecard(done: Coordinators, notYours: UnitOfficer | OtherAppraiser | CouncilMember)) { OnlyAsks = Coordinators },
        new($"{Card}/qua-trinh", "Exempt", "đã thống nhất", scene => scene.ExemptProposed(Agreed), OfScorecard(refused: Coordinators, notYours: UnitOfficer | OtherAppraiser | CouncilMember)),
    ];

    private static Row[] Surveys =>
    [
        new($"{Round}/khao-sat", "", "Sở Nội vụ", scene => scene.Survey(scene.World.HomeAffairs), OfSurvey(done: OtherCoordinator | OtherAppraiser)),
        new($"{Round}/khao-sat", "", "Văn phòng", scene => scene.Survey(scene.World.Office), OfSurvey(done: Coordinators | Appraiser)),
        // A file is refused by the cell that its reader may not change, as by any other that is wrong.
        new($"{Round}/khao-sat/nhap", "", "", scene => scene.ReadSurvey(scene.World.HomeAffairs), OfSurveyFile(done: OtherCoordinator | OtherAppraiser, Shown)),
        new($"{Round}/khao-sat/nhap", "Accept", "", scene => scene.TakeSurvey(scene.World.HomeAffairs), OfSurveyFile(done: OtherCoordinator | OtherAppraiser, Done)) { FollowsAnotherPost = true },
    ];

    /// <summary>Before any session grows older than publishing allows.</summary>
    private static Row[] Results =>
    [
        new($"{Round}/ket-qua/cong-bo", "", "tự mình thông qua", scene => scene.Publish(approvedBy: Publisher),
            Draft(Publisher, Outcome.NotFound), Open(Publisher, Refused), Closed(Publisher, NotYours), Published(Publisher, Refused), Cancelled(Publisher, Refused)),
        new($"{Round}/ket-qua/thong-qua", "", "", scene => scene.Approve(), WhileClosed(CouncilMember)),
        new($"{Round}/ket-qua/quyet-dinh", "", "", scene => scene.Decide(), WhileClosed(Coordinators)),
    ];

    /// <summary>Last, because a year's results are published once.</summary>
    private static Row[] Publication =>
    [
        new($"{Round}/ket-qua/cong-bo", "", "", scene => scene.Publish(approvedBy: CouncilMember),
            Draft(Publisher, Outcome.NotFound), Open(Publisher, Refused), Closed(Publisher, Done), Published(Publisher, Refused), Cancelled(Publisher, Refused)) { WithOwnSession = true },
    ];

    /// <summary>Only an open round allows it. A draft has no scorecard; of others a stranger does not learn.</summary>
    private static Cell[] OfScorecard(Who done = 0, Who notYours = 0, Who refused = 0, Who strangers = Strangers) =>
    [
        Draft(done | notYours | refused | strangers, NotThere),
        Open(done, Done), Open(notYours, NotYours), Open(refused, Refused), Open(strangers, Outcome.NotFound),
        Closed(done | refused, Refused), Closed(notYours, NotYours), Closed(strangers, Outcome.NotFound),
        Published(done | refused, Refused), Published(notYours, NotYours), Published(strangers, Outcome.NotFound),
        Cancelled(done | refused, Refused), Cancelled(notYours, NotYours), Cancelled(strangers, Outcome.NotFound),
    ];

    /// <summary>Coordinators and assigned appraisers, not for the own unit; a draft is not there for appraisers.</summary>
    private static Cell[] OfSurvey(Who done)
    {
        var others = (Coordinators | Appraisers) & ~done;
        return
        [
            Draft(Coordinators, Refused), Draft(Appraisers, Outcome.NotFound),
            Open(done, Done), Open(others, NotYours),
            Closed(done, Refused), Closed(others, NotYours), Published(done, Refused), Published(others, NotYours), Cancelled(done, Refused), Cancelled(others, NotYours),
        ];
    }

    private static Cell[] OfSurveyFile(Who done, Outcome outcome)
    {
        var others = (Coordinators | Appraisers) & ~done;
        return
        [
            Draft(Coordinators, Wrong), Draft(Appraisers, Outcome.NotFound), Open(done, outcome), Open(others, Wrong),
            Closed(Coordinators | Appraisers, Wrong), Published(Coordinators | Appraisers, Wrong), Cancelled(Coordinators | Appraisers, Wrong),
        ];
    }

    /// <summary>Only results of a closed round.</summary>
    private static Cell[] WhileClosed(Who who) => [Draft(who, Refused), Open(who, Refused), Closed(who, Done), Published(who, Refused), Cancelled(who, Refused)];
}
