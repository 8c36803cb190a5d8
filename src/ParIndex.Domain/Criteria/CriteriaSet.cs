using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>One thing that keeps a set from being opened.</summary>
/// <param name="Node">Where, or <c>null</c> when it concerns the whole set.</param>
/// <param name="Finding">A Vietnamese sentence.</param>
public sealed record CriteriaProblem(Criterion? Node, Finding Finding)
{
    /// <summary>The sentence for people.</summary>
    public string Message => Finding.Text;
}

/// <summary>The criteria of one group in one year, issued by decision: a tree of any depth.</summary>
public sealed class CriteriaSet
{
    /// <summary>All nodes; <c>null</c> where they were not read.</summary>
    private List<Criterion>? _criteria;

    /// <summary>The leaves as they were last found. One reference, since many requests share a locked set.</summary>
    private FoundLeaves? _leaves;

    /// <param name="year">The year assessed.</param>
    /// <param name="groupSlug">The group it is for.</param>
    /// <param name="title">Title as in the decision.</param>
    public CriteriaSet(int year, string groupSlug, string title)
    {
        Year = year;
        GroupSlug = groupSlug;
        Title = title;
        _criteria = [];
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
    public string? DecisionNumber { get; private set; }

    /// <summary>Day of that decision.</summary>
    public DateOnly? DecisionDate { get; private set; }

    /// <summary>Whether it is a sample and no decision's annex; every page that shows it says so.</summary>
    public bool IsSample { get; init; }

    /// <summary>Instant from which it cannot change any more, UTC: the opening of the round that uses it.</summary>
    public DateTime? LockedAt { get; private set; }

    /// <summary>What of it was repaired after it was locked, oldest first.</summary>
    public IReadOnlyList<SetRepair> Repairs { get; private set; } = [];

    /// <summary>All nodes.</summary>
    public IReadOnlyList<Criterion> Criteria => _criteria.OrThrow();

    /// <summary>The nodes that are scored: those without children, in the order of the tree.</summary>
    public IReadOnlyList<Criterion> Leaves
    {
        get
        {
            // A locked set stays as it is, and is asked at every edit of a cell.
            if (LockedAt is not null && _leaves is { } known && known.Of == Criteria.Count)
            {
                return known.Leaves;
            }

            var found = new FoundLeaves([.. InOrder(parentId: null).Where(IsLeaf)], Criteria.Count);
            _leaves = found;
            return found.Leaves;
        }
    }

    /// <summary>Points of the whole set without bonus and penalty.</summary>
    public decimal MaxScore => Leaves.Where(leaf => leaf.Component.IsInScale()).Sum(leaf => leaf.MaxScore);

    /// <summary>Adds a node under another, or a field.</summary>
    /// <exception cref="RefusedException">The code is taken, or the set is locked.</exception>
    /// <exception cref="ArgumentException">The parent is not of this set.</exception>
    public Criterion Add(string code, string name, decimal maxScore, Component component = Component.Appraisal, Criterion? parent = null)
    {
        RequireUnlocked();
        ThrowIfTaken(code, except: null);
        if (parent is not null && !Criteria.Contains(parent))
        {
            throw new ArgumentException($"Tiêu chí cấp trên “{parent.Code}” không thuộc bộ tiêu chí này.", nameof(parent));
        }

        var criterion = new Criterion(code, name, maxScore, component, parent) { Position = Children(parent?.Id).Select(sibling => sibling.Position + 1).DefaultIfEmpty(0).Max() };
        _criteria!.Add(criterion);
        return criterion;
    }

    /// <summary>Adds a node with everything a decision says of it.</summary>
    /// <exception cref="RefusedException">The code is taken, or the set is locked.</exception>
    /// <exception cref="ArgumentException">The parent is not of this set.</exception>
    public Criterion Add(CriterionContent content, Criterion? parent = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var criterion = Add(content.Code, content.Name, content.MaxScore, content.Component, parent);
        criterion.Take(content);
        return criterion;
    }

    /// <summary>Changes what the decision says of a node.</summary>
    /// <exception cref="RefusedException">The code is taken by another, or the set is locked.</exception>
    /// <exception cref="ArgumentException">The node is not of this set.</exception>
    public void Change(Criterion criterion, CriterionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        RequireUnlocked();
        ThrowIfForeign(criterion);
        ThrowIfTaken(content.Code, except: criterion);
        criterion.Take(content);
    }

    /// <summary>Moves a node by places among its siblings; beyond the ends it stays at the end.</summary>
    /// <param name="criterion">The node.</param>
    /// <param name="places">−1 for one up, 1 for one down.</param>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void Move(Criterion criterion, int places)
    {
        RequireUnlocked();
        ThrowIfForeign(criterion);
        var siblings = Children(criterion.ParentId).ToList();
        var from = siblings.IndexOf(criterion);
        siblings.RemoveAt(from);
        siblings.Insert(Math.Clamp(from + places, 0, siblings.Count), criterion);
        for (var i = 0; i < siblings.Count; i++)
        {
            siblings[i].Position = i;
        }
    }

    /// <summary>Moves a node with all below it under another node, or among the fields; it becomes the last there.</summary>
    /// <exception cref="RefusedException">The new parent is below the node, or the set is locked.</exception>
    /// <exception cref="ArgumentException">The new parent is not of this set.</exception>
    public void MoveUnder(Criterion criterion, Criterion? parent)
    {
        RequireUnlocked();
        ThrowIfForeign(criterion);
        if (parent is not null && Branch(criterion).Contains(parent))
        {
            throw new RefusedException($"“{parent.Code}” nằm trong “{criterion.Code}” nên không thể là cấp trên của nó.");
        }

        if (parent is not null)
        {
            ThrowIfForeign(parent);
        }

        if (criterion.ParentId != parent?.Id)
        {
            criterion.Position = Children(parent?.Id).Select(sibling => sibling.Position + 1).DefaultIfEmpty(0).Max();
            criterion.ParentId = parent?.Id;
        }
    }

    /// <summary>Removes a node with all below it.</summary>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void Remove(Criterion criterion)
    {
        RequireUnlocked();
        ThrowIfForeign(criterion);
        var branch = Branch(criterion);
        _criteria!.RemoveAll(branch.Contains);
    }

    /// <summary>Declares that a criterion continues none: it is new.</summary>
    /// <exception cref="ArgumentException">The criterion is not of this set.</exception>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void BeginAnew(Criterion criterion)
    {
        RequireUnlocked();
        ThrowIfForeign(criterion);
        criterion.BeginAnew();
    }

    /// <summary>Declares the criterion of an earlier year that one of this set continues.</summary>
    /// <param name="criterion">The later one.</param>
    /// <param name="earlier">The criterion continued.</param>
    /// <param name="change">What changed against it.</param>
    /// <param name="comparable">Whether their points may be compared.</param>
    /// <exception cref="ArgumentException">The criterion is not of this set.</exception>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void Continue(Criterion criterion, Criterion earlier, LineageChange change, bool comparable)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        RequireUnlocked();
        ThrowIfForeign(criterion);
        criterion.Continue(earlier, change, comparable);
    }

