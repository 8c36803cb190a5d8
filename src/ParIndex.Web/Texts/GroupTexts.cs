using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>The figures of a group and the notes on its table.</summary>
public class GroupTexts
{
    public virtual string Mean => "Trung bình khối";

    public virtual string Highest => "Cao nhất";

    public virtual string Lowest => "Thấp nhất";

    public virtual string Ratings => "Xếp loại";

    public virtual string PointsAgainst(int before) => $"điểm phần trăm so với năm {before}";

    public virtual string NotRated => "Bản công bố không xếp loại khối này";

    /// <summary>No unit has the lowest rating; <paramref name="unitsBefore"/> how many had it the year before, <c>null</c> where it is not known.</summary>
    public virtual string NoneLowest(string label, int? unitsBefore, int before) =>
        $"Không có đơn vị {label}{unitsBefore switch { null => "", 0 => $", như năm {before}", { } units => $" (năm {before}: {NumberWriter.VietnameseCount(units)})" }}";

    public virtual string LowestBefore(string label, int units, int before) => $"Năm {before}: {NumberWriter.VietnameseCount(units)} đơn vị {label}";

    public virtual string Notes => "Ghi chú";

    public virtual string Inferred => "Thang điểm tính ngược từ số công bố, không phải số liệu chính thức.";

    public virtual string Formula => "Chỉ số (%) = tổng điểm đạt được ÷ thang điểm của đơn vị × 100.";

    public virtual string Special(int units) => $"{NumberWriter.VietnameseCount(units)} đơn vị đặc thù không thực hiện một số tiêu chí nên có thang điểm riêng.";

    public virtual string Method => "Cách tính";

    /// <summary>What the total is made of.</summary>
    /// <param name="sum">The parts with their signs.</param>
    public virtual string Total(string sum) => $"Tổng điểm = {sum}. Điểm cộng, điểm trừ không nằm trong thang điểm.";

    /// <summary>A unit whose points alone would lead beyond an end of the range.</summary>
    public virtual string HeldUnit(string unit, string fraction, bool isBelow, string index) => $"{unit}: {fraction} {(isBelow ? "dưới 0" : "vượt quá 100")} nên chỉ số là {index}";

    public virtual string Held(string units) => $"{units}; chỉ số của khối nằm trong khoảng từ 0 đến 100.";

    /// <summary>Why some or all units have no change.</summary>
    /// <param name="why">The reason.</param>
    /// <param name="units">How many units.</param>
    /// <param name="isAll">Whether these are all units of the group.</param>
    /// <param name="hasColumn">Whether the table has a column of changes.</param>
    /// <param name="before">The year before.</param>
    public virtual string WithoutChange(NoChange why, int units, bool isAll, bool hasColumn, int before) =>
        $"{(isAll ? "Mọi đơn vị của khối" : $"{NumberWriter.VietnameseCount(units)} đơn vị")}: "
        + (why == NoChange.NotComparable ? $"không so sánh trực tiếp với năm {before} vì các tiêu chí so sánh được chiếm dưới 80% thang điểm" : ReleaseWords.InSentence(why, before))
        + (hasColumn ? "." : "; bảng không có cột thay đổi.");

    public virtual string WithoutPlace(int units, string why, string names) => $"{NumberWriter.VietnameseCount(units)} đơn vị {why}: {names}. Trung bình khối tính trên mọi đơn vị có chỉ số.";

    public virtual string WholePlaces => "Hạng là thứ hạng trong danh sách của đơn vị; hạng trong khối tính trên mọi đơn vị có xếp hạng của khối.";

    public virtual string Repaired => "Bộ tiêu chí được sửa sau khi mở kỳ đánh giá:";

    public virtual string And => " và ";

    public virtual string Unclear(string units, int? best, int? worst, string printed) =>
        $"Số liệu đã làm tròn không phân biệt được thứ hạng của {units} (hạng {best} đến {worst}); bản công bố xếp lần lượt ở thứ tự {printed}.";

    public virtual string WithinRounding(string units) => $"Khớp trong phạm vi làm tròn: {units}.";

    public virtual string Inconsistent(string units) => $"Cần đối chiếu: {units}.";

    public virtual string PrintedRounded(string unit, string printed, string computed) => $"{unit} công bố {printed}, tính lại từ tổng điểm đã làm tròn {computed}";

    public virtual string Printed(string unit, string printed, string computed) => $"{unit} công bố {printed}, tính lại {computed}";

    public virtual string Reconciliation => "Đối chiếu từng đơn vị";
}
