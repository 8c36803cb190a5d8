namespace ParIndex.Domain.Staff;

/// <summary>What of a one-time code is handed over.</summary>
public enum CodePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The first half; the second person has the other.</summary>
    First,

    /// <summary>The second half; who asked has the other.</summary>
    Second,
}

/// <summary>A code to hand to a person, shown once.</summary>
/// <param name="StaffCode">Staff code.</param>
/// <param name="FullName">Full name.</param>
/// <param name="Unit">The unit's name, or <c>null</c>.</param>
/// <param name="Code">The one-time code.</param>
/// <param name="ExpiresAt">Instant from which it is refused, UTC; <c>null</c> while it waits for the second person.</param>
/// <param name="Part">Whether it is a half.</param>
public sealed record IssuedCode(string StaffCode, string FullName, string? Unit, string Code, DateTime? ExpiresAt, CodePart Part = CodePart.Whole);
