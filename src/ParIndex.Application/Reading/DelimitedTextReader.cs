using System.Text;
using CsvHelper;

namespace ParIndex.Application.Reading;

/// <summary>
/// Reads CSV and TSV. The delimiter is the one under which the most headers are recognised: counting commas fails
/// on <c>Sở Nội vụ;62,30;23,37</c>.
/// </summary>
internal static class DelimitedTextReader
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    internal static SourceTable Read(string text, WantedTable? wanted = null)
    {
        wanted ??= WantedTable.Results;
        var bytes = Encoding.UTF8.GetBytes(text);
        var delimiter = Delimiters
            .OrderByDescending(candidate => wanted.Recognised(Parse(bytes, candidate, mostRows: HeaderRow.Within).Rows))
            .ThenByDescending(candidate => text.AsSpan().Count(candidate))
            .First();
        var (rows, problems) = Parse(bytes, delimiter, int.MaxValue);
        return problems.Count > 0 ? throw new UnreadableTableException(problems) : new SourceTable(rows) { IsText = true };
    }

    private static (List<IReadOnlyList<SourceCell>> Rows, List<ReadingProblem> Problems) Parse(byte[] text, char delimiter, int mostRows)
    {
        var problems = new List<ReadingProblem>();
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = false,
            TrackLineNumbers = true,
            OnMalformedRecord = malformed => problems.AddRange(Problem(malformed)),
        });
        var rows = new List<IReadOnlyList<SourceCell>>();
        while (rows.Count < mostRows && csv.Read())
        {
            if (rows.Count == SourceTable.MostRows || csv.FieldCount > SourceTable.MostColumns)
            {
                throw SourceTable.TooLarge(new CellPlace((int)csv.LineNumber, 1));
            }

            rows.Add(Record(csv));
        }

        return (rows, problems);
    }

    private static SourceCell[] Record(CsvReader csv)
    {
        var cells = new SourceCell[csv.FieldCount];
        var line = (int)csv.LineNumber;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = SourceCell.Of(csv.GetString(i), new CellPlace(line, i + 1));
            line += csv.GetRawSpan(i).Count((byte)'\n');
        }

        return cells;
    }

    /// <summary>A quote inside a field is text (Sở “Mẫu” is often typed with plain quotes); other misuse loses data.</summary>
    private static IEnumerable<ReadingProblem> Problem(CsvMalformedRecord malformed)
    {
        var place = new CellPlace((int)malformed.LineNumber, 1);
        return malformed.Reason switch
        {
            CsvMalformedReason.StrayQuote => [],
            CsvMalformedReason.UnterminatedQuote => [new ReadingProblem(ReadingWords.UnclosedQuote(), place)],
            _ => [new ReadingProblem(ReadingWords.TextAfterQuote(), place)],
        };
    }
}
