using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>The page on which a file or a figure is checked.</summary>
public class VerificationTexts
{
    public virtual string Title => "Kiểm chứng tệp và số liệu";

    public virtual string Lead => "Mỗi bản công bố có một mã kết quả. Nhìn mã là biết tệp thuộc bản công bố nào và bản đó còn hiện hành hay đã được thay thế.";

    public virtual string File => "Tệp này thuộc bản công bố nào";

    public virtual string Code => "Mã kết quả hoặc tên tệp";

    public virtual string CodeAccepted => "Nhận mã đủ 64 chữ số thập lục phân, ít nhất 8 chữ số đầu, hoặc cả tên tệp, ví dụ xep-hang-2025-so-nganh-lan-3-38c93094.csv.";

    public virtual string Check => "Kiểm tra";

    public virtual string NoCode => "Không thấy mã nào trong nội dung đã nhập. Mã có từ 8 đến 64 chữ số 0–9, a–f.";

    public virtual string Unknown(string digest) => $"Không có bản công bố nào mang mã {digest}, và không danh mục nào hiện nay có mã này. Tệp của danh mục (đơn vị, chỉ số quốc gia) tải trước lần cập nhật gần nhất cũng không còn khớp.";

    public virtual string Belongs(int year, int version, bool isCurrent) => $"Mã thuộc bản công bố năm {year}, lần {version}: {(isCurrent ? "bản hiện hành" : "đã được thay thế")}.";

    public virtual string OpenRelease => "Xem bản này";

    public virtual string OpenCurrent => "Xem bản hiện hành";

    public virtual string BelongsToRegister => "Mã của danh mục, đúng như hiện nay:";

    public virtual string Figure => "Số liệu này còn đúng không";

    public virtual string AboutFigure => "Chọn đơn vị và năm để xem chỉ số của đơn vị trong từng lần công bố.";

    public virtual string Unit => "Đơn vị";

    public virtual string Year => "Năm";

    public virtual string NoUnit => "Không tìm thấy đơn vị này. Gõ tên có dấu hoặc không dấu, tên cũ, tên viết tắt.";

    public virtual string NoFigure(string year) => $"không có kết quả trong các bản công bố năm {year}.";

    public virtual string Version => "Lần công bố";

    public virtual string VersionState(int version, bool isCurrent) => isCurrent ? ReleaseWords.Version(version, isCurrent: true) : $"lần {version} (đã thay thế)";

    public virtual string Index => "Chỉ số";

    public virtual string Rating => "Xếp loại";

    public virtual string Place => "Hạng";

    public virtual string ByYourself => "Tự kiểm tra, không cần phần mềm của cổng";

    public virtual string StepArchive => "Tải gói ZIP của bản công bố rồi giải nén:";

    public virtual string ArchiveOf(int year, int version) => $"gói năm {year}, lần {version}";

    public virtual string StepSums => "Kiểm tra từng tệp chưa bị sửa; mọi dòng phải là OK:";

    public virtual string StepCanonical => "Tính mã của bảng chuẩn:";

    public virtual string StepCompare => "Mã tính được phải bằng mã kết quả in trên trang của bản công bố và trong mọi tệp.";

    public virtual string StepRecompute => "Tính lại mọi chỉ số, xếp loại, thứ hạng và thay đổi bằng chương trình dưới 150 dòng kèm trong gói; dòng cuối phải là OK, nếu không thì từng ô khác được nêu rõ:";

    public virtual string OnWindows => "Trên Windows:";
}
