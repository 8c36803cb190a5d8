using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>The share a statement speaks of: “từ 80% đến dưới 100%”. An end that is <c>null</c> is open.</summary>
/// <param name="Low">Lower limit in per cent.</param>
/// <param name="HasLow">Whether the lower limit belongs to it.</param>
/// <param name="High">Upper limit in per cent.</param>
/// <param name="HasHigh">Whether the upper limit belongs to it.</param>
internal sealed partial record PercentRange(decimal? Low, bool HasLow, decimal? High, bool HasHigh)
{
    private static readonly NumberFormat Percent = new(Decimals: 4, AllowPercent: true);

    /// <summary>Words that make a share mean something else: another share, an alternative, a change against another year.</summary>
    private static readonly string[] OtherWords = ["hoac", "khong", "chua", "tang", "giam", "them"];

    /// <summary>The range of a statement that has one and no other number; <c>null</c> for every other.</summary>
    internal static PercentRange? Read(string statement)
    {
        if (!statement.Contains('%', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (pattern, make) in Forms)
        {
            var found = pattern.Match(statement);
            if (found.Success)
            {
                var rest = statement.Remove(found.Index, found.Length);
                return rest.AsSpan().ContainsAnyInRange('0', '9') || rest.Contains('%', StringComparison.Ordinal) || VietnameseText.Fold(rest).Split(' ').Any(word => OtherWords.Contains(word, StringComparer.Ordinal))
                    ? null
                    : make(found);
            }
        }

        return null;
    }

    private static readonly (Regex Pattern, Func<Match, PercentRange?> Make)[] Forms =
    [
        (Between(), found => (Value(found, "a"), Value(found, "b")) is ({ } low, { } high) && low < high ? new(low, !found.Groups["over"].Success, high, !found.Groups["below"].Success) : null),
        (AtLeast(), found => new(Value(found, "a"), HasLow: true, High: null, HasHigh: false)),
        (AtMost(), found => new(Low: null, HasLow: false, Value(found, "a"), HasHigh: true)),
        (Over(), found => new(Value(found, "a"), HasLow: false, High: null, HasHigh: false)),
        (Below(), found => new(Low: null, HasLow: false, Value(found, "a"), HasHigh: false)),
        (From(), found => new(Value(found, "a"), HasLow: true, High: null, HasHigh: false)),
        (UpTo(), found => new(Low: null, HasLow: false, Value(found, "a"), HasHigh: true)),
        (All(), _ => new(100, HasLow: true, High: null, HasHigh: false)),
    ];

    private static decimal? Value(Match found, string group) => ScoreText.Read(found.Groups[group].Value, Percent).Value;

    private const string N = @"\d{1,5}(?:[.,]\d{1,4})?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:(?<over>\btrên|\blớn hơn|>(?!=))|\btừ|≥|>=)?\s*(?<a>" + N + @")\s*%?\s*(?:-|–|—|đến|tới|và)\s*(?:(?<below>dưới|nhỏ hơn|thấp hơn|<(?!=))|≤|<=)?\s*(?<b>" + N + @")\s*%", Options, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:\b(?:đạt\s+)?từ\s+)?(?<a>" + N + @")\s*%[^\d%]*?\btrở lên", Options, 1000)]
    private static partial Regex AtLeast();

    [GeneratedRegex(@"(?:\btừ\s+)?(?<a>" + N + @")\s*%[^\d%]*?\btrở xuống", Options, 1000)]
    private static partial Regex AtMost();

    [GeneratedRegex(@"(?:\btrên|\blớn hơn|\bcao hơn|\bvượt|\bhơn|>(?!=))\s*(?<a>" + N + @")\s*%", Options, 1000)]
    private static partial Regex Over();

    [GeneratedRegex(@"(?:\bdưới|\bnhỏ hơn|\bthấp hơn|\bchưa đạt|\bkhông đạt|\bchưa đến|<(?!=))\s*(?<a>" + N + @")\s*%", Options, 1000)]
    private static partial Regex Below();

    [GeneratedRegex(@"(?:\btừ|\btối thiểu|\bít nhất|≥|>=)\s*(?<a>" + N + @")\s*%", Options, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"(?:\bkhông quá|\bkhông vượt quá|\btối đa|≤|<=)\s*(?<a>" + N + @")\s*%", Options, 1000)]
    private static partial Regex UpTo();

    /// <summary>Of a bare share only the whole is clear: “hoàn thành 80%” does not say what 85 % gives.</summary>
    [GeneratedRegex(@"(?<![\d.,])100\s*%", Options, 1000)]
    private static partial Regex All();
}
