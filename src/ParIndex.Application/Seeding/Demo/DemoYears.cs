using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Scoring;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>Which groups of Tỉnh Mẫu are assessed in which year, and by which rules.</summary>
internal static class DemoYears
{
    public const string Departments = "so-nganh";

    public const string Districts = "huyen";

    public const string Communes = "xa";

    /// <summary>Agencies of the centre that work in the province: the province assesses them in a round of its own.</summary>
    public const string CentralAgencies = "co-quan-trung-uong";

    /// <summary>The years with a release, oldest first.</summary>
    public static readonly IReadOnlyList<int> Published = [2022, 2023, 2024];

    /// <summary>The year whose round is open.</summary>
    public const int Open = 2025;

    /// <summary>When the people of the sign-in page were last here, UTC: what happened in the open round since then is new to them.</summary>
    public static readonly DateTime LastVisit = new(Open + 1, 1, 6, 9, 20, 0, DateTimeKind.Utc);

    /// <summary>The year of which communes were published in a supplement, and which still lacks the central agencies: their results wait for approval.</summary>
    public const int Supplemented = 2024;

    /// <summary>The year of which a figure of a district was corrected after it had been published, and one of a department revised after that.</summary>
    public const int Corrected = 2022;

    /// <summary>The year of which the results of the central agencies were published and taken back.</summary>
    public const int Withdrawn = 2023;

    /// <summary>How many communes took part in the first year, in which the assessment of communes was tried.</summary>
    public const int PilotCommunes = 40;

    /// <summary>
    /// Groups of each year's first release, and of the open round; years in their order. Districts and 150 communes ended in
    /// mid-2025, 30 communes follow them.
    /// </summary>
    public static readonly IReadOnlyList<(string Group, int Year)> Groups =
    [
        .. Published.SelectMany(year => new[] { (Departments, year), (Districts, year) }), (Communes, 2022), (Communes, 2023),
        (Departments, Open), (Communes, Open),
    ];

    /// <summary>Groups that are assessed after the year's first release: communes that are published, central agencies that were withdrawn, and some that wait.</summary>
    public static readonly IReadOnlyList<(string Group, int Year)> Supplements = [(Communes, Supplemented), (CentralAgencies, Withdrawn), (CentralAgencies, Supplemented)];

    /// <summary>The group in the title of its criteria set.</summary>
    public static string InTitle(string group, int year) => group switch
    {
        Departments => "các sở, ban, ngành",
        Districts => "Ủy ban nhân dân các huyện, thành phố",
        CentralAgencies => "các cơ quan Trung ương đóng trên địa bàn tỉnh",
        _ when year < Open => "Ủy ban nhân dân các xã, phường, thị trấn",
        _ => "Ủy ban nhân dân các xã, phường",
    };

    /// <summary>The number of the decision that issued a criteria set, of its year.</summary>
    public static string DecisionNumber(string group) => group switch
    {
        Departments => "41/QĐ-UBND",
        CentralAgencies => "57/QĐ-UBND",
        _ => "42/QĐ-UBND",
    };

    /// <summary>The rules of a group: special-case departments are ranked apart; bonus and penalty count from 2024 on, when a condition begins to cap the ratings of districts and communes.</summary>
    public static GroupRules Rules(string group, int year) => new()
    {
        Ratings = RatingScheme.Parse(group == Communes && year < Open ? "Xuất sắc=90,Tốt=80,Khá=70,Trung bình=60,Yếu=0" : "Xuất sắc=90,Tốt=80,Khá=70,Trung bình=0"),
        Ranking = group == Departments ? new(RankingScope.BySpecialCase, RankNumbering.Competition) : RankingPolicy.Default,
        RatingConditions = year >= 2024 && (group is Districts or Communes) ? ConditionScheme.Parse($"Khá | {ConditionScheme.AtZero} | Điều 5 Quyết định {DecisionNumber(group)}") : ConditionScheme.None,
        BonusCeiling = HasBonus(group, year) ? 2 : null,
        PenaltyCeiling = HasBonus(group, year) ? 1 : null,
        PublishesNotes = group == Departments && year >= 2024,
    };

    private static bool HasBonus(string group, int year) => year >= 2024 && (group is Departments or Communes);
}
