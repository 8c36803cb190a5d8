namespace ParIndex.Domain;

/// <summary>Why the rules refuse what a correct form asked for: the state, the deadline, the own unit, or somebody who was faster.</summary>
/// <param name="Reason">Which rule and why, a Vietnamese sentence for the person who asked.</param>
/// <param name="IsOfRights">Whether this person has no right to it, whatever the state: the audit log tells such a refusal.</param>
public sealed record Refusal(string Reason, bool IsOfRights = false)
{
    /// <summary>What was entered that only the rules can judge, by its name, where it is that and not the state: told beside it, as whatever is entered wrong.</summary>
    public string? Entry { get; init; }
}
