using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Web.Texts;

/// <summary>Units side by side.</summary>
public class CompareTexts
{
    private static readonly string[] Numbers = ["", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"];

    public virtual string Title => "So sánh";

    public virtual string TitleOf(string units, string years) => $"So sánh {units}, năm {years}";

    public virtual string Neighbours => "Đặt các đơn vị này cạnh nhau";

    public virtual string Lede => "Địa chỉ của trang này giữ nguyên lựa chọn, có thể gửi đi và trích dẫn.";

    public virtual string Ways => "Cách so sánh";

    public virtual string ManyUnits => "Nhiều đơn vị, một năm";

    public virtual string TwoYears => "Một đơn vị, hai năm";

    /// <summary>Where several units lie farthest apart and nearest; <c>null</c> where nothing can be said.</summary>
    public virtual IReadOnlyList<Run>? Lead(SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var fields = sides.Fields.Where(field => field.Spread is not null && field.Lines.All(line => line is not null)).OrderByDescending(field => field.Spread).ToList();
        if (fields.Count < 2 || fields[0].Spread == 0)
        {
            return null;
        }

        var (far, near) = (fields[0], fields[^1]);
        var shares = far.Shares.ToList();
        var (high, low) = (shares.IndexOf(shares.Max()), shares.IndexOf(shares.Where(share => share is not null).Min()));
        return
        [
            new($"{Numbers[sides.Sides.Count]} đơn vị cách nhau nhiều nhất ở lĩnh vực {VietnameseText.InSentence(far.Criterion.Name)}: {sides.Sides[high].Year.Result.UnitName} đạt "),
            new(NumberWriter.Vietnamese(shares[high]!.Value, 1) + "%", Strong: true),
            new($" điểm tối đa, {sides.Sides[low].Year.Result.UnitName} "),
            new(NumberWriter.Vietnamese(shares[low]!.Value, 1) + "%", Strong: true),
            new($"; gần nhất ở lĩnh vực {VietnameseText.InSentence(near.Criterion.Name)}, chênh {NumberWriter.Vietnamese(near.Spread!.Value, 1)} điểm phần trăm."),
        ];
    }

    /// <summary>How a unit changed from one year to the other; why nothing is said of it where it may not be compared.</summary>
    public virtual IReadOnlyList<Run> YearsLead(SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var (before, after) = (sides.Sides[0].Year, sides.Sides[^1].Year);
        var runs = new List<Run> { new($"{after.Result.UnitName}, năm {before.Release.Year} và {after.Release.Year}: ") };
        if (!sides.IsComparable || after.Result.UsableChange is not { } change)
        {
            return [.. runs, new("không so sánh trực tiếp", Strong: true), new(", nên không nói tăng hay giảm.")];
        }

        runs.Add(new("chỉ số "));
        runs.Add(new(Announcement.ChangeInWords(change), Strong: true));
        var fields = sides.Fields.Select(field => field.Shares).Where(shares => shares.All(share => share is not null)).Select(shares => Rounding.HalfAwayFromZero(shares[^1]!.Value - shares[0]!.Value, 2)).ToList();
        runs.Add(new(fields.Count == 0 ? "." : $"; {NumberWriter.VietnameseCount(fields.Count(field => field > 0))} lĩnh vực tăng, {NumberWriter.VietnameseCount(fields.Count(field => field < 0))} giảm, {NumberWriter.VietnameseCount(fields.Count(field => field == 0))} không đổi."));
        return runs;
    }

    public virtual string Chosen => "Đơn vị đang so sánh";

    public virtual string MostOf(int chosen, int most) => $"{NumberWriter.VietnameseCount(chosen)}, tối đa {NumberWriter.VietnameseCount(most)}";

    public virtual string Unit => "Đơn vị";

    public virtual string Year => "Năm";

    public virtual string Place => "Hạng";

    public virtual string Scale => "Thang điểm";

    public virtual string Remove => "Bỏ";

    public virtual string Add => "Thêm đơn vị";

    public virtual string AddButton => "Thêm";

    public virtual string ChooseUnit => "Chọn đơn vị";

    public virtual string OtherYear => "So với năm";

    public virtual string Show => "So sánh";

    public virtual string Choose => "Chọn từ hai đến sáu đơn vị của một năm để đặt cạnh nhau; hoặc một đơn vị ở hai năm.";

    public virtual string ChooseOneMore => "Chọn thêm ít nhất một đơn vị nữa, hoặc một năm khác của đơn vị này.";

    public virtual string NotInYear(string units, int year) => $"Không có trong bản công bố năm {year}: {units}.";

    public virtual string TooMany(int most) => $"Chỉ đặt cạnh nhau được {NumberWriter.VietnameseCount(most)} đơn vị; các đơn vị sau không được thêm.";

    public virtual string OneUnitOverYears(string unit) => $"So sánh hai năm chỉ dành cho một đơn vị: {unit}.";

    public virtual string LimitsHeading => "So sánh được đến đâu";

    public virtual string NoLimits => "Cùng bộ tiêu chí và cùng thang điểm: điểm và tỷ lệ so sánh được.";

    public virtual string NoLimitsOverYears(int before, int after) => $"Ít nhất 80% thang điểm của năm {before} và {after} so sánh được; tiêu chí mới, bỏ đi hoặc đổi cách chấm được tách riêng.";

    /// <summary>What limits a comparison.</summary>
    public virtual string Limit(ComparisonLimit limit, SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var (first, last) = (sides.Sides[0].Year, sides.Sides[^1].Year);
        return limit switch
        {
            ComparisonLimit.Scales => $"Thang điểm khác nhau ({string.Join("; ", sides.Sides.Select(side => side.Year.Result.Scale is { } scale ? NumberWriter.VietnameseTrimmed(scale) : "chưa rõ"))}): so sánh bằng tỷ lệ phần trăm, không bằng điểm.",
            ComparisonLimit.Groups => "Các đơn vị thuộc khối khác nhau, đánh giá theo bộ tiêu chí khác nhau: chỉ những lĩnh vực, tiêu chí giống nhau về mã và nội dung đặt cạnh nhau được; thứ hạng không so sánh được.",
            ComparisonLimit.Lists => "Các đơn vị xếp hạng ở danh sách khác nhau: thứ hạng không so sánh được.",
            ComparisonLimit.OnlyTotals => "Có đơn vị hoặc năm chỉ có số tổng hợp, không có điểm từng lĩnh vực.",
            ComparisonLimit.Criteria => $"Tiêu chí năm {first.Release.Year} và {last.Release.Year} thay đổi nhiều: các tiêu chí so sánh được chiếm dưới 80% thang điểm, nên không có mũi tên và không nói tăng giảm.",
            ComparisonLimit.YearsApart => $"Giữa năm {first.Release.Year} và {last.Release.Year} có những năm khác, bản công bố không đối chiếu tiêu chí của hai năm này với nhau.",
            ComparisonLimit.Reorganised => $"Giữa năm {first.Release.Year} và {last.Release.Year} đơn vị được sắp xếp lại (sáp nhập, chia tách): đơn vị của hai năm không phải là một.",
            _ => $"Chưa đủ căn cứ xác định tiêu chí của năm {first.Release.Year} và {last.Release.Year} so sánh được đến đâu.",
        };
    }

    public virtual string ByField => "Theo lĩnh vực, phần trăm điểm tối đa";

    public virtual string AxisFrom(string start) => $"Trục bắt đầu từ {start}%.";

    public virtual string MedianKey => "Vạch mờ: trung vị của khối.";

    public virtual string Table => "Bảng điểm";

    public virtual string TableLead => "điểm đạt / điểm tối đa; in đậm: tỷ lệ cao nhất hàng";

    public virtual string Caption => "Chỉ số, xếp loại, các phần điểm và lĩnh vực đặt cạnh nhau";

    public virtual string Field => "Lĩnh vực";

    public virtual string Index => "Chỉ số CCHC";

    public virtual string Total => "Tổng điểm / thang điểm";

    public virtual string Rating => "Xếp loại";

    public virtual string Difference => "Chênh";

    public virtual string LargestDifferences => "Khác nhau nhiều nhất";

    public virtual string LargestLead => "Những tiêu chí mà khoảng cách giữa các bên chiếm nhiều điểm nhất.";

    public virtual string LargestCaption => "Các tiêu chí khác nhau nhiều nhất";

    public virtual string Criterion => "Tiêu chí";

    public virtual string NotApplicable => "không áp dụng";

    public virtual string None => "–";

    public virtual string Cell(string unit, string share) => $"{unit}: {share}";
}
