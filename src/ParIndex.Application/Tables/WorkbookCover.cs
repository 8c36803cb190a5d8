namespace ParIndex.Application.Tables;

/// <summary>What the first sheet of a workbook says of all the others.</summary>
/// <param name="Title">Title of the workbook, Vietnamese; also the document's own title.</param>
/// <param name="Facts">Where the figures come from, line by line: source, version, digest, date, address.</param>
/// <param name="Notes">What a reader must know to read the figures, one paragraph each.</param>
public sealed record WorkbookCover(string Title, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<string> Notes)
{
    /// <summary>The author in the document properties: the body that publishes, or this program.</summary>
    public string Creator { get; init; } = "ParIndex";

    /// <summary>What stands at the foot of every printed page of a table beside its number: which release it is of; empty for the title.</summary>
    public string Foot { get; init; } = "";
}
