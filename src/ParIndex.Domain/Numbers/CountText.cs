namespace ParIndex.Domain.Numbers;

/// <summary>
/// The one reader of counts (dossiers, documents, people). Counts are whole and may be grouped by threes:
/// <c>1611</c>, <c>1.611</c>, <c>1,611</c> and <c>1 611</c> are the same; <c>16.11</c> is refused, and so is
/// <c>0.611</c>: groups do not begin with a nought, so a decimal was meant.
/// </summary>
public static class CountText
{
    private const int MostDigits = 9;

    /// <summary>Reads a count of 0…999 999 999.</summary>
    /// <returns>The value; empty when <paramref name="text"/> is blank; or the reason for the refusal.</returns>
    public static ParsedNumber Read(string? text)
    {
        var rest = (text ?? "").AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return default;
        }

        if (rest[0] is '-' or '−' or '+')
        {
            return ParsedNumber.Refused(NumberProblem.Sign);
        }

        return ReadGroups(rest);
    }

    private static ParsedNumber ReadGroups(ReadOnlySpan<char> text)
    {
        char? separator = null;
        var value = 0L;
        var digits = 0;
        var sinceSeparator = 0;
        foreach (var c in text)
        {
            if (c is >= '0' and <= '9')
            {
                value = (value * 10) + (c - '0');
                sinceSeparator++;
                if (++digits > MostDigits)
                {
                    return ParsedNumber.Refused(NumberProblem.TooLarge);
                }
            }
            else if (IsGroupSeparator(c) && (separator is null ? sinceSeparator is > 0 and <= 3 && text[0] != '0' : sinceSeparator == 3 && Same(separator.Value, c)))
            {
                separator = c;
                sinceSeparator = 0;
            }
            else
            {
                return ParsedNumber.Refused(NumberProblem.NotANumber);
            }
        }

        return separator is not null && sinceSeparator != 3
            ? ParsedNumber.Refused(NumberProblem.NotANumber)
            : ParsedNumber.Of(value);
    }

    private static bool IsGroupSeparator(char c) => c is '.' or ',' || IsBlank(c);

    private static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\u202F';

    private static bool Same(char first, char next) => first == next || (IsBlank(first) && IsBlank(next));
}
