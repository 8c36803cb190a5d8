using ParIndex.Domain.Criteria;

namespace ParIndex.Web.Pages.Workspace.CriteriaSets;

/// <summary>What a person decides of one criterion.</summary>
public sealed record LineageDecision
{
    public Guid Id { get; init; }

    /// <summary>Its code in the year before; blank for a new criterion.</summary>
    public string? EarlierCode { get; init; }

    public bool Comparable { get; init; }
}

/// <summary>A criterion beside the one it continues.</summary>
public sealed record CompareRow(Criterion Node, int Depth, Criterion? Earlier, LineageChange Change, bool Comparable)
{
    internal static CompareRow Of((Criterion Node, int Depth) entry, Criterion? earlier, bool comparable) =>
        new(entry.Node, entry.Depth, earlier, earlier is null ? LineageChange.New : LineageProposal.Change(earlier, entry.Node), comparable);

    /// <summary>The code as typed, when it was not accepted.</summary>
    public string? Typed { get; init; }

    /// <summary>What changed, in words.</summary>
    public string Word => Change switch
    {
        LineageChange.New => "Mới",
        LineageChange.Same => "Giữ nguyên",
        LineageChange.Reworded => "Đổi câu chữ",
        _ => "Đổi điểm tối đa",
    };
}
