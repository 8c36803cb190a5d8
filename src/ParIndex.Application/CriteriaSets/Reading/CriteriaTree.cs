using System.Text.RegularExpressions;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>Puts rows together as a tree by their codes, and checks it as the set itself does.</summary>
internal sealed partial class CriteriaTree
{
    private readonly List<CriteriaRow> _rows = [];
    private readonly Dictionary<string, CriteriaRow> _byCode = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    internal CriteriaTree(List<CriteriaRow> rows, ProblemList problems)
    {
        _problems = problems;
        foreach (var row in rows)
        {
            if (!_byCode.TryAdd(row.Code, row))
            {
                Block(AnnexWords.CodeTwice(row.Code, _byCode[row.Code].Place), row);
            }
            else if (row.Parent is { } parent && !_rows.Exists(above => above.Code == parent))
            {
                Block(AnnexWords.ParentMissing(row.Code, parent), row);
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
        if (!_problems.Block)
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
            Block(AnnexWords.MaximumMissing(row.Code), row);
            return null;
        }

        if (row.MaxScore is null)
        {
            Warn(AnnexWords.MaximumAddedUp(row.Code, max), row);
        }

        var component = ComponentOf(row);
        if (row.SignedMaximum is { } signed)
        {
            if (component.IsInScale())
            {
                _problems.Stop(PrintedPoints.OutOfPlace(signed.Text), signed.Place, row.Row);
                return null;
            }

            component = PrintedPoints.IsTaken(signed.Text) ? Component.Penalty : Component.Bonus;
        }

        var rule = isLeaf ? Rule(row, max, component) : LeafRule.Default;
        if (!isLeaf && row.Scoring.Count > 0)
        {
            Warn(AnnexWords.RuleOfNoLeaf(row.Code, row.Worded), row);
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
                ScoringText = isLeaf ? row.ScoringText : Joined(row.ScoringText, row.Worded),
                Remark = row.Remark,
                FigureNoun = row.FigureNoun,
                FigureDecimals = row.FigureDecimals,
            },
            row.Parent,
            Above(row).Count(),
            isLeaf,
            row.Place,
            row.Row.Index);
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
        if (row.GivenRule is { } given)
        {
            row.ScoringText = Joined(row.ScoringText, text);
            return given;
        }

        if (text.Length == 0)
        {
            return component == Component.Survey ? new SurveyRule() : LeafRule.Default;
        }

        if (RuleWording.Written(text) is { } written)
        {
            return written;
        }

        row.ScoringText = Joined(row.ScoringText, text);
        if (RuleWording.Read(component == Component.Penalty ? [.. row.Scoring.Select(line => line with { Points = line.Points is { } points ? Math.Abs(points) : null })] : row.Scoring, max, component) is { } rule)
        {
            return rule;
        }

        Warn(AnnexWords.RuleUnclear(row.Code, text), row);
        return LeafRule.Default;
    }

    /// <summary>The decision's text and the words beside it, each once.</summary>
    private static string Joined(string printed, string worded) => printed.Length == 0 || worded == printed ? worded : worded.Length == 0 ? printed : $"{printed}\n{worded}";

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

    private Component? Titled(CriteriaRow row)
    {
        var name = Before().Replace(VietnameseText.Fold(row.Name), "");
        return name.StartsWith("diem cong", StringComparison.Ordinal) || name.StartsWith("diem thuong", StringComparison.Ordinal) ? Component.Bonus
            : name.StartsWith("diem tru", StringComparison.Ordinal) ? Component.Penalty
            : IsSurvey(name) || VietnameseText.Fold(row.Worded).StartsWith("dieu tra", StringComparison.Ordinal) || ComponentWords.Read(row.Worded) == Component.Survey ? Component.Survey
            : Children(row).Any() && Bracket().Matches(row.Name).Any(found => IsSurvey(VietnameseText.Fold(found.Groups["in"].Value))) ? Component.Survey
            : null;
    }

    private static bool IsSurvey(string folded) =>
        folded.StartsWith("dieu tra xa hoi hoc", StringComparison.Ordinal) || folded.StartsWith("dieu tra xhh", StringComparison.Ordinal) || folded.StartsWith("qua dieu tra xa hoi hoc", StringComparison.Ordinal);

    /// <summary>Checks every level as the set itself does, then what the annex states in rows of its own.</summary>
    private void CheckAsSet(List<DraftNode> nodes, IReadOnlyList<StatedSum> sums)
    {
        var set = new CriteriaDraft([], nodes, [], []).ToSet(0, "", "?");
        foreach (var problem in set.Problems())
        {
            var row = problem.Node is { } node ? _byCode[node.Code] : null;
            _problems.Stop(problem.Finding, row?.Place, row?.Row);
        }

        foreach (var sum in sums)
        {
            Check(sum, sums, nodes, set);
        }
    }

    /// <summary>A sum is of a node above the criterion before it, or of the whole set; the last is of the whole unless it says otherwise.</summary>
    private void Check(StatedSum sum, IReadOnlyList<StatedSum> sums, List<DraftNode> nodes, CriteriaSet set)
    {
        var mayBePart = sum.IsOfPart || sum != sums[^1];
        var above = sum.After is { } last ? Above(_byCode[last]).Select(row => nodes.First(node => node.Content.Code == row.Code)).ToList() : [];
        if ((sum.Points == set.MaxScore && !sum.IsOfPart) || (mayBePart && above.Exists(node => node.Content.MaxScore == sum.Points)))
        {
            return;
        }

        var of = sum.IsOfPart ? above.LastOrDefault(node => node.Depth == 1) : null;
        _problems.Stop(of is null ? AnnexWords.SumDiffers(sum.Points, set.MaxScore) : AnnexWords.SumOfPartDiffers(of.Content.Code, sum.Points, of.Content.MaxScore), sum.Place, sum.Row);
    }

    private void Block(Finding finding, CriteriaRow row) => _problems.Stop(finding, row.Place, row.Row);

    private void Warn(Finding finding, CriteriaRow row) => _problems.Warn(finding, row.Place, row.Row);

    /// <summary>“Phần B.”, “Kết quả”: what stands before the words that tell the part of the total.</summary>
    [GeneratedRegex(@"^(?:phan (?:[a-h] )?|muc |ket qua |noi dung |cac tieu chi |tieu chi )+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\((?<in>[^()]*)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();
}
