using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Puts rows together as a tree by their codes, and checks it as the set itself does.</summary>
internal sealed class CriteriaTree
{
    private readonly List<CriteriaRow> _rows = [];
    private readonly Dictionary<string, CriteriaRow> _byCode = new(StringComparer.Ordinal);
    private readonly List<DraftProblem> _problems;

    internal CriteriaTree(List<CriteriaRow> rows, List<DraftProblem> problems)
    {
        _problems = problems;
        foreach (var row in rows)
        {
            if (!_byCode.TryAdd(row.Code, row))
            {
                Block(AnnexWords.CodeTwice(row.Code, _byCode[row.Code].Place), row.Place);
            }
            else if (row.Parent is { } parent && !_rows.Exists(above => above.Code == parent))
            {
                Block(AnnexWords.ParentMissing(row.Code, parent), row.Place);
            }
            else
            {
                _rows.Add(row);
            }
        }
    }

    /// <summary>The nodes; everything wrong with them is added to the problems.</summary>
    internal List<DraftNode> Nodes(IReadOnlyList<StatedSum> sums)
    {
        var nodes = _rows.Select(Node).OfType<DraftNode>().ToList();
        if (!_problems.Exists(problem => problem.Blocks))
        {
            CheckAsSet(nodes, sums);
        }

        return nodes;
    }

    private DraftNode? Node(CriteriaRow row)
    {
        var isLeaf = !_rows.Exists(other => other.Parent == row.Code);
        if ((row.MaxScore ?? (isLeaf ? null : Sum(row))) is not { } max)
        {
            Block(AnnexWords.MaximumMissing(row.Code), row.Place);
            return null;
        }

        if (row.MaxScore is null)
        {
            Warn(AnnexWords.MaximumAddedUp(row.Code, max), row.Place);
        }

        var component = ComponentOf(row);
        var rule = isLeaf ? Rule(row, max, component) : LeafRule.Default;
        if (!isLeaf && row.Scoring.Count > 0)
        {
            Warn(AnnexWords.RuleOfNoLeaf(row.Code, row.Worded), row.Place);
        }

        return new(
            new CriterionContent(row.Code, row.Name, max)
            {
                Component = component,
                Rule = rule,
                Decimals = row.Decimals,
                EvidenceAsked = row.Evidence,
                AppraisingBody = row.Body,
                NameEn = row.NameEn,
                ScoringText = isLeaf ? row.ScoringText : "",
                Remark = row.Remark,
                FigureNoun = isLeaf ? row.FigureNoun : "",
                FigureDecimals = row.FigureDecimals,
            },
            row.Parent,
            Above(row).Count(),
            isLeaf,
            row.Place);
    }

    private decimal? Sum(CriteriaRow row)
    {
        var sum = Children(row).Sum(child => child.MaxScore ?? Sum(child) ?? 0);
        return sum > 0 ? sum : null;
    }

    private IEnumerable<CriteriaRow> Children(CriteriaRow row) => _rows.Where(other => other.Parent == row.Code);

    /// <summary>The rule as written by this software, or as understood of the decision's words, which are kept then.</summary>
    private LeafRule Rule(CriteriaRow row, decimal max, Component component)
    {
        var text = row.Worded;
        if (text.Length == 0)
        {
            return component == Component.Survey ? new SurveyRule() : LeafRule.Default;
        }

        if (RuleWording.Written(text) is { } written)
        {
            return written;
        }

        row.ScoringText = row.ScoringText.Length == 0 ? text : row.ScoringText;
        if (RuleWording.Read(row.Scoring, max, component) is { } rule)
        {
            return rule;
        }

        Warn(AnnexWords.RuleUnclear(row.Code, text), row.Place);
        return LeafRule.Default;
    }

    /// <summary>Its own word, or what a title says, or that of the node above; above leaves of one part, that part.</summary>
    private Component ComponentOf(CriteriaRow row)
    {
        if (Above(row).Select(at => at.Component ?? Titled(at)).FirstOrDefault(said => said is not null) is { } known)
        {
            return known;
        }

        var below = Children(row).Select(ComponentOf).Distinct().ToList();
        return below.Count == 1 ? below[0] : Component.Appraisal;
    }

    /// <summary>The row and all above it.</summary>
    private IEnumerable<CriteriaRow> Above(CriteriaRow row)
    {
        for (var at = row; at is not null; at = at.Parent is { } parent ? _byCode.GetValueOrDefault(parent) : null)
        {
            yield return at;
        }
    }

    private static Component? Titled(CriteriaRow row)
    {
        var name = VietnameseText.Fold(row.Name);
        return name.StartsWith("diem cong", StringComparison.Ordinal) || name.StartsWith("diem thuong", StringComparison.Ordinal) ? Component.Bonus
            : name.StartsWith("diem tru", StringComparison.Ordinal) ? Component.Penalty
            : name.StartsWith("dieu tra xa hoi hoc", StringComparison.Ordinal) || VietnameseText.Fold(row.Worded).StartsWith("dieu tra", StringComparison.Ordinal) || ComponentWords.Read(row.Worded) == Component.Survey ? Component.Survey
            : null;
    }

    private void CheckAsSet(List<DraftNode> nodes, IReadOnlyList<StatedSum> sums)
    {
        var draft = new CriteriaDraft([], nodes, [], []);
        var set = draft.ToSet(0, "", "?");
        foreach (var problem in set.Problems())
        {
            Block(problem.Finding, nodes.Find(node => node.Content.Code == problem.Node?.Code)?.Place);
        }

        // The last sum is the whole set's, unless it says otherwise; those before it may be of a node.
        foreach (var sum in sums.Where(sum => sum.Points != set.MaxScore && !((sum.IsOfPart || sum != sums[^1]) && nodes.Exists(node => node.Content.MaxScore == sum.Points))))
        {
            Block(AnnexWords.SumDiffers(sum.Points, set.MaxScore), sum.Place);
        }
    }

    private void Block(Finding finding, CellPlace? place) => _problems.Add(new(finding, place, Blocks: true));

    private void Warn(Finding finding, CellPlace place) => _problems.Add(new(finding, place, Blocks: false));
}
