using ParIndex.Application.Releases.Seals;
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

    public virtual string StepManifest => "Tính dấu niêm phong từ bản kê; phải bằng dòng “seal” trong điểm kiểm soát và dấu in ở bảng dưới đây:";

    public virtual string StepSignature => "Kiểm tra chữ ký bằng khoá công khai tải từ trang này; phải in “Verified OK”:";

    public virtual string SealedFile => "Tệp trong gói đã niêm phong:";

    public virtual string Chain => "Chuỗi niêm phong";

    public virtual string AboutChain => "Mỗi bản công bố có một dấu niêm phong tính từ bản kê mọi tệp của bản đó và từ dấu của bản trước. Bớt, chèn hoặc sửa một bản cũ thì mọi dấu về sau đều khác.";

    public virtual string Link => "Số";

    public virtual string SealedRelease => "Bản công bố";

    public virtual string ReleaseOf(int year, int version) => $"năm {year}, lần {version}";

    public virtual string Seal => "Dấu niêm phong";

    public virtual string SealedAt => "Niêm phong lúc";

    public virtual string Key => "Khoá công khai";

    public virtual string AboutKey => "Chữ ký trong gói được kiểm tra bằng khoá này. Vân tay của khoá (SHA-256) được in dưới đây để đối chiếu qua nguồn khác.";

    public virtual string SealNumber(int number) => $"số {number} trong chuỗi";

    public virtual string Upload => "Kiểm chứng một tệp";

    public virtual string AboutUpload => "Chọn tệp đang giữ: câu trả lời cho biết tệp thuộc bản công bố nào, bản đó còn hiện hành hay không, và ô nào khác nếu số liệu trong tệp đã bị thay đổi. Tệp chỉ được đọc để so sánh, không được lưu.";

    public virtual string UploadLabel => "Tệp CSV, XLSX, HTML, JSON hoặc gói ZIP, tối đa 20 MB";

    public virtual string NoFile => "Chưa chọn tệp, tệp trống hoặc lớn hơn 20 MB.";

    public virtual string Verdict(FileVerdict verdict, bool isCurrent) => verdict switch
    {
        FileVerdict.Sealed => isCurrent ? "Khớp từng byte, bản hiện hành." : "Khớp từng byte, bản đã được thay thế.",
        FileVerdict.SameFigures => "Cùng số liệu, khác tệp: tệp đã được lưu lại bằng phần mềm khác hoặc là bản in.",
        FileVerdict.OtherFigures => "Không còn như lúc công bố: có nội dung khác.",
        _ => "Không thuộc bản công bố nào, hoặc không phải bảng kết quả đọc được.",
    };

    public virtual string RowsCompared(int rows) => $"Đã so {rows} hàng của bảng:";

    public virtual string Differences => "Các ô khác bản công bố";

    public virtual string Column => "Cột";

    public virtual string InFile => "Trong tệp";

    public virtual string InRelease => "Đã công bố";

    public virtual string PlaceInFile => "Vị trí trong tệp";

    public virtual string More(int count) => $"và {count} ô khác nữa.";

    public virtual string Follows => "nối tiếp";
}
