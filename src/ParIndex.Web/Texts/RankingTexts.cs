using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>The ranking of a group. Figures come written where they are not counted here.</summary>
public class RankingTexts
{
    public virtual string Title(string group, int year) => $"Xếp hạng {group} năm {year}";

    public virtual string Caption(string group, int year) => $"Xếp hạng {group} theo Chỉ số cải cách hành chính năm {year}";

    /// <summary>“Bản công bố lần 1 (hiện hành), ngày 15/7/2021”.</summary>
    public virtual string Version(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"Bản công bố {ReleaseWords.Version(release.VersionNumber, isCurrent: true)}{ReleaseWords.Announced(release.AnnouncedOn, ", ngày ")}";
    }

    public virtual string ReleaseLink(bool isArchive) => isArchive ? "Quyết định, đối chiếu số liệu" : "Quyết định và thông tin công bố";

    public virtual string Groups => "Khối đơn vị";

    public virtual string Years => "Năm";

    public virtual string YearsBreak => "từ đây không so sánh trực tiếp với các năm trước";

    /// <summary>A large group in one sentence: its mean, its change, and how many units have each rating, the lowest named.</summary>
    public virtual IReadOnlyList<Run> Lead(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        var summary = group.Summary;
        var runs = new List<Run> { new($"{NumberWriter.VietnameseCount(group.Results.Count)} {Domain.Text.VietnameseText.InSentence(group.Name)}") };
        if (summary.Mean is { } mean)
        {
            runs.Add(new(" trung bình đạt "));
            runs.Add(new(NumberWriter.VietnamesePercent(mean), Strong: true));
            runs.Add(new(Announcement.MeanChange(release, group) is { } change ? $", {Announcement.ChangeInWords(change)} so với năm {release.Year - 1}"
                : Announcement.WhyNoMeanChange(release, group) is { } why ? $", {ReleaseWords.InSentence(why, release.Year - 1)}"
                : ""));
        }

        if (Announcement.Lowest(group) is var (lowest, units))
        {
            var above = string.Join(", ", group.Ratings!.Bands.Where(band => band.Label != lowest && summary.Ratings.ContainsKey(band.Label)).Select(band => $"{NumberWriter.VietnameseCount(summary.Ratings[band.Label])} {band.Label}"));
            runs.Add(new(above.Length == 0 ? "; " : $"; {above} và "));
            runs.Add(new(units == 0 ? $"không có đơn vị {lowest}" : $"{NumberWriter.VietnameseCount(units)} {lowest}", Strong: true));
            runs.Add(new(", mức thấp nhất"));
        }

        return [.. runs, new(".")];
    }

    public virtual string Distribution => "Phân bố Chỉ số CCHC";

    /// <summary>Where the middle half lies.</summary>
    public virtual IReadOnlyList<Run> Spread(MiddleHalf half)
    {
        ArgumentNullException.ThrowIfNull(half);
        return [new("Một nửa số đơn vị nằm từ "), new(NumberWriter.VietnamesePercent(half.From), Strong: true), new(" đến "), new(NumberWriter.VietnamesePercent(half.To), Strong: true), new($"; trung vị {NumberWriter.VietnamesePercent(half.Median)}.")];
    }

    public virtual string FilterName => "Tìm theo tên đơn vị";

    public virtual string FilterNameHint => "Tên đơn vị";

    public virtual string FilterRating => "Xếp loại";

    public virtual string AnyRating => "Mọi xếp loại";

    public virtual string Filter => "Lọc";

    /// <summary>“12 trong 150 đơn vị”.</summary>
    public virtual string ShownOf(int shown, int all) => $"{NumberWriter.VietnameseCount(shown)} trong {NumberWriter.VietnameseCount(all)} đơn vị";

    public virtual string NothingFound => "Không có đơn vị nào khớp với điều kiện lọc.";

    public virtual string SeeAll(int units) => $"Xem tất cả {units} đơn vị";

    public virtual string Units(int units) => $"{NumberWriter.VietnameseCount(units)} đơn vị";

    /// <summary>“từ 80% đến dưới 90%”; <c>null</c> where there is one band.</summary>
    public virtual string? BandLimits(string from, string? below, bool isLowest) =>
        (isLowest, below) switch { (true, null) => null, (true, _) => $"dưới {below}%", (false, null) => $"từ {from}%", _ => $"từ {from}% đến dưới {below}%" };

    public virtual string NotPlaced => "Không xếp hạng";

    public virtual string NotRated => "Không xếp loại";

    public virtual string Parts => "Các phần của bảng";

    public virtual string ToTop => "Đầu trang";

    public virtual string ShowSums => "Hiện tổng điểm và thang điểm của từng đơn vị";

    /// <summary>The heading of a column, by the key by which it is sorted.</summary>
    public virtual string Column(string key) => key switch
    {
        "hang" => "Hạng",
        "ten" => "Đơn vị",
        "tham-dinh" => "Thẩm định",
        "dieu-tra" => "Điều tra xã hội học",
        "diem-cong" => "Điểm cộng",
        "diem-tru" => "Điểm trừ",
        "tong-diem" => "Tổng điểm / thang điểm",
        "thay-doi" => "So với năm trước",
        _ => "Chỉ số (%)",
    };

    public virtual string WholePlace => "Hạng trong khối";

    public virtual string WholePlaceOf(string place) => $"hạng {place} trong khối";

    public virtual string OnAxis => "Vị trí trên trục";

    public virtual string Rating => "Xếp loại";

    /// <summary>“85,67 điểm / thang 98”.</summary>
    public virtual string TotalOf(string total, string? scale) => $"{total}\u00A0điểm{(scale is null ? "" : $" / thang\u00A0{scale}")}";

    public virtual string ScaleInferredMark => "thang điểm tính ngược, xem ghi chú";

    public virtual string DownloadTable => "Tải bảng này";

    public virtual string CompareFirst => "So sánh các đơn vị";

    public virtual string CriteriaSet => "Bộ tiêu chí";
}
