namespace ParIndex.Web.Texts;

/// <summary>What surrounds every public page: its head, navigation and footer.</summary>
public class LayoutTexts
{
    public virtual string Portal => "Chỉ số cải cách hành chính";

    public virtual string Skip => "Đến nội dung chính";

    public virtual string Sections => "Các phần của cổng công bố";

    public virtual string Menu => "Danh mục";

    public virtual string Rankings => "Xếp hạng";

    public virtual string Units => "Đơn vị";

    public virtual string Criteria => "Tiêu chí";

    public virtual string Releases => "Công bố";

    public virtual string Province => "Tỉnh";

    public virtual string Data => "Dữ liệu";

    public virtual string Method => "Phương pháp";

    public virtual string About => "Giới thiệu";

    public virtual string AboutPortal => "Về cổng công bố";

    public virtual string Accessibility => "Tuyên bố về khả năng tiếp cận";

    public virtual string Guides => "Hướng dẫn";

    public virtual string SignIn => "Đăng nhập cán bộ";

    public virtual string Source => "Nguồn:";

    public virtual string Description(string portal) => $"{portal}: kết quả đánh giá, xếp loại, xếp hạng các cơ quan, đơn vị và dữ liệu để tải về.";

    public virtual string GoverningBody => "Cơ quan chủ quản";

    public virtual string ContentOwner => "Chịu trách nhiệm nội dung";

    public virtual string Contact => "Liên hệ";

    public virtual string Phone => "Điện thoại:";

    public virtual string Email => "Thư điện tử:";

    public virtual string SearchLabel => "Tìm cơ quan, đơn vị, tiêu chí, quyết định";

    public virtual string Search => "Tìm";

    public virtual string SearchHint => "Gõ có dấu, không dấu hoặc viết tắt: so y te, KHĐT, UBND huyện; cả tên cũ, đơn vị đã sáp nhập và số quyết định.";

    public virtual string CsvForExcel => "CSV cho Excel";
}
