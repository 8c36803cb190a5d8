using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <summary>How a unit developed, why, and where it stands: sentences made from releases. Names of units and criteria come as they are.</summary>
public class StoryTexts
{
    /// <summary>The numbers and the other words of the language.</summary>
    protected virtual PublicTexts T => PublicTexts.Vietnamese;

    public virtual string Years => "Các năm đã công bố";

    public virtual string HistoryHeading => "Chỉ số và thứ hạng qua các năm";

    public virtual string Ranks => "Thứ hạng trong số đơn vị xếp hạng";

    public virtual string RanksShort => "Thứ hạng";

    public virtual string MeanLabel => "Trung bình khối";

    public virtual string KeyLeaves => "có phiếu chấm từng tiêu chí";

    public virtual string KeyTotals => "chỉ có số tổng hợp";

    public virtual string KeyMean => "trung bình khối";

    public virtual string KeyAxis(decimal from) => $"Trục chỉ số bắt đầu từ {T.Trimmed(from)}%. Thanh đứng dài theo số đơn vị được xếp hạng, hạng 1 ở trên.";

    public virtual string Table => "Xem bảng số, tải dữ liệu";

    public virtual string Quoted(ReferenceSource source) => source == ReferenceSource.Derived ? "suy ra từ mức thay đổi nêu trong bài công bố; không có xếp hạng" : "nêu trong bài công bố; không có xếp hạng";

    /// <summary>Why a year is not joined to the one before, as a label in the drawing: “bộ tiêu chí mới”.</summary>
    public virtual string BreakLabel(YearBreak why) => why switch
    {
        YearBreak.Criteria => "bộ tiêu chí mới",
        YearBreak.Reorganised => "tổ chức lại",
        YearBreak.Missing => "thiếu năm",
        _ => "chưa rõ",
    };

    /// <summary>The same in full, of a year.</summary>
    public virtual string Break(YearBreak why, int year) => why switch
    {
        YearBreak.Criteria => $"Năm {year} có bộ tiêu chí thay đổi nhiều nên không so sánh trực tiếp với các năm trước.",
        YearBreak.Reorganised => $"Trước năm {year} đơn vị chưa được sắp xếp lại như hiện nay; số liệu hai giai đoạn không phải của cùng một tổ chức.",
        YearBreak.Missing => $"Giữa năm {year} và năm trước đó trong hình có năm chưa công bố, đường được để ngắt.",
        _ => $"Chưa đủ căn cứ xác định tiêu chí của năm {year} so sánh được với năm trước.",
    };

    /// <summary>What a listener is told between two years that are not joined.</summary>
    public virtual string BreakSpoken => "từ đây không so sánh trực tiếp với các năm trước";

    /// <summary>The point of the drawing.</summary>
    public virtual string History(UnitHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var run = history.LastRun;
        if (run.Count < 2)
        {
            return history.Points.Count == 1 ? $"Mới có một năm được công bố: năm {run[0].Year} đạt {T.Percent(run[0].Index)}." : $"Năm {run[0].Year} đạt {T.Percent(run[0].Index)}; không nối với các năm trước vì không so sánh trực tiếp được.";
        }

        var (first, last, falls) = (run[0], run[^1], history.Falls);
        var direction = last.Index > first.Index ? "tăng" : last.Index < first.Index ? "giảm" : "giữ nguyên";
        return $"{T.Count(run.Count)} năm so sánh được, chỉ số {direction} từ {T.Number(first.Index)} {(direction == "giảm" ? "xuống" : direction == "tăng" ? "lên" : "và")} {T.Number(last.Index)}"
            + (falls.Count == 0 ? ", không năm nào giảm." : $", {(falls.Count == 1 ? "có một năm giảm" : $"có {T.Count(falls.Count)} năm giảm")} ({string.Join(", ", falls)}).")
            + BesideMean(history);
    }

    protected virtual string BesideMean(UnitHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var known = history.LastRun.Where(point => point.Mean is not null).ToList();
        if (history.Farthest is not { } far)
        {
            return "";
        }

        var above = known.Count(point => point.Index > point.Mean);
        var distance = far.Index - far.Mean!.Value;
        return $" {T.Count(above)} trong {T.Count(known.Count)} năm cao hơn trung bình khối; năm {far.Year} cách xa nhất, {(distance < 0 ? "thấp hơn" : "cao hơn")} {T.Number(Math.Abs(distance))} điểm phần trăm.";
    }

