namespace ParIndex.Web.Texts;

/// <summary>The guides: a reader's are in both languages, those of staff and operators are Vietnamese.</summary>
public class GuideTexts
{
    public virtual string Title => "Hướng dẫn";

    public virtual string Lead => "Dùng cổng này để làm gì, theo từng người: người đọc, cán bộ của đơn vị, người thẩm định, cơ quan điều phối, hội đồng và người vận hành máy chủ.";

    public virtual string OnThisPage => "Nội dung trang";

    public virtual string Readers => "Người đọc, nhà báo";

    public virtual IReadOnlyList<string> ReaderSteps =>
    [
        "Tìm đơn vị bằng ô tìm kiếm ở trang chủ: gõ không dấu, viết tắt (SYT, KHĐT) hoặc tên cũ đều được.",
        "Trang của đơn vị cho biết chỉ số, xếp loại, thứ hạng và mức thay đổi; bấm vào một năm để xem từng tiêu chí.",
        "Dưới mỗi bảng có nút tải về: Excel để xem và in, CSV hoặc JSON để tính toán. Hai kiểu CSV: dấu chấm cho phần mềm, dấu phẩy cho Excel tiếng Việt.",
        "Khi trích dẫn, ghi năm, lần công bố và mã kết quả: số đã công bố không bị sửa đè, bản cũ vẫn xem được ở trang Công bố.",
        "Muốn tự tính lại một chỉ số, dùng phần Tính thử ở trang Phương pháp.",
    ];

    public virtual string StaffNote => "Các phần dưới đây dành cho cán bộ đã có tài khoản. Trang đầu tiên sau khi đăng nhập là “Việc của tôi”: việc đang chờ, thời hạn và nút để làm việc đó.";
}
