using ParIndex.Application.Data;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Seeding.Demo;

/// <summary>
/// The criteria sets of the demonstration. A line of the file holds from its year on, until another line of the same
/// key replaces it; a line without a code drops the criterion. What changed from year to year follows from the lines.
/// </summary>
internal sealed class DemoCriteria
{
    private readonly Dictionary<(int Year, string Group), CriteriaSet> _sets = [];
    private readonly Dictionary<Guid, string> _keys = [];
    private readonly List<Line> _lines = [.. LaiChauSeed.Rows("tinh-mau-criteria.csv").Select(Line.Read)];
    private readonly ParIndexDb _db;
    private readonly DemoIds _ids;

    public DemoCriteria(ParIndexDb db, DemoIds ids)
    {
        (_db, _ids) = (db, ids);
        foreach (var (group, year) in DemoYears.Groups.Concat(DemoYears.Supplements).OrderBy(pair => pair.Year))
        {
            _sets[(year, group)] = Build(year, group);
        }
    }

    public IReadOnlyCollection<CriteriaSet> Sets => _sets.Values;

    public CriteriaSet this[int year, string group] => _sets[(year, group)];

    /// <summary>The key of a criterion in the file: the same in every year.</summary>
    public string KeyOf(Criterion criterion) => _keys[criterion.Id];

    private CriteriaSet Build(int year, string group)
    {
        var set = _ids.Fix(new CriteriaSet(year, group, $"Bộ tiêu chí xác định Chỉ số cải cách hành chính năm {year} của {DemoYears.InTitle(group, year)}"), $"{year}/{group}");
        set.Describe(set.Title, DemoYears.DecisionNumber(group), new DateOnly(year, 10, 20));
        var lines = InForce(year, group).ToList();
        var added = new Dictionary<string, Criterion>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            var parent = line.Code.LastIndexOf('.') is > 0 and var dot ? added[line.Code[..dot]] : null;
            var beneath = lines.Where(other => other.Max is not null && other.Code.StartsWith(line.Code + ".", StringComparison.Ordinal));
            added[line.Code] = Add(set, line, line.Max ?? beneath.Sum(other => other.Max!.Value), parent);
        }

        return set;
    }

    private Criterion Add(CriteriaSet set, Line line, decimal max, Criterion? parent)
    {
        var criterion = _ids.Fix(set.Add(line.Code, line.Name, max, line.Component, parent), $"{set.Year}/{set.GroupSlug}/{line.Code}");
        _keys[criterion.Id] = line.Key;
        var entry = _db.Entry(criterion);
        entry.Property(c => c.Lineage).CurrentValue = criterion.Id;
        entry.Property(c => c.Rule).CurrentValue = LeafRule.Parse(line.Rule);
        entry.Property(c => c.EvidenceAsked).CurrentValue = line.Evidence;
        entry.Property(c => c.FigureNoun).CurrentValue = line.FigureNoun;
        entry.Property(c => c.FigureDecimals).CurrentValue = line.FigureDecimals;
        entry.Property(c => c.ScoringText).CurrentValue = line.Max is null ? null : DemoScoringText.Of(criterion);
        if (Earlier(set, line.Key) is { } earlier)
        {
            set.Continue(criterion, earlier, LineageProposal.Change(earlier, criterion), line.IsComparable || line.Since < set.Year);
        }

        return criterion;
    }

    private Criterion? Earlier(CriteriaSet set, string key) =>
        _sets.GetValueOrDefault((set.Year - 1, set.GroupSlug))?.Criteria.FirstOrDefault(criterion => _keys[criterion.Id] == key);

    /// <summary>The lines of a year, parents before children, in the order of codes.</summary>
    private IEnumerable<Line> InForce(int year, string group) => _lines
        .Where(line => line.Group == group && line.Since <= year)
        .GroupBy(line => line.Key)
        .Select(versions => versions.MaxBy(line => line.Since)!)
        .Where(line => line.Code.Length > 0)
        .OrderBy(line => line.Code, StringComparer.Ordinal);

    private sealed record Line(string Group, string Key, int Since, string Code, string Name, decimal? Max, Component Component, string Rule, string? Evidence, bool IsComparable, string? FigureNoun, int FigureDecimals)
    {
        public static Line Read(IReadOnlyList<string> row)
        {
            var cells = row.Concat(Enumerable.Repeat("", 12)).Take(12).ToList();
            return new(
                cells[0], cells[1], (int)CountText.Read(cells[2]).Value!.Value, cells[3], cells[4],
                ScoreText.Read(cells[5], NumberFormat.Score).Value,
                cells[6].Length > 0 ? Enum.Parse<Component>(cells[6]) : Component.Appraisal,
                cells[7], cells[8].Length > 0 ? cells[8] : null, cells[9] != "0", cells[10].Length > 0 ? cells[10] : null,
                (int)(CountText.Read(cells[11]).Value ?? 0));
        }
    }
}
