using System.Security.Claims;
using ParIndex.Application.Staff;

namespace ParIndex.Web.Pages.Shared;

/// <summary>An entry of the staff navigation.</summary>
/// <param name="Key">What a page sets as <c>ViewData["Section"]</c>.</param>
/// <param name="Path">Its address.</param>
/// <param name="Name">Its word.</param>
/// <param name="Roles">Who sees it: anybody who has one of these.</param>
public sealed record StaffSection(string Key, string Path, string Name, StaffRoles Roles)
{
    private const StaffRoles Readers = StaffRoles.Coordinator | StaffRoles.Auditor;

    /// <summary>The staff navigation in its order.</summary>
    public static readonly IReadOnlyList<StaffSection> All =
    [
        new("ky-danh-gia", "/lam-viec/ky-danh-gia", "Kỳ đánh giá", Readers | StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.CouncilMember | StaffRoles.Publisher),
        new("phieu-cham-diem", "/lam-viec/phieu-cham-diem", "Phiếu chấm điểm", Readers | StaffRoles.UnitOfficer | StaffRoles.Appraiser | StaffRoles.CouncilMember),
        new("tai-lieu", "/lam-viec/tai-lieu", "Tài liệu", StaffRoles.UnitOfficer | StaffRoles.Coordinator),
        new("bo-tieu-chi", "/lam-viec/bo-tieu-chi", "Bộ tiêu chí", Readers),
        new("don-vi", "/lam-viec/don-vi", "Đơn vị", Readers),
        new("nhap-so-lieu", "/lam-viec/nhap-so-lieu", "Nhập số liệu", Readers),
        new("tai-khoan", "/quan-tri/tai-khoan", "Tài khoản", StaffRoles.Administrator | Readers),
        new("de-nghi", "/lam-viec/de-nghi", "Đề nghị", Readers | StaffRoles.Administrator | StaffRoles.CouncilMember),
        new("nhat-ky", "/quan-tri/nhat-ky", "Nhật ký", StaffRoles.Administrator | StaffRoles.Auditor),
    ];

    /// <summary>The entries a person sees.</summary>
    public static IEnumerable<StaffSection> For(ClaimsPrincipal person) =>
        All.Where(section => Enum.GetValues<StaffRoles>().Any(role => (section.Roles & role) != StaffRoles.None && person.IsInRole(role.ToString())));
}
