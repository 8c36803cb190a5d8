using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Criteria sets, units, groups, and past figures.</summary>
internal static partial class Expectations
{
    private const string Set = "lam-viec/bo-tieu-chi/{id}";

    private const string Unit = "lam-viec/don-vi/{unit}";

    private const string Annex = "lam-viec/bo-tieu-chi/nhap/{id}";

    private static Row[] CriteriaSets =>
    [
        new("lam-viec/bo-tieu-chi/tao", "", "", scene => scene.NewSet(), Any(Coordinators, Done)),
        new("lam-viec/bo-tieu-chi/nhap", "", "", scene => scene.ReadAnnex(), Any(Coordinators, Done)),
        // A kept annex is its sender's alone.
        new(Annex, "Table", "", scene => scene.OfAnnex(("Table", "0")), Any(Coordinators, Done)) { FollowsAnotherPost = true, WithOwnSession = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Columns", "", scene => scene.ChooseColumns(), Any(Coordinators, Done)) { WithOwnSession = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Correct", "", scene => scene.OfAnnex(("Input.Row", "3"), ("Input.Name", "Báo cáo năm")), Any(Coordinators, Done)) { FollowsAnotherPost = true, WithOwnSession = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Try", "", scene => scene.OfAnnex(("Input.Row", "3"), ("Input.Figures", "40/44")), Any(Coordinators, Shown)) { FollowsAnotherPost = true, WithOwnSession = true, ChangesNoRow = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Restore", "", scene => scene.OfAnnex(("Input.Row", "3")), Any(Coordinators, Done)) { FollowsAnotherPost = true, WithOwnSession = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Forget", "", scene => scene.OfAnnex(), Any(Coordinators, Done)) { FollowsAnotherPost = true, WithOwnSession = true, Among = Coordinators | UnitOfficer },
        new(Annex, "Accept", "", scene => scene.AcceptAnnex(), Any(Coordinators, Done)) { WithOwnSession = true, Among = Coordinators | UnitOfficer },
        // The set of a round is locked when the round opens, and in use from the day it is chosen.
        new($"{Set}/sua", "", "", scene => scene.DescribeSet(), WhileDraft(Coordinators)),
        new($"{Set}/sua", "Delete", "", scene => scene.DeleteFreeSet(), Any(Coordinators, Done)),
        new($"{Set}/sua", "Delete", "bộ đang dùng", scene => scene.DeleteSet(), Draft(Coordinators, Refused), Open(Coordinators, Refused), Closed(Coordinators, Refused), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),
        new($"{Set}/sua/{{node}}", "", "", scene => scene.ChangeCriterion(), WhileDraft(Coordinators)),
        new($"{Set}/sua/{{node}}", "Try", "", scene => scene.ChangeCriterion(), Draft(Coordinators, Shown), Open(Coordinators, Shown), Closed(Coordinators, Shown), Published(Coordinators, Shown), Cancelled(Coordinators, Shown)),
        new($"{Set}/sua/{{node}}", "Move", "", scene => scene.MoveCriterion(), WhileDraft(Coordinators)),
        new($"{Set}/sua/{{node}}", "MoveUnder", "", scene => scene.MoveCriterionUnder(), WhileDraft(Coordinators)),
        new($"{Set}/sua/{{node}}", "Remove", "", scene => scene.RemoveCriterion(), WhileDraft(Coordinators)),
        new($"{Set}/so-sanh", "", "", scene => scene.DecideLineage(), WhileDraft(Coordinators)),
        // From the opening to the publication a fault is repaired by two people.
        new($"{Set}/sua-chua/{{node}}", "Preview", "", scene => scene.Repair(),
            Draft(Coordinators, Refused), Open(Coordinators, Shown), Closed(Coordinators, Shown), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),
        new($"{Set}/sua-chua/{{node}}", "", "", scene => scene.Repair(), BetweenOpeningAndPublication(Coordinators)) { OnlyAsks = Coordinators, FollowsAnotherPost = true },
    ];

    private static Row[] Units =>
    [
        new("lam-viec/don-vi/them", "", "", scene => scene.NewUnit(), Any(Coordinators, Done)),
        new("lam-viec/don-vi/nhap", "", "", scene => scene.ReadUnits(), Any(Coordinators, Done)),
        new("lam-viec/don-vi/nhap", "Confirm", "", scene => scene.ReadUnits(), Any(Coordinators, Done)) { FollowsAnotherPost = true, KeepsFirst = true },
        new("lam-viec/don-vi/sap-xep", "", "", scene => scene.Reorganise(), Any(Coordinators, Done)),
        new($"{Unit}/doi-ten", "", "", scene => scene.RenameUnit(), Any(Coordinators, Done)),
        new($"{Unit}/cach-viet", "", "", scene => scene.AddAlias(), Any(Coordinators, Done)),
        new($"{Unit}/ket-thuc", "", "", scene => scene.CloseUnit(), Any(Coordinators, Done)),
        new("lam-viec/nhom", "", "", scene => scene.NewUnitGroup(), Any(Coordinators, Done)),
        new("lam-viec/nhom/{group}", "", "", scene => scene.ChangeUnitGroup(), Any(Coordinators, Done)),
    ];

    private static Row[] Imports =>
    [
        // Of the own unit nobody answers for; the other coordinator and the council are of others.
        new("lam-viec/gop-y/{id}", "", "", scene => scene.ReplyToRemark(), Any(OtherCoordinator | CouncilMember, Done), Any(Coordinator, NotYours)),
        new("lam-viec/chi-so-ben-canh/ghi", "", "", scene => scene.NewIndex(), Any(Coordinators, Done)),
        new("lam-viec/chi-so-ben-canh/{id}", "", "", scene => scene.OfIndex(("Input.Rank", "12")), Any(Coordinators, Done)),
        new("lam-viec/chi-so-ben-canh/{id}", "Remove", "", scene => scene.OfIndex(), Any(Coordinators, Done)),
        new("lam-viec/chi-so-ben-canh/nhap", "", "", scene => scene.UploadIndices(), Any(Coordinators, Done)),
        new("lam-viec/chi-so-ben-canh/nhap", "Accept", "", scene => scene.TakeIndices(), Any(Coordinators, Done)) { FollowsAnotherPost = true, KeepsFirst = true },
        new("lam-viec/nhap-so-lieu/bang", "", "", scene => scene.UploadTable(), Any(Coordinators, Done)),
        new("lam-viec/nhap-so-lieu/bang/{id}", "Propose", "", scene => scene.ProposeTable(), Any(Coordinators, Done)) { OnlyAsks = Coordinators },
        new("lam-viec/nhap-so-lieu/bang/{id}", "Discard", "", scene => scene.OfTable(), Any(Coordinators, Done)),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi", "", "", scene => scene.UploadLeafPoints(), Any(Coordinators, Done)),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "Store", "", scene => scene.OfLeafPoints(), Any(Coordinators, Done)),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "Discard", "", scene => scene.OfLeafPoints(), Any(Coordinators, Done)),
    ];
}