    /// <summary>A year's number, the same in every language.</summary>
    public string YearNumber(int year) => T.Trimmed(year);

    public virtual string ChartTitle(string unit, int from, int to) => $"Chỉ số CCHC và thứ hạng của {unit}, {from} đến {to}";

    public virtual string ChartPoint(int year, string index, string? place) => place is null ? $"năm {year}: {index}" : $"năm {year}: {index}, hạng {place}";

    // Why it changed.
    public virtual string WhyHeading(decimal change) => change switch
    {
        > 0 => $"Vì sao tăng {T.Number(change)} điểm phần trăm",
        < 0 => $"Vì sao giảm {T.Number(-change)} điểm phần trăm",
        _ => "Vì sao chỉ số không đổi",
    };

    public virtual string Term(ChangeTerm term) => term switch
    {
        ChangeTerm.Performance => "Kết quả thực hiện",
        ChangeTerm.ScaleAndWeight => "Thang điểm và tỷ trọng",
        ChangeTerm.New => "Tiêu chí mới",
        ChangeTerm.Dropped => "Tiêu chí bỏ",
        _ => "Điểm cộng, điểm trừ",
    };

    public virtual string YearLabel(int year) => $"Năm {year}";

    /// <summary>The account as a sentence: “Kết quả thực hiện +3,77, … Cộng lại đúng bằng +3,39.”</summary>
    public virtual string Why(ChangeAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return string.Join(", ", account.Parts.Where(part => part.Exact != 0).Select((part, i) => $"{(i == 0 ? Term(part.Term) : Domain.Text.VietnameseText.InSentence(Term(part.Term)))} {Plus(part.Shown)}")) + $". Cộng lại đúng bằng {Plus(account.Change)} điểm phần trăm.";
    }

    /// <summary>What a change is made of, behind the lead sentence: performance, bonus and penalty, and what the set of criteria did.</summary>
    public virtual string LeadParts(ChangeAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var set = account.Of(ChangeTerm.ScaleAndWeight) + account.Of(ChangeTerm.New) + account.Of(ChangeTerm.Dropped);
        (string Name, decimal Change)[] parts = [("kết quả thực hiện", account.Of(ChangeTerm.Performance)), ("điểm cộng và điểm trừ", account.Of(ChangeTerm.BonusAndPenalty)), ("thay đổi của bộ tiêu chí", set)];
        return "Gồm " + string.Join(", ", parts.Where(part => part.Change != 0).DefaultIfEmpty(parts[0]).Select(part => $"{part.Name} {(part.Change < 0 ? "làm giảm" : "làm tăng")} {T.Number(Math.Abs(part.Change))}")) + " điểm phần trăm.";
    }

    public virtual string WaterfallKey(decimal from, decimal to) => $"Thanh đặc: làm tăng; thanh rỗng: làm giảm. Trục từ {T.Trimmed(from)}% đến {T.Trimmed(to)}%.";

    public virtual string NewLeaves => "Tiêu chí mới";

    public virtual string DroppedLeaves => "Tiêu chí bỏ";

    public virtual string Achieved(string points, string most) => $"đạt {points}/{most}";

    public virtual string MoreLeaves(int count) => $"và {T.Count(count)} tiêu chí khác";

    public virtual string Coverage(decimal share) => $"Tiêu chí giữ nguyên mã, nội dung và cách chấm chiếm {T.Percent(100 * share, 0)} thang điểm của hai năm.";

    public virtual string WhyNot(string reason) => $"Chưa phân tích được thay đổi: {reason}.";

    public virtual string TotalsOnly(int year) => $"Năm {year} chỉ có số tổng hợp: bản công bố không kèm phiếu chấm từng tiêu chí nên không phân tích được thay đổi và không liệt kê tiêu chí mất điểm.";

    // Where points are lost.
    public virtual string LostHeading => "Mất điểm ở đâu";

    public virtual string LostNone => "Mọi tiêu chí áp dụng đều đạt điểm tối đa.";

    public virtual string LostSay(int shown, decimal of, decimal all) => $"{T.Count(shown)} tiêu chí dưới đây chiếm {T.Number(of)} trong {T.Number(all)} điểm phần trăm chưa đạt.";

