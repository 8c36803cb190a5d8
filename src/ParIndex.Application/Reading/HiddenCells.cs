namespace ParIndex.Application.Reading;

/// <summary>Takes out what a sheet or page hides: nobody saw it when the table was checked. It is named, never used.</summary>
internal static class HiddenCells
{
    private const int MostQuoted = 12;

    /// <summary>Empties hidden rows and columns and says what stood there.</summary>
    internal static IReadOnlyList<string> TakeOut(List<IReadOnlyList<SourceCell>> rows, SheetMarks marks)
    {
        var remarks = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (marks.HiddenRows.Contains(i + 1) && rows[i].Any(cell => cell.Text.Length > 0))
            {
                remarks.Add($"Không dùng dòng ẩn, {rows[i][0].Place.Row}: {Quoted(rows[i])}.");
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

            remarks.Add($"Không dùng cột ẩn, từ {cells[0].Place}: {Quoted(cells)}.");
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i] = [.. rows[i].Select((cell, at) => at == column - 1 ? Emptied(cell) : cell)];
            }
        }

        return remarks;
    }

    /// <summary>The texts of cells, as many as a sentence bears.</summary>
    internal static string Quoted(IEnumerable<SourceCell> cells)
    {
        var texts = cells.Where(cell => cell.Text.Length > 0).Select(cell => $"“{CellText.Shorten(cell.Text)}”").ToList();
        return string.Join(", ", texts.Take(MostQuoted)) + (texts.Count > MostQuoted ? $" và {texts.Count - MostQuoted} ô khác" : "");
    }

    private static SourceCell Emptied(SourceCell cell) => new("", cell.Place);
}
