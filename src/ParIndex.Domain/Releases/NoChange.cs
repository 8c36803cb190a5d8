namespace ParIndex.Domain.Releases;

/// <summary>Why the change of a row, or of a group's mean, against the year before may not be used.</summary>
public enum NoChange
{
    /// <summary>The figure itself is missing.</summary>
    NoFigure,

    /// <summary>The year before is not known.</summary>
    NoFigureBefore,

    /// <summary>Too little of the criteria compares in the scales of both years.</summary>
    NotComparable,

    /// <summary>Of the year before only totals are known, so nobody can say how much of the criteria compares.</summary>
    ComparabilityUnknown,
}
