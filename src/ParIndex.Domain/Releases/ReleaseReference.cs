namespace ParIndex.Domain.Releases;

/// <summary>What a reference value measures.</summary>
public enum ReferenceMeasure
{
    /// <summary>A unit's index, per cent.</summary>
    Index,

    /// <summary>The group's mean index, per cent.</summary>
    MeanIndex,

    /// <summary>How many units of the group had the rating that <see cref="ReleaseReference.Label"/> names.</summary>
    UnitsRated,

    /// <summary>How many units of the group rose against the year before.</summary>
    UnitsRisen,

    /// <summary>How many units of the group fell against the year before.</summary>
    UnitsFallen,
}

/// <summary>How a reference value is known.</summary>
public enum ReferenceSource
{
    /// <summary>Printed in the announcement.</summary>
    Quoted,

    /// <summary>Follows by subtraction from a quoted change; was not itself printed.</summary>
    Derived,

    /// <summary>Counted from results published here: this release's own, or that of the year before.</summary>
    Released,
}

/// <summary>A figure that came with an announcement beside its tables. No ranking is ever made from these.</summary>
public sealed class ReleaseReference
{
    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group.</summary>
    public Guid ReleaseGroupId { get; private set; }

    /// <summary>Position in the list, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>What is measured.</summary>
    public required ReferenceMeasure Measure { get; init; }

    /// <summary>The unit, for its index; <c>null</c> for figures of the group.</summary>
    public string? UnitCode { get; init; }

    /// <summary>The rating counted, for <see cref="ReferenceMeasure.UnitsRated"/>.</summary>
    public string? Label { get; init; }

    /// <summary>The year the value is of.</summary>
    public required int Year { get; init; }

    /// <summary>The value: per cent, or a number of units.</summary>
    public required decimal Value { get; init; }

    /// <summary>Where the value comes from.</summary>
    public required ReferenceSource Source { get; init; }

    /// <summary>The same value for a later version of the release.</summary>
    internal ReleaseReference Copy()
    {
        var copy = (ReleaseReference)MemberwiseClone();
        (copy.Id, copy.ReleaseGroupId) = (Guid.CreateVersion7(), Guid.Empty);
        return copy;
    }
}
