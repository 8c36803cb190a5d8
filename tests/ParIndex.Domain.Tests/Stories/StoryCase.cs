using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Tests.Stories;

/// <summary>Small releases whose figures follow from the points of their leaves, as a round's do.</summary>
internal static class StoryCase
{
    public static readonly RatingScheme Bands = RatingScheme.Parse("Tốt=80,Khá=70,Trung bình=0");

    /// <summary>A field with the code before the first dot stands above every leaf.</summary>
    public static ReleaseCriterion[] Tree(params ReleaseCriterion[] leaves)
    {
        var nodes = new List<ReleaseCriterion>();
        foreach (var leaf in leaves)
        {
            var field = leaf.Code.Split('.')[0];
            if (nodes.TrueForAll(node => node.Code != field))
            {
                nodes.Add(Node(nodes.Count, field, depth: 1));
            }

            nodes.Add(Node(nodes.Count, leaf.Code, depth: 2, leaf));
        }

        return [.. nodes];
    }

    public static ReleaseCriterion Leaf(string code, decimal max, string? rule = null, Component component = Component.Appraisal, string? name = null) =>
        new() { Position = 0, Depth = 2, Code = code, Name = name ?? $"Tiêu chí {code}", MaxScore = max, Component = component, IsLeaf = true, Rule = LeafRule.Parse(rule ?? "trực tiếp").ToJson() };

    /// <summary>A release of one group; the points stand in the order of the leaves, <c>null</c> where one did not apply.</summary>
    public static Release Release(int year, ReleaseCriterion[] tree, params (string Unit, decimal?[] Points)[] units)
    {
        var leaves = tree.Where(node => node.IsLeaf).ToList();
        var rows = units.Select((unit, position) => Row(position, unit.Unit, leaves, unit.Points)).ToList();
        return Release(year, tree, [.. rows.Select(row => row.With(rank: 1 + rows.Count(other => other.Index > row.Index), isTied: rows.Count(other => other.Index == row.Index) > 1))]);
    }

    public static Release Release(int year, ReleaseCriterion[] tree, IEnumerable<ReleaseResult> rows, IEnumerable<ReleaseReference>? references = null) => new(
        "Tỉnh Lai Châu", year, 1, ReleaseChange.Initial, isArchive: false, default,
        [new("so-nganh", "Sở, ban, ngành", nameEn: null, 0, 1, rows, references ?? [], tree) { Ratings = Bands }]);

    public static UnitScorecard Card(Release release, string unit)
    {
        var year = UnitYear.Find(release, unit)!;
        return new(year, year.Group.Criteria, year.Group.Results.SelectMany(result => result.Scores.Select(score => (result.UnitCode, score))));
    }

    /// <summary>The same row with other findings.</summary>
    public static ReleaseResult With(this ReleaseResult row, int? rank = null, bool isTied = false, decimal? change = null, bool? isComparable = null, string? list = null, string? ratingReason = null, string? nameAsPrinted = null) => new(row.Scores)
    {
        Position = row.Position,
        UnitCode = row.UnitCode,
        UnitName = row.UnitName,
        AppraisalScore = row.AppraisalScore,
        Bonus = row.Bonus,
        Penalty = row.Penalty,
        TotalScore = row.TotalScore,
        Scale = row.Scale,
        ScaleSource = row.ScaleSource,
        Index = row.Index,
        Rating = row.Rating,
        Rank = rank ?? row.Rank,
        IsTied = isTied,
        Change = change,
        IsComparable = isComparable,
        RankingList = list,
        RatingReason = ratingReason,
        NameAsPrinted = nameAsPrinted,
    };

    public static ReleaseResult Row(int position, string unit, IReadOnlyList<ReleaseCriterion> leaves, decimal?[] points)
    {
        var scored = leaves.Zip(points).ToList();
        var inScale = scored.Where(leaf => leaf.First.Component.IsInScale() && leaf.Second is not null).ToList();
        var (bonus, penalty) = (Sum(scored, Component.Bonus), Sum(scored, Component.Penalty));
        var (scale, total) = (inScale.Sum(leaf => leaf.First.MaxScore), inScale.Sum(leaf => leaf.Second) + (bonus ?? 0) - (penalty ?? 0));
        var index = Rounding.HalfAwayFromZero(100 * total!.Value / scale, 2);
        return new(scored.Select(leaf => new ReleaseScore { Position = leaf.First.Position, CriterionCode = leaf.First.Code, Points = leaf.Second, NotApplicable = leaf.Second is null ? "Không có" : null }))
        {
            Position = position,
            UnitCode = unit,
            UnitName = unit,
            AppraisalScore = inScale.Sum(leaf => leaf.Second),
            Bonus = bonus,
            Penalty = penalty,
            TotalScore = total,
            Scale = scale,
            ScaleSource = ScaleSource.Derived,
            Index = index,
            Rating = Bands.BandOf(index).Label,
        };
    }

    private static decimal? Sum(IEnumerable<(ReleaseCriterion Leaf, decimal? Points)> scored, Component component) =>
        scored.Where(leaf => leaf.Leaf.Component == component).Aggregate((decimal?)null, (sum, leaf) => (sum ?? 0) + (leaf.Points ?? 0));

    private static ReleaseCriterion Node(int position, string code, int depth, ReleaseCriterion? leaf = null) => new()
    {
        Position = position,
        Depth = depth,
        Code = code,
        Name = leaf?.Name ?? $"Lĩnh vực {code}",
        MaxScore = leaf?.MaxScore ?? 0,
        Component = leaf?.Component ?? Component.Appraisal,
        IsLeaf = leaf is not null,
        Rule = leaf?.Rule,
    };
}
