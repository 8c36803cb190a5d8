using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Tests.Golden;

/// <summary>One printed row.</summary>
internal sealed record PrintedRow(string Unit, decimal Appraisal, decimal Survey, decimal Total, decimal Index, string Rating)
{
    public string Code => VietnameseText.Slug(Unit);

    public UnitTotals Totals(Scale? scale, string? heading = null) => new()
    {
        UnitCode = Code,
        Addends = [new("Thẩm định", Component.Appraisal, Appraisal), new("Điều tra xã hội học", Component.Survey, Survey)],
        PrintedTotal = Total,
        PrintedIndex = Index,
        Uncertainty = LaiChau2020.HalfUnit,
        Scale = scale,
        Heading = heading,
        IsSpecialCase = heading == LaiChau2020.SpecialCases,
    };
}

/// <summary>
/// What Lai Châu published for 2020: 28 units, two decimals. The departments' scale is printed (98), the five
/// special-case units' and the districts' are not.
/// </summary>
internal static class LaiChau2020
{
    public const string OnScale98 = "Thang điểm 98";
    public const string SpecialCases = "Đơn vị đặc thù (dưới 98)";

    /// <summary>h: the table is printed with two decimals.</summary>
    public static readonly decimal HalfUnit = Rounding.HalfUnit(2);

    public static readonly RatingScheme Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0");

    public static readonly GroupRules Rules = new() { Ratings = Ratings, Ranking = new(RankingScope.ByHeading, RankNumbering.Competition) };

    public static readonly IReadOnlyList<PrintedRow> Departments =
    [
        new("Sở Nội vụ", 62.30m, 23.37m, 85.67m, 87.42m, "Tốt"),
        new("Sở Tư pháp", 61.76m, 23.03m, 84.79m, 86.52m, "Tốt"),
        new("Sở Kế hoạch và Đầu tư", 62.64m, 21.70m, 84.34m, 86.06m, "Tốt"),
        new("Sở Giáo dục và Đào tạo", 61.25m, 22.70m, 83.95m, 85.66m, "Tốt"),
        new("Sở Khoa học và Công nghệ", 60.89m, 23.06m, 83.95m, 85.66m, "Tốt"),
        new("Sở Giao thông vận tải", 62.20m, 21.08m, 83.28m, 84.98m, "Tốt"),
        new("Sở Công thương", 61.46m, 21.56m, 83.02m, 84.71m, "Tốt"),
        new("Sở Tài nguyên và Môi trường", 60.06m, 22.33m, 82.39m, 84.07m, "Tốt"),
        new("Sở Xây dựng", 58.31m, 22.28m, 80.59m, 82.23m, "Tốt"),
        new("Sở Thông tin và Truyền thông", 58.47m, 21.84m, 80.31m, 81.95m, "Tốt"),
        new("Sở Văn hóa, thể thao và Du lịch", 59.52m, 20.75m, 80.27m, 81.91m, "Tốt"),
        new("Sở Lao động, TB&XH", 57.81m, 21.38m, 79.19m, 80.81m, "Tốt"),
        new("Sở Tài chính", 54.52m, 20.88m, 75.40m, 76.94m, "Khá"),
        new("Sở Nông nghiệp và PTNT", 54.79m, 20.52m, 75.31m, 76.85m, "Khá"),
        new("Sở Y tế", 51.57m, 21.25m, 72.82m, 74.31m, "Khá"),
    ];

    public static readonly IReadOnlyList<PrintedRow> SpecialCaseUnits =
    [
        new("Sở Ngoại vụ", 52.36m, 15.57m, 67.93m, 86.53m, "Tốt"),
        new("Thanh tra tỉnh", 54.07m, 12.25m, 66.32m, 82.90m, "Tốt"),
        new("Văn phòng UBND tỉnh", 43.63m, 14.80m, 58.43m, 82.88m, "Tốt"),
        new("Ban Dân tộc", 47.77m, 13.86m, 61.63m, 77.04m, "Khá"),
        new("BQL Khu KTCK Ma Lù Thàng", 42.42m, 12.81m, 55.23m, 72.19m, "Khá"),
    ];

    public static readonly IReadOnlyList<PrintedRow> Districts =
    [
        new("Thành phố Lai Châu", 55.17m, 21.04m, 76.21m, 77.77m, "Khá"),
        new("Huyện Tam Đường", 52.44m, 21.56m, 74.00m, 75.51m, "Khá"),
        new("Huyện Tân Uyên", 52.63m, 20.46m, 73.09m, 74.58m, "Khá"),
        new("Huyện Mường Tè", 52.06m, 20.93m, 72.99m, 74.48m, "Khá"),
        new("Huyện Phong Thổ", 50.44m, 19.29m, 69.73m, 71.15m, "Khá"),
        new("Huyện Nậm Nhùn", 48.41m, 20.15m, 68.56m, 69.96m, "Trung bình"),
        new("Huyện Than Uyên", 47.70m, 20.82m, 68.52m, 69.92m, "Trung bình"),
        new("Huyện Sìn Hồ", 46.19m, 20.27m, 66.46m, 67.81m, "Trung bình"),
    ];

    /// <summary>The provincial group: 15 departments on 98 and the five special-case units.</summary>
    public static IReadOnlyList<PrintedRow> Provincial => [.. Departments, .. SpecialCaseUnits];

    public static IReadOnlyList<PrintedRow> All => [.. Departments, .. SpecialCaseUnits, .. Districts];

    public static PrintedRow Row(string unit) => All.Single(row => row.Unit == unit);

    /// <summary>The printed 98 of a department; elsewhere what the printed figures allow.</summary>
    public static Scale? ScaleOf(PrintedRow row) =>
        Departments.Contains(row) ? new(98, ScaleSource.Printed)
        : ScaleInference.Infer(row.Total, HalfUnit, row.Index).Unique is { } scale ? new(scale, ScaleSource.Inferred)
        : null;

    public static IReadOnlyList<IndexResult> ProvincialResults() => IndexCalculator.Calculate(
        [.. Departments.Select(row => row.Totals(ScaleOf(row), OnScale98)), .. SpecialCaseUnits.Select(row => row.Totals(ScaleOf(row), SpecialCases))], Rules);

    public static IReadOnlyList<IndexResult> DistrictResults() =>
        IndexCalculator.Calculate(Districts.Select(row => row.Totals(ScaleOf(row))), Rules);

    /// <summary>Every printed row beside its computed result, in the order of the table.</summary>
    public static IReadOnlyList<ReconciledRow> Reconciled() =>
        [.. ProvincialResults().Concat(DistrictResults()).Zip(All, (computed, row) =>
            Reconciliation.Reconcile(computed, new(row.Index, 2, row.Rating), Ratings, HalfUnit))];
}
