using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ParIndex.Application.Releases;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Pages.Public;

/// <summary>The criteria set of a group in a year: maxima, rules, how the units did, and what changed against the set before.</summary>
public sealed class CriteriaModel(PublicReleases releases) : PageModel
{
    /// <summary>The value of <c>xem</c> for the leaves that changed alone.</summary>
    public const string OnlyChanged = "thay-doi";

    /// <summary>The newest release of the year.</summary>
    public Release Release { get; private set; } = null!;

    /// <summary>The group of the address.</summary>
    public ReleaseGroup Group { get; private set; } = null!;

    /// <summary>The set; <c>null</c> where only totals are known.</summary>
    public CriteriaReport? Report { get; private set; }

    /// <summary>The published years that have the group, newest first.</summary>
    public IReadOnlyList<GroupInYear> Years { get; private set; } = [];

    /// <summary>What of the tree is shown: all, or <see cref="OnlyChanged"/>.</summary>
    [BindProperty(SupportsGet = true, Name = "xem")]
    public string? Shown { get; set; }

    /// <summary>Whether only what changed is shown.</summary>
    public bool IsChangedOnly => Shown == OnlyChanged && Report?.EarlierYear is not null;

    /// <summary>The leaves that nine units of ten have full marks in, and those some unit has no points in.</summary>
    public (IReadOnlyList<CriterionStanding> Full, IReadOnlyList<CriterionStanding> Zero) Extremes =>
        ([.. InScale.Where(leaf => leaf.Signs.Contains(CriterionSign.MostlyFull))], [.. InScale.Where(leaf => leaf.Zero > 0)]);

    /// <summary>The leaf with the lowest mean share.</summary>
    public CriterionStanding? Hardest => InScale.Where(leaf => leaf.MeanShare is not null).MinBy(leaf => leaf.MeanShare);

    /// <summary>The fields that hold the most of the scale: as few as hold half of it, three at most.</summary>
    public IReadOnlyList<CriterionStanding> Heaviest
    {
        get
        {
            var fields = ScaleFields.OrderByDescending(node => PointsOf(node)).ToList();
            var half = Report!.Scale / 2;
            var count = Enumerable.Range(1, fields.Count).FirstOrDefault(number => fields.Take(number).Sum(PointsOf) >= half);
            return [.. fields.Take(Math.Min(count, 3)).OrderBy(node => node.Criterion.Position)];
        }
    }

    /// <summary>The fields of the scale.</summary>
    public IEnumerable<CriterionStanding> ScaleFields => Report!.Fields.Where(node => node.IsInScale);

    private IEnumerable<CriterionStanding> InScale => Report!.Leaves.Where(leaf => leaf.IsInScale);

    /// <summary>What of the scale a node holds, points: bonus and penalty below it stand aside.</summary>
    public decimal PointsOf(CriterionStanding node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return node.Criterion.IsLeaf ? node.Criterion.MaxScore : Report!.Below(node).Where(leaf => leaf.Criterion.IsLeaf && leaf.IsInScale).Sum(leaf => leaf.Criterion.MaxScore);
    }

    /// <summary>The nodes below a field that are shown: all, or what changed with the nodes above it.</summary>
    public IReadOnlyList<CriterionStanding> Rows(CriterionStanding field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var below = field.Criterion.IsLeaf ? [field] : Report!.Below(field);
        if (!IsChangedOnly)
        {
            return below;
        }

        var changed = below.Where(node => node is { Criterion.IsLeaf: true, Change: { } change } && (change.Kind != LineageChange.Same || change.IsRuleChanged)).ToList();
        var kept = changed.Concat(changed.SelectMany(Report!.Above)).ToHashSet();
        return [.. below.Where(kept.Contains)];
    }

    /// <inheritdoc cref="PageModel" />
    public async Task<IActionResult> OnGetAsync(int year, string group, CancellationToken cancel)
    {
        if (await releases.CurrentAsync(year, cancel) is not { } release || release.Group(group) is not { } found)
        {
            return await this.NotThereAsync(releases, year, group, cancel: cancel);
        }

        (Release, Group) = (release, found);
        Years = await releases.YearsOfAsync(group, cancel);
        Report = await releases.CriteriaReportAsync(release, found, cancel);
        return Page();
    }
}
