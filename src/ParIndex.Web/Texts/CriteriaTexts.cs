using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <summary>The criteria set of a group and the page of each criterion.</summary>
public class CriteriaTexts
{
    public virtual string Title(int year) => $"Bộ tiêu chí năm {year}";

    public virtual string OfGroup(string group) => $"Bộ tiêu chí đánh giá các {group}";

    /// <summary>The set in a sentence: leaves, scale, and what changed.</summary>
    public virtual IReadOnlyList<Run> Lead(CriteriaReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var runs = new List<Run> { new($"{NumberWriter.VietnameseCount(report.Leaves.Count())} tiêu chí được chấm, thang {NumberWriter.VietnameseTrimmed(report.Scale)} điểm.") };
        if (report.EarlierYear is { } before)
        {
            runs.Add(new($" So với năm {before}: "));
            runs.AddRange(Differences(report));
            runs.Add(new($"; {NumberWriter.VietnameseTrimmed(Rounding.HalfAwayFromZero(100 * report.KeptShare!.Value, 0))}% thang điểm so sánh được giữa hai năm."));
        }

        return runs;
    }

    public virtual string PartsOfScale => "Thẩm định + điều tra";

    public virtual string PointsOfBoth => "điểm";

    /// <summary>Bonus and penalty beside the scale; <c>null</c> where there are none.</summary>
    public virtual string? OutsideScale(string bonus, string penalty, bool hasBonus, bool hasPenalty) => (hasBonus, hasPenalty) switch
    {
        (true, true) => $"điểm cộng tối đa {bonus}, điểm trừ tối đa {penalty}, ngoài thang điểm",
        (true, false) => $"điểm cộng tối đa {bonus}, ngoài thang điểm",
        (false, true) => $"điểm trừ tối đa {penalty}, ngoài thang điểm",
        _ => null,
    };

    public virtual string MostlyFull => "Gần như đơn vị nào cũng đạt tối đa";

    public virtual string MostlyFullMeaning => "từ 90% đơn vị trở lên";

    public virtual string WithZero => "Có đơn vị 0 điểm";

    public virtual string Hardest => "Trung bình thấp nhất";

    public virtual string Criteria(int count) => $"{NumberWriter.VietnameseCount(count)} tiêu chí";

    public virtual string WhereHeading(string scale) => $"{scale} điểm nằm ở đâu";

    /// <summary>The largest fields and how much of the scale they hold.</summary>
    public virtual IReadOnlyList<Run> Where(string fields, string points) => [new($"{fields} chiếm "), new(points, Strong: true), new(" điểm.")];

    public virtual string FieldsInSentence(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Count == 1 ? $"Lĩnh vực {codes[0]}" : $"{NumberWriter.VietnameseCount(codes.Count)} lĩnh vực {string.Join(", ", codes.SkipLast(1))} và {codes[^1]}";
    }

    public virtual string FieldPoints(string code, string points) => $"{code}: {points} điểm";

    public virtual string Tree => "Cây tiêu chí";

    public virtual string OnlyChanged(int before) => $"Chỉ xem thay đổi so với năm {before}";

    public virtual string SeeAll => "Xem tất cả tiêu chí";

    public virtual string NothingChanged => "Không tiêu chí nào thay đổi.";

    public virtual string OpenAll => "Mở cả cây";

    public virtual string CloseAll => "Thu gọn";

    public virtual string Caption(string field, int year) => $"{field}: từng tiêu chí năm {year}";

    public virtual string Code => "Mã";

    public virtual string Criterion => "Tiêu chí, quy tắc chấm";

    public virtual string Most => "Điểm tối đa";

    public virtual string AtMost => "Đạt tối đa";

    public virtual string AtZero => "Đạt 0";

    public virtual string Mean => "Trung bình";

    public virtual string Against(int before) => $"So với {before}";

    public virtual string FieldMean(string percent) => $"trung bình {percent} điểm tối đa";

    public virtual string Key => "Thanh ở mỗi lĩnh vực: tỷ lệ điểm tối đa mà các đơn vị đạt trung bình. “Đạt tối đa”, “đạt 0” là số đơn vị trên số đơn vị áp dụng tiêu chí.";

    public virtual string Dropped(int year, string criteria) => $"Bỏ từ năm {year}: {criteria}.";

    public virtual string DroppedOne(string code, string name, string points) => $"{code} {name} ({points} điểm)";

