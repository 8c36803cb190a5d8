using System.Text.RegularExpressions;
using ParIndex.Domain.Criteria;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// A formula in words that adds shares of one whole, each with points of its own: “(b/a)*1,00 + (c/a)*0,50”. What counts
/// most earns the maximum and is nothing bad; a formula with anything else in it is none.
/// </summary>
/// <param name="Terms">What is counted, or a letter for it, and the points a share of 100 % of it gives.</param>
internal sealed partial record WeightedFormula(IReadOnlyList<(string Counted, decimal Points)> Terms)
{
    /// <summary>The formula of a line, or <c>null</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    internal static WeightedFormula? In(string line, decimal maxScore)
    {
        var shares = Beginning().Replace(line, "").Split('+').Select(piece => RatioFormula.ShareOf(piece)).ToList();
        return shares.Count > 1 && shares.TrueForAll(share => share is not null && share.Value.Whole == shares[0]!.Value.Whole) && shares.Max(share => share!.Value.Points) == maxScore
            && shares.TrueForAll(share => share!.Value.Points < maxScore || !RatioFormula.IsBad(share.Value.Counted))
            ? new([.. shares.Select(share => (share!.Value.Counted, share.Value.Points))])
            : null;
    }

    /// <summary>The rule, its terms named by what the text says of their letters; <c>null</c> where a weight has too many decimals.</summary>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="text">All of the leaf's scoring text.</param>
    internal WeightedRatioRule? Rule(decimal maxScore, string text)
    {
        var names = Definition().Matches(text).GroupBy(found => found.Groups["letter"].Value, StringComparer.Ordinal)
            .ToDictionary(found => found.Key, found => found.First().Groups["what"].Value.Trim(), StringComparer.Ordinal);
        try
        {
            return new([.. Terms.Select(term => new WeightedTerm(names.GetValueOrDefault(term.Counted, term.Counted), term.Points / maxScore))]);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^.*?[=:]\s*(?=\S)", Options, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?<![\p{L}\d])(?<letter>\p{L})\s*(?:[:=]|là\b)\s*(?<what>[^;.\n]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Definition();
}
