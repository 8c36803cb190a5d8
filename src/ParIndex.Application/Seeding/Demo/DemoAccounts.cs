using Microsoft.AspNetCore.Identity;
using ParIndex.Application.Accounts;
using ParIndex.Domain.Staff;
using ParIndex.Domain.Units;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>A login the demonstration's sign-in page lists.</summary>
/// <param name="StaffCode">What to type as the name.</param>
/// <param name="Role">The role, in Vietnamese.</param>
/// <param name="Duty">What can be seen with it.</param>
public sealed record DemoLogin(string StaffCode, string Role, string Duty);

/// <summary>The fictional staff of Tỉnh Mẫu. They all share one password, which is printed on the sign-in page.</summary>
public static class DemoAccounts
{
    /// <summary>The one password; no account outside the demonstration has it.</summary>
    public const string Password = "trinh-dien-tinh-mau";

    /// <summary>A login per role, and units at different steps of the open round.</summary>
    public static readonly IReadOnlyList<DemoLogin> Logins =
    [
        new("can-bo-so-y-te", "Cán bộ đơn vị", "Sở Y tế: phiếu tự chấm điểm đang làm dở, đã được gia hạn; phụ trách một phần, có lĩnh vực bị trả lại"),
        new(SecondOfficer, "Cán bộ đơn vị", "Sở Y tế: phụ trách phần còn lại của cùng một phiếu"),
        new(Head, "Thủ trưởng đơn vị", "Sở Y tế: phân công theo lĩnh vực, trả lại, phê duyệt trước khi nộp"),
        new("can-bo-so-van-hoa-the-thao-va-du-lich", "Cán bộ đơn vị", "Sở Văn hóa, Thể thao và Du lịch: đã chấm đủ, kiểm tra rồi nộp phiếu"),
        new("can-bo-so-giao-duc-va-dao-tao", "Cán bộ đơn vị", "Sở Giáo dục và Đào tạo: còn yêu cầu giải trình chưa trả lời"),
        new("can-bo-xa-mau-lam", "Cán bộ đơn vị", "Xã Mẫu Lâm: phiếu ngắn, tự chấm điểm trên điện thoại"),
        new("tham-dinh-1", "Thẩm định", "Tổ giúp việc: các phiếu chờ thẩm định lần 1 và lần 2 ở lĩnh vực được phân công"),
        new(Coordinator, "Điều phối", "Sở Nội vụ: tiến độ, đơn vị quá hạn, điểm điều tra, kết thúc các bước, quyết định công bố"),
        new(SecondCoordinator, "Điều phối", "Văn phòng UBND tỉnh: người thứ hai, xác nhận đề nghị của Sở Nội vụ và điều phối phiếu của chính Sở Nội vụ"),
        new(CouncilMember, "Thành viên Hội đồng", "Nội dung còn ý kiến khác nhau, biểu quyết; thông qua kết quả các cơ quan Trung ương năm 2024"),
        new(Publisher, "Công bố", "Người thứ hai: công bố kết quả đã được Hội đồng thông qua"),
        new("quan-tri", "Quản trị", "Tài khoản, thiết lập, nhật ký"),
        new("kiem-tra", "Kiểm tra", "Xem tất cả, không thay đổi"),
    ];

    /// <summary>The unit whose head has an account and shares the scorecard out.</summary>
    internal const string SharedUnit = "so-y-te";

    internal const string SecondOfficer = "can-bo-2-so-y-te";

    internal const string Head = "thu-truong-so-y-te";

    internal const string Coordinator = "dieu-phoi";

    /// <summary>Coordinates where Sở Nội vụ is itself assessed, and is the second person of what it asks for.</summary>
    internal const string SecondCoordinator = "dieu-phoi-2";

    internal const string CouncilMember = "hoi-dong";

    /// <summary>Presides over the council.</summary>
    internal const string Chair = "hoi-dong-chu-tich";

    /// <summary>The council, as it sits; who votes in writing is last.</summary>
    internal static readonly IReadOnlyList<string> Council = [Chair, CouncilMember, "hoi-dong-2", "hoi-dong-3"];

    internal const string Publisher = "cong-bo";

    /// <summary>Appraisers by field; none of them appraises the own unit.</summary>
    internal static readonly IReadOnlyList<(string StaffCode, string Unit, string[] Fields)> Appraisers =
    [
        ("tham-dinh-1", "so-noi-vu", ["1", "4", "5", "8"]),
        ("tham-dinh-2", "so-tu-phap", ["2"]),
        ("tham-dinh-3", "van-phong-ubnd-tinh", ["3"]),
        ("tham-dinh-4", "so-tai-chinh", ["6"]),
        ("tham-dinh-5", "so-khoa-hoc-va-cong-nghe", ["7"]),
    ];

