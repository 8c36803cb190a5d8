using System.Globalization;

namespace ParIndex.Domain.Numbers;

/// <summary>
/// A number in a spreadsheet cell is a binary double. It is taken at the fifteen significant digits that the
/// spreadsheet itself shows, and then obeys the same rule as typed text.
/// </summary>
public static class SpreadsheetNumber
{
    /// <summary>Far above every score and count, and small enough for a hundredfold of it to be a decimal.</summary>
    private const double LargestPlain = 1e15;

    /// <summary>The text a person would have typed for the cell, with a dot: <c>62.3</c> for 62.300000000000004.</summary>
    /// <param name="cell">The stored double.</param>
    /// <param name="isPercent">Whether the cell is formatted as per cent: 0.8742 then reads 87.42.</param>
    /// <returns>Plain digits, or the double's own spelling (<c>NaN</c>, <c>1E+20</c>) which every reader refuses.</returns>
    public static string ToText(double cell, bool isPercent = false)
    {
        var fifteen = cell.ToString("G15", CultureInfo.InvariantCulture);
        return Math.Abs(cell) < LargestPlain && decimal.TryParse(fifteen, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? (isPercent ? value * 100 : value).ToString("0.############################", CultureInfo.InvariantCulture)
            : fifteen;
    }
}
