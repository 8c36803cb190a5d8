using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Criteria;

/// <summary>The criteria of one group in one year, issued by decision: a tree of any depth.</summary>
public sealed class CriteriaSet
{
    private readonly List<Criterion> _criteria = [];

    /// <param name="year">The year assessed.</param>
    /// <param name="groupSlug">The group it is for.</param>
    /// <param name="title">Title as in the decision.</param>
    public CriteriaSet(int year, string groupSlug, string title)
    {
        Year = year;
        GroupSlug = groupSlug;
        Title = title;
    }

    private CriteriaSet()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Concurrency token, renewed on save.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>The year assessed.</summary>
    public int Year { get; private set; }

    /// <summary>Slug of the group it is for.</summary>
    public string GroupSlug { get; private set; } = "";

    /// <summary>Title as in the decision.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Number of the decision that issued it, or <c>null</c> while it is not known.</summary>
    public string? DecisionNumber { get; set; }

    /// <summary>Day of that decision.</summary>
    public DateOnly? DecisionDate { get; set; }

    /// <summary>Whether it is a sample and no decision's annex; every page that shows it says so.</summary>
    public bool IsSample { get; init; }

    /// <summary>Instant from which it cannot change any more, UTC: the opening of the round that uses it.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>All nodes.</summary>
    public IReadOnlyList<Criterion> Criteria => _criteria;

    /// <summary>The nodes that are scored: those without children, in the order of the tree.</summary>
    public IReadOnlyList<Criterion> Leaves => [.. InOrder(parentId: null).Where(IsLeaf)];

    /// <summary>Points of the whole set without bonus and penalty.</summary>
    public decimal MaxScore => Leaves.Where(leaf => leaf.Component is Component.Appraisal or Component.Survey).Sum(leaf => leaf.MaxScore);

    /// <summary>Adds a node under another, or a field.</summary>
    /// <exception cref="ArgumentException">The code is taken, or the parent is not of this set.</exception>
    public Criterion Add(string code, string name, decimal maxScore, Component component = Component.Appraisal, Criterion? parent = null)
    {
        if (LockedAt is not null)
        {
            throw new InvalidOperationException("The criteria set is locked: scoring has opened.");
        }

        if (_criteria.Exists(criterion => criterion.Code == code))
        {
            throw new ArgumentException($"Mã tiêu chí “{code}” đã có trong bộ tiêu chí.", nameof(code));
        }

        if (parent is not null && !_criteria.Contains(parent))
        {
            throw new ArgumentException($"Tiêu chí cấp trên “{parent.Code}” không thuộc bộ tiêu chí này.", nameof(parent));
        }

        var criterion = new Criterion(code, name, maxScore, component, parent) { Position = Children(parent?.Id).Count() };
        _criteria.Add(criterion);
        return criterion;
    }

    /// <summary>Locks the set when scoring opens.</summary>
    public void Lock(DateTime at) => LockedAt ??= at;

    /// <summary>Whether the node has no children and is scored itself.</summary>
    public bool IsLeaf(Criterion criterion) => !_criteria.Exists(other => other.ParentId == criterion.Id);

    /// <summary>Nodes whose own maximum differs from the sum of their children's, with that sum.</summary>
    public IReadOnlyList<(Criterion Node, decimal ChildrenSum)> SumMismatches() =>
        [.. _criteria.Where(node => !IsLeaf(node))
            .Select(node => (node, Children(node.Id).Sum(child => child.MaxScore)))
            .Where(pair => pair.node.MaxScore != pair.Item2)];

    private IEnumerable<Criterion> InOrder(Guid? parentId) =>
        Children(parentId).SelectMany(child => InOrder(child.Id).Prepend(child));

    private IEnumerable<Criterion> Children(Guid? parentId) =>
        _criteria.Where(criterion => criterion.ParentId == parentId).OrderBy(criterion => criterion.Position);
}
