using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Scoring;
using ParIndex.Domain.Units;

namespace ParIndex.Testing;

/// <summary>A unit of a made-up group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Answers">What was said of each leaf, by its code; a leaf without an entry does not apply to it.</param>
public sealed record ComputedUnit(string Name, IReadOnlyDictionary<string, CellAnswer> Answers)
{
    /// <summary>The special-case mark.</summary>
    public bool IsSpecialCase { get; init; }

    /// <summary>The ranking list it stands in.</summary>
    public string? List { get; init; }

    /// <summary>False where it takes no place.</summary>
    public bool IsRanked { get; init; } = true;

    /// <summary>What caps its rating where the group has conditions.</summary>
    public IReadOnlyList<RatingCap> Caps { get; init; } = [];
}

/// <summary>
/// Releases of one group with any rules, by the way that rounds take: 40 + 28 + 30 = 98 points of appraisal and survey, 5 of
/// bonus, 5 of penalty.
/// </summary>
public static class ComputedGroup
{
    /// <summary>The leaves of <see cref="Points"/>, in their order.</summary>
    public static readonly IReadOnlyList<string> Leaves = ["1.1", "1.2", "8.1", "9.1", "9.2"];

    /// <summary>The tree.</summary>
    public static CriteriaSet Set()
    {
        var set = new CriteriaSet(2026, "so-nganh", "Bộ tiêu chí năm 2026");
        var first = set.Add("1", "Chỉ đạo, điều hành", 68);
        set.Add("1.1", "Kế hoạch", 40, parent: first);
        set.Add("1.2", "Tuyên truyền", 28, parent: first);
        var survey = set.Add("8", "Tác động", 30, Component.Survey);
        set.Add("8.1", "Điều tra xã hội học", 30, Component.Survey, survey);
        set.Add("9.1", "Sáng kiến", 5, Component.Bonus);
        set.Add("9.2", "Vi phạm", 5, Component.Penalty);
        return set;
    }

    /// <summary>A unit with typed points for 1.1, 1.2, 8.1, bonus, penalty; <c>null</c> where a leaf does not apply.</summary>
    public static ComputedUnit Points(string name, params decimal?[] points) =>
        new(name, Leaves.Zip(points).Where(pair => pair.Second is not null).ToDictionary(pair => pair.First, pair => new CellAnswer { Points = pair.Second }, StringComparer.Ordinal));

    /// <summary>The release.</summary>
    /// <param name="rules">The rules of the group.</param>
    /// <param name="units">Its units.</param>
    /// <param name="set">Another tree than <see cref="Set"/>.</param>
    /// <param name="before">The release of the year before, or <c>null</c>.</param>
    public static Release Release(GroupRules rules, IReadOnlyList<ComputedUnit> units, CriteriaSet? set = null, Release? before = null)
    {
        set ??= Set();
        var year = before is null ? 2026 : before.Year + 1;
        var group = new AssessedGroup(new UnitGroup("so-nganh", "Sở, ban, ngành", nameEn: null, UnitKind.Department, 0), set, rules, [.. units.Select(unit => Assess(unit, set, rules))]);
        return RoundRelease.Build(new(year, [group]), before is null ? null : new YearBefore(before, Scores: null), new ReleaseFacts("Tỉnh Lai Châu", new DateTime(year + 1, 2, 1, 2, 0, 0, DateTimeKind.Utc)));
    }

    private static AssessedUnit Assess(ComputedUnit unit, CriteriaSet set, GroupRules rules)
    {
        var exempted = set.Leaves.Where(leaf => !unit.Answers.ContainsKey(leaf.Code)).ToDictionary(leaf => leaf.Code, _ => "Không thực hiện nhiệm vụ này");
        var sheet = new ScoreSheet(set, exempted, unit.Answers.ToDictionary(answer => answer.Key, answer => answer.Value.Points!.Value));
        var registered = new Unit(unit.Name, UnitKind.Department);
        return new(registered, sheet, sheet.Totals(registered.Code, unit.IsSpecialCase, unit.List, unit.IsRanked, rules.RatingConditions.Count > 0 ? unit.Caps : [])) { Answers = unit.Answers };
    }
}
