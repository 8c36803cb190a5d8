using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Texts;

/// <summary>The pages of a unit: over the years, in one year, and its printed sheet.</summary>
public class UnitPageTexts
{
    /// <summary>The numbers and the other words of the language.</summary>
    protected virtual PublicTexts T => PublicTexts.Vietnamese;

    public virtual string Units => "Đơn vị";

    public virtual string NothingYet => "Chưa có kết quả Chỉ số cải cách hành chính nào của đơn vị này được công bố.";

    public virtual string TableCaption => "Chỉ số cải cách hành chính qua các năm";

    public virtual string Year => "Năm";

    public virtual string Index => "Chỉ số (%)";

    public virtual string Rating => "Xếp loại";

    public virtual string Rank => "Hạng";

    public virtual string Total => "Tổng điểm / thang điểm";

    public virtual string Change => "So với năm trước";

    public virtual string NotRanked => "không xếp hạng";

    public virtual string InWholeGroup(string place) => $"trong khối: {place}";

    public virtual string InGroupShort(string place) => $"khối: {place}";

    public virtual string DownloadTable => "Tải bảng này";

    public virtual string InferredNote => "* Thang điểm tính ngược từ số công bố, không phải số liệu chính thức.";

    public virtual string OtherIndices => "Chỉ số khác của đơn vị";

    public virtual string OtherCaption => "Chỉ số khác được công bố của đơn vị";

    public virtual string IndexAndYear => "Chỉ số, năm";

    public virtual string Score => "Điểm";

    public virtual string Place => "Thứ hạng";

    public virtual string Source => "Nguồn";

    public virtual string OtherNote => "Các chỉ số này do cơ quan khác khảo sát và công bố, không phải một phần của Chỉ số cải cách hành chính trên đây.";

    public virtual string NamesHeading => "Tên và tổ chức";

    public virtual string Name => "Tên";

    public virtual string FormerName => "Tên trước đây";

    public virtual string Validity(DateOnly? from, DateOnly? to) => (from is { } first ? $", từ ngày {T.Day(first)}" : "") + (to is { } last ? $", đến ngày {T.Day(last)}" : "");

    public virtual string OtherSpellings => "Cách viết khác";

    public virtual string Code => "Mã đơn vị";

    public virtual string From(DateOnly day) => $"Từ ngày {T.Day(day)}";

    /// <summary>The words before the other units' names, or the whole sentence when there is none.</summary>
    /// <param name="kind">Merged, split or abolished.</param>
    /// <param name="isBefore">Whether the unit read about is the one before.</param>
    public virtual string Succession(SuccessionKind kind, bool isBefore) => (kind, isBefore) switch
    {
        (SuccessionKind.Merged, true) => "Sáp nhập vào",
        (SuccessionKind.Merged, false) => "Nhận sáp nhập từ",
        (SuccessionKind.Split, true) => "Chia, tách thành",
        (SuccessionKind.Split, false) => "Được chia, tách từ",
        (SuccessionKind.Territory, true) => "Kết thúc hoạt động; trên địa bàn nay là",
        (SuccessionKind.Territory, false) => "Trên địa bàn trước đây của",
        _ => "Kết thúc hoạt động.",
    };

    public virtual string And => " và";

    public virtual string Basis => "Căn cứ:";

    public virtual string KeptApart => "Kết quả trước ngày sắp xếp của các đơn vị được giữ riêng, không cộng gộp; số liệu trước và sau ngày này có phạm vi khác nhau.";

    // One year.
    public virtual string YearTitle(string unit, int year) => $"{unit}, năm {year}";

    public virtual string GroupInYear(string group, int year) => $"{group}, năm {year}";

    public virtual string InGroup(string group) => $"Trong khối {group}";

    public virtual string Against(string with) => $"So với {with}";

    public virtual string GroupMean => "trung bình khối";

    public virtual string HighestUnit(bool inList) => "đơn vị cao nhất" + (inList ? " trong danh sách" : "");

    public virtual string LowestUnit(bool inList) => "đơn vị thấp nhất" + (inList ? " trong danh sách" : "");

    public virtual string Difference(decimal points) => points switch
    {
        > 0 => $"cao hơn {T.Number(points)} điểm phần trăm",
        < 0 => $"thấp hơn {T.Number(-points)} điểm phần trăm",
        _ => "bằng nhau",
    };

    public virtual string Neighbours => "Đơn vị liền kề";

    public virtual string NeighboursIn(int year) => $"Đơn vị liền kề năm {year}";

    public virtual string NeighboursCaption => "Các đơn vị xếp ngay trên và ngay dưới trong cùng danh sách";

    public virtual string NoNeighbours(string why) => $"Đơn vị này {why} nên không có đơn vị liền kề.";

    public virtual string SeeRanking => "Xem bảng xếp hạng";

