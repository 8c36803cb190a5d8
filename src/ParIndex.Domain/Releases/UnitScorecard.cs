using ParIndex.Domain.Analysis;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>A line of a published scorecard: a leaf with its points, or a node above leaves with what they come to.</summary>
/// <param name="Criterion">The node as it was.</param>
/// <param name="Score">The leaf's points or why it did not apply; <c>null</c> for a node above leaves.</param>
public sealed record ScorecardLine(ReleaseCriterion Criterion, ReleaseScore? Score)
{
    /// <summary>Points as the rule gives them, ≥ 0: of a penalty leaf those taken off; <c>null</c> where nothing of it applied.</summary>
    public decimal? Points { get; init; }

    /// <summary>What it does to the total: below 0 for what a penalty takes off; <c>null</c> where nothing of it applied.</summary>
    public decimal? Effect { get; init; }

    /// <summary>The most the unit could achieve here: the maxima of what applied to it; 0 where nothing did.</summary>
    public decimal Most { get; init; }

    /// <summary>Median points of the units of the group with the same maximum here; <c>null</c> where nothing applied or few units have one.</summary>
    public Median? Median { get; init; }

    /// <summary>How many units of the group have full marks of those it applied to; <c>null</c> for nodes above leaves and outside the scale.</summary>
    public (int Full, int Of)? AtMost { get; init; }

    /// <summary>Points of the index lost here, 100·(m − s)/M with m the leaf's maximum, s its points and M the unit's scale; <c>null</c> where nothing applied or outside the scale.</summary>
    public decimal? Lost { get; init; }

    /// <summary>Whether its points stand in the scale; bonus and penalty do not, nor a node with nothing else below it.</summary>
    public required bool IsInScale { get; init; }

    /// <summary>Why it did not apply, or <c>null</c>.</summary>
    public string? NotApplicable => Score?.NotApplicable;
}

/// <summary>A unit's published scorecard down to each leaf, beside those of its group.</summary>
public sealed class UnitScorecard
{
    private readonly ILookup<int, (string Unit, ReleaseScore Score)> _byLeaf;

    /// <param name="year">The unit in its year.</param>
    /// <param name="criteria">The criteria tree in its order.</param>
    /// <param name="scores">The points of all units of the group.</param>
    public UnitScorecard(UnitYear year, IReadOnlyList<ReleaseCriterion> criteria, IEnumerable<(string Unit, ReleaseScore Score)> scores)
    {
        ArgumentNullException.ThrowIfNull(year);
        ArgumentNullException.ThrowIfNull(criteria);
        Year = year;
        _byLeaf = scores.ToLookup(row => row.Score.Position);
        Lines = [.. criteria.Select((criterion, index) => criterion.IsLeaf ? Leaf(criterion) : Above(criterion, Below(criteria, index)))];
    }

    /// <summary>The unit in its year.</summary>
    public UnitYear Year { get; }

    /// <summary>Every node of the tree in its order.</summary>
    public IReadOnlyList<ScorecardLine> Lines { get; }

    /// <summary>The leaves.</summary>
    public IEnumerable<ScorecardLine> Leaves => Lines.Where(line => line.Criterion.IsLeaf);

    /// <summary>The points of a leaf in every unit of the group it applied to, in no order.</summary>
    /// <param name="leaf">A leaf of the tree.</param>
    public IEnumerable<(string Unit, decimal Points)> PointsOf(ReleaseCriterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return _byLeaf[leaf.Position].Where(row => row.Score.Points is not null).Select(row => (row.Unit, row.Score.Points!.Value));
    }

    /// <summary>The most a part of the total can give the unit: the maxima of its leaves that applied; <c>null</c> outside the scale, or where nothing of it applied.</summary>
    /// <param name="part">The part.</param>
    public decimal? MostOf(ScorePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var component = part.Key switch { "tham-dinh" => Component.Appraisal, "dieu-tra" => Component.Survey, _ => (Component?)null };
        return component is { } known && Leaves.Where(line => line.Criterion.Component == known).Sum(line => line.Most) is > 0 and var most ? most : null;
    }

