using System.Net;
using ParIndex.Application.Staff;
using static ParIndex.Application.Staff.StaffRoles;

namespace ParIndex.Browser.Tests;

/// <summary>Every page of the staff, in the states in which they may find it.</summary>
public static class StaffPages
{
    private const string NoDay = "/quan-tri/nhat-ky?ngay=32/1/2026";

    private const string Round = "/lam-viec/ky-danh-gia/{round}";

    private const string Group = Round + "/nhom/so-nganh";

    // Who is at the window (nobody yet, where they sign in), the address with parameters of StaffWork.Samples, and a
    // button to press first, for a page that answers a form.
    private static readonly (StaffRoles? Role, string Path, string? Press)[] Pages =
    [
        (null, "/tai-khoan/dang-nhap", null),
        (null, "/tai-khoan/kich-hoat", null),
        (UnitOfficer, "/tai-khoan", null),
        (UnitOfficer, "/tai-khoan/mat-khau", null),
        (UnitOfficer, "/tai-khoan/xac-thuc-hai-buoc", null),
        (UnitOfficer, "/tai-khoan/dang-xuat", null),

        (Administrator, "/quan-tri/tai-khoan", null),
        (Administrator, "/quan-tri/tai-khoan?q=khong+co", null),
        (Administrator, "/quan-tri/tai-khoan?q=nguyen", null),
        (Administrator, "/quan-tri/tai-khoan/them", null),
        (Administrator, "/quan-tri/tai-khoan/nhap", null),
        (Administrator, "/quan-tri/tai-khoan/nhap", "Xem trước"),
        (Administrator, "/quan-tri/tai-khoan/{account}", null),
        (Administrator, "/quan-tri/tai-khoan/{account}", "Cấp mã dùng một lần"),
        (Administrator, "/quan-tri/tai-khoan/{account}/sua", null),
        (Administrator, "/quan-tri/tai-khoan/{account}/ban-giao", null),
        (Administrator, "/quan-tri/nhat-ky?nguoi=dieu-phoi", null),
        (Administrator, NoDay, null),

        (Coordinator, "/lam-viec", null),
        (Appraiser, "/lam-viec", null),
        (Administrator, "/lam-viec/de-nghi", null),
        (Auditor, "/lam-viec/de-nghi", null),

        (Coordinator, "/lam-viec/don-vi?q=so", null),
        (Coordinator, "/lam-viec/don-vi?q=khong+co", null),
        (Coordinator, "/lam-viec/don-vi/{unit}", null),
        (Auditor, "/lam-viec/don-vi/{merged}", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/doi-ten", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/doi-ten", "Ghi tên mới"),
        (Coordinator, "/lam-viec/don-vi/{unit}/cach-viet", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/ket-thuc", null),
        (Coordinator, "/lam-viec/don-vi/them", null),
        (Coordinator, "/lam-viec/don-vi/sap-xep", null),
        (Coordinator, "/lam-viec/don-vi/sap-xep", "Ghi nhận"),
        (Coordinator, "/lam-viec/nhom", null),
        (Coordinator, "/lam-viec/nhom", "Thêm nhóm"),
        (Coordinator, "/lam-viec/nhom/so-nganh", null),

        (Coordinator, "/lam-viec/nhap-so-lieu", null),
        (Coordinator, "/lam-viec/nhap-so-lieu/bang", null),
        (Coordinator, "/lam-viec/nhap-so-lieu/bang", "Đọc và đối chiếu"),
        (Coordinator, "/lam-viec/nhap-so-lieu/bang/{table}", null),
        (Coordinator, "/lam-viec/nhap-so-lieu/diem-tieu-chi", null),
        (Coordinator, "/lam-viec/nhap-so-lieu/diem-tieu-chi/{points}", null),

        (Coordinator, "/lam-viec/bo-tieu-chi", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/tao", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/nhap", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{broken}", null),
        (Auditor, "/lam-viec/bo-tieu-chi/{set}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/{node}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/moi", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/so-sanh", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{broken}/so-sanh", null),

        (Coordinator, "/lam-viec/ky-danh-gia", null),
        (UnitOfficer, "/lam-viec/ky-danh-gia", null),
        (Coordinator, "/lam-viec/ky-danh-gia/tao", null),
        (Coordinator, "/lam-viec/ky-danh-gia/tao", "Tạo kỳ đánh giá"),
        (Coordinator, Round, null),
        (Coordinator, "/lam-viec/ky-danh-gia/{open}", null),
        (UnitOfficer, "/lam-viec/ky-danh-gia/{open}", null),
        (Coordinator, Round + "/them-nhom", null),
        (Coordinator, Group, null),
        (Auditor, Group, null),
        (Coordinator, Group + "/don-vi?tim=so", null),
        (Auditor, Group + "/don-vi", null),
        (Coordinator, Group + "/khong-ap-dung", null),
        (Coordinator, Group + "/khong-ap-dung", "Ghi không áp dụng"),
        (Coordinator, Round + "/thoi-han", null),
        (Coordinator, Round + "/thoi-han", "Lưu thời hạn"),
        (Auditor, Round + "/thoi-han", null),
        (Coordinator, Round + "/gia-han", null),
        (Coordinator, Round + "/phan-cong", null),
        (Coordinator, Round + "/de-nghi", null),
        (CouncilMember, Round + "/de-nghi", null),
        (Coordinator, Round + "/mo", null),
    ];

    /// <summary>All of them.</summary>
    public static TheoryData<StaffRoles?, string, string?> All()
    {
        var data = new TheoryData<StaffRoles?, string, string?>();
        foreach (var (role, path, press) in Pages)
        {
            data.Add(role, path, press);
        }

        return data;
    }

    internal static HttpStatusCode StatusOf(string path) => path == NoDay ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
}
