namespace ParIndex.Domain.Numbers;

/// <summary>
/// The one strict reader of scores and percentages, for forms, query strings, JSON and files alike.
/// Staff type <c>62,30</c> and <c>62.30</c> and mean the same; the framework's own binding under vi-VN reads
/// <c>62.30</c> as 6230, so numbers are bound as text and read here.
/// </summary>
public static class ScoreText
{
    /// <summary>Most digits before the separator: the columns of the databases hold 99 999.9999.</summary>
    private const int IntegerDigits = 5;

    /// <summary>
    /// Reads digits with at most one separator, comma or dot, which is always decimal. No grouping, exponent or
    /// other scripts' digits; blanks around the number are ignored.
    /// </summary>
    /// <returns>The value; empty when <paramref name="text"/> is blank; or the reason for the refusal.</returns>
    public static ParsedNumber Read(string? text, NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var rest = (text ?? "").AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return default;
        }

        if (rest[^1] == '%')
        {
            if (!format.AllowPercent)
            {
                return ParsedNumber.Refused(NumberProblem.Percent);
            }

            rest = rest[..^1].TrimEnd();
        }

        var negative = false;
        if (!rest.IsEmpty && rest[0] is '-' or '−' or '+')
        {
            if (!format.AllowNegative || rest[0] == '+')
            {
                return ParsedNumber.Refused(NumberProblem.Sign);
            }

            negative = true;
            rest = rest[1..];
        }

        var parsed = ReadDigits(rest, format.Decimals);
        return negative && parsed.Value is { } value ? ParsedNumber.Of(-value) : parsed;
    }

    private static ParsedNumber ReadDigits(ReadOnlySpan<char> digits, int decimals)
    {
        var separator = digits.IndexOfAny(',', '.');
        var isWhole = separator == -1;
        var integer = isWhole ? digits : digits[..separator];
        var fraction = isWhole ? [] : digits[(separator + 1)..];
        if (!OnlyDigits(integer) || (!isWhole && !OnlyDigits(fraction)))
        {
            return ParsedNumber.Refused(NumberProblem.NotANumber);
        }

        if (integer.Length > IntegerDigits)
        {
            return ParsedNumber.Refused(NumberProblem.TooLarge);
        }

        return fraction.Length > decimals
            ? ParsedNumber.Refused(NumberProblem.TooManyDecimals)
            : ParsedNumber.Of(ToDecimal(integer, fraction));
    }

    private static bool OnlyDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static decimal ToDecimal(ReadOnlySpan<char> integer, ReadOnlySpan<char> fraction)
    {
        // Five digits and four decimals at most.
        var unscaled = 0;
        foreach (var digit in integer)
        {
            unscaled = (unscaled * 10) + (digit - '0');
        }

        foreach (var digit in fraction)
        {
            unscaled = (unscaled * 10) + (digit - '0');
        }

        return new decimal(unscaled, 0, 0, isNegative: false, (byte)fraction.Length);
    }
}
