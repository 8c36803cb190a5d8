namespace ParIndex.Domain.Imports;

/// <summary>A file as it was brought.</summary>
/// <param name="FileName">Its name, for people.</param>
/// <param name="Content">Its bytes, or the text that was pasted, as UTF-8.</param>
public sealed record ImportSource(string FileName, byte[] Content);
