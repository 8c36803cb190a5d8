using System.Net;

namespace ParIndex.Browser.Tests;

/// <summary>Every page of the staff, in the states in which they may find it.</summary>
public static class StaffPages
{
    private const string NoDay = "/quan-tri/nhat-ky?ngay=32/1/2026";

    private const string Round = "/lam-viec/ky-danh-gia/{round}";

    private const string Group = Round + "/nhom/so-nganh";

    private const string Open = "/lam-viec/ky-danh-gia/{open}";

    private const string Closed = "/lam-viec/ky-danh-gia/{closed}";

    private const string Card = "/lam-viec/phieu-cham-diem/";

    private const string Across = "/lam-viec/tham-dinh/{open}/so-nganh";

    private const string Administrator = "quan-tri", Coordinator = "dieu-phoi", Appraiser = "tham-dinh-1", CouncilMember = "hoi-dong", Publisher = "cong-bo", Auditor = "kiem-tra";

    /// <summary>Of the unit that shares its scorecard out inside.</summary>
    private const string Head = "thu-truong-so-y-te";

    /// <summary>Of the units that score themselves, have scored everything, and have to explain.</summary>
    private const string UnitOfficer = "can-bo-so-y-te", Ready = "can-bo-so-van-hoa-the-thao-va-du-lich", Explaining = "can-bo-so-giao-duc-va-dao-tao", OfACommune = "can-bo-xa-mau-lam";

