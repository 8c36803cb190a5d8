namespace ParIndex.Domain.Releases;

/// <summary>A stretch of a sentence made from data; figures stand out.</summary>
public readonly record struct Run(string Text, bool Strong = false);
