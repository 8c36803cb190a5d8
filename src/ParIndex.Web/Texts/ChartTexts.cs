namespace ParIndex.Web.Texts;

/// <summary>Words of charts: what stands in the drawing and what is read out instead of it. Figures come written.</summary>
public class ChartTexts
{
    public virtual string Distribution(string group, int year) => $"Phân bố Chỉ số CCHC của {group} năm {year}";

    public virtual string Position(string unit, string group, int year) => $"{unit} trong khối {group} năm {year}";

    public virtual string Scale(string group, int year) => $"Cơ cấu thang điểm của {group} năm {year}";

    public virtual string History(string unit) => $"Chỉ số CCHC của {unit} qua các năm";

    public virtual string Why(string unit, int year) => $"Vì sao Chỉ số CCHC năm {year} của {unit} thay đổi";

    /// <summary>What stands under the figure of a picture for links.</summary>
    public virtual string CardAbout(int year, string? rating, string? place) =>
        $"Chỉ số cải cách hành chính năm {year}{(rating is null ? "" : $" · xếp loại {rating}")}{(place is null ? "" : $" · hạng {place}")}";

    public virtual string SeeFigures => "Xem số liệu";

    public virtual string Embed => "Mã nhúng";

    public virtual string EmbedHint => "Dán đoạn mã sau vào trang của bạn; biểu đồ theo bản công bố hiện hành.";

    public virtual string EmbedTitle => "Biểu đồ Chỉ số cải cách hành chính";

    public virtual string EmbedSee => "Xem trang nhúng";

    public virtual string Mean => "Trung bình khối";

    public virtual string Nothing => "Chưa có số liệu";

    public virtual string OneUnit(string unit) => $"01 đơn vị: {unit}.";

    public virtual string Units(string count, string lowest, string highest) => $"{count} đơn vị, từ {lowest} đến {highest}.";

    public virtual string Ratings(string counts) => $"Xếp loại: {counts}.";

    public virtual string Marked(string unit) => $"Đơn vị được đánh dấu: {unit}.";

    /// <summary>A bar of a histogram; the last one has no end.</summary>
    public virtual string Bar(string from, string? to, string units) => $"từ {from}{(to is null ? " trở lên" : $" đến dưới {to}")}: {units} đơn vị";

    public virtual string ThisUnit => "Đơn vị này";

    public virtual string Placed(int year, string place) => $"năm {year} xếp thứ {place}";

    public virtual string NotPlaced(int year) => $"năm {year} không có thứ hạng";

    public virtual string Points(string part, string achieved, string maximum) => $"{part}: {achieved} trên {maximum} điểm";

    public virtual string Median(string units, string points) => $"Trung vị của {units} đơn vị: {points} điểm.";

    public virtual string NoMedian => "Không có trung vị để so sánh.";
}
