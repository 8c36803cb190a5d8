using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>What goes on inside a unit: of Sở Tư pháp, whose head has an account, and of Sở Nội vụ, whose head has none.</summary>
internal static partial class Expectations
{
    private const string InsideCard = $"{Card}/trong-don-vi";

    private static Row[] Inside =>
    [
        new(InsideCard, "Share", "có thủ trưởng", scene => scene.ShareOut(scene.World.Justice), OfUnit(done: UnitHead, notYours: OtherOfficer, strangers: UnitOfficer)),
        new(InsideCard, "Share", "không có thủ trưởng", scene => scene.ShareOut(scene.World.HomeAffairs), OfUnit(done: UnitOfficer, notYours: None, strangers: OtherOfficer | UnitHead)),
        new(InsideCard, "Finish", "", scene => scene.FinishField(),
            Draft(OtherOfficer | UnitHead | UnitOfficer, NotThere), Open(OtherOfficer, Done), Open(UnitHead, NotYours), Open(UnitOfficer, Outcome.NotFound),
            Closed(OtherOfficer | UnitHead, Refused), Closed(UnitOfficer, Outcome.NotFound), Published(OtherOfficer | UnitHead, Refused), Published(UnitOfficer, Outcome.NotFound),
            Cancelled(OtherOfficer | UnitHead, Refused), Cancelled(UnitOfficer, Outcome.NotFound)),
        new(InsideCard, "Return", "", scene => scene.ReturnField(), OfUnit(done: UnitHead, notYours: OtherOfficer, strangers: UnitOfficer)),
        new(InsideCard, "Approve", "", scene => scene.ApproveSheet(), OfUnit(done: UnitHead, notYours: OtherOfficer, strangers: UnitOfficer)),
        new($"{Card}/tieu-chi/{{leaf}}/noi-bo", "", "", scene => scene.TalkInside(), OfUnit(done: UnitHead | OtherOfficer, notYours: None, strangers: UnitOfficer)),
        // Whose account it is stays after the round: only what is open of it ends.
        new("lam-viec/ban-giao/{account}", "", "", scene => scene.HandOverWork(),
            Draft(UnitHead, Refused), Draft(OtherOfficer, NotYours), Draft(UnitOfficer, Outcome.NotFound), Open(UnitHead, Done), Open(OtherOfficer, NotYours), Open(UnitOfficer, Outcome.NotFound),
            Closed(UnitHead, Refused), Closed(OtherOfficer, NotYours), Closed(UnitOfficer, Outcome.NotFound), Published(UnitHead, Refused), Published(OtherOfficer, NotYours), Published(UnitOfficer, Outcome.NotFound),
            Cancelled(UnitHead, Refused), Cancelled(OtherOfficer, NotYours), Cancelled(UnitOfficer, Outcome.NotFound)),
    ];

    /// <summary>Only an open round allows it; a neighbour does not learn that there is such a scorecard, and a draft has none.</summary>
    private static Cell[] OfUnit(Who done, Who notYours, Who strangers) => OfScorecard(done, notYours, refused: None, strangers);
}
