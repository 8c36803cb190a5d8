using ParIndex.Application.CriteriaSets;
using ParIndex.Application.CriteriaSets.Reading;
using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What is typed at one row of an annex; the reading itself judges it, so that it is shown with its problem.</summary>
public sealed record RowInput
{
    public int Row { get; init; }

    public RowMeaning Meaning { get; init; }

    public string? Code { get; init; }

    public string? Name { get; init; }

    public string? MaxScore { get; init; }

    public string? Rule { get; init; }

    public string? Component { get; init; }

    /// <summary>Figures to try the rule with; nothing of the correction.</summary>
    public string? Figures { get; init; }

    public RowCorrection Correction => new(Row) { Meaning = Meaning, Code = Code, Name = Name, MaxScore = MaxScore, Rule = Rule, Component = Component };

    /// <summary>What stands in the boxes: what was typed, else what was understood.</summary>
    public static RowInput Of(RowAccount row, DraftNode? node)
    {
        var typed = row.Correction ?? new(row.Index);
        return new()
        {
            Row = row.Index,
            Meaning = typed.Meaning,
            Code = typed.Code ?? node?.Content.Code,
            Name = typed.Name ?? node?.Content.Name,
            MaxScore = typed.MaxScore ?? (node is null ? null : NumberWriter.VietnameseTrimmed(node.Content.MaxScore)),
            Rule = typed.Rule ?? (node is { IsLeaf: true } ? node.Content.Rule.ToString() : null),
            Component = typed.Component ?? (node is null ? null : ComponentWords.Of(node.Content.Component)),
        };
    }
}
