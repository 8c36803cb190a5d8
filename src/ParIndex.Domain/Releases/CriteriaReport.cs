using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>
/// The criteria set of a published group with how its units did at every node, beside the set of the nearest earlier year.
/// Made from releases and from nothing else: what a criterion continues is told by code and wording, as releases carry them.
/// </summary>
public sealed class CriteriaReport
{
    private readonly IReadOnlyList<ReleaseCriterion> _criteria;
    private readonly ILookup<int, (string Unit, ReleaseScore Score)> _byLeaf;
    private readonly Dictionary<string, (decimal Points, decimal Most)> _whole;

    /// <param name="release">The release.</param>
    /// <param name="group">The group.</param>
    /// <param name="criteria">The criteria tree in its order.</param>
    /// <param name="scores">The points of all units of the group.</param>
    /// <param name="earlier">The nearest earlier year with a criteria set of the group, and that set; <c>null</c> where there is none.</param>
    public CriteriaReport(Release release, ReleaseGroup group, IReadOnlyList<ReleaseCriterion> criteria, IEnumerable<(string Unit, ReleaseScore Score)> scores, (int Year, IReadOnlyList<ReleaseCriterion> Criteria)? earlier)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(criteria);
        (Release, Group, _criteria) = (release, group, criteria);
        _byLeaf = scores.ToLookup(row => row.Score.Position);
        _whole = SumsOf([.. criteria.Where(node => node.IsLeaf && node.Component.IsInScale())]);
        EarlierYear = earlier?.Year;
        var continued = earlier is { } known
            ? LineageProposal.Of(known.Criteria, criteria, node => (node.Code, node.Name, node.IsLeaf))
            : new Dictionary<ReleaseCriterion, ReleaseCriterion>();
        Standings = [.. criteria.Select((node, index) => Of(node, index) with { Change = earlier is null ? null : ChangeOf(node, continued.GetValueOrDefault(node)) })];
        Dropped = earlier is null ? [] : [.. earlier.Value.Criteria.Where(node => node.IsLeaf).Except(continued.Values)];
        KeptShare = earlier is null ? null : Kept(earlier.Value.Criteria);
    }

    /// <summary>The release.</summary>
    public Release Release { get; }

    /// <summary>The group.</summary>
    public ReleaseGroup Group { get; }

    /// <summary>Every node of the tree in its order.</summary>
    public IReadOnlyList<CriterionStanding> Standings { get; }

    /// <summary>The leaves.</summary>
    public IEnumerable<CriterionStanding> Leaves => Standings.Where(node => node.Criterion.IsLeaf);

    /// <summary>The fields, those outside the scale too.</summary>
    public IEnumerable<CriterionStanding> Fields => Standings.Where(node => node.Criterion.Depth == 1);

    /// <summary>The year whose set this one is compared with; <c>null</c> where none is published.</summary>
    public int? EarlierYear { get; }

    /// <summary>The leaves of the earlier set that no leaf continues.</summary>
    public IReadOnlyList<ReleaseCriterion> Dropped { get; }

    /// <summary>How much of both scales compares, 0…1, the smaller of both; <c>null</c> without an earlier set.</summary>
    public decimal? KeptShare { get; }

    /// <summary>The full scale: the maxima of all leaves in it.</summary>
    public decimal Scale => ScaleOf(_criteria);

    /// <summary>The maxima of the leaves of a part of the total.</summary>
    public decimal Most(Component component) => _criteria.Where(node => node.IsLeaf && node.Component == component).Sum(node => node.MaxScore);

    /// <summary>The node with a code, or <c>null</c>. Addresses are in lower case, so case does not matter.</summary>
    public CriterionStanding? Find(string code) => Standings.FirstOrDefault(node => string.Equals(node.Criterion.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The nodes above a node, the field first.</summary>
    public IReadOnlyList<CriterionStanding> Above(CriterionStanding node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var above = new Stack<CriterionStanding>();
        var depth = node.Criterion.Depth;
        foreach (var other in Standings.Reverse().SkipWhile(other => other != node).Skip(1))
        {
            if (other.Criterion.Depth < depth)
            {
                above.Push(other);
                depth = other.Criterion.Depth;
            }
        }

        return [.. above];
    }

    /// <summary>Every node below a node, in their order.</summary>
    public IReadOnlyList<CriterionStanding> Below(CriterionStanding node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return [.. Standings.SkipWhile(other => other != node).Skip(1).TakeWhile(other => other.Criterion.Depth > node.Criterion.Depth)];
    }

    /// <summary>The set as a table, in every format: the columns of releases, then how the units did and what changed.</summary>
    public Table<CriterionStanding> Table() => new($"Bộ tiêu chí năm {Release.Year}: {Group.Name}", $"tieu-chi-{Release.Year}-{Group.Slug}",
        [
            .. CriterionColumns.Of(_criteria).Select(column => new Column<CriterionStanding>(column.Key, column.Header, row => column.Value(row.Criterion))),
            new("unitsScored", "Đơn vị áp dụng", row => Cell.Of(row.Scored)),
            new("unitsAtMaximum", "Đơn vị đạt tối đa", row => Cell.Of(row.Criterion.IsLeaf ? row.Full : null)),
            new("unitsAtZero", "Đơn vị 0 điểm", row => Cell.Of(row.Criterion.IsLeaf ? row.Zero : null)),
            new("unitsNotApplicable", "Đơn vị không áp dụng", row => Cell.Of(row.Criterion.IsLeaf ? row.NotApplicable : null)),
            new("meanShare", "Trung bình (% điểm tối đa)", row => Cell.Of(row.MeanShare, 2)),
            new("deviation", "Độ lệch chuẩn (điểm phần trăm)", row => Cell.Of(row.Deviation, 2)),
            new("itemRest", "Tương quan với phần còn lại", row => Cell.Of(row.ItemRest, 2)),
            new("change", "So với bộ tiêu chí trước", row => Cell.Of(row.Change is { } change ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(change.Kind.ToString()) : null)),
            new("codeBefore", "Mã ở bộ tiêu chí trước", row => Cell.Of(row.Change?.Before?.Code)),
            new("maxScoreBefore", "Điểm tối đa ở bộ tiêu chí trước", row => Cell.Trimmed(row.Change?.Before?.MaxScore)),
        ],
        Standings);

    /// <summary>All units at one leaf as a table, in every format. Where it did not apply cells are empty and the status says so.</summary>
    /// <exception cref="ArgumentException">A node above leaves.</exception>
    public Table<UnitAtLeaf> TableOf(CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (!leaf.Criterion.IsLeaf)
        {
            throw new ArgumentException("Only what is scored has units.", nameof(leaf));
        }

        var code = leaf.Criterion.Code;
        return new($"Tiêu chí {code} năm {Release.Year}: {Group.Name}", $"tieu-chi-{Release.Year}-{Group.Slug}-{code}",
            [
                new("unit.code", "Mã đơn vị", row => Cell.Of(row.Result.UnitCode)),
                new("unit.name", "Tên đơn vị", row => Cell.Of(row.Result.UnitName)),
                new("criterion.code", "Mã tiêu chí", _ => Cell.Of(code)),
                new("status", "Tình trạng", row => Cell.Of(ScoreColumns.Status(row.Score))),
                new("points", "Điểm đạt", row => Cell.Of(row.Score.Points, Group.ScoreDecimals)),
                new("maxScore", "Điểm tối đa", _ => Cell.Trimmed(leaf.Criterion.MaxScore)),
                new("achieved", "Đạt được", row => Cell.Trimmed(row.Score.Achieved)),
                new("required", "Phải thực hiện", row => Cell.Trimmed(row.Score.Required)),
                new("counts", "Số từng loại", row => Cell.Of(row.Score.Counts)),
                new("statement", "Mức, nội dung đạt", row => Cell.Of(row.Score.Statement)),
                new("reason", "Lý do không áp dụng", row => Cell.Of(row.Score.NotApplicable)),
                .. leaf.Units.Any(unit => unit.Score.Note is not null) ? [new Column<UnitAtLeaf>("note", "Ghi chú thẩm định", row => Cell.Of(row.Score.Note))] : Array.Empty<Column<UnitAtLeaf>>(),
            ],
            leaf.Units);
    }

    private CriterionStanding Of(ReleaseCriterion node, int index)
    {
        var leaves = node.IsLeaf ? [node] : _criteria.Skip(index + 1).TakeWhile(other => other.Depth > node.Depth).Where(other => other.IsLeaf).ToList();
        var counted = leaves.Where(leaf => leaf.Component.IsInScale()).ToList();
        var shares = SumsOf(counted).Where(unit => unit.Value.Most > 0).ToDictionary(unit => unit.Key, unit => unit.Value.Points / unit.Value.Most, StringComparer.Ordinal);
        return new()
        {
            Criterion = node,
            IsInScale = counted.Count > 0,
            Shares = shares,
            Units = node.IsLeaf ? UnitsAt(node) : [],
            ItemRest = node.IsLeaf ? ItemRest(node) : null,
        };
    }

    private IReadOnlyList<UnitAtLeaf> UnitsAt(ReleaseCriterion leaf)
    {
        var scores = _byLeaf[leaf.Position].ToDictionary(row => row.Unit, row => row.Score, StringComparer.Ordinal);
        var isPenalty = leaf.Component == Component.Penalty;
        return
        [
            .. Group.Results.Where(result => scores.ContainsKey(result.UnitCode)).Select(result => new UnitAtLeaf(result, scores[result.UnitCode]))
                .OrderBy(unit => unit.Score.Points is null).ThenByDescending(unit => isPenalty ? -unit.Score.Points : unit.Score.Points).ThenBy(unit => unit.Result.Position),
        ];
    }

    /// <summary>What each unit achieved at these leaves, and the most it could: the maxima of those that applied to it.</summary>
    private Dictionary<string, (decimal Points, decimal Most)> SumsOf(IReadOnlyCollection<ReleaseCriterion> leaves) => leaves
        .SelectMany(leaf => _byLeaf[leaf.Position].Where(row => row.Score.Points is not null).Select(row => (row.Unit, Points: row.Score.Points!.Value, Most: leaf.MaxScore)))
        .GroupBy(row => row.Unit, StringComparer.Ordinal).ToDictionary(unit => unit.Key, unit => (unit.Sum(row => row.Points), unit.Sum(row => row.Most)), StringComparer.Ordinal);

    /// <summary>The correlation of the leaf's shares with what the units achieved of all the rest.</summary>
    private decimal? ItemRest(ReleaseCriterion leaf)
    {
        var pairs = !leaf.Component.IsInScale() ? [] : _byLeaf[leaf.Position].Where(row => row.Score.Points is not null && _whole[row.Unit].Most > leaf.MaxScore)
            .Select(row => (Item: (double)(row.Score.Points!.Value / leaf.MaxScore), Others: (double)((_whole[row.Unit].Points - row.Score.Points.Value) / (_whole[row.Unit].Most - leaf.MaxScore)))).ToList();
        if (pairs.Count < CriterionStanding.FewestUnits)
        {
            return null;
        }

        var (item, rest) = (pairs.Average(pair => pair.Item), pairs.Average(pair => pair.Others));
        var together = pairs.Sum(pair => (pair.Item - item) * (pair.Others - rest));
        var apart = Math.Sqrt(pairs.Sum(pair => (pair.Item - item) * (pair.Item - item)) * pairs.Sum(pair => (pair.Others - rest) * (pair.Others - rest)));
        return apart < 1e-12 ? null : Rounding.HalfAwayFromZero((decimal)(together / apart), 2);
    }

    private static CriterionChange ChangeOf(ReleaseCriterion node, ReleaseCriterion? before) => before is null
        ? new(LineageChange.New, Before: null, IsRuleChanged: false)
        : new(
            before.MaxScore != node.MaxScore ? LineageChange.MaximumChanged : before.Name != node.Name ? LineageChange.Reworded : LineageChange.Same,
            before,
            node.IsLeaf && before.ReadRule()?.Equals(node.ReadRule()) == false && (before.MaxScore == node.MaxScore || before.ReadRule()?.GetType() != node.ReadRule()?.GetType()));

    /// <summary>Leaves compare that continue one another in the same part of the total by a rule of the same kind.</summary>
    private decimal Kept(IReadOnlyList<ReleaseCriterion> earlier)
    {
        var kept = Leaves.Where(leaf => leaf.IsInScale && leaf.Change?.Before is { } before && before.Component == leaf.Criterion.Component && before.ReadRule()?.GetType() == leaf.Criterion.ReadRule()?.GetType()).ToList();
        var (now, was) = (Scale, ScaleOf(earlier));
        return now == 0 || was == 0 ? 0 : Math.Min(kept.Sum(leaf => leaf.Criterion.MaxScore) / now, kept.Sum(leaf => leaf.Change!.Before!.MaxScore) / was);
    }

    private static decimal ScaleOf(IEnumerable<ReleaseCriterion> criteria) => criteria.Where(node => node.IsLeaf && node.Component.IsInScale()).Sum(node => node.MaxScore);
}
