using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Releases;

/// <summary>One node of the criteria tree a group was scored by, as it was.</summary>
public sealed class ReleaseCriterion
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group.</summary>
    public Guid ReleaseGroupId { get; private set; }

    /// <summary>Position in the order of the tree, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Depth: 1 for a field.</summary>
    public required int Depth { get; init; }

    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Its wording.</summary>
    public required string Name { get; init; }

    /// <summary>English wording, or <c>null</c>.</summary>
    public string? NameEn { get; init; }

    /// <summary>Points at most.</summary>
    public required decimal MaxScore { get; init; }

    /// <summary>The part of the total its points belong to.</summary>
    public required Component Component { get; init; }

    /// <summary>Whether it was scored itself.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>
    /// How it was scored, word for word as it was released: <see cref="LeafRule.ToJson"/>, or in releases older than that
    /// form the line <see cref="LeafRule.Parse"/> reads; <c>null</c> for a node with children.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>The decision's own scoring text, word for word and line by line; <c>null</c> where it says nothing, or the release is older than this.</summary>
    public string? ScoringText { get; init; }

    /// <summary>What its raw figures count: “nhiệm vụ”; <c>null</c> where nobody said.</summary>
    public string? FigureNoun { get; init; }

    /// <summary>
    /// How it was scored, in either of the forms releases have used. What cannot be read is no other rule: it is taken as
    /// scored by hand, and its text stands beside it. <c>null</c> for a node with children.
    /// </summary>
    public LeafRule? ReadRule()
    {
        try
        {
            return Rule is null ? null : Rule.StartsWith('{') ? LeafRule.FromJson(Rule) : LeafRule.Parse(Rule);
        }
        catch (FormatException)
        {
            return LeafRule.Default;
        }
    }

    /// <summary>The same node for a later version of the release.</summary>
    internal ReleaseCriterion Copy()
    {
        var copy = (ReleaseCriterion)MemberwiseClone();
        (copy.Id, copy.ReleaseGroupId) = (Guid.CreateVersion7(), Guid.Empty);
        return copy;
    }
}

/// <summary>The points of one unit for one leaf, or why the leaf did not apply to it.</summary>
public sealed class ReleaseScore
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The unit's row.</summary>
    public Guid ReleaseResultId { get; private set; }

    /// <summary>The leaf's position in the tree of the group.</summary>
    public required int Position { get; init; }

    /// <summary>The leaf's code.</summary>
    public required string CriterionCode { get; init; }

    /// <summary>Points, or <c>null</c> where the leaf did not apply.</summary>
    public decimal? Points { get; init; }

    /// <summary>Raw figure: achieved, or <c>null</c>.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>How many of each term of a weighted ratio: <c>45+3</c>; else <c>null</c>.</summary>
    public string? Counts { get; init; }

    /// <summary>The statement of the rule that was chosen, in words; <c>null</c> where it has none.</summary>
    public string? Statement { get; init; }

    /// <summary>Raw figure: required, or <c>null</c>.</summary>
    public decimal? Required { get; init; }

    /// <summary>Why the leaf did not apply, or <c>null</c> where it did.</summary>
    public string? NotApplicable { get; init; }

    /// <summary>The note of the appraisal that counts; <c>null</c> where there is none, or the group does not publish notes.</summary>
    public string? Note { get; init; }

    /// <summary>The same points for a later version of the release.</summary>
    internal ReleaseScore Copy()
    {
        var copy = (ReleaseScore)MemberwiseClone();
        (copy.Id, copy.ReleaseResultId) = (Guid.CreateVersion7(), Guid.Empty);
        return copy;
    }
}
