namespace ParIndex.Domain.Ratings;

/// <summary>One step of a rating scheme: its label and the index, in per cent and inclusive, from which it is given.</summary>
public sealed record RatingBand(string Label, decimal LowerLimit);
