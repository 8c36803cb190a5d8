using System.Globalization;

namespace ParIndex.Domain.Numbers;

/// <summary>
/// The one writer of numbers. A value read back from a database differs in trailing zeros from the one stored
/// (62.3, 62.3000), so every text a person reads and every byte that is hashed comes from here.
/// </summary>
public static class NumberWriter
{
    private static readonly NumberFormatInfo Dot = NumberFormatInfo.InvariantInfo;

    private static readonly NumberFormatInfo Comma = new() { NumberDecimalSeparator = "," };

    /// <summary>For data files, the API and English pages: a dot and exactly <paramref name="places"/> decimals.</summary>
    public static string Data(decimal value, int places) => Fixed(value, places, Dot);

    /// <summary>For Vietnamese pages: a decimal comma and exactly <paramref name="places"/> decimals.</summary>
    public static string Vietnamese(decimal value, int places = 2) => Fixed(value, places, Comma);

    /// <summary>The same of what may lie below 0, with a minus sign and no hyphen: −0,50.</summary>
    public static string VietnameseSigned(decimal value, int places = 2) => value < 0 ? "−" + Vietnamese(-value, places) : Vietnamese(value, places);

    /// <summary>For data files: a dot and no trailing zeros. Scales are printed so: 98, 78.5.</summary>
    public static string DataTrimmed(decimal value) => Trimmed(value, Dot);

    /// <summary>For Vietnamese pages: a comma and no trailing zeros. Scales are printed so: 98, 78,5.</summary>
    public static string VietnameseTrimmed(decimal value) => Trimmed(value, Comma);

    /// <summary>Per cent in a Vietnamese page, without a space: 82,08%.</summary>
    public static string VietnamesePercent(decimal value) => Vietnamese(value) + "%";

    /// <summary>A small count in official Vietnamese writing, two digits at least: 05 đơn vị, 20 đơn vị.</summary>
    public static string VietnameseCount(int value) => value.ToString("00", CultureInfo.InvariantCulture);

    private static string Fixed(decimal value, int places, NumberFormatInfo format) =>
        Rounding.HalfAwayFromZero(value, places).ToString("F" + places.ToString(CultureInfo.InvariantCulture), format);

    private static string Trimmed(decimal value, NumberFormatInfo format) =>
        value.ToString("0.############################", format);
}
