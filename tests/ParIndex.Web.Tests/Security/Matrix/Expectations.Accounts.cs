using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>Accounts of others, and one's own.</summary>
internal static partial class Expectations
{
    private const string Person = "quan-tri/tai-khoan/{id}";

    private static Row[] Administration =>
    [
        new("quan-tri/tai-khoan/them", "", "", scene => scene.AddAccount(), Any(Administrator, Done)),
        new("quan-tri/tai-khoan/them", "", "người công bố", scene => scene.AddPublisher(), Any(Administrator, Done)) { OnlyAsks = Administrator },
        new("quan-tri/ma-ket-qua", "", "", scene => new("quan-tri/ma-ket-qua"), Any(Administrator, Done)),
        new("quan-tri/tai-khoan/nhap", "", "", scene => scene.ReadAccounts(), Any(Administrator, Done)),
        new("quan-tri/tai-khoan/nhap", "Confirm", "", scene => scene.ReadAccounts(), Any(Administrator, Done)) { FollowsAnotherPost = true, KeepsFirst = true },
        new(Person, "Reset", "cán bộ đơn vị", scene => scene.OfAccount(scene.Officer()), Any(Administrator | Coordinators, Done)),
        new(Person, "Reset", "người quản trị", scene => scene.OfAccount(scene.Chief()), Any(Administrator, Done), Any(Coordinators, NotYours)) { OnlyAsks = Administrator },
        new(Person, "Disable", "", scene => scene.OfAccount(scene.Officer()), Any(Administrator, Done)),
        new(Person, "Disable", "chính mình", scene => scene.OfAccount(scene.World.Account(Administrator)), Any(Administrator, NotYours)),
        new(Person, "Enable", "", scene => scene.OfAccount(scene.Disabled()), Any(Administrator, Done)),
        new(Person, "Enable", "người quản trị", scene => scene.OfAccount(scene.DisabledChief()), Any(Administrator, Done)) { OnlyAsks = Administrator },
        new(Person, "Recover", "", scene => scene.OfAccount(scene.WithSecondFactor(), ("Reason", "Mất điện thoại")), Any(Administrator | Coordinators, Done)),
        new($"{Person}/sua", "", "", scene => scene.EditAccount(scene.Officer()), Any(Administrator, Done)),
        new($"{Person}/sua", "", "chính mình", scene => scene.EditAccount(scene.World.Account(Administrator)), Any(Administrator, NotYours)),
        new($"{Person}/sua", "", "cấp vai trò", scene => scene.EditAccount(scene.Officer(), "CouncilMember"), Any(Administrator, Done)) { OnlyAsks = Administrator },
        new($"{Person}/sua", "", "chuyển đơn vị", scene => scene.EditAccount(scene.Officer(), "Appraiser", scene.World.Justice), Any(Administrator, Done)) { OnlyAsks = Administrator },
        new($"{Person}/ban-giao", "", "cán bộ đơn vị", scene => scene.HandOver(scene.Officer()), Any(Administrator | Coordinators, Done)),
        new($"{Person}/ban-giao", "", "người quản trị", scene => scene.HandOver(scene.Chief()), Any(Administrator, Done), Any(Coordinators, NotYours)) { OnlyAsks = Administrator },
    ];

    /// <summary>Roles make no difference here. A password costs 220 000 rounds of a hash, so three people stand for all.</summary>
    private static Row[] Account =>
    [
        new("tai-khoan/dang-nhap", "", "", scene => scene.SignIn(), Any(Everybody, Done)) { WithOwnSession = true, ChangesNoRow = true, Among = Nobody | UnitOfficer | Auditor },
        // Without a password given before there is no second step.
        new("tai-khoan/buoc-hai", "", "", _ => new Form("tai-khoan/buoc-hai", ("Input.Code", "123456")), Any(Everybody, Outcome.SignIn)) { WithOwnSession = true },
        new("tai-khoan/kich-hoat", "", "", scene => scene.Activate(), Any(Everybody, Done)) { WithOwnSession = true, Among = Nobody | UnitOfficer | Auditor },
        new("tai-khoan/mat-khau", "", "", scene => scene.ChangePassword(), Any(Who.SignedIn, Done)) { WithOwnSession = true, Among = Nobody | UnitOfficer | Auditor },
        new("tai-khoan/xac-thuc-hai-buoc", "", "", scene => scene.SetUpSecondFactor(), Any(Who.SignedIn, Done)) { WithOwnSession = true, Among = Nobody | UnitOfficer | Auditor },
        new("tai-khoan/thong-bao", "", "", scene => scene.ReadNotices(), Any(Who.SignedIn, Done)) { WithOwnSession = true, Among = Nobody | UnitOfficer | Auditor },
        new("tai-khoan/dang-xuat", "", "", _ => new Form("tai-khoan/dang-xuat"), Any(Who.SignedIn, Done)) { WithOwnSession = true },
    ];
}