    public virtual string LostOthers(LostLeaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Others <= 0 ? ""
            : leaf.OthersFull == 0 ? $"Không đơn vị nào trong {T.Count(leaf.Others)} đơn vị khác đạt tối đa."
            : $"{leaf.OthersFull}/{leaf.Others} đơn vị khác đạt tối đa.";
    }

    public virtual string LostOrder => "Xếp trước là tiêu chí mà từ ba phần tư số đơn vị khác đã đạt tối đa, sau đó là tiêu chí thấp hơn trung vị của khối nhiều nhất.";

    public virtual string LostSum(string sum) => $"{sum}.";

    public virtual string BonusWord => "điểm cộng";

    public virtual string PenaltyWord => "điểm trừ";

    public virtual string SeeAllLost(int count) => $"Xem đủ {T.Count(count)} tiêu chí chưa đạt điểm tối đa";

    // Strong and weak.
    public virtual string StrengthHeading => "Mạnh, yếu so với trung vị của khối";

    public virtual string StrengthUnits(int units) => $"n = {units} đơn vị";

    public virtual string StrengthSay(IReadOnlyList<FieldStrength> fields, Func<ReleaseCriterion, string> name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(name);
        var known = fields.Where(field => field.Difference is not null).ToList();
        if (known.Count == 0)
        {
            return $"Khối có dưới {T.Count(FieldStrength.FewestUnits)} đơn vị so sánh được nên không nêu trung vị.";
        }

        var (above, below) = (known.Count(field => field.Difference > 0), known.Count(field => field.Difference < 0));
        return $"{T.Count(above)} lĩnh vực cao hơn, {T.Count(below)} lĩnh vực thấp hơn trung vị."
            + (above > 0 ? $" Mạnh nhất: {Domain.Text.VietnameseText.InSentence(name(known[0].Field))} (cao hơn {T.Number(known[0].Difference!.Value)})" : "")
            + (below > 0 ? $"{(above > 0 ? "; yếu" : " Yếu")} nhất: {Domain.Text.VietnameseText.InSentence(name(known[^1].Field))} (thấp hơn {T.Number(-known[^1].Difference!.Value)})" : "")
            + (above + below > 0 ? "." : "");
    }

    public virtual string Field => "Lĩnh vực";

    public virtual string Share => "Đạt";

    public virtual string MedianWord => "Trung vị";

    public virtual string Axis => "← thấp hơn · trung vị · cao hơn →";

    public virtual string DifferenceWord => "Chênh lệch";

    public virtual string Difference(decimal points) => points switch
    {
        > 0 => $"cao hơn {T.Number(points)}",
        < 0 => $"thấp hơn {T.Number(-points)}",
        _ => "bằng nhau",
    };

    public virtual string StrengthNote => $"Tỷ lệ phần trăm trên điểm tối đa áp dụng cho từng đơn vị trong lĩnh vực; chênh lệch tính bằng điểm phần trăm. Dưới {T.Count(FieldStrength.FewestUnits)} đơn vị thì không nêu trung vị.";

    // To the next rating.
    public virtual string GapHeading => "Điểm cần để lên mức xếp loại tiếp theo";

    public virtual string Gap(NextRating gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return $"Còn thiếu {T.Number(gap.Points)} điểm để đạt mức {T.Rating(gap.Next.Label)} (từ {T.Trimmed(gap.Next.LowerLimit)}%)."
            + (gap.Leaves.Count == 0 ? ""
                : gap.FewestLeaves is { } fewest ? $" Đạt mức trung vị của khối ở {T.Count(fewest)} tiêu chí đầu dưới đây là đủ."
                : $" Đạt mức trung vị của khối ở mọi tiêu chí còn thấp hơn cũng chỉ thêm {T.Number(gap.Headroom)} điểm, chưa đủ.");
    }

    public virtual string GapNote => "Dư địa thực tế của một tiêu chí là phần điểm còn thiếu so với trung vị của khối.";

    public virtual string GapCapped(string reason) => $"Xếp loại còn bị khống chế: {reason}.";

    public virtual string GapForStaff => "Mục này chỉ hiển thị với cán bộ đã đăng nhập.";

    public virtual string PlusPoints(decimal points, int units) => $"+{T.Number(points)} điểm (n = {units})";

    /// <summary>“+3,77”, “−0,23”, “0,00”.</summary>
    public string Plus(decimal value) => value > 0 ? "+" + T.Number(value) : T.Signed(value);
}
