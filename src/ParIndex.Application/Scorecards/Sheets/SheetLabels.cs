using ParIndex.Application.Reading;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Application.Scorecards.Sheets;

/// <summary>The locked labels of a sheet: it is taken only when they are all as they were given out.</summary>
internal static class SheetLabels
{
    public const string Code = "Mã";

    public const string Name = "Tiêu chí";

    public const string Maximum = "Điểm tối đa";

    /// <summary>The rows of a sheet by the code of their criterion.</summary>
    /// <exception cref="UnreadableTableException">A label was changed, a row is missing, doubled or strange; every one is told.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<SourceCell>> Rows(IReadOnlyDictionary<string, SourceTable> workbook, string sheet, IReadOnlyList<string> headers, IReadOnlyList<Criterion> criteria)
    {
        if (workbook.GetValueOrDefault(sheet) is not { Rows.Count: > 0 } table)
        {
            throw UnreadableTableException.Of(SheetWords.SheetMissing(sheet));
        }

        var problems = HeaderProblems(table.Rows[0], sheet, headers).ToList();
        var expected = criteria.ToDictionary(criterion => criterion.Code);
        var rows = new Dictionary<string, IReadOnlyList<SourceCell>>(StringComparer.Ordinal);
        foreach (var row in table.Rows.Skip(1).Where(row => row.Any(cell => cell.Text.Length > 0)))
        {
            var code = At(row, 0);
            if (expected.GetValueOrDefault(code.Text) is not { } criterion)
            {
                problems.Add(new(code.Text.Length == 0 ? SheetWords.RowAdded() : SheetWords.CodeUnknown(code.Text), code.Place));
            }
            else if (!rows.TryAdd(code.Text, row))
            {
                problems.Add(new(SheetWords.RowTwice(code.Text), code.Place));
            }
            else
            {
                problems.AddRange(RowProblems(row, criterion));
            }
        }

        problems.AddRange(criteria.Where(criterion => !rows.ContainsKey(criterion.Code)).Select(criterion => new ReadingProblem(SheetWords.RowMissing(criterion.Code, sheet), Place: null)));
        return problems.Count == 0 ? rows : throw new UnreadableTableException(problems);
    }

    /// <summary>A cell of a row; a place beyond its end is empty.</summary>
    public static SourceCell At(IReadOnlyList<SourceCell> row, int column) =>
        column < row.Count ? row[column] : new("", new(row.Count > 0 ? row[0].Place.Line : 1, column + 1, row.Count > 0 ? row[0].Place.Sheet : null));

    private static IEnumerable<ReadingProblem> HeaderProblems(IReadOnlyList<SourceCell> row, string sheet, IReadOnlyList<string> headers)
    {
        for (var column = 0; column < Math.Max(headers.Count, row.Count); column++)
        {
            var found = column < row.Count ? row[column] : new("", new(1, column + 1, sheet));
            var wanted = column < headers.Count ? SheetText.AsRead(headers[column]) : "";
            if (found.Text != wanted)
            {
                yield return new(wanted.Length == 0 ? SheetWords.ColumnAdded(found.Text) : SheetWords.HeaderChanged(wanted, found.Text), found.Place);
            }
        }
    }

    private static IEnumerable<ReadingProblem> RowProblems(IReadOnlyList<SourceCell> row, Criterion criterion)
    {
        if (At(row, 1).Text != SheetText.AsRead(criterion.Name))
        {
            yield return new(SheetWords.NameChanged(criterion.Code, criterion.Name), At(row, 1).Place);
        }

        if (At(row, 2).Text != NumberWriter.DataTrimmed(criterion.MaxScore))
        {
            yield return new(SheetWords.MaximumChanged(criterion.Code, criterion.MaxScore), At(row, 2).Place);
        }
    }
}
