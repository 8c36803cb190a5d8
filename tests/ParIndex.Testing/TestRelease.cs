using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Testing;

/// <summary>
/// A computed release in which every figure that may mislead stands beside those that may not: a unit whose years do not
/// compare and whose change is the largest, one that takes no place and has the highest index, one with a penalty, one in
/// the lowest band; a second group of two ranking lists of which no year before is known.
/// </summary>
public static class TestRelease
{
    /// <summary>The year assessed.</summary>
    public const int Year = 2025;

    private static readonly RatingScheme Ratings = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0");

    /// <summary>Makes it, all or some rows of the first group changed.</summary>
    /// <param name="departments">The rows of the first group.</param>
    /// <param name="scoreDecimals">With how many places points of the first group are written.</param>
    public static Release Make(IEnumerable<ReleaseResult>? departments = null, int scoreDecimals = 2) => new(
        "Tỉnh Lai Châu", Year, 1, ReleaseChange.Initial, isArchive: false, new DateTime(2026, 2, 1, 2, 0, 0, DateTimeKind.Utc), [Departments(departments ?? Rows(), scoreDecimals), Districts()]);

    /// <summary>The rows of the first group: 86, 74.5 (may not be compared), 96 (no place), 54.5 of 100.</summary>
    public static IEnumerable<ReleaseResult> Rows() =>
    [
        Row(0, ("so-noi-vu", "Sở Nội vụ"), [60, 25, 1, 0], rank: 1, change: 2, comparable: true),
        Row(1, ("so-tu-phap", "Sở Tư pháp"), [55, 20, 0, 0.5m], rank: 2, change: 9, comparable: false),
        Row(2, ("so-y-te", "Sở Y tế"), [40, 15, 0, 0.5m], rank: 3, change: -3, comparable: true),
        Row(3, ("thanh-tra-tinh", "Thanh tra tỉnh"), [70, 26, 0, 0], rank: null, change: -1, comparable: true),
    ];

    /// <summary>A row on a scale of 100.</summary>
    /// <param name="position">Its position.</param>
    /// <param name="unit">Code and name.</param>
    /// <param name="points">Appraisal, survey, bonus, penalty; the last two may be left out.</param>
    /// <param name="rank">Its place.</param>
    /// <param name="change">Its change.</param>
    /// <param name="comparable">Whether the years compare.</param>
    /// <param name="list">Its ranking list.</param>
    public static ReleaseResult Row(int position, (string Code, string Name) unit, decimal[] points, int? rank, decimal? change, bool? comparable, string? list = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        var hasOthers = points.Length == 4;
        var total = points[0] + points[1] + (hasOthers ? points[2] - points[3] : 0);
        return new(hasOthers ? Codes.Select((code, i) => new ReleaseScore { Position = i + 1 + (i > 1 ? 1 : 0), CriterionCode = code, Points = points[i] }) : [])
        {
            Position = position,
            UnitCode = unit.Code,
            UnitName = unit.Name,
            AppraisalScore = points[0],
            SurveyScore = points[1],
            Bonus = hasOthers ? points[2] : null,
            Penalty = hasOthers ? points[3] : null,
            TotalScore = total,
            Scale = 100,
            ScaleSource = ScaleSource.Derived,
            Index = total,
            Rating = Ratings.BandOf(total).Label,
            Rank = rank,
            RankingList = list,
            Change = change,
            IsComparable = comparable,
        };
    }

    private static readonly string[] Codes = ["1.1", "1.2", "2.1", "2.2"];

    private static ReleaseGroup Departments(IEnumerable<ReleaseResult> rows, int scoreDecimals) => new(
        "so-nganh", "Sở, ban, ngành", "Departments", 0, 1, rows,
        [new() { Position = 0, Measure = ReferenceMeasure.MeanIndex, Year = Year - 1, Value = 76, Source = ReferenceSource.Released }],
        [
            Node(0, 1, "1", "Kết quả cải cách hành chính", 100, Component.Appraisal, isLeaf: false),
            Node(1, 2, "1.1", "Kết quả thẩm định", 70, Component.Appraisal, isLeaf: true),
            Node(2, 2, "1.2", "Kết quả điều tra", 30, Component.Survey, isLeaf: true),
            Node(3, 1, "2", "Điểm cộng, điểm trừ", 5, Component.Appraisal, isLeaf: false),
            Node(4, 2, "2.1", "Sáng kiến", 2, Component.Bonus, isLeaf: true),
            Node(5, 2, "2.2", "Vi phạm kỷ luật hành chính", 3, Component.Penalty, isLeaf: true),
        ])
    {
        Ratings = Ratings,
        ScoreDecimals = scoreDecimals,
    };

    private static ReleaseGroup Districts() => new(
        "huyen", "Huyện, thành phố", "Districts", 1, 1,
        [
            Row(0, ("huyen-muong-te", "Huyện Mường Tè"), [60, 25], rank: 1, change: null, comparable: null, "Cụm I"),
            Row(1, ("huyen-sin-ho", "Huyện Sìn Hồ"), [55, 25], rank: 2, change: null, comparable: null, "Cụm I"),
            Row(2, ("huyen-than-uyen", "Huyện Than Uyên"), [50, 25], rank: 1, change: null, comparable: null, "Cụm II"),
            Row(3, ("huyen-tam-duong", "Huyện Tam Đường"), [50, 21], rank: 2, change: null, comparable: null, "Cụm II"),
        ],
        [])
    {
        Ratings = Ratings,
        Ranking = new(RankingScope.ByHeading, RankNumbering.Competition),
    };

    private static ReleaseCriterion Node(int position, int depth, string code, string name, decimal max, Component component, bool isLeaf) => new()
    {
        Position = position,
        Depth = depth,
        Code = code,
        Name = name,
        MaxScore = max,
        Component = component,
        IsLeaf = isLeaf,
        Rule = isLeaf ? LeafRule.Default.ToJson() : null,
    };
}