    // Who is at the window (nobody yet, where they sign in), the address with parameters of StaffWork.Samples, and a
    // button to press first, for a page that answers a form.
    private static readonly (string? Person, string Path, string? Press)[] Pages =
    [
        (null, "/tai-khoan/dang-nhap", null),
        (null, "/tai-khoan/kich-hoat", null),
        (UnitOfficer, "/tai-khoan", null),
        (UnitOfficer, "/tai-khoan/mat-khau", null),
        (UnitOfficer, "/tai-khoan/xac-thuc-hai-buoc", null),
        (UnitOfficer, "/tai-khoan/thong-bao", null),
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
        (Administrator, "/quan-tri/ma-ket-qua", null),
        (Administrator, NoDay, null),

        (Coordinator, "/lam-viec", null),
        (Appraiser, "/lam-viec", null),
        (CouncilMember, "/lam-viec", null),
        (Publisher, "/lam-viec", null),
        (Administrator, "/lam-viec", null),
        (Auditor, "/lam-viec", null),
        (Administrator, "/lam-viec/de-nghi", null),
        (Auditor, "/lam-viec/de-nghi", null),
        (Coordinator, "/lam-viec/gop-y", null),
        (Auditor, "/lam-viec/gop-y?tinh-trang=SetAside", null),
        (Coordinator, "/lam-viec/gop-y/{remark}", null),
        (Coordinator, "/lam-viec/gop-y/{remark}", "Trả lời công khai"),
        (CouncilMember, "/lam-viec/gop-y/{corrected}", null),

        (Coordinator, "/lam-viec/don-vi?q=so", null),
        (Coordinator, "/lam-viec/don-vi?q=khong+co", null),
        (Coordinator, "/lam-viec/don-vi/{unit}", null),
        (Auditor, "/lam-viec/don-vi/{merged}", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/doi-ten", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/doi-ten", "Ghi tên mới"),
        (Coordinator, "/lam-viec/don-vi/{unit}/cach-viet", null),
        (Coordinator, "/lam-viec/don-vi/{unit}/ket-thuc", null),
        (Coordinator, "/lam-viec/don-vi/them", null),
        (Coordinator, "/lam-viec/don-vi/nhap", null),
        (Coordinator, "/lam-viec/don-vi/nhap", "Xem trước"),
        (Coordinator, "/lam-viec/don-vi/sap-xep", null),
        (Coordinator, "/lam-viec/bat-dau", null),
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
        (Coordinator, "/lam-viec/bo-tieu-chi/nhap/{annex}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/nhap/{annex}?sua=2", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/nhap/{annexes}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{broken}", null),
        (Auditor, "/lam-viec/bo-tieu-chi/{set}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{locked}/sua-chua", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{locked}/sua-chua/{lockedLeaf}", "Xem ảnh hưởng"),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/{node}", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/sua/moi", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{set}/so-sanh", null),
        (Coordinator, "/lam-viec/bo-tieu-chi/{broken}/so-sanh", null),

        (Coordinator, "/lam-viec/chi-so-ben-canh", null),
        (Auditor, "/lam-viec/chi-so-ben-canh", null),
        (Coordinator, "/lam-viec/chi-so-ben-canh/ghi", null),
        (Coordinator, "/lam-viec/chi-so-ben-canh/ghi", "Ghi số liệu"),
        (Coordinator, "/lam-viec/chi-so-ben-canh/nhap", null),

        (Coordinator, "/lam-viec/ky-danh-gia", null),
        (UnitOfficer, "/lam-viec/ky-danh-gia", null),
        (Coordinator, "/lam-viec/ky-danh-gia/tao", null),
        (Coordinator, "/lam-viec/ky-danh-gia/tao", "Tạo kỳ đánh giá"),
        (Coordinator, Round, null),
        (Coordinator, "/lam-viec/ky-danh-gia/{open}", null),
        (UnitOfficer, "/lam-viec/ky-danh-gia/{open}", null),
        (Coordinator, Round + "/them-nhom", null),
        (Coordinator, Round + "/nhu-nam-truoc", null),
        (Coordinator, Group, null),
        (Auditor, Group, null),
        (Coordinator, Group + "/don-vi?tim=so", null),
        (Auditor, Group + "/don-vi", null),
        (Coordinator, Group + "/khong-ap-dung", null),
        (Coordinator, Group + "/dieu-kien-xep-loai", null),
        (Coordinator, "/lam-viec/ky-danh-gia/{open}/nhom/so-nganh/dieu-kien-xep-loai", null),
        (Coordinator, "/lam-viec/ky-danh-gia/{open}/nhom/so-nganh/thu-tu-dong-hang", null),
        (Coordinator, Group + "/khong-ap-dung", "Ghi không áp dụng"),
        (Coordinator, Round + "/thoi-han", null),
        (Coordinator, Round + "/thoi-han", "Lưu thời hạn"),
        (Auditor, Round + "/thoi-han", null),
        (Coordinator, Round + "/gia-han", null),
        (Coordinator, Round + "/phan-cong", null),
        (Coordinator, Round + "/phan-cong/bang?nam-truoc=true", null),
        (Auditor, Open + "/phan-cong/bang", null),
        (Coordinator, Round + "/mo", null),

        (UnitOfficer, "/lam-viec", null),
        (UnitOfficer, "/lam-viec/phieu-cham-diem", null),
        (Head, "/lam-viec", null),
        (Head, "/lam-viec/phieu-cham-diem", null),
        (Head, Card + "{scoring}", null),
        (Head, Card + "{scoring}/trong-don-vi", null),
        (Head, Card + "{scoring}/trong-don-vi", "Trả lại cho người phụ trách"),
        (UnitOfficer, Card + "{scoring}/trong-don-vi", null),
        (UnitOfficer, Card + "{scoring}?loc=tat-ca", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/noi-bo", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/noi-bo", "Gửi trong đơn vị"),
        (Head, "/lam-viec/ban-giao/{sharer}", null),
        (Head, "/lam-viec/ban-giao/{sharer}", "Bàn giao"),
        (Administrator, "/quan-tri/tai-khoan/{sharer}", null),
        (UnitOfficer, Card + "{scoring}", null),
        (UnitOfficer, Card + "{scoring}?loc=chua-cham", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}", "Lưu"),
        (UnitOfficer, Card + "{scoring}?xep=diem-con-lai", null),
        (UnitOfficer, Card + "{scoring}?tim=ke+hoach", null),
        (UnitOfficer, Card + "{scoring}?tim=khong+co", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/ben-canh", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/ben-canh", "Thêm các tệp"),
        (Explaining, Card + "{explaining}/tieu-chi/{asked}/ben-canh", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/minh-chung", null),
        (UnitOfficer, Card + "{scoring}/tieu-chi/{leaf}/minh-chung", "Thêm tài liệu"),
        (UnitOfficer, Card + "{scoring}/tai-lieu", null),
        (UnitOfficer, Card + "{scoring}/nop", null),
        (UnitOfficer, Card + "{scoring}/bao-cao", null),
        (UnitOfficer, Card + "{scoring}/qua-trinh", null),
        (UnitOfficer, Card + "{scoring}/giai-trinh", null),
        (UnitOfficer, Card + "{scoring}/nhap-xlsx", null),
        (UnitOfficer, Card + "{scoring}/nhap-xlsx", "Xem các thay đổi"),
        (UnitOfficer, "/lam-viec/tai-lieu", null),
        (UnitOfficer, "/lam-viec/tai-lieu?q=khong+co", null),
        (Ready, Card + "{complete}/nop", null),
        (Ready, Card + "{complete}/nop", "Nộp phiếu chấm điểm"),
        (Ready, "/lam-viec", null),
        (Explaining, "/lam-viec", null),
        (Explaining, Card + "{explaining}", null),
        (Explaining, Card + "{explaining}/giai-trinh", null),
        (Explaining, Card + "{explaining}/tieu-chi/{asked}", null),
        (OfACommune, Card + "{commune}", null),

        (Appraiser, "/lam-viec/phieu-cham-diem", null),
        (Appraiser, Card + "{appraising}", null),
        (Appraiser, Card + "{appraising}/tieu-chi/{leaf}", null),
        (Appraiser, Card + "{appraising}/giai-trinh", null),
        (Appraiser, Card + "{appraising}/tai-lieu", null),
        (Appraiser, Card + "{appraising}/qua-trinh", null),
        (Appraiser, Card + "{deliberating}", null),
        (Appraiser, "/lam-viec/tham-dinh/{open}/so-nganh/nhap-xlsx", null),
        (Appraiser, "/lam-viec/phieu-cham-diem?theo=linh-vuc", null),
        (Appraiser, Across + "/1", null),
        (Appraiser, Across + "/1?nhan=con-lai", null),
        (Appraiser, Across + "/1?o=so-xay-dung:{leafcode}", null),
        (Appraiser, Across + "/1?loc=chenh-lech", null),
        (Appraiser, Across + "/{leafcode}", null),
        (CouncilMember, Card + "{deliberating}/giai-trinh", null),
        (CouncilMember, Card + "{explaining}/tieu-chi/{asked}", null),
        (Auditor, Card + "{agreed}", null),
        (Coordinator, Card + "{agreed}/qua-trinh", null),
        (Coordinator, Card + "{agreed}/qua-trinh", "Đề nghị: Mở khoá phiếu đã thống nhất"),
        (Coordinator, Card + "{proposing}/qua-trinh", null),
        (Coordinator, Card + "{proposing}/qua-trinh", "Gửi đề nghị"),

        (Coordinator, Open + "/tien-do", null),
        (Coordinator, Open + "/tien-do?loc=tham-dinh&khoi=so-nganh&sap-xep=han&chon=tat-ca", null),
        (CouncilMember, Open + "/tien-do", null),
        (Auditor, Open + "/tien-do", null),
        (Coordinator, Open + "/tien-do/hang-loat", null),
        (Coordinator, Open + "/tien-do/hang-loat?viec=nhac-viec&{units}", null),
        (Coordinator, Open + "/tien-do/hang-loat?viec=ket-thuc-buoc&{units}", null),
        (Coordinator, Open + "/tien-do/hang-loat?viec=gia-han&{units}", "Xem trước"),
        (CouncilMember, Open + "/tien-do/hang-loat?viec=thong-nhat&{units}", null),
        (Coordinator, Open + "/chenh-lech", null),
        (CouncilMember, Open + "/y-kien", null),
        (CouncilMember, Open + "/y-kien?sap-xep=anh-huong", null),
        (CouncilMember, Open + "/hoi-dong", null),
        (CouncilMember, Open + "/hoi-dong", "Ghi phiên họp"),
        (Auditor, Open + "/hoi-dong/bien-ban", null),
        (Coordinator, Open + "/nhac-viec", null),
        (Coordinator, Open + "/thong-bao", null),
        (Coordinator, Open + "/thong-bao", "Xem trước"),
        (Coordinator, "/lam-viec/thong-bao", null),
        (Auditor, "/lam-viec/thong-bao?loai=Asked&q=khong+co", null),
        (Coordinator, Open + "/sua-sau-khoa", null),
        (Coordinator, Open + "/khao-sat", null),
        (Auditor, Open + "/khao-sat", null),
        (Coordinator, Open + "/khao-sat/nhap?khoi=so-nganh", null),
        (Coordinator, Open + "/khao-sat/nhap?khoi=so-nganh", "Đọc và xem trước"),
        (Coordinator, Open + "/ket-qua", null),
        (CouncilMember, Closed + "/ket-qua", null),
        (CouncilMember, Closed + "/ket-qua/thong-qua", null),
        (CouncilMember, Closed + "/ket-qua/thong-qua", "Thông qua kết quả năm 2024"),
        (CouncilMember, Closed + "/ban-thu", null),
        (Coordinator, Closed + "/ket-qua/quyet-dinh", null),
        (Coordinator, Closed + "/ket-qua/quyet-dinh", "Ghi quyết định"),
        (Publisher, Closed + "/ket-qua", null),
        (Publisher, Closed + "/ket-qua/cong-bo", null),
        (Publisher, Closed + "/ket-qua/tom-tat", null),
        (CouncilMember, Closed + "/ket-qua/tam-dung", null),
        (Coordinator, Closed + "/ket-qua/sua-doi", null),
    ];

    /// <summary>All of them.</summary>
    public static TheoryData<string?, string, string?> All()
    {
        var data = new TheoryData<string?, string, string?>();
        foreach (var (person, path, press) in Pages)
        {
            data.Add(person, path, press);
        }

        return data;
    }

    internal static HttpStatusCode StatusOf(string path) => path == NoDay ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
}
