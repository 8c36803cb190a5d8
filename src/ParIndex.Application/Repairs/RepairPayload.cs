using ParIndex.Domain.Criteria;

namespace ParIndex.Application.Repairs;

/// <summary>What a repair of one node of a criteria set shall say of it; what is not named here stays.</summary>
/// <param name="NodeId">The node.</param>
/// <param name="SetVersion">The version of the set it was asked for.</param>
/// <param name="Name">Wording.</param>
/// <param name="MaxScore">Points at most, above 0.</param>
/// <param name="Rule">How it is scored, as a rule is stored.</param>
public sealed record RepairPayload(Guid NodeId, Guid SetVersion, string Name, decimal MaxScore, string Rule)
{
    /// <summary>The decision's own scoring text, or <c>null</c>.</summary>
    public string? ScoringText { get; init; }

    /// <summary>The evidence asked for, or <c>null</c>.</summary>
    public string? EvidenceAsked { get; init; }

    /// <summary>What raw figures count, or <c>null</c>.</summary>
    public string? FigureNoun { get; init; }

    /// <summary>Decimals of points, 0…4.</summary>
    public int Decimals { get; init; }

    /// <summary>Decimals of raw figures, 0…4.</summary>
    public int FigureDecimals { get; init; }

    /// <summary>The repair that makes a node say this.</summary>
    public static RepairPayload Of(CriteriaSet set, Criterion node, CriterionContent content)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(content);
        return new(node.Id, set.Version, content.Name, content.MaxScore, content.Rule.ToJson())
        {
            ScoringText = content.ScoringText,
            EvidenceAsked = content.EvidenceAsked,
            FigureNoun = content.FigureNoun,
            Decimals = content.Decimals,
            FigureDecimals = content.FigureDecimals,
        };
    }

    /// <summary>Everything the node then says.</summary>
    public CriterionContent Content(Criterion node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.Code, Name, MaxScore)
        {
            Component = node.Component,
            NameEn = node.NameEn,
            Rule = LeafRule.FromJson(Rule),
            Decimals = Decimals,
            EvidenceAsked = EvidenceAsked,
            AppraisingBody = node.AppraisingBody,
            ScoringText = ScoringText,
            Remark = node.Remark,
            FigureNoun = FigureNoun,
            FigureDecimals = FigureDecimals,
        };
    }
}
