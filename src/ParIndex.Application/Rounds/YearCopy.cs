namespace ParIndex.Application.Rounds;

/// <summary>A part of a round that can be as it was in the year before.</summary>
public enum CopyPart
{
    /// <summary>Groups with their rules, and their units with their marks.</summary>
    Groups,

    /// <summary>Criteria sets, each criterion continuing the one it is copied from.</summary>
    CriteriaSets,

    /// <summary>What does not apply to whom, with its reason and legal basis.</summary>
    Exemptions,

    /// <summary>Who appraises what.</summary>
    Assignments,

    /// <summary>Deadlines, as many years later.</summary>
    Deadlines,
}

/// <summary>One thing of the year before.</summary>
/// <param name="Part">The part it belongs to.</param>
/// <param name="Group">Name of its group, or <c>null</c> of the round as a whole.</param>
/// <param name="Text">What it is, in Vietnamese.</param>
/// <param name="IsNew">Whether the copy brings it; <c>false</c> for what the round has already.</param>
/// <param name="Left">What of it cannot be as it was, a Vietnamese sentence each.</param>
public sealed record CopyLine(CopyPart Part, string? Group, string Text, bool IsNew, IReadOnlyList<string> Left);

/// <summary>A round beside the same authority's round before it: what a copy brings, what is there, what cannot be.</summary>
/// <param name="Year">The year of the round before.</param>
/// <param name="Lines">Everything of it, by group.</param>
public sealed record YearCopy(int Year, IReadOnlyList<CopyLine> Lines)
{
    /// <summary>Whether a copy of a part would bring anything.</summary>
    public bool Brings(CopyPart part) => Lines.Any(line => line.Part == part && line.IsNew);
}