    /// <summary>The leaves below a node, in their order; a leaf has none.</summary>
    /// <param name="node">A node of the tree.</param>
    public IEnumerable<ReleaseCriterion> LeavesBelow(ReleaseCriterion node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Lines.Select(line => line.Criterion).SkipWhile(other => other.Position <= node.Position).TakeWhile(other => other.Depth > node.Depth).Where(other => other.IsLeaf);
    }

    /// <summary>The fields of which something applied.</summary>
    public IEnumerable<ScorecardLine> Fields => Lines.Where(line => line is { Criterion.Depth: 1, IsInScale: true, Most: > 0 });

    /// <summary>The leaves where most of the index is lost, most first; none without a loss.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<ScorecardLine> Losses(int most) =>
        [.. Leaves.Where(line => line.Lost > 0).OrderByDescending(line => line.Lost).ThenBy(line => line.Criterion.Position).Take(most)];

    /// <summary>The lines below full marks, each with the nodes above it.</summary>
    public IReadOnlyList<ScorecardLine> BelowMost()
    {
        var kept = new HashSet<int>();
        var above = new Stack<ScorecardLine>();
        foreach (var line in Lines)
        {
            while (above.Count > 0 && above.Peek().Criterion.Depth >= line.Criterion.Depth)
            {
                above.Pop();
            }

            above.Push(line);
            if (line is { Criterion.IsLeaf: true, Lost: > 0 })
            {
                kept.UnionWith(above.Select(node => node.Criterion.Position));
            }
        }

        return [.. Lines.Where(line => kept.Contains(line.Criterion.Position))];
    }

    /// <summary>The leaves as a table, in every format. A leaf that did not apply has empty cells and says so in its status.</summary>
    public Table<ScorecardLine> Table() => new(
        $"Điểm từng tiêu chí năm {Year.Release.Year}: {Year.Result.UnitName}", $"diem-tung-tieu-chi-{Year.Result.UnitCode}-{Year.Release.Year}", [.. ColumnsOf(Year.Group.ScoreDecimals).Where(column => column != Note || Leaves.Any(line => line.Score?.Note is not null))], [.. Leaves]);

    /// <summary>Keys of the columns that not every such table has.</summary>
    public static IReadOnlyList<string> Sometimes => [Note.Key];

