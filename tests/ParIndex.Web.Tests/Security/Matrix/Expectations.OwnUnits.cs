using ParIndex.Domain.Rounds;
using ParIndex.Domain.Staff;
using static ParIndex.Web.Tests.Security.Matrix.Outcome;
using static ParIndex.Web.Tests.Security.Matrix.Who;

namespace ParIndex.Web.Tests.Security.Matrix;

/// <summary>
/// What concerns one unit, of others and of the own, and what second persons decide. For the own unit “done” means
/// asked for, and <see cref="Row.OnlyAsks"/> holds it to that.
/// </summary>
internal static partial class Expectations
{
    private static Row[] OwnUnits =>
    [
        new($"{Round}/nhom/{{slug}}/khong-ap-dung", "", "đơn vị khác", scene => scene.Exempt(scene.World.Office), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}/khong-ap-dung", "", Own, scene => scene.Exempt(scene.World.HomeAffairs), WhileDraft(Coordinators)) { OnlyAsks = Coordinator },
        new($"{Round}/nhom/{{slug}}/khong-ap-dung", "Withdraw", "đơn vị khác", scene => scene.Withdraw(scene.World.Office), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}/khong-ap-dung", "Withdraw", Own, scene => scene.Withdraw(scene.World.HomeAffairs), WhileDraft(Coordinators)) { OnlyAsks = Coordinator },
        new($"{Round}/nhom/{{slug}}/dieu-kien-xep-loai", "", "đơn vị khác", scene => scene.RecordCondition(scene.World.Office), BetweenOpeningAndPublication(Coordinators)),
        new($"{Round}/nhom/{{slug}}/dieu-kien-xep-loai", "", Own, scene => scene.RecordCondition(scene.World.HomeAffairs),
            [Draft(Coordinators, Refused), Open(Coordinator, Refused), Open(OtherCoordinator, Done), Closed(Coordinator, Refused), Closed(OtherCoordinator, Done), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)]),
        new($"{Round}/nhom/{{slug}}/thu-tu-dong-hang", "", "đơn vị khác", scene => scene.DecideTie(withOwn: false), WhileClosed(CouncilMember)),
        new($"{Round}/nhom/{{slug}}/thu-tu-dong-hang", "", Own, scene => scene.DecideTie(withOwn: true),
            Draft(CouncilMember, Refused), Open(CouncilMember, Refused), Closed(CouncilMember, NotYours), Published(CouncilMember, Refused), Cancelled(CouncilMember, Refused)),
        new($"{Round}/nhom/{{slug}}/thu-tu-dong-hang", "Withdraw", "", scene => scene.WithdrawTie(), WhileClosed(CouncilMember)),
        new($"{Round}/hoi-dong", "", "", scene => scene.Meet(), BetweenOpeningAndPublication(Coordinators | CouncilMember)),
        new($"{Round}/hoi-dong", "Propose", "", scene => scene.Propose(), OfCouncil(OtherCoordinator | CouncilMember)),
        new($"{Round}/hoi-dong", "Vote", "", scene => scene.Vote(), OfCouncil(CouncilMember)),
        new($"{Round}/hoi-dong", "Close", "", scene => scene.Close(), OfCouncil(OtherCoordinator)),
        new($"{Round}/gia-han", "", "đơn vị khác", scene => scene.Extend(scene.World.Office), UnderWay(Coordinators)),
        new($"{Round}/gia-han", "", Own, scene => scene.Extend(scene.World.HomeAffairs), UnderWay(Coordinators)) { OnlyAsks = Coordinator },
        new($"{Round}/nhom/{{slug}}/don-vi", "Save", "đơn vị khác", scene => scene.Mark(scene.World.Office, reason: ""), WhileDraft(Coordinators)),
        new($"{Round}/nhom/{{slug}}/don-vi", "Save", Own, scene => scene.Mark(scene.World.HomeAffairs, "Quyết định số 1"), WhileDraft(Coordinators)) { OnlyAsks = Coordinator },
        new($"{Round}/nhom/{{slug}}/don-vi", "Save", "đơn vị mình, không lý do", scene => scene.Mark(scene.World.HomeAffairs, reason: ""),
            Draft(Coordinator, Wrong), Draft(OtherCoordinator, Done), Open(Coordinators, Refused), Closed(Coordinators, Refused), Published(Coordinators, Refused), Cancelled(Coordinators, Refused)),
        new($"{Round}/nhom/{{slug}}/don-vi", "Save", "bỏ đơn vị mình", scene => scene.Mark(scene.World.HomeAffairs, "Chuyển khối", leaves: true), WhileDraft(Coordinators)) { OnlyAsks = Coordinator },

