using ParIndex.Domain.Criteria;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>Why a comparison says less than it seems to.</summary>
public enum ComparisonLimit
{
    /// <summary>The scales differ: shares compare, points do not.</summary>
    Scales,

    /// <summary>The units stand in different groups, assessed on different criteria.</summary>
    Groups,

    /// <summary>The units stand in different ranking lists: places do not compare.</summary>
    Lists,

    /// <summary>Of some only totals are known.</summary>
    OnlyTotals,

    /// <summary>Too little of the criteria of the two years compares.</summary>
    Criteria,

    /// <summary>Nobody can say how much of the criteria of the two years compares, or there is no figure.</summary>
    Unknown,

    /// <summary>Other years lie between the two, so the release says nothing of a change.</summary>
    YearsApart,

    /// <summary>The unit took in others or came out of others between the two years.</summary>
    Reorganised,
}

/// <summary>One of what is compared: a unit in a year.</summary>
/// <param name="Year">The unit in its year.</param>
/// <param name="Card">Its scorecard; <c>null</c> where only totals are known.</param>
public sealed record ComparedSide(UnitYear Year, UnitScorecard? Card);

/// <summary>A node of the criteria on all sides.</summary>
/// <param name="Criterion">The node as the first side that has it.</param>
/// <param name="Lines">Its line of each side, in their order; <c>null</c> where a side has none like it.</param>
public sealed record ComparedLine(ReleaseCriterion Criterion, IReadOnlyList<ScorecardLine?> Lines)
{
    /// <summary>What each side achieved of what applied to it, per cent; <c>null</c> where nothing applied.</summary>
    public IReadOnlyList<decimal?> Shares => [.. Lines.Select(line => line is { Points: { } points, Most: > 0 } ? 100 * points / line.Most : (decimal?)null)];

    /// <summary>The highest share minus the lowest, percentage points; <c>null</c> where fewer than two sides have one.</summary>
    public decimal? Spread => Shares.OfType<decimal>().ToList() is { Count: > 1 } known ? known.Max() - known.Min() : null;

    /// <summary>The spread weighed by what the node holds of a scale: points that lie between the sides.</summary>
    public decimal? Weight => Spread * Lines.OfType<ScorecardLine>().Max(line => line.Most) / 100;

    /// <summary>The side with the highest share, from 0; <c>null</c> where two share it or fewer than two have one.</summary>
    public int? Best => Spread is > 0 && Shares.Max() is var most && Shares.Count(share => share == most) == 1 ? Shares.ToList().IndexOf(most) : null;
}

/// <summary>
/// Units of a year, or one unit in two years, side by side: each on its own maxima, and with what limits the comparison. What
/// a node of another criteria set continues is told by code and wording, as releases carry them.
/// </summary>
public sealed class SideBySide
{
    /// <summary>How many units of a year stand side by side at most.</summary>
    public const int MostUnits = 6;

    private readonly List<Dictionary<string, ScorecardLine>> _lines;

    /// <param name="sides">Units of a year, or one unit's two years, the earlier first.</param>
    /// <param name="reorganised">The days on which the unit of two years took in others or came out of others.</param>
    public SideBySide(IReadOnlyList<ComparedSide> sides, IReadOnlyCollection<DateOnly> reorganised)
    {
        ArgumentNullException.ThrowIfNull(sides);
        Sides = sides;
        IsOverYears = sides.Select(side => side.Year.Release.Year).Distinct().Count() > 1;
        Limits = [.. LimitsOf(reorganised)];
        // A line of another set is known by the code it would have in the first one.
        var first = sides.FirstOrDefault(side => side.Card is not null);
        _lines = [.. sides.Select(side => LinesOf(side, first?.Card))];
    }

    /// <summary>What is compared, in the order asked for.</summary>
    public IReadOnlyList<ComparedSide> Sides { get; }

    /// <summary>Whether it is one unit in two years.</summary>
    public bool IsOverYears { get; }

    /// <summary>What limits the comparison, in words' order.</summary>
    public IReadOnlyList<ComparisonLimit> Limits { get; }

    /// <summary>Whether the change between two years may be spoken of.</summary>
    public bool IsComparable => !Limits.Any(limit => limit is ComparisonLimit.Criteria or ComparisonLimit.Unknown or ComparisonLimit.YearsApart or ComparisonLimit.Reorganised);

    /// <summary>The fields of the scale, in the order of the first side that has any.</summary>
    public IReadOnlyList<ComparedLine> Fields => [.. Compared(line => line is { Criterion.Depth: 1, IsInScale: true })];

    /// <summary>The leaves in which the sides lie farthest apart, by the points between them; none without two scorecards.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<ComparedLine> Differences(int most) =>
    [
        .. Compared(line => line is { Criterion.IsLeaf: true, IsInScale: true }).Where(line => line.Weight > 0 && ComparesByRule(line))
            .OrderByDescending(line => line.Weight).ThenBy(line => line.Criterion.Position).Take(most),
    ];

