using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Rounds while they are set up and steered.</summary>
internal static partial class Expectations
{
    private const string Round = "lam-viec/ky-danh-gia/{id}";

    private static Row[] Rounds =>
    [
        new("lam-viec/ky-danh-gia/tao", "", "", scene => scene.NewRound(), Any(Coordinators, Done)),

        new(Round, "", "kết thúc", scene => scene.EndScoring(),
            Draft(Coordinators | CouncilMember, Refused), Open(Coordinators, Done), Open(CouncilMember, NotYours), Closed(Coordinators | CouncilMember, Refused), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators | CouncilMember, Refused)),
        new(Round, "", "mở lại", scene => scene.Move("Open"),
            Draft(Coordinators, Refused), Draft(CouncilMember, NotYours), Open(Coordinators | CouncilMember, Refused), Closed(CouncilMember, Done), Closed(Coordinators, NotYours), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators | CouncilMember, Refused)),
        new(Round, "", "hủy", scene => scene.Move("Cancelled"),
            Draft(Coordinators, Refused), Draft(CouncilMember, NotYours), Open(Coordinators, Refused), Open(CouncilMember, NotYours), Closed(Coordinators | CouncilMember, Refused), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators | CouncilMember, Refused)),
        // Of a draft at once, of an open round by asking a second person.
        new(Round, "Cancel", "", scene => scene.CancelRound(),
            Draft(Coordinators, Done), Draft(CouncilMember, NotYours), Open(Coordinators, Done), Open(CouncilMember, NotYours), Closed(Coordinators | CouncilMember, Refused), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators | CouncilMember, Refused)),
        new(Round, "Cancel", "năm khác", scene => scene.CancelRound(year: "2025"),
            Draft(Coordinators | CouncilMember, Wrong), Open(Coordinators | CouncilMember, Wrong), Closed(Coordinators | CouncilMember, Wrong), Published(Coordinators | CouncilMember, Wrong), Cancelled(Coordinators | CouncilMember, Wrong)),
        new(Round, "Restore", "", scene => scene.RestoreRound(),
            Draft(Coordinators | CouncilMember, Refused), Open(Coordinators | CouncilMember, Refused), Closed(Coordinators | CouncilMember, Refused), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators, Done), Cancelled(CouncilMember, NotYours)) { OnlyAsks = Coordinators },
        new($"{Round}/mo", "", "", scene => scene.OpenRound(), WhileDraft(Coordinators)),

        new($"{Round}/them-nhom", "", "", scene => scene.AddGroup(), WhileDraft(Coordinators)),
        new($"{Round}/nhu-nam-truoc", "", "", scene => scene.CopyYearBefore(), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}", "", "", scene => scene.SetUpGroup(), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}", "Remove", "", scene => scene.RemoveGroup(), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}/don-vi", "Add", "", scene => scene.AddUnit(), WhileDraft(Coordinators)),
        new($"{Round}/thoi-han", "", "", scene => scene.SetDeadlines(), UnderWay(Coordinators)),
        new($"{Round}/phan-cong", "", "", scene => scene.Assign(scene.World.HomeAffairs), UnderWay(Coordinators)),
        new($"{Round}/phan-cong", "", "đơn vị của người thẩm định", scene => scene.Assign(scene.World.Office),
            Draft(Coordinators, NotYours), Open(Coordinators, NotYours), Closed(Coordinators, Refused), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),
        new($"{Round}/phan-cong/bang", "", "", scene => scene.AssignByTable(unit: null), UnderWay(Coordinators)),
        new($"{Round}/phan-cong/bang", "", "đơn vị của người thẩm định", scene => scene.AssignByTable(scene.World.Office),
            Draft(Coordinators, NotYours), Open(Coordinators, NotYours), Closed(Coordinators, Refused), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),
        new($"{Round}/phan-cong", "Remove", "", scene => scene.Unassign(), UnderWay(Coordinators)),
    ];
}
