using System.Net;
using ParIndex.Application.Staff;
using static ParIndex.Application.Staff.StaffRoles;

namespace ParIndex.Browser.Tests;

/// <summary>A page of the staff as one of them finds it.</summary>
/// <param name="Role">Who is at the window; <c>null</c> for a visitor who is about to sign in.</param>
/// <param name="Path">The address, with parameters of <see cref="StaffWork.Samples"/>.</param>
/// <param name="Press">A button to press first, for a page that answers a form.</param>
public sealed record StaffPage(StaffRoles? Role, string Path, string? Press = null)
{
    public override string ToString() => $"{Role}{Path}{(Press is null ? "" : " – " + Press)}";
}

/// <summary>Every page of the staff, in the states in which they may find it.</summary>
public static class StaffPages
{
    private const string NoDay = "/quan-tri/nhat-ky?ngay=32/1/2026";

    private const string Round = "/lam-viec/ky-danh-gia/{round}";

    private const string Group = Round + "/nhom/so-nganh";

    private static readonly StaffPage[] Pages =
    [
        new(null, "/tai-khoan/dang-nhap"),
        new(null, "/tai-khoan/kich-hoat"),
        new(UnitOfficer, "/tai-khoan"),
        new(UnitOfficer, "/tai-khoan/mat-khau"),
        new(UnitOfficer, "/tai-khoan/xac-thuc-hai-buoc"),
        new(UnitOfficer, "/tai-khoan/dang-xuat"),

        new(Administrator, "/quan-tri/tai-khoan"),
        new(Administrator, "/quan-tri/tai-khoan?q=khong+co"),
        new(Administrator, "/quan-tri/tai-khoan?q=nguyen"),
        new(Administrator, "/quan-tri/tai-khoan/them"),
        new(Administrator, "/quan-tri/tai-khoan/nhap"),
        new(Administrator, "/quan-tri/tai-khoan/nhap", "Xem trước"),
        new(Administrator, "/quan-tri/tai-khoan/{account}"),
        new(Administrator, "/quan-tri/tai-khoan/{account}", "Cấp mã dùng một lần"),
        new(Administrator, "/quan-tri/tai-khoan/{account}/sua"),
        new(Administrator, "/quan-tri/tai-khoan/{account}/ban-giao"),
        new(Administrator, "/quan-tri/nhat-ky?nguoi=dieu-phoi"),
        new(Administrator, NoDay),

        new(Coordinator, "/lam-viec"),
        new(Appraiser, "/lam-viec"),
        new(Administrator, "/lam-viec/de-nghi"),
        new(Auditor, "/lam-viec/de-nghi"),

        new(Coordinator, "/lam-viec/don-vi?q=so"),
        new(Coordinator, "/lam-viec/don-vi?q=khong+co"),
        new(Coordinator, "/lam-viec/don-vi/{unit}"),
        new(Auditor, "/lam-viec/don-vi/{merged}"),
        new(Coordinator, "/lam-viec/don-vi/{unit}/doi-ten"),
        new(Coordinator, "/lam-viec/don-vi/{unit}/doi-ten", "Ghi tên mới"),
        new(Coordinator, "/lam-viec/don-vi/{unit}/cach-viet"),
        new(Coordinator, "/lam-viec/don-vi/{unit}/ket-thuc"),
        new(Coordinator, "/lam-viec/don-vi/them"),
        new(Coordinator, "/lam-viec/don-vi/sap-xep"),
        new(Coordinator, "/lam-viec/don-vi/sap-xep", "Ghi nhận"),
        new(Coordinator, "/lam-viec/nhom"),
        new(Coordinator, "/lam-viec/nhom", "Thêm nhóm"),
        new(Coordinator, "/lam-viec/nhom/so-nganh"),

        new(Coordinator, "/lam-viec/nhap-so-lieu"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/bang"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/bang", "Đọc và đối chiếu"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/bang/{table}"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/bang/{table}", "Công bố vào kho lưu trữ"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/diem-tieu-chi"),
        new(Coordinator, "/lam-viec/nhap-so-lieu/diem-tieu-chi/{points}"),

        new(Coordinator, "/lam-viec/bo-tieu-chi"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/tao"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/nhap"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{set}"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{broken}"),
        new(Auditor, "/lam-viec/bo-tieu-chi/{set}"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/{node}"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/moi"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{set}/so-sanh"),
        new(Coordinator, "/lam-viec/bo-tieu-chi/{broken}/so-sanh"),

        new(Coordinator, "/lam-viec/ky-danh-gia"),
        new(UnitOfficer, "/lam-viec/ky-danh-gia"),
        new(Coordinator, "/lam-viec/ky-danh-gia/tao"),
        new(Coordinator, "/lam-viec/ky-danh-gia/tao", "Tạo kỳ đánh giá"),
        new(Coordinator, Round),
        new(Coordinator, "/lam-viec/ky-danh-gia/{open}"),
        new(UnitOfficer, "/lam-viec/ky-danh-gia/{open}"),
        new(Coordinator, Round + "/them-nhom"),
        new(Coordinator, Group),
        new(Auditor, Group),
        new(Coordinator, Group + "/don-vi?tim=so"),
        new(Auditor, Group + "/don-vi"),
        new(Coordinator, Group + "/khong-ap-dung"),
        new(Coordinator, Group + "/khong-ap-dung", "Ghi không áp dụng"),
        new(Coordinator, Round + "/thoi-han"),
        new(Coordinator, Round + "/thoi-han", "Lưu thời hạn"),
        new(Auditor, Round + "/thoi-han"),
        new(Coordinator, Round + "/gia-han"),
        new(Coordinator, Round + "/phan-cong"),
        new(Coordinator, Round + "/de-nghi"),
        new(CouncilMember, Round + "/de-nghi"),
        new(Coordinator, Round + "/mo"),
    ];

    /// <summary>All of them.</summary>
    public static TheoryData<StaffPage> All() => [.. Pages];

    internal static HttpStatusCode StatusOf(StaffPage page) => page.Path == NoDay ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
}
