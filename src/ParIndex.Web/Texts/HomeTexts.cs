using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>The first page.</summary>
public class HomeTexts
{
    public virtual string NothingTitle => "Chưa có bản công bố";

    public virtual string NothingHeading => "Chưa có bản công bố nào";

    public virtual string NothingLead => "Cổng đã hoạt động nhưng chưa có số liệu Chỉ số cải cách hành chính được công bố.";

    public virtual string Newest(string announced, int year) => $"Công bố mới nhất{announced} · năm {year}";

    public virtual string Units(string count) => $"{count} đơn vị";

    public virtual string Highest => "Cao nhất";

    public virtual string Lowest => "Thấp nhất";

    public virtual string SeeRanking(string group) => $"Xem bảng xếp hạng {group}";

    public virtual string NationalHeading => "PAR INDEX của tỉnh do Bộ Nội vụ công bố";

    public virtual string NationalChart => "Thứ hạng PAR INDEX của tỉnh";

    public virtual string OtherIndices => "PAPI, PCI và các chỉ số khác";

    public virtual string Download => "Tải dữ liệu";

    public virtual string DownloadLead => "Mọi bảng đều tải được, trích dẫn được và tính lại được.";

    public virtual string HowComputed => "Cách tính, thang điểm và xếp hạng";

    public virtual string ReleaseLink(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return release.IsArchive ? "Đối chiếu số công bố với số tính lại" : "Quyết định và thông tin công bố";
    }

    public virtual string ForPrograms => "Dữ liệu cho phần mềm (API)";
}
