using ParIndex.Application.Reading;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>A column of the annex.</summary>
/// <param name="Index">Its place from the left, from 0.</param>
/// <param name="Header">What it is called.</param>
/// <param name="Meaning">What it is read as, or <c>null</c> when it is left out.</param>
/// <param name="Example">The first text in it.</param>
public sealed record DraftColumn(int Index, string Header, CriteriaMeaning? Meaning, string Example);

/// <summary>Something a person must know of the reading.</summary>
/// <param name="Finding">What it is.</param>
/// <param name="Place">Where, or <c>null</c> when it concerns the whole.</param>
/// <param name="Blocks">Whether the set cannot be taken over as long as it holds.</param>
public sealed record DraftProblem(Finding Finding, CellPlace? Place, bool Blocks)
{
    /// <summary>The place of its row in the table, from 0; <c>null</c> when it concerns the whole.</summary>
    public int? Row { get; init; }

    /// <summary>The sentence for people.</summary>
    public string Message => Finding.Text;
}

/// <summary>A node as understood.</summary>
/// <param name="Content">What the annex says of it.</param>
/// <param name="ParentCode">The code of the node above, or <c>null</c> of a field.</param>
/// <param name="Depth">1 for a field.</param>
/// <param name="IsLeaf">Whether it is scored.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Row">The place of its row in the table, from 0.</param>
public sealed record DraftNode(CriterionContent Content, string? ParentCode, int Depth, bool IsLeaf, CellPlace Place, int Row);

/// <summary>What was understood of an annex; nothing of it is stored.</summary>
/// <param name="Columns">The columns and what they were read as.</param>
/// <param name="Nodes">The tree in its order.</param>
/// <param name="Problems">Everything to be said, what blocks first.</param>
/// <param name="Remarks">What the reader of the file passed over.</param>
public sealed record CriteriaDraft(IReadOnlyList<DraftColumn> Columns, IReadOnlyList<DraftNode> Nodes, IReadOnlyList<DraftProblem> Problems, IReadOnlyList<Finding> Remarks)
{
    /// <summary>What every row of the annex became, in its order.</summary>
    public IReadOnlyList<RowAccount> Rows { get; init; } = [];

    /// <summary>Whether nothing blocks.</summary>
    public bool CanBeAccepted => Nodes.Count > 0 && !Problems.Any(problem => problem.Blocks);

    /// <summary>Whether the nodes make a tree, whatever else is wrong: each code once, and none before the one it stands under.</summary>
    public bool IsTree
    {
        get
        {
            var known = new HashSet<string>(StringComparer.Ordinal);
            return Nodes.All(node => (node.ParentCode is null || known.Contains(node.ParentCode)) && known.Add(node.Content.Code));
        }
    }

    /// <summary>Leaves, those that are scored.</summary>
    public int LeafCount => Nodes.Count(node => node.IsLeaf);

    /// <summary>The set as understood.</summary>
    /// <exception cref="RefusedException">A code twice; see <see cref="IsTree"/>.</exception>
    public CriteriaSet ToSet(int year, string groupSlug, string title, bool isSample = false)
    {
        var set = new CriteriaSet(year, groupSlug, title) { IsSample = isSample };
        var byCode = new Dictionary<string, Criterion>(StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            byCode.Add(node.Content.Code, set.Add(node.Content, node.ParentCode is { } parent ? byCode[parent] : null));
        }

        return set;
    }
}
