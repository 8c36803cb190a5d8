using System.Globalization;
using System.Text.RegularExpressions;
using ParIndex.Domain;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// Codes that a workbook took for a number or a date: 1.10 became 1.1, 1.2 became the first of February. Where the codes
/// before allow one reading only, that is it; otherwise nothing is guessed.
/// </summary>
internal static partial class ExcelCode
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The code that stands there, with what was done to it; <c>null</c> with the reason where several could.</summary>
    /// <param name="text">As read.</param>
    /// <param name="last">The code before, as it stood; <c>null</c> of the first.</param>
    /// <param name="isKnown">Whether a code stands already.</param>
    internal static (string? Code, Finding? Said) Standing(string text, string? last, Func<string, bool> isKnown)
    {
        var next = Next(last);
        if (OfDate(text) is { Count: > 0 } dates)
        {
            var fitting = dates.Where(next.Contains).Distinct(StringComparer.Ordinal).ToList();
            return fitting is [var only] ? (only, AnnexWords.CodeWasDate(text, only)) : (null, AnnexWords.CodeIsDate(text));
        }

        // A number keeps no zero at its end: behind 1.9 stands 1.10, and 1.1 stands already.
        return Number().IsMatch(text) && isKnown(text) && !next.Contains(text) && next.FirstOrDefault(code => code.EndsWith('0') && code.TrimEnd('0') == text) is { } whole
            ? (whole, AnnexWords.CodeWasNumber(text, whole))
            : (text, null);
    }

    /// <summary>The codes that can follow: the first below, and the next at each level above.</summary>
    private static HashSet<string> Next(string? last)
    {
        if (last is null)
        {
            return ["1"];
        }

        var next = new HashSet<string>(StringComparer.Ordinal) { $"{last}.1", "1" };
        for (var at = last; at is not null; at = CriterionCode.ParentOf(at))
        {
            var above = CriterionCode.ParentOf(at);
            if (int.TryParse(above is null ? at : at[(above.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                next.Add(string.Create(CultureInfo.InvariantCulture, $"{(above is null ? "" : above + ".")}{number + 1}"));
            }
        }

        return next;
    }

    /// <summary>The codes that a date may have been: day and month in either order, with the year of three numbers.</summary>
    private static List<string> OfDate(string text)
    {
        if (Date().Match(text) is { Success: true } date)
        {
            var (day, month, year) = (Of(date, "d"), Of(date, "m"), Of(date, "y") % 100);
            return [Joined(day, month), Joined(month, day), Joined(day, month, year), Joined(month, day, year), Joined(year, month, day)];
        }

        if (Named().Match(text) is { Success: true } named)
        {
            var month = named.Groups["vm"].Success ? Of(named, "vm") : Array.IndexOf(Months, named.Groups["em"].Value.ToLowerInvariant()) + 1;
            return [Joined(Of(named, "n"), month), Joined(month, Of(named, "n"))];
        }

        return [];
    }

    private static int Of(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Joined(params int[] numbers) => string.Join('.', numbers);

    [GeneratedRegex(@"^\d{1,3}\.\d{1,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{4})(?: 0?0:00(?::00)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:(?<n>\d{1,2})[-\s](?:(?<em>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|thg\s?(?<vm>\d{1,2}))|(?:(?<em>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|thg\s?(?<vm>\d{1,2}))[-\s](?<n>\d{1,2}))$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
