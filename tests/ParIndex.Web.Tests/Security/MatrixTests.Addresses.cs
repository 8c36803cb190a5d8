using ParIndex.Domain.Staff;
using static ParIndex.Domain.Staff.StaffRoles;

namespace ParIndex.Web.Tests.Security;

/// <content>The table: every address of the staff, who may read it and who may post to it.</content>
public sealed partial class MatrixTests
{
    private const StaffRoles Anybody = UnitOfficer | UnitHead | Appraiser | Coordinator | CouncilMember | Publisher | Administrator | Auditor;

    private const StaffRoles ScorecardReaders = UnitOfficer | UnitHead | Appraiser | Coordinator | CouncilMember | Auditor;

    /// <summary>An address of the routing table and who may read and write there.</summary>
    /// <param name="Pattern">As the page or endpoint declares it, without constraints.</param>
    /// <param name="Read">Roles whose GET succeeds, or <c>null</c>: everybody, signed in or not.</param>
    /// <param name="Write">Roles whose POST reaches the page; the page itself may refuse by state. <c>null</c>: everybody.</param>
    internal sealed record Access(string Pattern, StaffRoles? Read, StaffRoles? Write)
    {
        /// <summary>Whether it is for scripts that send: there is nothing to read, for anybody.</summary>
        public bool IsPostOnly { get; init; }

        /// <summary>Whether nothing can be sent there.</summary>
        public bool IsGetOnly { get; init; }

        public IEnumerable<HttpMethod> Methods => IsPostOnly ? [HttpMethod.Post] : IsGetOnly ? [HttpMethod.Get] : [HttpMethod.Get, HttpMethod.Post];
    }