    /// <summary>What became of a criterion, in a cell.</summary>
    public virtual string Change(CriterionChange change, decimal most)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change switch
        {
            { Kind: LineageChange.New } => "mới",
            { Kind: LineageChange.MaximumChanged, Before: { } before } => before.MaxScore < most ? $"tăng {NumberWriter.VietnameseTrimmed(most - before.MaxScore)}" : $"giảm {NumberWriter.VietnameseTrimmed(before.MaxScore - most)}",
            { IsRuleChanged: true } => "đổi cách chấm",
            { Kind: LineageChange.Reworded } => "đổi lời văn",
            _ => "giữ nguyên",
        };
    }

    /// <summary>The same as a sentence.</summary>
    public virtual string ChangeSentence(CriterionChange change, ReleaseCriterion now, int before)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(now);
        if (change.Before is not { } was)
        {
            return $"Tiêu chí mới, không có trong bộ tiêu chí năm {before}";
        }

        var said = new List<string>();
        if (change.Kind == LineageChange.MaximumChanged)
        {
            said.Add($"điểm tối đa từ {NumberWriter.Vietnamese(was.MaxScore)} thành {NumberWriter.Vietnamese(now.MaxScore)}");
        }

        if (change.IsRuleChanged)
        {
            said.Add("đổi cách chấm");
        }

        if (was.Name != now.Name)
        {
            said.Add($"năm {before} viết là “{was.Name}”");
        }

        if (change.IsRenumbered(now.Code))
        {
            said.Add($"năm {before} mang mã {was.Code}");
        }

        return said.Count == 0 ? $"Giữ nguyên như năm {before}" : $"So với năm {before}: {string.Join("; ", said)}";
    }

    public virtual string OnlyTotalsTitle => "Không có điểm từng tiêu chí";

    public virtual string OnlyTotals(int year) => $"Bản công bố năm {year} chỉ có số tổng hợp, không có bộ tiêu chí và điểm từng tiêu chí.";

    public virtual string OtherYears => "Các năm công bố đến từng tiêu chí:";

    public virtual string RankingLink => "Bảng xếp hạng của khối";

    public virtual string Page(string code, string name) => $"{code} {name}";

    /// <summary>A leaf in a sentence.</summary>
    public virtual string LeafLead(CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var said = new List<string>();
        if (!leaf.IsInScale)
        {
            var counted = leaf.Units.Count(unit => unit.Score.Points > 0);
            return counted == 0
                ? leaf.Criterion.Component == Component.Penalty ? "Không đơn vị nào bị trừ điểm." : "Không đơn vị nào được cộng điểm."
                : $"{NumberWriter.VietnameseCount(counted)}/{NumberWriter.VietnameseCount(leaf.Scored)} đơn vị {(leaf.Criterion.Component == Component.Penalty ? "bị trừ điểm" : "được cộng điểm")}.";
        }

        said.Add(leaf.Full == 0 ? "Không đơn vị nào đạt điểm tối đa" : leaf.Full == leaf.Scored ? $"Cả {NumberWriter.VietnameseCount(leaf.Scored)} đơn vị đạt điểm tối đa" : $"{NumberWriter.VietnameseCount(leaf.Full)}/{NumberWriter.VietnameseCount(leaf.Scored)} đơn vị đạt điểm tối đa");
        if (leaf.Zero > 0)
        {
            said.Add($"{NumberWriter.VietnameseCount(leaf.Zero)} đơn vị không có điểm");
        }

        return string.Join("; ", said) + (leaf.MeanShare is { } mean ? $". Trung bình đạt {NumberWriter.Vietnamese(mean, 1)}% điểm tối đa." : ".");
    }

    public virtual string NodeLead(int leaves, string points, string? mean) =>
        $"{NumberWriter.VietnameseCount(leaves)} tiêu chí được chấm, tối đa {points} điểm{(mean is null ? "" : $"; các đơn vị đạt trung bình {mean} điểm tối đa")}.";

    public virtual string AllUnits => "Tất cả đơn vị ở tiêu chí này";

    public virtual string UnitsCaption(string code, int year) => $"Điểm của từng đơn vị ở tiêu chí {code} năm {year}";

    public virtual string Unit => "Đơn vị";

    public virtual string Figures => "Số liệu, mức đạt";

    public virtual string Points => "Điểm";

    public virtual string Full => "Đạt điểm tối đa";

    public virtual string NotFull => "Chưa đạt điểm tối đa";

    public virtual string NoPoints => "0 điểm";

    public virtual string Counted => "Được cộng điểm";

    public virtual string TakenOff => "Bị trừ điểm";

    public virtual string NotTakenOff => "Không bị trừ điểm";

    public virtual string NotCounted => "Không được cộng điểm";

    public virtual string NotApplicable => "Không áp dụng";

    public virtual string NotApplicableMeaning => "Không áp dụng không phải là 0 điểm: tiêu chí rời khỏi thang điểm của đơn vị.";

    public virtual string Rule => "Quy tắc chấm";

    public virtual string Understood => "Được hiểu là:";

    public virtual string Step => "Mức";

    public virtual string UnitsAtStep => "Số đơn vị";

    public virtual string OtherPoints => "Mức điểm khác";

    /// <summary>A limit of a tier: “từ 90%”.</summary>
    public virtual string TierLimit(string limit, bool isStrict, bool fewerIsBetter) => ((isStrict, fewerIsBetter) switch { (false, false) => "từ ", (true, false) => "trên ", (false, true) => "không quá ", _ => "dưới " }) + limit + "%";

    public virtual string Beyond => "còn lại";

    public virtual string Sum => "Cộng";

    public virtual string About => "Về tiêu chí này";

    public virtual string Field => "Lĩnh vực";

    public virtual string Part => "Phần điểm";

    public virtual string PartOf(Component component) => component switch
    {
        Component.Survey => "Điều tra xã hội học",
        Component.Bonus => "Điểm cộng, ngoài thang điểm",
        Component.Penalty => "Điểm trừ, ngoài thang điểm",
        _ => "Thẩm định",
    };

    public virtual string MedianLabel => "Trung vị";

    public virtual string Median(string points, int units) => $"{points} điểm (n = {units})";

    public virtual string DeviationLabel => "Độ phân tán";

    public virtual string Deviation(string points) => $"Độ lệch chuẩn {points} điểm phần trăm";

    public virtual string AcrossYears => "Qua các năm";

    public virtual string Telling => "Tiêu chí phân biệt các đơn vị ra sao";

    /// <summary>What the results say of the criterion, in plain words.</summary>
    public virtual string Sign(CriterionSign sign, CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return sign switch
        {
            CriterionSign.MostlyFull => $"{NumberWriter.VietnameseCount(leaf.Full)}/{NumberWriter.VietnameseCount(leaf.Scored)} đơn vị đạt tối đa: tiêu chí gần như không còn phân biệt các đơn vị.",
            CriterionSign.AllEqual => "Mọi đơn vị có cùng tỷ lệ điểm: tiêu chí không phân biệt các đơn vị.",
            _ => $"Đơn vị đạt cao ở đây lại thường đạt thấp ở phần còn lại (tương quan {NumberWriter.VietnameseSigned(leaf.ItemRest ?? 0)}): tiêu chí có thể đo điều khác với cả bộ.",
        };
    }

    public virtual string Tells(string correlation) => $"Đơn vị đạt cao ở đây thường cũng đạt cao ở phần còn lại (tương quan {correlation}).";

    public virtual string TooFew => "Dưới 05 đơn vị nên chưa nhận xét được.";

    public virtual string Previous(string code) => $"‹ {code}";

    public virtual string Next(string code) => $"{code} ›";

    public virtual string Around => "Tiêu chí trước và sau";

    public virtual string HeatHeading => "Đơn vị × lĩnh vực";

    public virtual string HeatLead => "Phần trăm điểm tối đa mà mỗi đơn vị đạt ở từng lĩnh vực; ô càng đậm càng thấp.";

    public virtual string HeatCaption(int year) => $"Phần trăm điểm tối đa theo đơn vị và lĩnh vực, năm {year}";

    public virtual string NothingHere => "–";

    /// <summary>The differences as counts: new, dropped, other maximum, other rule.</summary>
    private static IEnumerable<Run> Differences(CriteriaReport report)
    {
        (string Words, int Count)[] counts =
        [
            ("thêm ", report.Leaves.Count(leaf => leaf.Change!.Kind == LineageChange.New)),
            ("bỏ ", report.Dropped.Count),
            ("đổi điểm tối đa ", report.Leaves.Count(leaf => leaf.Change!.Kind == LineageChange.MaximumChanged)),
            ("đổi cách chấm ", report.Leaves.Count(leaf => leaf.Change!.IsRuleChanged)),
        ];
        var said = counts.Where(count => count.Count > 0).ToList();
        return said.Count == 0
            ? [new("không thay đổi")]
            : said.SelectMany((count, position) => new[] { new Run((position == 0 ? "" : ", ") + count.Words), new Run(NumberWriter.VietnameseCount(count.Count), Strong: true) });
    }
}