        // Of what the coordinator of Sở Nội vụ asks for it.
        new(Requests, "", "không áp dụng, đồng ý", scene => scene.Decide(scene.ExemptionRequest(), agree: true), Decided(draft: Done, open: Refused, ended: Refused)),
        new(Requests, "", "gia hạn, đồng ý", scene => scene.Decide(scene.ExtensionRequest(), agree: true), Decided(draft: Done, open: Done, ended: Refused)),
        new(Requests, "", "dấu, đồng ý", scene => scene.Decide(scene.MarkRequest(), agree: true), Decided(draft: Done, open: Refused, ended: Refused)),
        new(Requests, "", "dấu, từ chối", scene => scene.Decide(scene.MarkRequest(), agree: false), Decided(draft: Done, open: Done, ended: Done)),
        new(Requests, "", "mở khóa phiếu, đồng ý", scene => scene.Decide(scene.UnlockRequest(), agree: true), Decided(draft: Refused, open: Done, ended: Refused)),
        new(Requests, "", "không áp dụng sau khi mở, đồng ý", scene => scene.Decide(scene.LateExemptionRequest(), agree: true), Decided(draft: Refused, open: Done, ended: Refused)),
        new(Requests, "", "sửa bộ tiêu chí, đồng ý", scene => scene.Decide(scene.RepairRequest(), agree: true),
            [.. Decided(draft: Refused, open: Done, ended: Refused).Where(cell => cell.State != RoundState.Closed), Closed(OtherCoordinator | CouncilMember, Done), Closed(Coordinator, NotYours), Closed(Administrator | Publisher, NotFound)]),
        new(Requests, "", "xác thực hai bước, đồng ý", scene => scene.Decide(scene.RecoveryRequest(), agree: true),
            Any(OtherCoordinator | Administrator, Done), Any(Coordinator, NotYours), Any(CouncilMember | Publisher, NotFound)),
        new(Requests, "", "hủy kỳ, đồng ý", scene => scene.Decide(scene.CancelRequest(), agree: true), Decided(draft: Done, open: Done, ended: Refused)),
        new(Requests, "", "hủy kỳ, từ chối", scene => scene.Decide(scene.CancelRequest(), agree: false), Decided(draft: Done, open: Done, ended: Done)),
        new(Requests, "", "khôi phục kỳ, đồng ý", scene => scene.Decide(scene.RestoreRequest(), agree: true), Decided(draft: Refused, open: Refused, ended: Refused, cancelled: Done)),
        new(Requests, "", "công bố bảng, đồng ý", scene => scene.Decide(scene.ArchiveRequest(), agree: true),
            Any(OtherCoordinator | CouncilMember | Publisher, Done), Any(Coordinator, NotYours), Any(Administrator, NotFound)),
        OfAccounts("tạo tài khoản", scene => scene.CreationRequest()),
        OfAccounts("cấp vai trò", scene => scene.GrantRequest()),
        OfAccounts("cấp lại mật khẩu", scene => scene.ResetRequest()),
        OfAccounts("mở lại tài khoản", scene => scene.EnableRequest()),
        OfAccounts("bàn giao tài khoản", scene => scene.HandOverRequest()),
    ];

    private static Row OfAccounts(string what, Func<Scene, TwoPersonRequest> request) => new(Requests, "", $"{what}, đồng ý", scene => scene.Decide(request(scene), agree: true),
        Any(OtherCoordinator | Administrator, Done), Any(Coordinator, NotYours), Any(CouncilMember | Publisher, NotFound));

    private static Cell[] BetweenOpeningAndPublication(Who who) => [Draft(who, Refused), Open(who, Done), Closed(who, Done), Published(who, Refused), Cancelled(who, Refused)];

    /// <summary>Of the unit of the coordinator, proposed by the council member who presides.</summary>
    private static Cell[] OfCouncil(Who done) =>
    [
        Draft(Coordinators | CouncilMember, Refused), Published(Coordinators | CouncilMember, Refused), Cancelled(Coordinators | CouncilMember, Refused),
        Open(done, Done), Open((Coordinators | CouncilMember) & ~done, NotYours), Closed(done, Done), Closed((Coordinators | CouncilMember) & ~done, NotYours),
    ];

    private const string Own = "đơn vị mình";

    private const string Requests = "lam-viec/de-nghi";

    /// <summary>The one who asks may not decide; an administrator or publisher does not even see what concerns a round.</summary>
    private static Cell[] Decided(Outcome draft, Outcome open, Outcome ended, Outcome? cancelled = null) =>
    [
        Draft(OtherCoordinator | CouncilMember, draft), Draft(Coordinator, NotYours), Draft(Administrator | Publisher, NotFound),
        Open(OtherCoordinator | CouncilMember, open), Open(Coordinator, NotYours), Open(Administrator | Publisher, NotFound),
        Closed(OtherCoordinator | CouncilMember, ended), Closed(Coordinator, NotYours), Closed(Administrator | Publisher, NotFound),
        Published(OtherCoordinator | CouncilMember, ended), Cancelled(OtherCoordinator | CouncilMember, cancelled ?? ended), Published(Coordinator, NotYours), Cancelled(Coordinator, NotYours), Published(Administrator | Publisher, NotFound), Cancelled(Administrator | Publisher, NotFound),
    ];
}
