using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets;

/// <summary>A leaf beside the one of an earlier year that it seems to continue.</summary>
/// <param name="Earlier">The earlier one.</param>
/// <param name="Later">The one that seems to continue it.</param>
/// <param name="Change">What changed.</param>
public sealed record LeafChange(Criterion Earlier, Criterion Later, LineageChange Change);

/// <summary>What a set changes of its group's set of an earlier year, as the program understands it; a person decides.</summary>
/// <param name="Earlier">The set before.</param>
/// <param name="Changed">The leaves with another maximum or another wording, in the order of the later set.</param>
/// <param name="Added">The leaves that seem to continue none.</param>
/// <param name="Dropped">The earlier leaves that none seems to continue.</param>
public sealed record YearDifference(CriteriaSet Earlier, IReadOnlyList<LeafChange> Changed, IReadOnlyList<Criterion> Added, IReadOnlyList<Criterion> Dropped)
{
    /// <summary>The leaves whose maximum changed.</summary>
    public int OtherMaxima => Changed.Count(pair => pair.Change == LineageChange.MaximumChanged);

    /// <summary>Whether both have the same leaves.</summary>
    public bool IsNothing => Changed.Count + Added.Count + Dropped.Count == 0;

    /// <summary>Compares two sets of one group.</summary>
    public static YearDifference Of(CriteriaSet earlier, CriteriaSet later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        var continued = LineageProposal.Of(earlier, later);
        var pairs = later.Leaves.Where(continued.ContainsKey).Select(leaf => new LeafChange(continued[leaf], leaf, LineageProposal.Change(continued[leaf], leaf))).ToList();
        return new(earlier, [.. pairs.Where(pair => pair.Change != LineageChange.Same)], [.. later.Leaves.Except(continued.Keys)], [.. earlier.Leaves.Except(pairs.Select(pair => pair.Earlier))]);
    }
}
