using ParIndex.Domain.Criteria;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>What a person says a row of the annex is.</summary>
public enum RowMeaning
{
    /// <summary>What was understood.</summary>
    AsRead,

    /// <summary>A node of the tree with a code of its own.</summary>
    Node,

    /// <summary>A line of the scoring of the criterion above, and no criterion.</summary>
    Scoring,

    /// <summary>The rest of the row above, as after a page break.</summary>
    Merge,

    /// <summary>Nothing of the set.</summary>
    Drop,
}

/// <summary>What a person corrected at one row of an annex; what is <c>null</c> stays as it was read. Texts are as typed, and judged when the row is read.</summary>
/// <param name="Row">The row's place in its table, from 0.</param>
public sealed record RowCorrection(int Row)
{
    /// <summary>What the row is.</summary>
    public RowMeaning Meaning { get; init; }

    /// <summary>Its code, whole.</summary>
    public string? Code { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its maximum, points.</summary>
    public string? MaxScore { get; init; }

    /// <summary>Its rule, as this software writes rules.</summary>
    public string? Rule { get; init; }

    /// <summary>The part of the total, by its word.</summary>
    public string? Component { get; init; }

    /// <summary>Whether nothing is corrected.</summary>
    public bool IsNothing => this == new RowCorrection(Row);

    /// <summary>What is said of a node; nothing of it holds for a row that is none.</summary>
    internal bool IsOfNode => Meaning == RowMeaning.Node || (Meaning == RowMeaning.AsRead && Code is not null);

    /// <summary>The same without what the row says already; a row that is no node says nothing of one.</summary>
    /// <param name="read">The annex as read without this correction.</param>
    internal RowCorrection Against(CriteriaDraft read)
    {
        if (Meaning is RowMeaning.Scoring or RowMeaning.Merge or RowMeaning.Drop)
        {
            return new(Row) { Meaning = Meaning };
        }

        var node = read.Nodes.FirstOrDefault(known => known.Row == Row)?.Content;
        return this with
        {
            Code = Given(Code, node is not null && CriterionCode.Read(Code) == node.Code),
            Name = Given(Name, node is not null && VietnameseText.Normalize(Name ?? "") == node.Name),
            MaxScore = Given(MaxScore, node is not null && PrintedPoints.Read(MaxScore ?? "").Value == node.MaxScore),
            Rule = Given(Rule, node is not null && RuleWording.Written(Rule ?? "") == node.Rule),
            Component = Given(Component, node is not null && ComponentWords.Read(Component ?? "") == node.Component),
        };
    }

    private static string? Given(string? typed, bool isRead) => string.IsNullOrWhiteSpace(typed) || isRead ? null : typed.Trim();
}
