using System.Security.Claims;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Shared;

/// <summary>An entry of the staff navigation.</summary>
/// <param name="Key">What a page sets as <c>ViewData["Section"]</c>.</param>
/// <param name="Page">Its page, as the router knows it.</param>
/// <param name="Name">Its word.</param>
/// <param name="Duty">What is done there, for the start page.</param>
/// <param name="Roles">Who sees it: anybody who has one of these.</param>
/// <param name="Fold">The word under which it is folded where a person has many entries; <c>null</c> keeps it in sight.</param>
public sealed record StaffSection(string Key, string Page, string Name, string Duty, StaffRoles Roles, string? Fold = null)
{
    /// <summary>More entries than this do not fit one line.</summary>
    private const int MostInLine = 5;

    private const StaffRoles Readers = StaffRoles.Coordinator | StaffRoles.Auditor;

    private const string Registers = "Danh mục", Administration = "Quản trị";

    /// <summary>The staff navigation in its order, after the start page.</summary>
    public static readonly IReadOnlyList<StaffSection> All =
    [
        new("ky-danh-gia", "/Workspace/Rounds/Index", "Kỳ đánh giá", "Khối, đơn vị, thời hạn, tiến độ và kết quả của từng năm", Readers | StaffRoles.UnitOfficer | StaffRoles.UnitHead | StaffRoles.Appraiser | StaffRoles.CouncilMember | StaffRoles.Publisher),
        new("phieu-cham-diem", "/Workspace/Scorecards/Index", "Phiếu chấm điểm", "Tự chấm điểm, thẩm định và giải trình", Readers | StaffRoles.UnitOfficer | StaffRoles.UnitHead | StaffRoles.Appraiser | StaffRoles.CouncilMember),
        new("tai-lieu", "/Workspace/Evidence/Library", "Tài liệu", "Kho tài liệu kiểm chứng của đơn vị", StaffRoles.UnitOfficer | StaffRoles.Coordinator),
        new("gop-y", "/Workspace/Remarks/Index", "Góp ý", "Góp ý của công chúng về số liệu đã công bố", Readers | StaffRoles.CouncilMember),
        new("bo-tieu-chi", "/Workspace/CriteriaSets/Index", "Bộ tiêu chí", "Tiêu chí, điểm tối đa và cách chấm của từng năm", Readers, Registers),
        new("don-vi", "/Workspace/Units/Index", "Đơn vị", "Tên qua các thời kỳ, sáp nhập và nhóm đơn vị", Readers, Registers),
        new("chi-so-ben-canh", "/Workspace/Indices/Index", "Chỉ số tham khảo", "PAR INDEX, SIPAS, PAPI, PCI, DDCI của tỉnh và đơn vị", Readers, Registers),
        new("nhap-so-lieu", "/Workspace/Imports/Index", "Nhập số liệu", "Bảng kết quả và điểm từng tiêu chí của các năm trước", Readers, Registers),
        new("tai-khoan", "/Admin/Accounts/Index", "Tài khoản", "Người dùng, vai trò và mã dùng một lần", StaffRoles.Administrator | Readers, Administration),
        new("de-nghi", "/Workspace/Requests", "Đề nghị", "Việc cần người thứ hai của đơn vị khác đồng ý", Readers | StaffRoles.Administrator | StaffRoles.CouncilMember | StaffRoles.Publisher, Administration),
        new("thong-bao", "/Workspace/Notices", "Thông báo đã gửi", "Báo gì, cho ai, đã gửi thư chưa", Readers, Administration),
        new("nhat-ky", "/Admin/Audit", "Nhật ký", "Ai đã làm gì, lúc nào", StaffRoles.Administrator | StaffRoles.Auditor, Administration),
    ];

    /// <summary>The entries a person sees.</summary>
    public static IEnumerable<StaffSection> For(ClaimsPrincipal person) =>
        All.Where(section => Enum.GetValues<StaffRoles>().Any(role => (section.Roles & role) != StaffRoles.None && person.IsInRole(role.ToString())));

    /// <summary>The same as a menu of one line: entries, and where there are many, folds of several under one word.</summary>
    public static IEnumerable<(string? Fold, IReadOnlyList<StaffSection> Entries)> MenuFor(ClaimsPrincipal person)
    {
        var all = For(person).ToList();
        return all.GroupBy(section => all.Count > MostInLine && all.Count(other => other.Fold == section.Fold) > 1 ? section.Fold ?? "" : "")
            .Select(fold => (fold.Key.Length == 0 ? null : fold.Key, (IReadOnlyList<StaffSection>)[.. fold]));
    }
}
