namespace ParIndex.Domain.Scoring;

/// <summary>What is known of one leaf of one unit. Three states, never conflated.</summary>
public abstract record LeafState
{
    private LeafState()
    {
    }

    /// <summary>Points were given; 0 is a score like any other.</summary>
    /// <param name="Points">0…the leaf's maximum.</param>
    public sealed record Scored(decimal Points) : LeafState;

    /// <summary>An exemption was recorded: the leaf leaves points and scale.</summary>
    /// <param name="Reason">Why it does not apply to the unit.</param>
    public sealed record NotApplicable(string Reason) : LeafState;

    /// <summary>Applies, and nobody has scored it yet: it stays in the scale, and the result is provisional.</summary>
    public sealed record NotYetScored : LeafState;
}
