using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>A step of a leaf's rule with how many units stand on it.</summary>
public sealed record RuleStep(string Label, string Points, int Units);

/// <summary>Units of a leaf under one heading: with full marks, with less, with none, not applicable.</summary>
public sealed record LeafSection(string Name, IReadOnlyList<UnitAtLeaf> Units);

/// <summary>One criterion of a group in a year, with all units on it; of a node above leaves the criteria below it.</summary>
public sealed class CriterionModel(PublicReleases releases, Texts.PublicTexts texts) : PageModel
{
    /// <summary>The criteria set.</summary>
    public CriteriaReport Report { get; private set; } = null!;

    /// <summary>The criterion.</summary>
    public CriterionStanding Node { get; private set; } = null!;

    /// <summary>The leaves before and after it, of a node above leaves those around its own.</summary>
    public (CriterionStanding? Before, CriterionStanding? After) Around { get; private set; }

    /// <summary>The rule as it was understood; <c>null</c> for a node above leaves.</summary>
    public LeafRule? Rule => Node.Criterion.ReadRule();

    /// <summary>The units of a leaf under their headings.</summary>
    public IReadOnlyList<LeafSection> Sections
    {
        get
        {
            var (words, isPenalty, most) = (texts.Criteria, Node.Criterion.Component == Component.Penalty, Node.Criterion.MaxScore);
            return
            [
                .. Node.Units.GroupBy(unit => unit.Score.Points switch
                {
                    null => words.NotApplicable,
                    0 => Node.IsInScale ? words.NoPoints : isPenalty ? words.NotTakenOff : words.NotCounted,
                    var points when Node.IsInScale => points == most ? words.Full : words.NotFull,
                    _ => isPenalty ? words.TakenOff : words.Counted,
                }).Select(section => new LeafSection(section.Key, [.. section])),
            ];
        }
    }

    /// <summary>The steps of a rule with fixed points, each with its units; none of another rule.</summary>
    public IReadOnlyList<RuleStep> Steps
    {
        get
        {
            List<(string Label, decimal Points)> steps = Rule switch
            {
                TiersRule tiers => [.. tiers.Tiers.Select(tier => (texts.Criteria.TierLimit(texts.Trimmed(tier.Limit), tier.IsStrict, tiers.FewerIsBetter), tier.Points)), (texts.Criteria.Beyond, 0)],
                LevelsRule levels => [.. levels.Levels.Where(level => level.Points is not null).Select(level => (level.Statement, level.Points!.Value))],
                _ => [],
            };
            if (steps.Count == 0)
            {
                return [];
            }

            var counted = steps.GroupBy(step => step.Points).Select(step => new RuleStep(string.Join("; ", step.Select(same => same.Label)), texts.Number(step.Key), Node.Units.Count(unit => unit.Score.Points == step.Key))).ToList();
            var others = Node.Scored - counted.Sum(step => step.Units);
            return others == 0 ? counted : [.. counted, new(texts.Criteria.OtherPoints, "–", others)];
        }
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(int year, string group, string code, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || release.Group(group) is not { } found
            || await releases.CriteriaReportAsync(release, found, cancel) is not { } report || report.Find(code) is not { } node)
        {
            return await this.NotThereAsync(releases, year, group, cancel: cancel);
        }

        (Report, Node) = (report, node);
        var position = node.Criterion.Position;
        Around = (report.Leaves.LastOrDefault(leaf => leaf.Criterion.Position < position), report.Leaves.FirstOrDefault(leaf => leaf.Criterion.Position > position));
        return Page();
    }
}