    /// <summary>Changes what the cover of the decision says.</summary>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void Describe(string title, string? decisionNumber, DateOnly? decisionDate)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        RequireUnlocked();
        (Title, DecisionNumber, DecisionDate) = (title, decisionNumber, decisionDate);
    }

    /// <summary>
    /// Repairs a fault of a locked set, which two people decide together. Code, place and component stay; a maximum takes those
    /// above it along, so that sums hold at every level.
    /// </summary>
    /// <param name="criterion">The node.</param>
    /// <param name="content">What shall be said of it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">Instant, UTC.</param>
    /// <returns>What is kept of it.</returns>
    /// <exception cref="ArgumentException">No reason, or the node is not of this set.</exception>
    /// <exception cref="RefusedException">The set is not locked, nothing would change, or the set would no longer hold together.</exception>
    public SetRepair Repair(Criterion criterion, CriterionContent content, string reason, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ThrowIfForeign(criterion);
        RefusedException.ThrowIf(LockedAt is null ? "Bộ tiêu chí chưa khoá: sửa trực tiếp, không cần đề nghị." : null);
        RefusedException.ThrowIf((content.Code, content.Component) != (criterion.Code, criterion.Component) ? "Mã và thành phần điểm của tiêu chí không sửa được sau khi mở kỳ đánh giá." : null);
        var (changes, more) = (SetRepair.Differences(criterion.Content, content).ToList(), content.MaxScore - criterion.MaxScore);
        RefusedException.ThrowIf(changes.Count == 0 ? "Nội dung đề nghị giống nội dung hiện có." : null);
        criterion.Take(content);
        foreach (var above in more == 0 ? [] : Above(criterion).Where(above => criterion.Component.IsInScale() || !above.Component.IsInScale()).ToList())
        {
            changes.Add($"điểm tối đa của {above.Code}: {NumberWriter.VietnameseTrimmed(above.MaxScore)} → {NumberWriter.VietnameseTrimmed(above.MaxScore + more)}");
            above.MaxScore += more;
        }

        RefusedException.ThrowIf(Problems() is [var problem, ..] ? problem.Message : null);
        var repair = new SetRepair(criterion.Code, changes, VietnameseText.Normalize(reason), at);
        Repairs = [.. Repairs, repair];
        return repair;
    }

    private IEnumerable<Criterion> Above(Criterion criterion)
    {
        for (var above = criterion.ParentId; above is { } id;)
        {
            var node = Criteria.First(other => other.Id == id);
            yield return node;
            above = node.ParentId;
        }
    }

    /// <summary>Locks the set when scoring opens.</summary>
    public void Lock(DateTime at) => LockedAt ??= at;

    /// <summary>Whether the node has no children and is scored itself.</summary>
    public bool IsLeaf(Criterion criterion) => !Criteria.Any(other => other.ParentId == criterion.Id);

    /// <summary>Nodes whose own maximum differs from the sum of their children's, with that sum.</summary>
    public IReadOnlyList<(Criterion Node, decimal ChildrenSum)> SumMismatches() => [.. Criteria.SelectMany(Mismatch)];

    /// <summary>The nodes in the order of the tree, each with its depth: 1 for a field.</summary>
    public IReadOnlyList<(Criterion Node, int Depth)> Tree() => [.. Below(parentId: null, depth: 1)];

    /// <summary>A node and all below it.</summary>
    public IReadOnlyList<Criterion> Branch(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return [criterion, .. InOrder(criterion.Id)];
    }

    /// <summary>The nodes above leaves, each with every leaf below it, however deep.</summary>
    public ILookup<Criterion, Criterion> LeavesByBranch()
    {
        var nodes = Criteria.ToDictionary(node => node.Id);
        return Leaves.SelectMany(leaf => Above(leaf).Select(branch => (branch, leaf))).ToLookup(pair => pair.branch, pair => pair.leaf);

        IEnumerable<Criterion> Above(Criterion leaf)
        {
            for (var above = leaf.ParentId; above is { } id; above = nodes[id].ParentId)
            {
                yield return nodes[id];
            }
        }
    }

    /// <summary>Points of the scale that belong to one component.</summary>
    public decimal MaxScoreOf(Component component) => Leaves.Where(leaf => leaf.Component == component).Sum(leaf => leaf.MaxScore);

    /// <summary>
    /// Everything that keeps the set from being opened: no leaf, maxima that do not add up at a level, rules that do not
    /// fit their maximum. Codes are unique at any time.
    /// </summary>
    public IReadOnlyList<CriteriaProblem> Problems() =>
    [
        .. Criteria.Count == 0 ? [new CriteriaProblem(Node: null, CriteriaWords.Empty())] : Array.Empty<CriteriaProblem>(),
        .. Tree().SelectMany(entry => ProblemsOf(entry.Node)),
    ];

    private IEnumerable<CriteriaProblem> ProblemsOf(Criterion node) => IsLeaf(node)
        ? node.Rule.Problems(node.MaxScore).Select(problem => new CriteriaProblem(node, CriteriaWords.RuleUnfit(node.Code, problem)))
        : Mismatch(node).Select(wrong => new CriteriaProblem(node, CriteriaWords.SumDiffers(node.Code, node.MaxScore, wrong.ChildrenSum)));

    private IEnumerable<(Criterion Node, decimal ChildrenSum)> Mismatch(Criterion node)
    {
        if (!IsLeaf(node) && ChildrenSum(node) is var sum && sum != node.MaxScore)
        {
            yield return (node, sum);
        }
    }

    /// <summary>Bonus and penalty lie outside the scale, so a node of the scale does not count them.</summary>
    private decimal ChildrenSum(Criterion node) =>
        Children(node.Id).Where(child => child.Component.IsInScale() || !node.Component.IsInScale()).Sum(child => child.MaxScore);

    /// <summary>Refuses every change once scoring has opened.</summary>
    /// <exception cref="RefusedException">The set is locked.</exception>
    public void RequireUnlocked()
    {
        if (LockedAt is not null)
        {
            throw new RefusedException("Bộ tiêu chí đã khoá khi mở kỳ đánh giá, không sửa được nữa.");
        }
    }

    private void ThrowIfTaken(string code, Criterion? except)
    {
        if (Criteria.Any(criterion => criterion.Code == code && criterion != except))
        {
            throw new RefusedException($"Mã tiêu chí “{code}” đã có trong bộ tiêu chí.");
        }
    }

    private void ThrowIfForeign(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        if (!Criteria.Contains(criterion))
        {
            throw new ArgumentException($"Tiêu chí “{criterion.Code}” không thuộc bộ tiêu chí này.", nameof(criterion));
        }
    }

    private IEnumerable<(Criterion Node, int Depth)> Below(Guid? parentId, int depth) =>
        Children(parentId).SelectMany(child => Below(child.Id, depth + 1).Prepend((child, depth)));

    private IEnumerable<Criterion> InOrder(Guid? parentId) =>
        Children(parentId).SelectMany(child => InOrder(child.Id).Prepend(child));

    private IEnumerable<Criterion> Children(Guid? parentId) =>
        Criteria.Where(criterion => criterion.ParentId == parentId).OrderBy(criterion => criterion.Position);

    /// <param name="Leaves">The leaves.</param>
    /// <param name="Of">Among how many nodes they were found.</param>
    private sealed record FoundLeaves(IReadOnlyList<Criterion> Leaves, int Of);
}