    /// <summary>Index, parts and fields of every side as a long table, in every format.</summary>
    public Table<ComparedCell> Table() => new(
        "So sánh " + string.Join("; ", Sides.Select(side => $"{side.Year.Result.UnitName}, {side.Year.Release.Year}")),
        "so-sanh-" + string.Join('-', Sides.Select(side => side.Year.Release.Year).Distinct()),
        [
            new("unit.code", "Mã đơn vị", row => Cell.Of(row.Side.Year.Result.UnitCode)),
            new("unit.name", "Tên đơn vị", row => Cell.Of(row.Side.Year.Result.UnitName)),
            new("year", "Năm", row => Cell.Of(row.Side.Year.Release.Year)),
            new("version", "Lần công bố", row => Cell.Of(row.Side.Year.Release.VersionNumber)),
            new("index", "Chỉ số (%)", row => Cell.Of(row.Side.Year.Result.OfficialIndex, row.Side.Year.Group.IndexDecimals)),
            new("field.code", "Mã lĩnh vực", row => Cell.Of(row.Line?.Criterion.Code)),
            new("field.name", "Lĩnh vực", row => Cell.Of(row.Line?.Criterion.Name)),
            new("points", "Điểm đạt", row => Cell.Of(row.Line is null ? row.Side.Year.Result.TotalScore : row.Line.Points, row.Side.Year.Group.ScoreDecimals)),
            new("maxScore", "Điểm tối đa của đơn vị", row => Cell.Trimmed(row.Line is null ? row.Side.Year.Result.Scale : row.Line.Most)),
        ],
        [.. Sides.SelectMany((side, position) => new[] { new ComparedCell(side, null) }.Concat(Fields.Select(field => field.Lines[position]).OfType<ScorecardLine>().Select(line => new ComparedCell(side, line))))]);

    private IEnumerable<ComparisonLimit> LimitsOf(IReadOnlyCollection<DateOnly> reorganised)
    {
        if (IsOverYears)
        {
            var (from, to) = (Sides[0].Year.Release.Year, Sides[^1].Year.Release.Year);
            if (reorganised.Any(day => day.Year > from && day.Year <= to))
            {
                yield return ComparisonLimit.Reorganised;
            }

            if (from != to - 1)
            {
                yield return ComparisonLimit.YearsApart;
            }
            else if (Sides[^1].Year.Result.WhyNoChange is { } why)
            {
                yield return why == NoChange.NotComparable ? ComparisonLimit.Criteria : ComparisonLimit.Unknown;
            }
        }
        else if (Sides.Select(side => side.Year.Group.Slug).Distinct().Count() > 1)
        {
            yield return ComparisonLimit.Groups;
        }
        else if (Sides.Select(side => side.Year.Result.RankingList).Distinct().Count() > 1)
        {
            yield return ComparisonLimit.Lists;
        }

        if (Sides.Select(side => side.Year.Result.Scale).Distinct().Count() > 1)
        {
            yield return ComparisonLimit.Scales;
        }

        if (Sides.Any(side => side.Card is null))
        {
            yield return ComparisonLimit.OnlyTotals;
        }
    }

    private static Dictionary<string, ScorecardLine> LinesOf(ComparedSide side, UnitScorecard? first)
    {
        if (side.Card is null || first is null)
        {
            return [];
        }

        if (side.Card.Year.Group.Id == first.Year.Group.Id)
        {
            return side.Card.Lines.ToDictionary(line => line.Criterion.Code, StringComparer.Ordinal);
        }

        var continued = LineageProposal.Of([.. first.Lines.Select(line => line.Criterion)], [.. side.Card.Lines.Select(line => line.Criterion)], node => (node.Code, node.Name, node.IsLeaf));
        return side.Card.Lines.ToDictionary(line => continued.TryGetValue(line.Criterion, out var before) ? before.Code : $"{side.Card.Year.Group.Id} {line.Criterion.Code}", StringComparer.Ordinal);
    }

    private IEnumerable<ComparedLine> Compared(Func<ScorecardLine, bool> wanted) => _lines.SelectMany(lines => lines).Where(line => wanted(line.Value)).DistinctBy(line => line.Key, StringComparer.Ordinal)
        .Select(line => new ComparedLine(line.Value.Criterion, [.. _lines.Select(lines => lines.GetValueOrDefault(line.Key))]));

    /// <summary>Points of another part of the total, or by another kind of rule, are other points.</summary>
    private static bool ComparesByRule(ComparedLine line) => line.Lines.OfType<ScorecardLine>().Select(side => (side.Criterion.Component, side.Criterion.ReadRule()?.GetType())).Distinct().Count() == 1;
}

/// <summary>A field of a side, or its total.</summary>
/// <param name="Side">The side.</param>
/// <param name="Line">The field; <c>null</c> for the total.</param>
public sealed record ComparedCell(ComparedSide Side, ScorecardLine? Line);