    /// <summary>The columns that table can have; the note stands only where there is one.</summary>
    /// <param name="places">Places that points are published with.</param>
    public static IReadOnlyList<Column<ScorecardLine>> ColumnsOf(int places) =>
    [
        new("criterion.code", "Mã", row => Cell.Of(row.Criterion.Code)) { Meaning = CriterionMeanings.Code },
        new("criterion.name", "Tiêu chí, tiêu chí thành phần", row => Cell.Of(row.Criterion.Name)) { Meaning = CriterionMeanings.Name },
        new("component", "Phần điểm", row => Cell.Of(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.Criterion.Component.ToString()))) { Meaning = CriterionMeanings.Component },
        new("status", "Tình trạng", row => Cell.Of(ScoreColumns.Status(row.Score!))) { Meaning = CriterionMeanings.Status },
        new("points", "Điểm đạt", row => Cell.Of(row.Points, places)) { Meaning = CriterionMeanings.Points },
        new("maxScore", "Điểm tối đa", row => Cell.Trimmed(row.Criterion.MaxScore)) { Meaning = CriterionMeanings.MaxScore },
        new("achieved", "Đạt được", row => Cell.Trimmed(row.Score!.Achieved)) { Meaning = CriterionMeanings.Achieved },
        new("required", "Phải thực hiện", row => Cell.Trimmed(row.Score!.Required)) { Meaning = CriterionMeanings.Required },
        new("reason", "Lý do không áp dụng", row => Cell.Of(row.NotApplicable)) { Meaning = CriterionMeanings.Reason },
        new("lost", "Mất (điểm phần trăm)", row => Cell.Of(row.Lost, 2)) { Meaning = CriterionMeanings.Lost },
        new("median", "Trung vị của khối", row => Cell.Trimmed(row.Median?.Value)) { Meaning = CriterionMeanings.Median },
        new("medianUnits", "Số đơn vị của trung vị", row => Cell.Of(row.Median?.Units)) { Meaning = CriterionMeanings.MedianUnits },
        new("unitsAtMaximum", "Đơn vị đạt tối đa", row => Cell.Of(row.AtMost?.Full)) { Meaning = CriterionMeanings.UnitsAtMaximum },
        new("unitsScored", "Đơn vị áp dụng", row => Cell.Of(row.AtMost?.Of)) { Meaning = CriterionMeanings.UnitsScored },
        new("counts", "Số từng loại", row => Cell.Of(row.Score!.Counts)) { Meaning = CriterionMeanings.Counts },
        new("figureNoun", "Đơn vị tính của số liệu", row => Cell.Of(row.Criterion.FigureNoun)) { Meaning = CriterionMeanings.FigureNoun },
        new("statement", "Mức, nội dung đạt", row => Cell.Of(row.Score!.Statement)) { Meaning = CriterionMeanings.Statement },
        new("scoringText", "Nguyên văn hướng dẫn chấm", row => Cell.Of(row.Criterion.ScoringText)) { Meaning = CriterionMeanings.ScoringText },
        Note,
    ];

    private static readonly Column<ScorecardLine> Note = new("note", "Ghi chú thẩm định", row => Cell.Of(row.Score?.Note)) { Meaning = CriterionMeanings.Note };

    private static List<ReleaseCriterion> Below(IReadOnlyList<ReleaseCriterion> criteria, int index) =>
        [.. criteria.Skip(index + 1).TakeWhile(other => other.Depth > criteria[index].Depth).Where(other => other.IsLeaf)];

    private ReleaseScore? Own(ReleaseCriterion leaf) => _byLeaf[leaf.Position].FirstOrDefault(row => row.Unit == Year.Result.UnitCode).Score;

    private ScorecardLine Leaf(ReleaseCriterion leaf)
    {
        var (own, all) = (Own(leaf), _byLeaf[leaf.Position].Select(row => row.Score.Points).OfType<decimal>().ToList());
        var inScale = leaf.Component.IsInScale();
        return new(leaf, own)
        {
            IsInScale = inScale,
            Points = own?.Points,
            Effect = Effect(leaf),
            Most = own?.Points is null ? 0 : leaf.MaxScore,
            Median = own?.Points is null ? null : Median.Of(all),
            AtMost = inScale ? (all.Count(points => points == leaf.MaxScore), all.Count) : null,
            Lost = inScale && own?.Points is { } points ? Loss(leaf.MaxScore - points) : null,
        };
    }

    private ScorecardLine Above(ReleaseCriterion node, List<ReleaseCriterion> leaves)
    {
        var counted = leaves.Summed(leaf => leaf.Component);
        var inScale = counted.Any(leaf => leaf.Component.IsInScale());
        var applied = counted.Where(leaf => Own(leaf)?.Points is not null).ToList();
        if (applied.Count == 0)
        {
            return new(node, null) { IsInScale = inScale };
        }

        var most = applied.Sum(leaf => leaf.MaxScore);
        var effect = applied.Sum(leaf => Effect(leaf)!.Value);
        var others = counted.SelectMany(leaf => _byLeaf[leaf.Position].Where(row => row.Score.Points is not null).Select(row => (row.Unit, Points: row.Score.Points!.Value, leaf.MaxScore)))
            .GroupBy(row => row.Unit).Where(unit => unit.Sum(row => row.MaxScore) == most).Select(unit => unit.Sum(row => row.Points));
        return new(node, null)
        {
            IsInScale = inScale,
            Points = Math.Abs(effect),
            Effect = effect,
            Most = inScale ? most : 0,
            Median = inScale ? Median.Of(others) : null,
            Lost = inScale ? Loss(most - effect) : null,
        };
    }

    private decimal? Effect(ReleaseCriterion leaf) => Own(leaf)?.Points is { } points ? leaf.Component.Effect(points) : null;

    private decimal? Loss(decimal points) => Year.Result.Scale is { } scale and > 0 ? 100 * points / scale : null;
}
