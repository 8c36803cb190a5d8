using ParIndex.Application.Reading;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Archives;

/// <summary>A figure of another year, or a count, that an announcement quotes beside its table.</summary>
/// <param name="Group">Slug or name of the group.</param>
/// <param name="Unit">Code or name of the unit, for its index; <c>null</c> for figures of the group.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Label">The rating counted.</param>
/// <param name="Year">The year of the value.</param>
/// <param name="Value">Per cent, or a number of units.</param>
/// <param name="Source">Quoted or derived by subtraction.</param>
/// <param name="Place">Where it stands in its file.</param>
public sealed record QuotedFigure(
    string Group, string? Unit, ReferenceMeasure Measure, string? Label, int Year, decimal Value, ReferenceSource Source, CellPlace Place)
{
    /// <summary>The file it was read from.</summary>
    public string? File { get; init; }

    private static readonly string[] Headers = ["group", "unit", "measure", "label", "year", "value", "source"];

    /// <summary>Reads a CSV with the columns group, unit, measure, label, year, value, source.</summary>
    /// <exception cref="UnreadableTableException">Not of that form, with line and column.</exception>
    public static IReadOnlyList<QuotedFigure> Read(byte[] content, string fileName)
    {
        var rows = SourceTableReader.Read(content, fileName, new WantedTable(_ => 0, HasHeaders)).Rows.Where(row => row.Any(cell => cell.Text.Length > 0)).ToList();
        if (rows.Count == 0 || !IsHeader(rows[0]))
        {
            throw new UnreadableTableException([new(TableWords.QuotedColumns(Headers), rows.Count == 0 ? null : rows[0][0].Place)]);
        }

        var problems = CellReview.Doubts(rows.Skip(1).SelectMany(row => row)).ToList();
        var figures = rows.Skip(1).Select(row => ReadRow(row, problems)).OfType<QuotedFigure>().ToList();
        return problems.Count == 0 ? figures.ConvertAll(figure => figure with { File = fileName }) : throw new UnreadableTableException(problems);
    }

    private static bool HasHeaders(SourceTable table) => table.Rows.FirstOrDefault(row => row.Any(cell => cell.Text.Length > 0)) is { } row && IsHeader(row);

    private static bool IsHeader(IReadOnlyList<SourceCell> row) => row.Select(cell => VietnameseText.Fold(cell.Text)).SequenceEqual(Headers);

    private static QuotedFigure? ReadRow(IReadOnlyList<SourceCell> row, List<ReadingProblem> problems)
    {
        if (row.Count != Headers.Length)
        {
            problems.Add(new(TableWords.QuotedCells(row.Count, Headers.Length), row[0].Place));
            return null;
        }

        var measure = Choice(row[2], problems, Enum.GetValues<ReferenceMeasure>().ToDictionary(ReferenceColumns.Word));
        var year = CountText.Read(row[4].Text).Value;
        var value = ScoreText.Read(row[5].Text, NumberFormat.Percentage);
        var source = Choice(row[6], problems, new Dictionary<string, ReferenceSource> { ["quoted"] = ReferenceSource.Quoted, ["derived"] = ReferenceSource.Derived });
        if (year is not (>= 1990 and <= 2100))
        {
            problems.Add(new(TableWords.QuotedYear(row[4].Text), row[4].Place));
        }

        if (value.Value is null)
        {
            problems.Add(new(TableWords.QuotedValue(row[5].Text, NumberMessages.ForScore(value.Problem ?? NumberProblem.NotANumber, NumberFormat.Percentage)), row[5].Place));
        }

        return measure is null || source is null || year is null || value.Value is null
            ? null
            : new(row[0].Text, NullIfEmpty(row[1].Text), measure.Value, NullIfEmpty(row[3].Text), (int)year.Value, value.Value.Value, source.Value, row[0].Place);
    }

    private static T? Choice<T>(SourceCell cell, List<ReadingProblem> problems, Dictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(cell.Text, out var value))
        {
            return value;
        }

        problems.Add(new(TableWords.QuotedWord(cell.Text, [.. words.Keys]), cell.Place));
        return null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
