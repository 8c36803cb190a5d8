using ParIndex.Domain.Tables;

namespace ParIndex.Application.Tables;

/// <summary>A table on a sheet of its own. Cells are asked for when they are written, so that rows are never copied.</summary>
public sealed class WorkbookSheet
{
    /// <summary>The row number of a spreadsheet has 20 bits; the heading takes one row.</summary>
    private const int MostRows = (1 << 20) - 1;

    private const int MostColumns = 1 << 14;

    private readonly Func<int, int, Cell> _cellAt;

    private WorkbookSheet(string name, string title, IReadOnlyList<string> headers, int rowCount, Func<int, int, Cell> cellAt)
    {
        (Name, Title, Headers, RowCount) = (name, title, headers, rowCount);
        _cellAt = cellAt;
    }

    /// <summary>The name asked for; forbidden signs, length and namesakes are seen to when the workbook is written.</summary>
    public string Name { get; }

    /// <summary>What the sheet holds, in words for the cover.</summary>
    public string Title { get; }

    /// <summary>Vietnamese headings, from the left.</summary>
    internal IReadOnlyList<string> Headers { get; }

    /// <summary>Rows below the heading.</summary>
    internal int RowCount { get; }

    /// <summary>The sheet of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="sheetName">The name on the tab, 31 characters at most; a longer one is cut.</param>
    /// <exception cref="ArgumentException">No column, or more rows or columns than a sheet holds.</exception>
    public static WorkbookSheet Of<T>(Table<T> table, string sheetName)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(sheetName);
        var (columns, rows) = (table.Columns, table.Rows);
        if (columns.Count is 0 or > MostColumns)
        {
            throw new ArgumentException($"A sheet holds 1 to {MostColumns} columns, the table “{table.Name}” has {columns.Count}.", nameof(table));
        }

        if (rows.Count > MostRows)
        {
            throw new ArgumentException($"A sheet holds {MostRows} rows at most, the table “{table.Name}” has {rows.Count}.", nameof(table));
        }

        return new(sheetName, table.Title, [.. columns.Select(column => column.Header)], rows.Count, (row, column) => columns[column].Value(rows[row]));
    }

    /// <summary>A cell by row and column, both from 0.</summary>
    internal Cell CellAt(int row, int column) => _cellAt(row, column);
}
