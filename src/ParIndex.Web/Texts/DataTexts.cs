using ParIndex.Domain.Releases;
using ParIndex.Domain.Tables;

namespace ParIndex.Web.Texts;

/// <summary>The catalogue of the data and the dictionary of its columns.</summary>
public class DataTexts
{
    public virtual string Title => "Dữ liệu mở";

    public virtual string Lead => "Mọi số liệu trên cổng tải về được, không cần đăng ký. Mỗi tệp ghi năm, lần công bố và mã kết quả ngay trong tệp và trong tên tệp.";

    public virtual string Parts => "Các trang về dữ liệu";

    public virtual string Dictionary => "Từ điển dữ liệu";

    public virtual string ForPrograms => "Excel, R, Python và API";

    public virtual string Verify => "Kiểm chứng tệp, số liệu";

    public virtual string Nothing => "Chưa có bản công bố nào.";

    public virtual string WholeReleases => "Trọn bản công bố";

    public virtual string WholeRelease => "Tải trọn bản công bố";

    public virtual string HowToVerify => "Cách tự kiểm tra";

    public virtual string WholeNote => "Gói ZIP có bảng chuẩn, mọi bảng ở dạng CSV, Excel, JSON, phụ lục quyết định và nội dung công bố bằng tiếng Việt, tiếng Anh (DOCX), quy tắc tính kèm chương trình tính lại và mã băm của từng tệp. Địa chỉ nêu lần công bố nên nội dung không bao giờ thay đổi.";

    public virtual string Release => "Bản công bố";

    public virtual string Digest => "Mã kết quả";

    public virtual string Download => "Tải về";

    public virtual string ReleaseOf(int year, int version, bool isCurrent) => $"Năm {year}, {ReleaseWords.Version(version, isCurrent)}";

    public virtual string Archive => "Gói ZIP";

    public virtual string Figures => "Mỗi dòng một giá trị (CSV)";

    public virtual string Canonical => "Bảng chuẩn";

    public virtual string Tables => "Từng bảng";

    public virtual string TablesNote => "Bản hiện hành của mỗi năm. Bảng nào trên trang cũng tải về được tại địa chỉ của trang thêm .csv, .xlsx hoặc .json.";

    public virtual string Table => "Bảng";

    public virtual string Year(int year) => $"Năm {year}";

    public virtual string RankingOf(string group) => $"Xếp hạng: {group}";

    public virtual string Registers => "Danh mục";

    public virtual string Units => "Danh mục đơn vị";

    public virtual string NationalIndices => "Chỉ số của tỉnh trong các bảng xếp hạng quốc gia";

    public virtual string Formats => "Định dạng";

    public virtual string AboutWorkbook => "Sổ XLSX để đọc và in: hạng, tên, chỉ số, xếp loại, thay đổi đứng trước; cột không có số liệu được lược bỏ; có trang bìa và từ điển.";

    public virtual string AboutCsv => "Cho chương trình: UTF-8 có BOM, dấu phẩy ngăn cột, dấu chấm thập phân, tên cột như trong API, đủ mọi cột.";

    public virtual string AboutExcelCsv => "Cho Excel tiếng Việt: dấu chấm phẩy ngăn cột, dấu phẩy thập phân, tiêu đề bằng chữ.";

    public virtual string AboutJson => "Như API trả về, kèm thông tin bản công bố và quy tắc của khối.";

    public virtual string AboutZip => "Trọn một bản công bố, cùng bản công bố thì cùng từng byte.";

    public virtual string EmptyCells => "Ô trống là không có số liệu hoặc không áp dụng, không phải 0.";

    public virtual string Names => "Tên tệp và phiên bản";

    public virtual string AboutNames => "Tên tệp gồm nội dung, năm, khối, lần công bố và tám chữ số đầu của mã kết quả.";

    public virtual string AboutVersions => "Địa chỉ không nêu lần công bố luôn trả về bản hiện hành. Thêm ?version=1 để ghim lần 1: câu trả lời đó không bao giờ thay đổi.";

    public virtual string Terms => "Điều khoản sử dụng";

    public virtual string UnderLicence => "Dữ liệu được cung cấp theo";

    public virtual string AboutTerms => "Khi sử dụng, ghi nguồn kèm lần công bố và mã kết quả; không sửa số liệu mà vẫn ghi tên cơ quan công bố.";

    public virtual string Cite => "Trích dẫn";

    public virtual string AboutCiting => "Trích dẫn lần công bố và mã kết quả, để người đọc tìm lại đúng số liệu dù sau này có đính chính:";

    public virtual string Citation(Release release, string publisher, string? address)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"{publisher}, Chỉ số cải cách hành chính năm {release.Year}, lần {release.VersionNumber}, mã kết quả {ReleaseFile.Short(release.ResultsDigest)}{(address is null ? "" : $", {address}")}.";
    }

    public virtual string Machines => "Cho máy đọc";

    public virtual string Feed => "Nguồn tin Atom: công bố, bổ sung, đính chính";

    public virtual string AboutDictionary => "Ý nghĩa từng cột của từng bảng, lập từ chính danh sách cột dùng để ghi tệp.";

    public virtual string Column => "Cột";

    public virtual string Kind => "Kiểu";

    public virtual string Meaning => "Ý nghĩa";

    public virtual string KindOf(CellKind kind) => DataDictionary.KindInWords(kind);
}