    public virtual string Parts => "Cơ cấu điểm";

    public virtual string Points => "điểm";

    public virtual string MedianOf(string value, int units) => $" · trung vị {value} (n = {units})";

    public virtual string PrintedTotal => "Tổng điểm in trong bản công bố:";

    /// <summary>How the index follows from total and scale, “85,67 ÷ 98 × 100 = 87,42%”, and where it is held at an end of its range; <c>null</c> without them.</summary>
    public virtual string? IndexFollows(ReleaseResult result, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        return result is not { TotalScore: { } total, Scale: { } scale, Index: { } index } ? null
            : Held(result, $"{T.Number(total, group.ScoreDecimals)} ÷ {T.Trimmed(scale)} × 100", T.Percent(index, group.IndexDecimals));
    }

    public virtual string TotalOnScale => "Tổng điểm trên thang điểm";

    public virtual string PublishedAndComputed(string published, string computed, string how) => $"Chỉ số công bố là {published}, tính lại từ tổng điểm đã in là {computed}: {how}.";

    public virtual string RoundedTotals => "Tổng điểm in trong bản công bố đã được làm tròn, còn chỉ số được tính từ điểm chưa làm tròn.";

    public virtual string PublishedCounts => "Số công bố là số chính thức.";

    public virtual string Scale(string scale, string source) => $"Thang điểm {scale}: {source}.";

    public virtual string SpecialCase => "Đơn vị đặc thù: một số tiêu chí không áp dụng nên thang điểm riêng.";

    public virtual string BarsOnOwnMaximum => "Mỗi thanh là số điểm đạt được trên điểm tối đa của chính phần đó; vạch đứng là trung vị của các đơn vị cùng thang điểm, không nêu khi dưới 03 đơn vị.";

    public virtual string PrintedName => "Tên trong bản công bố:";

    public virtual string Repaired => "Bộ tiêu chí được sửa sau khi mở kỳ đánh giá.";

    public virtual string TotalsOnly(int year) => $"Bản công bố {year} chỉ có số tổng hợp, không có điểm từng tiêu chí.";

    public virtual string OverTheYears => "Kết quả qua các năm";

    public virtual string PrintSheet => "In phiếu A4 có mã QR";

    public virtual string Paper => "Phiếu điểm (DOCX)";

    public virtual string Replaced(int version, int newest) => $"Đây là bản công bố lần {version}, đã được thay bằng lần {newest}. Số liệu dưới đây được giữ nguyên như khi công bố.";

    public virtual string SeeNewest => "Xem bản hiện hành";

    // The scorecard down to each leaf.
    public virtual string Fields => "Theo lĩnh vực";

    public virtual string FieldsNote => "Vạch đứng là trung vị của n đơn vị trong khối có cùng điểm tối đa ở lĩnh vực đó; dưới 03 đơn vị thì không nêu.";

    public virtual string LostNote(string scale, string all) => $"Số điểm phần trăm của chỉ số mất ở mỗi tiêu chí: 100 × (điểm tối đa − điểm đạt) ÷ thang điểm{scale}. Cộng mọi tiêu chí trong thang điểm, phần mất là {all} điểm phần trăm.";

    public virtual string Leaves => "Từng tiêu chí";

    public virtual string ShowAll => "Xem tất cả tiêu chí";

    public virtual string ShowBelow => "Chỉ xem tiêu chí chưa đạt điểm tối đa";

    public virtual string LeavesCaption(bool onlyBelow) => "Điểm từng tiêu chí" + (onlyBelow ? ", chỉ các tiêu chí chưa đạt điểm tối đa" : "");

    public virtual string CriterionCode => "Mã";

    public virtual string Criterion => "Tiêu chí, tiêu chí thành phần";

    public virtual string PointsOfMost => "Điểm đạt / tối đa";

    public virtual string UnitsAtMost => "Đơn vị đạt tối đa";

    public virtual string Lost => "Mất (điểm phần trăm)";

    public virtual string NotApplicable => "không áp dụng";

    public virtual string TakenOffAtMost => "trừ tối đa";

    public virtual string DownloadLeaves => "Tải dữ liệu từng tiêu chí";

    // To cite.
    public virtual string Cite => "Trích dẫn";

    public virtual string Copy => "Sao chép trích dẫn";

    public virtual string Copied => "Đã sao chép";

    public virtual string Digest => "Mã kết quả";

    public virtual string VersionAddress => "Địa chỉ có phiên bản";

