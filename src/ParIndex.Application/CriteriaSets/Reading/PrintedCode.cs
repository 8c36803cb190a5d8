using ParIndex.Application.Reading;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>The code of a row as printed, and where it and the name stand.</summary>
/// <param name="Code">The code, or <c>null</c>.</param>
/// <param name="Lines">The lines of the name without it.</param>
/// <param name="Stands">The column in which the code stands.</param>
/// <param name="NameStands">The column in which the name stands: that of the code where a heading is merged over both.</param>
internal sealed record PrintedCode(string? Code, string Lines, CriteriaMeaning Stands, CriteriaMeaning NameStands)
{
    /// <summary>The code in its cell, or before the name.</summary>
    internal static PrintedCode In(AnnexRow row)
    {
        var name = row.Cell(CriteriaMeaning.Name);
        var cell = row.Cell(CriteriaMeaning.Code);
        var lines = name?.Lines ?? "";
        if (cell is { Text.Length: > 0 } && cell.Text.Any(char.IsLetterOrDigit))
        {
            // Merged over code and name, the heading of a field stands in the first column.
            return cell.IsRepeated ? Of(code: null, lines)
                : lines.Length == 0 && LeadingCode.In(cell.Lines) is { } heading ? new(heading.Code, heading.Lines, CriteriaMeaning.Code, CriteriaMeaning.Code)
                : new(cell.Text, lines, CriteriaMeaning.Code, CriteriaMeaning.Name);
        }

        var signed = cell is { Text.Length: > 0, IsRepeated: false } && !CellText.IsAbsent(cell.Text) ? $"{cell.Text} {lines}" : lines;
        return name is { IsRepeated: false } && LeadingCode.In(lines) is { } found ? Of(found.Code, found.Lines) : Of(code: null, signed);
    }

    /// <summary>The row as text without a code: what stands in the column of codes is part of it.</summary>
    internal static PrintedCode Without(AnnexRow row) =>
        Of(code: null, string.Join(' ', new[] { row.Own(CriteriaMeaning.Code), row.Own(CriteriaMeaning.Name) }.OfType<SourceCell>().Select(cell => cell.Lines)));

    private static PrintedCode Of(string? code, string lines) => new(code, lines, CriteriaMeaning.Name, CriteriaMeaning.Name);
}