    /// <summary>Who appraises an appraiser's own unit in that appraiser's fields: one of another unit.</summary>
    internal const string Deputy = "tham-dinh-6";

    /// <summary>Who appraises a field for all units but the own, and the deputy for that one.</summary>
    internal static string AppraiserOf(string field, string unitCode)
    {
        var (staffCode, unit, _) = Appraisers.FirstOrDefault(appraiser => appraiser.Fields.Contains(field), Appraisers[0]);
        return unit == unitCode ? Deputy : staffCode;
    }

    internal static string Officer(string unitCode) => "can-bo-" + unitCode;

    internal static IReadOnlyDictionary<string, StaffAccount> Build(DemoIds ids, IReadOnlyDictionary<string, Unit> units, IEnumerable<string> officersOf, IPasswordHasher<StaffAccount> hasher)
    {
        var accounts = new List<StaffAccount>
        {
            Account(Coordinator, "Nguyễn Thị Mẫu Điều", StaffRoles.Coordinator, "so-noi-vu", "Trưởng phòng Cải cách hành chính"),
            Account(SecondCoordinator, "Bùi Thị Mẫu Phối", StaffRoles.Coordinator, "van-phong-ubnd-tinh", "Phó Trưởng phòng Hành chính - Tổ chức"),
            Account(Deputy, "Trần Văn Mẫu Phó", StaffRoles.Appraiser, "so-xay-dung", "Chuyên viên, Tổ giúp việc Hội đồng thẩm định"),
            Account(CouncilMember, "Lê Thị Mẫu Hội", StaffRoles.CouncilMember, "so-giao-duc-va-dao-tao", "Thành viên Hội đồng thẩm định"),
            Account(Chair, "Đặng Văn Mẫu Chính", StaffRoles.CouncilMember, "van-phong-ubnd-tinh", "Phó Chủ tịch Ủy ban nhân dân tỉnh, Chủ tịch Hội đồng thẩm định"),
            Account("hoi-dong-2", "Lương Thị Mẫu Thường", StaffRoles.CouncilMember, "so-khoa-hoc-va-cong-nghe", "Phó Giám đốc Sở, thành viên Hội đồng thẩm định"),
            Account("hoi-dong-3", "Cầm Văn Mẫu Viên", StaffRoles.CouncilMember, "thanh-tra-tinh", "Phó Chánh Thanh tra, thành viên Hội đồng thẩm định"),
            Account(Publisher, "Phạm Văn Mẫu Công", StaffRoles.Publisher, "van-phong-ubnd-tinh", "Phó Chánh Văn phòng"),
            Account(Head, DemoHeads.Name(units[SharedUnit]), StaffRoles.UnitHead, SharedUnit, DemoHeads.Post(units[SharedUnit])),
            Account(SecondOfficer, "Lường Thị Mẫu Lan", StaffRoles.UnitOfficer, SharedUnit, "Chuyên viên Văn phòng Sở"),
            Account("quan-tri", "Hoàng Văn Mẫu Quản", StaffRoles.Administrator, "so-khoa-hoc-va-cong-nghe", "Chuyên viên công nghệ thông tin"),
            Account("kiem-tra", "Vũ Thị Mẫu Kiểm", StaffRoles.Auditor, "thanh-tra-tinh", "Thanh tra viên"),
        };
        accounts.AddRange(Appraisers.Select((appraiser, i) => Account(appraiser.StaffCode, $"Đỗ Văn Mẫu Thẩm {i + 1}", StaffRoles.Appraiser, appraiser.Unit, "Chuyên viên, Tổ giúp việc Hội đồng thẩm định")));
        accounts.AddRange(officersOf.Select(unit => Account(Officer(unit), $"Cán bộ {units[unit].CurrentName.Name}", StaffRoles.UnitOfficer, unit, "Công chức phụ trách cải cách hành chính")));

        // One hash for all: it costs a quarter of a second, and the password is no secret.
        var hash = hasher.HashPassword(accounts[0], Password);
        accounts.ForEach(account => account.PasswordHash = hash);
        return accounts.ToDictionary(account => account.StaffCode);

        StaffAccount Account(string staffCode, string name, StaffRoles roles, string unit, string post)
        {
            var account = ids.Fix(new StaffAccount(staffCode, name, roles, units[unit].Id), staffCode);
            account.Post = post;
            return account;
        }
    }
}