    /// <summary>What a newspaper may print of a unit, without its address.</summary>
    public virtual string Citation(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var (release, group, result) = year;
        return $"{result.UnitName}, Chỉ số cải cách hành chính năm {release.Year}: {(result.OfficialIndex is { } index ? T.Percent(index, group.IndexDecimals) : "chưa có")}"
            + (result.OfficialRating is { } rating ? $", xếp loại {rating}" : "")
            + (result.Rank is { } rank ? $", {(result.IsTied ? "đồng hạng" : "xếp thứ")} {rank}/{year.Peers.Count(peer => peer.Rank is not null)}" : "")
            + $". {T.Release.Source(release, isCurrent: false)}.";
    }

    /// <summary>What a newspaper may print of a group, without its address.</summary>
    public virtual string Citation(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return $"{group.Name}, Chỉ số cải cách hành chính năm {release.Year}: trung bình {T.Count(group.Summary.Units)} đơn vị {(group.Summary.Mean is { } mean ? T.Percent(mean) : "chưa có")}"
            + (Announcement.MeanChange(release, group) is { } change ? $", {T.Release.ChangeInWords(change)} so với năm {release.Year - 1}" : "")
            + $". {T.Release.Source(release, isCurrent: false)}.";
    }

    // Who scored it, and what it means.
    public virtual string WhoHeading => "Ai chấm điểm";

    public virtual string SelfScored => "Tự chấm";

    public virtual string Appraised => "Thẩm định";

    public virtual string AppraisedBy => "Tổ giúp việc Hội đồng thẩm định";

    public virtual string CoordinatedBy => "Điều phối";

    public virtual string IsCoordinatorItself => "Đơn vị này điều phối việc đánh giá và cũng là đơn vị được đánh giá.";

    public virtual string CoordinatorIsAssessed => "cũng là một đơn vị được đánh giá";

    public virtual string NobodyOwnUnit => "Khi chấm trên hệ thống này không ai thẩm định đơn vị của chính mình; việc miễn tiêu chí, gia hạn, mở khóa cho đơn vị mình phải có người thứ hai của đơn vị khác đồng ý.";

    public virtual string Approved => "Phê duyệt";

    public virtual string ApprovedBy(string decision) => $"Hội đồng thẩm định; quyết định công bố: {decision}";

    public virtual string WhoOfArchive(string decision) => $"Số liệu được nhập lại từ bảng đã công bố (quyết định: {decision}). Bảng này không nêu ai thẩm định từng đơn vị.";

    public virtual string MeansHeading(string index) => $"{index} nghĩa là gì";

    public virtual string Means(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return $"Trong 100 phần điểm tối đa áp dụng cho mình, đơn vị đạt {T.Number(year.Result.OfficialIndex ?? 0, year.Group.IndexDecimals)} phần.";
    }

    /// <summary>“Từ 80% xếp loại Tốt, từ 70% xếp loại Khá, dưới 70% xếp loại Trung bình.”</summary>
    public virtual string Bands(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Ratings is not { } ratings ? "Bản công bố không xếp loại khối này."
            : Sentence(string.Join(", ", ratings.Bands.Select((band, i) => band.LowerLimit > 0 ? $"từ {T.Trimmed(band.LowerLimit)}% xếp loại {band.Label}" : i == 0 ? $"mọi mức xếp loại {band.Label}" : $"dưới {T.Trimmed(ratings.Bands[i - 1].LowerLimit)}% xếp loại {band.Label}")) + ".");
    }

    public virtual string UnitsAbove(int above, int of) => above == 0 ? $"Không đơn vị nào trong {T.Count(of)} đơn vị của khối có chỉ số cao hơn." : $"Có {T.Count(above)} trong {T.Count(of)} đơn vị của khối có chỉ số cao hơn.";

    public virtual string NotSatisfaction => "Chỉ số đo kết quả thực hiện cải cách hành chính theo bộ tiêu chí của tỉnh; đây không phải là tỷ lệ hài lòng của người dân.";

    public virtual string HowComputed => "Cách tính, có ví dụ";

    // The sheet of one page.
    public virtual string SheetTitle => "Phiếu kết quả Chỉ số cải cách hành chính";

    public virtual string SheetHint => "Phiếu này in vừa một trang A4.";

    public virtual string BackToYear => "Về trang của đơn vị";

    public virtual string QrLabel => "Mã QR dẫn đến địa chỉ có phiên bản ghi bên cạnh";

    public virtual string ScanToCheck => "Quét mã để mở số liệu đúng phiên bản này.";

    public virtual string MostLost => "Mất điểm nhiều nhất so với các đơn vị khác";

    /// <summary>A sentence begins with a capital.</summary>
    protected static string Sentence(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    protected virtual string Held(ReleaseResult result, string fraction, string index)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { TotalScore: < 0, Index: 0 } ? $"{fraction} dưới 0 nên chỉ số là {index}"
            : result.Index == 100 && result.TotalScore > result.Scale ? $"{fraction} vượt quá 100 nên chỉ số là {index}"
            : $"{fraction} = {index}";
    }
}
