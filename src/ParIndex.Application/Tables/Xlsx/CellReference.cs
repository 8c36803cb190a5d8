using System.Globalization;

namespace ParIndex.Application.Tables.Xlsx;

/// <summary>Places in a sheet as spreadsheets name them.</summary>
internal static class CellReference
{
    /// <summary>The letters of a column, counted from 0: A, Z, AA, XFD.</summary>
    internal static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>A block from A1: <c>A1:D21</c>.</summary>
    internal static string BlockFromFirst(int rows, int columns) => $"A1:{Letters(columns - 1)}{rows.ToString(CultureInfo.InvariantCulture)}";
}
