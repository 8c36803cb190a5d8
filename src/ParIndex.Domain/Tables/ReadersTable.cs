namespace ParIndex.Domain.Tables;

/// <summary>Tables as people read them in a spreadsheet, made from those that programs read.</summary>
public static class ReadersTable
{
    /// <summary>The table with what is asked for first in front, without the columns in which nothing stands, and with words in place of codes.</summary>
    /// <param name="table">The table as programs read it.</param>
    /// <param name="first">Keys of the columns that come first, in their order.</param>
    public static Table<T> ForReaders<T>(this Table<T> table, params IReadOnlyList<string> first)
    {
        ArgumentNullException.ThrowIfNull(table);
        var filled = table.Columns.Where(column => table.Rows.Count == 0 || table.Rows.Any(row => column.Value(row) != Cell.Nothing)).ToList();
        return table with
        {
            Columns = [.. first.Select(key => filled.Find(column => column.Key == key)).OfType<Column<T>>().Concat(filled.Where(column => !first.Contains(column.Key))).Select(InWords)],
        };
    }

    private static Column<T> InWords<T>(Column<T> column) => column.Meaning is not { Codes: { Count: > 0 } codes }
        ? column
        : column with { Value = row => column.Value(row) is Cell.Text text && codes.FirstOrDefault(code => code.Code == text.Value) is { } known ? Cell.Of(known.Word) : column.Value(row) };
}
