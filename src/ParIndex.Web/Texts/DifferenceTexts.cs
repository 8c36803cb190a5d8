using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Texts;

/// <summary>What a version says otherwise than the one before.</summary>
public class DifferenceTexts
{
    public virtual string Replaced(int version, ReleaseChange change) => $"Bản này đã được thay bằng lần {version} ({VietnameseText.InSentence(ReleaseWords.Change(change))}). Số liệu dưới đây được giữ nguyên như khi công bố.";

    public virtual string WithdrawnGroups(string groups) => $"Kết quả của {groups} đã được thu hồi, không còn giá trị. Các lần công bố trước vẫn xem được, kèm thông báo này.";

    /// <summary>What an address says whose figures are no more, where there is no room for the whole release.</summary>
    public virtual string Gone(int year, ReleaseChange change, int version, string date) => change == ReleaseChange.Withdrawal
        ? $"Số liệu năm {year} này đã được thu hồi ở lần công bố {version} ngày {date}, không còn giá trị."
        : $"Số liệu năm {year} này không còn trong kết quả kể từ lần công bố {version} ngày {date}.";

    public virtual string Reason => "Lý do";

    public virtual string Substantial => "Thay đổi quan trọng";

    public virtual string NotSubstantial => "Thay đổi không quan trọng";

    public virtual string WhySubstantial => "Hệ thống tự xác định mức “quan trọng” vì có thứ hạng, xếp loại, câu công bố hoặc khối bị thu hồi thay đổi.";

    public virtual string WhyNotSubstantial => "Không thứ hạng, xếp loại hay câu công bố nào thay đổi; hệ thống tự xác định.";

    public virtual string Unchanged(string units, string group) => $"{units} {group} không có thay đổi nào.";

    public virtual string AllUnchanged(string units, string group) => $"Toàn bộ {units} {group} không có thay đổi nào.";

    public virtual string Title => "Thay đổi, từng ô một";

    public virtual string Caption(int before, int after) => $"Các ô khác nhau giữa lần {before} và lần {after}";

    public virtual string Added(string groups) => $"Bổ sung: {groups}.";

    public virtual string More(int shown, int all) => $"Trang này nêu {shown} ô đầu trong {all} ô thay đổi; các tệp ở đầu bảng có đủ.";

    public virtual string Nothing => "Không ô nào của các khối có ở cả hai lần khác nhau.";

    public virtual string Unit => "Đơn vị";

    public virtual string Cell => "Ô";

    public virtual string Kind => "Loại";

    public virtual string Version(int number) => $"Lần {number}";

    public virtual string Corrected => "sửa";

    public virtual string Computed => "tính lại";

    public virtual string WholeGroup(string group) => $"Khối {group}";

    public virtual string Part(VersionPart part) => part switch
    {
        VersionPart.Unit => "Có trong danh sách",
        VersionPart.Figure => "số liệu",
        VersionPart.Statement => "mức, nội dung đạt",
        VersionPart.Points => "điểm",
        VersionPart.NotApplicable => "lý do không áp dụng",
        VersionPart.Note => "ghi chú thẩm định",
        VersionPart.Appraisal => "Điểm thẩm định",
        VersionPart.Survey => "Điểm điều tra xã hội học",
        VersionPart.Bonus => "Điểm cộng",
        VersionPart.Penalty => "Điểm trừ",
        VersionPart.Total => "Tổng điểm",
        VersionPart.Scale => "Thang điểm",
        VersionPart.Index => "Chỉ số (%)",
        VersionPart.Rating => "Xếp loại",
        VersionPart.RatingReason => "Lý do khống chế xếp loại",
        VersionPart.Rank => "Xếp hạng",
        VersionPart.WholeRank => "Xếp hạng trong khối",
        _ => "Chỉ số trung bình (%)",
    };

    public virtual string Ranks => "Thứ hạng thay đổi";

    public virtual string Slope(int before, int after) => $"Thứ hạng ở lần {before} và lần {after}";

    /// <summary>A line of the drawing, for those who hear it.</summary>
    public virtual string SlopePoint(string unit, int before, int after) => before == after ? $"{unit}: giữ nguyên {after}" : $"{unit}: {before} thành {after}";

    public virtual string SlopeMove(string unit, int before, int after) => $"{unit} từ thứ {before} {(after < before ? "lên" : "xuống")} thứ {after}";

    /// <summary>Who moved by figures of its own, and how many besides.</summary>
    public virtual string SlopeSay(IReadOnlyList<string> own, int others) =>
        own.Count == 0 ? $"{Units(others)} đổi thứ hạng." : $"{string.Join("; ", own)}{(others == 0 ? "" : $"; {Units(others)} khác đổi thứ hạng dù số liệu của mình không đổi")}.";

    public virtual string SlopeKey(bool isWhole) => isWhole ? "Đường đậm: đơn vị có số liệu được sửa." : "Đường đậm: đơn vị có số liệu được sửa. Hình chỉ vẽ các đơn vị thay đổi nhiều nhất; bảng dưới đây có đủ.";

    public virtual string SlopeTable => "Xem bảng";

    public virtual string Ratings => "Xếp loại thay đổi";

    public virtual string Units(int count) => $"{NumberWriter.VietnameseCount(count)} đơn vị";

    public virtual string Move => "Thay đổi";

    public virtual string Up(int places) => $"lên {places} bậc";

    public virtual string Down(int places) => $"xuống {places} bậc";

    public virtual string SamePlace => "giữ nguyên";

    public virtual string Sentences => "Câu đã công bố nay khác đi";

    public virtual string NotSaidBefore => "trước không có câu này";

    public virtual string NotSaidNow => "nay không còn câu này";
}
