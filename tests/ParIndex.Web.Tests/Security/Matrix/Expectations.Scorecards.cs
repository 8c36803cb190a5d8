using ParIndex.Application.Scorecards;
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

    private const string Appraisal = "lam-viec/tham-dinh/{round}/{group}/nhap-xlsx";

    private const string Across = "lam-viec/tham-dinh/{round}/{group}/{field}";

    private const string Board = $"{Round}/tien-do/hang-loat";

    private const Who NotOfTheSheet = Everybody & ~UnitOfficer & ~OtherAppraiser & ~Coordinators;

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
        new(Card, "", "điều tra", scene => scene.Score(FirstAppraisal, ScoreStage.Survey, "8.1"), OfScorecard(done: OtherCoordinator, notYours: UnitOfficer | OtherAppraiser | Coordinator)),
        new(Card, "", "điều tra sau khi thống nhất", scene => scene.Score(Agreed, ScoreStage.Survey, "8.1"), OfScorecard(refused: OtherCoordinator, notYours: UnitOfficer | OtherAppraiser | Coordinator)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "tự chấm", scene => scene.ScoreLeaf(SelfScoring, ScoreStage.SelfScore), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "thẩm định lần 1", scene => scene.ScoreLeaf(FirstAppraisal, ScoreStage.FirstAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        new($"{Card}/tieu-chi/{{leaf}}", "", "thẩm định lần 2", scene => scene.ScoreLeaf(SecondAppraisal, ScoreStage.SecondAppraisal), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),

        new($"{Card}/nop", "", "", scene => scene.Submit(), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/nop", "", "đã nộp", scene => scene.Submit(FirstAppraisal), OfScorecard(refused: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/giai-trinh", "Ask", "", scene => scene.AskToExplain(), OfScorecard(done: OtherAppraiser, notYours: UnitOfficer)),
        new($"{Card}/giai-trinh", "Ask", "đã kết thúc lần 1", scene => scene.AskToExplain(ScorecardState.Explanation), OfScorecard(refused: OtherAppraiser, notYours: UnitOfficer)),
        new($"{Card}/giai-trinh", "Answer", "", scene => scene.Explain(), OfScorecard(done: UnitOfficer, notYours: OtherAppraiser)),
        new($"{Card}/giai-trinh", "Answer", "đã kết thúc giải trình", scene => scene.Explain(SecondAppraisal), OfScorecard(refused: UnitOfficer, notYours: OtherAppraiser)),

        // Workbooks: read where they came from, taken by whoever fills in the cells.
        new($"{Card}/nhap-xlsx", "", "tự chấm", scene => scene.SendSheet(SelfScoring), OfSheet(done: UnitOfficer, notYours: OtherAppraiser | Coordinators)),
        new($"{Card}/nhap-xlsx", "", "thẩm định lần 1", scene => scene.SendSheet(FirstAppraisal), OfSheet(done: OtherAppraiser, notYours: UnitOfficer | Coordinators)),
        // A sheet that waits is its sender's alone: to others who may send one it says that there is none any more, and does nothing.
        new($"{Card}/nhap-xlsx", "Apply", "", scene => scene.OfSheet(), OfSheet(done: None)) { Among = NotOfTheSheet },
        new($"{Card}/nhap-xlsx", "Discard", "", scene => scene.OfSheet(), OfSheet(done: None)) { Among = NotOfTheSheet },
        new(Appraisal, "", "", scene => scene.OfAppraisal(), OfAppraisal()) { Among = Everybody & ~OtherAppraiser & ~Appraiser },
        new(Appraisal, "Apply", "", scene => scene.OfAppraisal(), OfAppraisal()) { Among = Everybody & ~OtherAppraiser & ~Appraiser },
        new(Appraisal, "Discard", "", scene => scene.OfAppraisal(), OfAppraisal()) { Among = Everybody & ~OtherAppraiser & ~Appraiser },

        // A field across units: what is not theirs on a sheet is not theirs among many either.
        new(Across, "", "thẩm định lần 1", scene => scene.ScoreAcross(FirstAppraisal, ScoreStage.FirstAppraisal), OfMatrix(own: Outcome.NotFound)),
        new(Across, "", "thẩm định lần 2", scene => scene.ScoreAcross(SecondAppraisal, ScoreStage.SecondAppraisal), OfMatrix(own: Outcome.NotFound)),
        new(Across, "", "khi giải trình", scene => scene.ScoreAcross(ScorecardState.Explanation, ScoreStage.FirstAppraisal), OfMatrix(own: Outcome.NotFound, open: Refused)),
        new(Across, "Ask", "", scene => scene.AskAcross(FirstAppraisal), OfMatrix(own: NotYours)),
        new(Across, "Ask", "đã kết thúc lần 1", scene => scene.AskAcross(ScorecardState.Explanation), OfMatrix(own: NotYours, open: Refused)),
        new(Across, "Accept", "", scene => scene.AcceptAcross(), OfMatrix(own: Refused)),

        // Documents: the unit's own officer, while the unit is at work.
        new("lam-viec/tai-lieu", "", "", scene => scene.NewDocument(), Any(UnitOfficer | OtherOfficer | Coordinators, Done)),
        new($"{Card}/tieu-chi/{{leaf}}/minh-chung", "", "", scene => scene.Attach(SelfScoring), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/minh-chung", "", "đã nộp", scene => scene.Attach(FirstAppraisal), OfScorecard(refused: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/minh-chung", "Link", "", scene => scene.LinkDocument(scene.World.HomeAffairs), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/minh-chung", "Link", "tài liệu của đơn vị khác", scene => scene.LinkDocument(scene.World.Justice),
            Draft(UnitOfficer | OtherOfficer, NotThere), Open(UnitOfficer, NotYours), Open(OtherOfficer, Outcome.NotFound), Closed(UnitOfficer, Refused), Closed(OtherOfficer, Outcome.NotFound),
            Published(UnitOfficer, Refused), Published(OtherOfficer, Outcome.NotFound), Cancelled(UnitOfficer, Refused), Cancelled(OtherOfficer, Outcome.NotFound)),
        new($"{Card}/tieu-chi/{{leaf}}/ben-canh", "Files", "", scene => scene.BringFiles(SelfScoring), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/ben-canh", "Files", "đã nộp", scene => scene.BringFiles(FirstAppraisal), OfScorecard(refused: UnitOfficer, strangers: OtherOfficer)),
        // Nothing of the year before is there to be used again.
        new($"{Card}/tieu-chi/{{leaf}}/ben-canh", "Reuse", "không có năm trước", scene => scene.ReuseDocuments(), OfScorecard(refused: UnitOfficer, strangers: OtherOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/minh-chung", "Unlink", "", scene => scene.UnlinkDocument(), OfScorecard(done: UnitOfficer, strangers: OtherOfficer)),

        new($"{Round}/thong-bao", "Preview", "", scene => scene.Write(), Draft(Coordinators, Shown), Open(Coordinators, Shown), Closed(Coordinators, Shown), Published(Coordinators, Shown), Cancelled(Coordinators, Shown)),
        new($"{Round}/thong-bao", "", "", scene => scene.Write(), Draft(Coordinators, Refused), Open(Coordinators, Done), Closed(Coordinators, Done), Published(Coordinators, Done), Cancelled(Coordinators, Done)),
        new($"{Round}/nhac-viec", "Preview", "", scene => scene.Remind(), Draft(Coordinators, Shown), Open(Coordinators, Shown), Closed(Coordinators, Shown), Published(Coordinators, Shown), Cancelled(Coordinators, Shown)),
        new($"{Round}/nhac-viec", "", "", scene => scene.Remind(), Draft(Coordinators, Refused), Open(Coordinators, Done), Closed(Coordinators, Refused), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),

        // Many at once: what is not to be done to one unit is not done to it among many either.
        new(Board, "Preview", "", scene => scene.LookOnBoard(), Draft(Coordinators | CouncilMember, Shown), Open(Coordinators | CouncilMember, Shown), Closed(Coordinators | CouncilMember, Shown), Published(Coordinators | CouncilMember, Shown), Cancelled(Coordinators | CouncilMember, Shown)),
        new(Board, "", "nhắc", scene => scene.OnBoard(BoardAct.Remind, SelfScoring, scene.World.HomeAffairs), OfBoard(done: Coordinators, notYours: CouncilMember)),
        new(Board, "", "gia hạn, đơn vị khác", scene => scene.OnBoard(BoardAct.Extend, SelfScoring, scene.World.Office), OfBoard(done: Coordinators, notYours: CouncilMember)),
        new(Board, "", "gia hạn, đơn vị mình", scene => scene.OnBoard(BoardAct.Extend, SelfScoring, scene.World.HomeAffairs), OfBoard(done: Coordinators, notYours: CouncilMember)) { OnlyAsks = Coordinator },
        new(Board, "", "kết thúc lần 1", scene => scene.OnBoard(BoardAct.EndStep, FirstAppraisal, scene.World.HomeAffairs), OfBoard(done: OtherCoordinator, notYours: Coordinator | CouncilMember)),
        new(Board, "", "kết thúc giải trình", scene => scene.OnBoard(BoardAct.EndStep, ScorecardState.Explanation, scene.World.HomeAffairs), OfBoard(done: OtherCoordinator, notYours: Coordinator | CouncilMember)),
        new(Board, "", "kết thúc bước chưa nộp", scene => scene.OnBoard(BoardAct.EndStep, SelfScoring, scene.World.HomeAffairs), OfBoard(done: None, notYours: CouncilMember, refused: Coordinators)),
        new(Board, "", "thống nhất", scene => scene.OnBoard(BoardAct.Agree, SecondAppraisal, scene.World.HomeAffairs), OfBoard(done: OtherCoordinator | CouncilMember, notYours: Coordinator)),

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
        new($"{Round}/khao-sat", "", "Sở Nội vụ", scene => scene.Survey(scene.World.HomeAffairs), OfSurvey(done: OtherCoordinator)),
        new($"{Round}/khao-sat", "", "Văn phòng", scene => scene.Survey(scene.World.Office), OfSurvey(done: Coordinators)),
        // A file is refused by the cell that its reader may not change, as by any other that is wrong.
        new($"{Round}/khao-sat/nhap", "", "", scene => scene.ReadSurvey(scene.World.HomeAffairs), OfSurveyFile(done: OtherCoordinator, Done)),
        new($"{Round}/khao-sat/nhap", "Accept", "", scene => scene.TakeSurvey(scene.World.HomeAffairs), OfSurveyFile(done: OtherCoordinator, Done)) { FollowsAnotherPost = true, KeepsFirst = true },
    ];

    /// <summary>Before any session grows older than publishing allows.</summary>
    private static Row[] Results =>
    [
        new($"{Round}/ket-qua/cong-bo", "", "tự mình thông qua", scene => scene.Publish(approvedBy: Publisher),
            Draft(Publisher, Outcome.NotFound), Open(Publisher, Refused), Closed(Publisher, NotYours), Published(Publisher, Refused), Cancelled(Publisher, Refused)),
        new($"{Round}/ket-qua/thong-qua", "", "", scene => scene.Approve(), WhileClosed(CouncilMember)),
        new($"{Round}/ket-qua/quyet-dinh", "", "", scene => scene.Decide(), WhileClosed(Coordinators)),
        new($"{Round}/ket-qua/tam-dung", "", "", scene => scene.Hold(),
            Draft(CouncilMember, Refused), Draft(Publisher, Outcome.NotFound), Open(CouncilMember | Publisher, Refused), Closed(CouncilMember | Publisher, Done), Published(CouncilMember | Publisher, Refused), Cancelled(CouncilMember | Publisher, Refused)),
        new($"{Round}/ket-qua/sua-doi", "", "", scene => scene.Amend(),
            Draft(Coordinators, Refused), Open(Coordinators, Refused), Closed(Coordinators, Refused), Published(Coordinators, Done), Cancelled(Coordinators, Refused)) { OnlyAsks = Coordinators },
    ];

    /// <summary>Last, because a year's results are published once.</summary>
    private static Row[] Publication =>
    [
        new($"{Round}/ket-qua/cong-bo", "", "", scene => scene.Publish(approvedBy: CouncilMember),
            Draft(Publisher, Outcome.NotFound), Open(Publisher, Refused), Closed(Publisher, Done), Published(Publisher, Refused), Cancelled(Publisher, Refused)) { WithOwnSession = true },
    ];

    /// <summary>Only an open round allows it. A draft has no scorecard; of others a stranger does not learn.</summary>
    private static Cell[] OfScorecard(Who done = None, Who notYours = None, Who refused = None, Who strangers = Strangers) =>
    [
        Draft(done | notYours | refused | strangers, NotThere),
        Open(done, Done), Open(notYours, NotYours), Open(refused, Refused), Open(strangers, Outcome.NotFound),
        Closed(done | refused, Refused), Closed(notYours, NotYours), Closed(strangers, Outcome.NotFound),
        Published(done | refused, Refused), Published(notYours, NotYours), Published(strangers, Outcome.NotFound),
        Cancelled(done | refused, Refused), Cancelled(notYours, NotYours), Cancelled(strangers, Outcome.NotFound),
    ];

    /// <summary>Only an open round allows it, and a draft has no scorecard that it could be done to.</summary>
    private static Cell[] OfBoard(Who done, Who notYours, Who refused = None) =>
    [
        Draft(done | notYours | refused, Refused),
        Open(done, Done), Open(notYours, NotYours), Open(refused, Refused),
        Closed(done | refused, Refused), Closed(notYours, NotYours), Published(done | refused, Refused), Published(notYours, NotYours), Cancelled(done | refused, Refused), Cancelled(notYours, NotYours),
    ];

    /// <summary>The same, of workbooks: one that was given out when nothing could be filled in is only to be looked at.</summary>
    private static Cell[] OfSheet(Who done, Who notYours = None) =>
    [
        Draft(done | notYours | Strangers, NotThere),
        Open(done, Done), Open(notYours, NotYours), Open(Strangers, Outcome.NotFound),
        Closed(done | notYours, Wrong), Closed(Strangers, Outcome.NotFound), Published(done | notYours, Wrong), Published(Strangers, Outcome.NotFound), Cancelled(done | notYours, Wrong), Cancelled(Strangers, Outcome.NotFound),
    ];

    /// <summary>An appraiser who is assigned nowhere has no sheet.</summary>
    private static Cell[] OfAppraisal() => [Draft(IdleAppraiser, NotThere), Open(IdleAppraiser, NotThere), Closed(IdleAppraiser, NotThere), Published(IdleAppraiser, NotThere), Cancelled(IdleAppraiser, NotThere)];

    /// <summary>Of the unit of one appraiser, by another; one who is assigned nowhere does not learn of it, and a draft has none.</summary>
    private static Cell[] OfMatrix(Outcome own, Outcome open = Done) =>
    [
        Draft(Appraisers, NotThere),
        Open(OtherAppraiser, open), Open(Appraiser, own), Open(IdleAppraiser, Outcome.NotFound),
        Closed(OtherAppraiser, Refused), Closed(Appraiser, own), Closed(IdleAppraiser, Outcome.NotFound),
        Published(OtherAppraiser, Refused), Published(Appraiser, own), Published(IdleAppraiser, Outcome.NotFound),
        Cancelled(OtherAppraiser, Refused), Cancelled(Appraiser, own), Cancelled(IdleAppraiser, Outcome.NotFound),
    ];

    /// <summary>Coordinators, not for the own unit; an appraiser posts nothing here.</summary>
    private static Cell[] OfSurvey(Who done)
    {
        var others = Coordinators & ~done;
        return
        [
            Draft(Coordinators, Refused),
            Open(done, Done), Open(others, NotYours),
            Closed(done, Refused), Closed(others, NotYours), Published(done, Refused), Published(others, NotYours), Cancelled(done, Refused), Cancelled(others, NotYours),
        ];
    }

    private static Cell[] OfSurveyFile(Who done, Outcome outcome)
    {
        var others = Coordinators & ~done;
        return
        [
            Draft(Coordinators, Wrong), Open(done, outcome), Open(others, Wrong),
            Closed(Coordinators, Wrong), Published(Coordinators, Wrong), Cancelled(Coordinators, Wrong),
        ];
    }

    /// <summary>Only results of a closed round.</summary>
    private static Cell[] WhileClosed(Who who) => [Draft(who, Refused), Open(who, Refused), Closed(who, Done), Published(who, Refused), Cancelled(who, Refused)];
}
