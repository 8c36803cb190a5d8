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

    /// <summary>
    /// A whole number as a format of zeros shows it: 123 under <c>00000</c> reads 00123, under <c>"CB-"0000</c> CB-0123.
    /// A code is what is shown, zeros included.
    /// </summary>
    /// <returns>The text shown, or <c>null</c> for a format or number that is not of this kind.</returns>
    public static string? InDigits(double cell, string? format)
    {
        var first = (format ?? "").Split(';')[0];
        var (before, after, zeros) = ("", "", 0);
        for (var i = 0; i < first.Length; i++)
        {
            var literal = first[i] switch
            {
                '0' when after.Length == 0 => null,
                '"' when first.IndexOf('"', i + 1) is > 0 and var end => first[(i + 1)..end],
                '\\' when i + 1 < first.Length => first[(i + 1)..(i + 2)],
                '-' or ' ' => first[i..(i + 1)],
                _ => "\0",
            };
            if (literal == "\0")
            {
                return null;
            }

            i += first[i] switch { '"' => literal!.Length + 1, '\\' => 1, _ => 0 };
            zeros += literal is null ? 1 : 0;
            (before, after) = zeros == 0 ? (before + literal, after) : (before, after + literal);
        }

        return zeros > 1 && cell >= 0 && cell < LargestPlain && Math.Floor(cell) == cell
            ? before + ((long)cell).ToString(CultureInfo.InvariantCulture).PadLeft(zeros, '0') + after
            : null;
    }
}
