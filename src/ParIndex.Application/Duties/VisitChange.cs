namespace ParIndex.Application.Duties;

/// <summary>Where a change is looked at.</summary>
public enum ChangePlace
{
    /// <summary>The course of the scorecard of a key.</summary>
    Course,

    /// <summary>The sheet of the scorecard of a key, or one leaf of it.</summary>
    Sheet,

    /// <summary>The documents of the scorecard of a key.</summary>
    Documents,

    /// <summary>What was asked and answered about the scorecard of a key.</summary>
    Explanations,

    /// <summary>The list of scorecards; of no key.</summary>
    Scorecards,

    /// <summary>The deadlines of the round of a key.</summary>
    Deadlines,

    /// <summary>The public results of the year; of no key.</summary>
    Results,

    /// <summary>Requests that need two persons; of no key.</summary>
    Requests,
}

/// <summary>Something that others did to a person's work since that person was last here.</summary>
/// <param name="At">Instant of the last of it, UTC.</param>
/// <param name="Text">What was done, in Vietnamese.</param>
/// <param name="Place">Where it is looked at.</param>
public sealed record VisitChange(DateTime At, string Text, ChangePlace Place)
{
    /// <summary>Key of the scorecard or round; <c>null</c> where the place has none.</summary>
    public Guid? Subject { get; init; }

    /// <summary>The one leaf it is about, or <c>null</c>.</summary>
    public Guid? Leaf { get; init; }

    /// <summary>The year, of results.</summary>
    public int? Year { get; init; }

    /// <summary>Who did it, by name and unit, as colleagues see it; <c>null</c> where several did or it does not matter.</summary>
    public string? Who { get; init; }
}
