using ParIndex.Domain;

namespace ParIndex.Application.Reading;

/// <summary>Takes out what a sheet or page hides: nobody saw it when the table was checked. It is named, never used.</summary>
internal static class HiddenCells
{
    /// <summary>Empties hidden rows and columns and says what stood there.</summary>
    internal static IReadOnlyList<Finding> TakeOut(List<IReadOnlyList<SourceCell>> rows, SheetMarks marks)
    {
        var remarks = new List<Finding>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (marks.HiddenRows.Contains(i + 1) && rows[i].Any(cell => cell.Text.Length > 0))
            {
                remarks.Add(ReadingWords.RowHidden(rows[i][0].Place, rows[i]));
                rows[i] = [.. rows[i].Select(Emptied)];
            }
        }

        foreach (var column in marks.HiddenColumns.Order())
        {
            var cells = rows.Where(row => column <= row.Count && row[column - 1].Text.Length > 0).Select(row => row[column - 1]).ToList();
            if (cells.Count == 0)
            {
                continue;
            }

            remarks.Add(ReadingWords.ColumnHidden(cells));
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i] = [.. rows[i].Select((cell, at) => at == column - 1 ? Emptied(cell) : cell)];
            }
        }

        return remarks;
    }

    private static SourceCell Emptied(SourceCell cell) => new("", cell.Place);
}
