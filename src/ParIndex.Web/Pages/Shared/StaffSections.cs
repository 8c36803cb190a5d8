using System.Security.Claims;
using ParIndex.Domain.Staff;

namespace ParIndex.Web.Pages.Shared;

/// <summary>An entry of the staff navigation.</summary>
/// <param name="Key">What a page sets as <c>ViewData["Section"]</c>.</param>
/// <param name="Page">Its page, as the router knows it.</param>
/// <param name="Name">Its word.</param>
/// <param name="Duty">What is done there, for the start page.</param>
/// <param name="Roles">Who sees it: anybody who has one of these.</param>
public sealed record StaffSection(string Key, string Page, string Name, string Duty, StaffRoles Roles)
{
    private const StaffRoles Readers = StaffRoles.Coordinator | StaffRoles.Auditor;

    /// <summary>The staff navigation in its order.</summary>
    public static readonly IReadOnlyList<StaffSection> All =
    [
        new("ky-danh-gia", "/Workspace/Rounds/Index", "Kỳ đánh giá", "Khối, đơn vị, thời hạn, tiến độ và kết quả của từng năm", Readers | StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.CouncilMember | StaffRoles.Publisher),
        new("phieu-cham-diem", "/Workspace/Scorecards/Index", "Phiếu chấm điểm", "Tự chấm điểm, thẩm định và giải trình", Readers | StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.CouncilMember),
        new("tai-lieu", "/Workspace/Evidence/Library", "Tài liệu", "Kho tài liệu kiểm chứng của đơn vị", StaffRoles.UnitOfficer | StaffRoles.Coordinator),
        new("bo-tieu-chi", "/Workspace/CriteriaSets/Index", "Bộ tiêu chí", "Tiêu chí, điểm tối đa và cách chấm của từng năm", Readers),
        new("don-vi", "/Workspace/Units/Index", "Đơn vị", "Tên qua các thời kỳ, sáp nhập và nhóm đơn vị", Readers),
        new("nhap-so-lieu", "/Workspace/Imports/Index", "Nhập số liệu", "Bảng kết quả và điểm từng tiêu chí của các năm trước", Readers),
        new("tai-khoan", "/Admin/Accounts/Index", "Tài khoản", "Người dùng, vai trò và mã dùng một lần", StaffRoles.Administrator | Readers),
        new("de-nghi", "/Workspace/Requests", "Đề nghị", "Việc cần người thứ hai của đơn vị khác đồng ý", Readers | StaffRoles.Administrator | StaffRoles.CouncilMember | StaffRoles.Publisher),
        new("nhat-ky", "/Admin/Audit", "Nhật ký", "Ai đã làm gì, lúc nào", StaffRoles.Administrator | StaffRoles.Auditor),
    ];

    /// <summary>The entries a person sees.</summary>
    public static IEnumerable<StaffSection> For(ClaimsPrincipal person) =>
        All.Where(section => Enum.GetValues<StaffRoles>().Any(role => (section.Roles & role) != StaffRoles.None && person.IsInRole(role.ToString())));
}
