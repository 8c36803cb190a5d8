namespace ParIndex.Domain.Ratings;

/// <summary>What a condition of a rating asks about.</summary>
public enum RatingConditionKind
{
    /// <summary>A scored criterion of the scale that applies to the unit stands at zero; the points say so.</summary>
    CriterionAtZero,

    /// <summary>Something is recorded of the unit with its basis: its head was disciplined, an inspection finding is overdue.</summary>
    Recorded,
}

/// <summary>
/// A condition under which a rating is capped (điều kiện khống chế xếp loại): data of a group and year. The index and the
/// place do not change.
/// </summary>
/// <param name="Kind">What it asks about.</param>
/// <param name="HighestBand">Label of the highest band it leaves.</param>
/// <param name="Text">The condition in the decision's words.</param>
/// <param name="Basis">Its legal basis.</param>
public sealed record RatingCondition(RatingConditionKind Kind, string HighestBand, string Text, string Basis);

/// <summary>A cap of one unit's rating: the highest band left to it, and why.</summary>
/// <param name="HighestBand">Label of the highest band left.</param>
/// <param name="Reason">Why, with the basis; a clause that can stand behind a colon.</param>
public sealed record RatingCap(string HighestBand, string Reason);
