namespace ParIndex.Domain.Ratings;

/// <summary>That a recorded condition holds for a unit.</summary>
/// <param name="Condition">The condition's words (<see cref="RatingCondition.Text"/>).</param>
/// <param name="Decision">What says so: “Quyết định 45/QĐ-UBND ngày 05/11/2026”.</param>
public sealed record RatingRecord(string Condition, string Decision);
