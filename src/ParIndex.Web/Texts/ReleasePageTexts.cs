using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Texts;

/// <summary>The list of releases and the page of one version.</summary>
public class ReleasePageTexts
{
    public virtual string Announcement => "Nội dung công bố";

    public virtual string CopyAnnouncement => "Sao chép toàn văn";

    public virtual string Papers => "Văn bản";

    public virtual string AnnouncementPaper => "Nội dung công bố (DOCX)";

    public virtual string EnglishPaper => "Bản tiếng Anh (DOCX)";

    public virtual string AnnexPaper => "Phụ lục kết quả (DOCX)";

    public virtual string Title => "Các bản công bố";

    public virtual string Lead => "Bản công bố không bao giờ bị sửa: mọi bổ sung, điều chỉnh, đính chính là một lần công bố mới, các lần trước vẫn xem được.";

    public virtual string Nothing => "Chưa có bản công bố nào.";

    public virtual string Caption => "Các bản công bố theo năm đánh giá";

    public virtual string AssessedYear => "Năm đánh giá";

    public virtual string Release => "Bản công bố";

    public virtual string Content => "Nội dung";

    public virtual string Decision => "Quyết định";

    public virtual string AnnouncedOn => "Ngày công bố";

    public virtual string YearAndVersion(int year, string version) => $"Năm {year}, {version}";

    public virtual string FromArchive => ", nhập từ bản đã công bố";

    public virtual string TitleOf(int year, int version) => $"Bản công bố năm {year}, lần {version}";

    public virtual string YearCrumb(int year) => $"năm {year}";

    public virtual string Replaced => "Bản này đã được thay thế.";

    public virtual string SeeCurrent(int version) => $"Xem bản hiện hành (lần {version})";

    public virtual string Facts => "Thông tin công bố";

    public virtual string Province => "Tỉnh";

    public virtual string VersionLabel => "Lần công bố";

    public virtual string NotInSource => "không nêu trong nguồn";

    public virtual string None => "chưa có";

    public virtual string SourceOfFigures => "Nguồn số liệu";

    public virtual string Nature => "Tính chất";

    public virtual string ArchiveNature => "Nhập từ bản đã công bố: số in trong bản công bố là số chính thức, số tính lại đặt bên cạnh.";

    public virtual string Digest => "Mã kết quả (SHA-256)";

    public virtual string PutOnSite => "Đưa lên cổng";

    public virtual string Instant(DateTime utc) => DateWriter.VietnameseHourInFull(utc);

    public virtual string Versions(int year) => $"Các lần công bố của năm {year}";

    public virtual string Check => "Đối chiếu số công bố với số tính lại";

    public virtual string CheckCounts(int rows, string counts) => $"Trong {rows} dòng: {counts}. Chỉ số tính lại = tổng điểm đã in ÷ thang điểm × 100, làm tròn một lần đến hai chữ số thập phân.";

    public virtual string Scales(int printed, int inferred) => $"{printed} thang điểm in trong bản công bố, {inferred} thang điểm tính ngược từ số công bố, không phải số liệu chính thức: trong các giá trị từ 60 đến 100, bước 0,25, chỉ một giá trị khớp với tổng điểm và chỉ số đã in.";

    public virtual string SinceVersion(int version) => $", như lần {version}";

    public virtual string Ranking => "Bảng xếp hạng";

    public virtual string DownloadTable => "Tải bảng này";

    public virtual string References => "Giá trị tham chiếu";

    public virtual string ReferencesOfArchive => "Số liệu nêu trong bài công bố, suy ra từ đó bằng phép trừ, hoặc lấy từ bản công bố năm trước trên cổng. Không lập xếp hạng từ các giá trị này.";

    public virtual string ReferencesOfRound => "Số liệu của năm trước lấy từ bản công bố trên cổng; số đơn vị tăng, giảm chỉ tính các đơn vị so sánh trực tiếp được với năm trước.";

    public virtual string ReferencesCaption => "Giá trị tham chiếu kèm bản công bố";

    public virtual string Figure => "Chỉ tiêu";

    public virtual string Year => "Năm";

    public virtual string Value => "Giá trị";

    public virtual string Source => "Nguồn";

    public virtual string CheckCaption(string group) => $"Đối chiếu chỉ số của {group}";

    public virtual string ResultsCaption(string group) => $"Kết quả của {group}";

    public virtual string Unit => "Đơn vị";

    public virtual string Rank => "Hạng";

    public virtual string InGroup => "Trong khối";

    public virtual string PrintedTotal => "Tổng điểm đã in";

    public virtual string Total => "Tổng điểm";

    public virtual string Scale => "Thang điểm";

    public virtual string Published => "Công bố (%)";

    public virtual string Recomputed => "Tính lại (%)";

    public virtual string Finding => "Kết luận";

    public virtual string Index => "Chỉ số (%)";

    public virtual string Rating => "Xếp loại";

    public virtual string SetRepaired => "Bộ tiêu chí được sửa sau khi mở kỳ đánh giá:";
}