    /// <summary>The expected outcome of every endpoint. Patterns with parameters are filled from <see cref="Samples"/>.</summary>
    internal static readonly Access[] Expected =
    [
        // Account
        new("tai-khoan/dang-nhap", null, null),
        new("tai-khoan/buoc-hai", null, null),
        new("tai-khoan/kich-hoat", null, null),
        new("tai-khoan/may-chu", null, null),
        new("tai-khoan/may-chu/xong", null, null),
        new("tai-khoan/may-chu/ket-thuc", null, null),
        new("tai-khoan", Anybody, Anybody),
        new("tai-khoan/mat-khau", Anybody, Anybody),
        new("tai-khoan/xac-thuc-hai-buoc", Anybody, Anybody),
        new("tai-khoan/thong-bao", Anybody, Anybody),
        new("tai-khoan/dang-xuat", Anybody, Anybody),

        // Administration
        new("quan-tri/tai-khoan", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/them", Administrator, Administrator),
        new("quan-tri/tai-khoan/nhap", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}", Administrator | Coordinator | Auditor, Administrator | Coordinator),
        new("quan-tri/tai-khoan/{id}/sua", Administrator, Administrator),
        new("quan-tri/tai-khoan/{id}/ban-giao", Administrator | Coordinator, Administrator | Coordinator),
        new("quan-tri/nhat-ky", Administrator | Auditor, Administrator),
        new("quan-tri/ma-ket-qua", Administrator | Auditor, Administrator),

        // Workspace
        new("lam-viec", Anybody, Anybody & ~Auditor),
        new("lam-viec/bat-dau", Administrator | Coordinator, Administrator | Coordinator),
        new("lam-viec/gop-y", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/gop-y/{id}", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/de-nghi", Coordinator | Administrator | CouncilMember | Publisher | Auditor, Coordinator | Administrator | CouncilMember | Publisher),

        // Criteria sets
        new("lam-viec/bo-tieu-chi", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/tao", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/nhap", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/nhap/{id}", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}.xlsx", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/so-sanh", Coordinator | Auditor, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua/{node}", Coordinator, Coordinator),
        new("lam-viec/bo-tieu-chi/{id}/sua-chua", Coordinator | CouncilMember | Auditor, Coordinator | CouncilMember),
        new("lam-viec/bo-tieu-chi/{id}/sua-chua/{node}", Coordinator, Coordinator),

        // Figures beside the index
        new("lam-viec/chi-so-ben-canh", Coordinator | Auditor, Coordinator),
        new("lam-viec/chi-so-ben-canh/ghi", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh/{id}", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh/nhap", Coordinator, Coordinator),
        new("lam-viec/chi-so-ben-canh.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },

        // Rounds
        new("lam-viec/ky-danh-gia", Anybody & ~Administrator, Anybody & ~Administrator & ~Auditor),
        new("lam-viec/ky-danh-gia/tao", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}", Anybody & ~Administrator, Anybody & ~Administrator & ~Auditor),
        new("lam-viec/ky-danh-gia/{id}/them-nhom", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhu-nam-truoc", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/don-vi", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/khong-ap-dung", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/dieu-kien-xep-loai", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/nhom/{slug}/thu-tu-dong-hang", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/thoi-han", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/gia-han", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/phan-cong", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/phan-cong/bang", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/mo", Coordinator | Auditor, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/khao-sat", Coordinator | Auditor | CouncilMember | Appraiser, Coordinator | CouncilMember | Appraiser),
        new("lam-viec/ky-danh-gia/{id}/khao-sat/nhap", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/khao-sat/{slug}.xlsx", Coordinator | Auditor | CouncilMember | Appraiser, Coordinator | CouncilMember | Appraiser),
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/sua-sau-khoa-don-vi.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/y-kien.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua.xlsx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/phan-cong.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/tien-do", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/tien-do.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/tien-do/hang-loat", Coordinator | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/chenh-lech", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/chenh-lech.csv", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech-tieu-chi.csv", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/chenh-lech-tieu-chi.xlsx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/y-kien", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban", Coordinator | Auditor | CouncilMember, Coordinator | CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx", Coordinator | Auditor | CouncilMember, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/nhac-viec", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/thong-bao", Coordinator, Coordinator),
        new("lam-viec/thong-bao", Coordinator | Auditor, Coordinator),
        new("lam-viec/de-nghi.xlsx", Coordinator | Administrator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/thong-bao.xlsx", Coordinator | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/{file}", Coordinator | CouncilMember | Publisher | Auditor, None) { IsGetOnly = true },
        new("lam-viec/ky-danh-gia/{id}/ket-qua/thong-qua", CouncilMember, CouncilMember),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/quyet-dinh", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/cong-bo", Publisher, Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/tam-dung", CouncilMember | Publisher, CouncilMember | Publisher),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/sua-doi", Coordinator, Coordinator),
        new("lam-viec/ky-danh-gia/{id}/ket-qua/tom-tat", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),

        // Scorecards
        new("lam-viec/phieu-cham-diem", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/o", None, UnitOfficer | Appraiser | Coordinator) { IsPostOnly = true },
        new("lam-viec/phieu-cham-diem/{id}.xlsx", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/nhap-xlsx", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/tham-dinh/{round}/{group}.xlsx", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/nhap-xlsx", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/{field}", Appraiser, Appraiser),
        new("lam-viec/tham-dinh/{round}/{group}/{field}.xlsx", Appraiser, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/minh-chung", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/tai-lieu", UnitOfficer | Coordinator, UnitOfficer | Coordinator),
        new("lam-viec/tai-lieu/{doc}/tep", Anybody, None) { IsGetOnly = true },
        new("lam-viec/tai-len", None, UnitOfficer | Coordinator) { IsPostOnly = true },
        new("lam-viec/tai-len/{upload}", UnitOfficer | Coordinator, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/ben-canh", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tieu-chi/{leaf}/noi-bo", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/phieu-cham-diem/{id}/trong-don-vi", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/ban-giao/{account}", UnitOfficer | UnitHead, UnitOfficer | UnitHead),
        new("lam-viec/phieu-cham-diem/{id}/nop", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/bao-cao", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/bao-cao.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/phieu.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", ScorecardReaders, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/bao-cao/{file}", Anybody, None) { IsGetOnly = true },
        new("lam-viec/phieu-cham-diem/{id}/giai-trinh", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/tai-lieu", ScorecardReaders, ScorecardReaders & ~Auditor),
        new("lam-viec/phieu-cham-diem/{id}/qua-trinh", ScorecardReaders, ScorecardReaders & ~Auditor),

        // Units, groups, past figures
        new("lam-viec/don-vi", Coordinator | Auditor, Coordinator),
        new("lam-viec/don-vi/them", Coordinator, Coordinator),
        new("lam-viec/don-vi/nhap", Coordinator, Coordinator),
        new("lam-viec/don-vi/sap-xep", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}", Coordinator | Auditor, Coordinator),
        new("lam-viec/don-vi/{unit}/doi-ten", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}/cach-viet", Coordinator, Coordinator),
        new("lam-viec/don-vi/{unit}/ket-thuc", Coordinator, Coordinator),
        new("lam-viec/nhom", Coordinator | Auditor, Coordinator),
        new("lam-viec/nhom/{group}", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu", Coordinator | Auditor, Coordinator),
        new("lam-viec/nhap-so-lieu/bang", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu/bang/{id}", Coordinator | CouncilMember | Publisher | Auditor, Coordinator | CouncilMember | Publisher),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi", Coordinator, Coordinator),
        new("lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", Coordinator | Auditor, Coordinator),
    ];

    /// <summary>Addresses of rows that the samples lack. Whose a document or an upload is, their own tests say.</summary>
    private static readonly string[] MayBeMissing = ["lam-viec/bo-tieu-chi/nhap/{id}", "lam-viec/nhap-so-lieu/bang/{id}", "lam-viec/nhap-so-lieu/diem-tieu-chi/{id}", "lam-viec/tai-lieu/{doc}/tep", "lam-viec/tai-len/{upload}", "lam-viec/phieu-cham-diem/{id}/bao-cao/{file}", "lam-viec/ky-danh-gia/{id}/ket-qua/{file}", "lam-viec/ky-danh-gia/{id}/ket-qua/phu-luc.docx", "lam-viec/ky-danh-gia/{id}/ket-qua/thong-bao.docx", "lam-viec/phieu-cham-diem/{id}/giay-xac-nhan.docx", "lam-viec/phieu-cham-diem/{id}/noi-dung-da-nop.txt", "lam-viec/ky-danh-gia/{id}/hoi-dong/bien-ban.docx"];

    /// <summary>Addresses between two steps of signing in: without the first step, or an identity server, they lead to where it begins.</summary>
    private static readonly string[] LeadToSignIn = ["tai-khoan/buoc-hai", "tai-khoan/may-chu", "tai-khoan/may-chu/ket-thuc"];

    /// <summary>Addresses that are open by their nature: everything outside the three roots of the staff.</summary>
    internal static bool IsPublic(string pattern) =>
        !new[] { "lam-viec", "quan-tri", "tai-khoan" }.Contains(pattern.Split('/')[0], StringComparer.Ordinal);
}
