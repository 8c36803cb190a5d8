using System.Text.RegularExpressions;

namespace ParIndex.Web.Charts;

/// <summary>
/// The style of charts as a picture of its own carries it: the rules of the site's style sheet that speak of drawings, with the
/// colours of the light scheme in place of variables, which not every program that shows SVG knows. Bold has a weight of which
/// there is a font.
/// </summary>
public sealed partial class ChartSheet
{
    private readonly Dictionary<string, string> _tokens;

    /// <param name="site">The site's style sheet.</param>
    public ChartSheet(string site)
    {
        ArgumentNullException.ThrowIfNull(site);
        _tokens = Root().Matches(site).Where(root => !IsInside(site, root.Index)).SelectMany(root => Token().Matches(root.Groups["body"].Value))
            .GroupBy(token => token.Groups["name"].Value, StringComparer.Ordinal).ToDictionary(token => token.Key, token => token.First().Groups["value"].Value.Trim(), StringComparer.Ordinal);
        Rules = string.Join('\n', Rule().Matches(site).Select(rule => Resolved(rule.Value)).Append("svg .bold { font-weight: 600; }"));
    }

    /// <summary>The rules, one a line.</summary>
    public string Rules { get; }

    /// <summary>The value of a variable of the light scheme: <c>ink</c>, <c>paper</c>.</summary>
    public string this[string name] => _tokens[name];

    private string Resolved(string rule) => Variable().Replace(rule, variable => _tokens.GetValueOrDefault(variable.Groups["name"].Value, "none"));

    /// <summary>Whether a place lies within a media query: what is said there holds for another scheme.</summary>
    private static bool IsInside(string site, int at) => site.AsSpan(0, at).Count('{') != site.AsSpan(0, at).Count('}');

    [GeneratedRegex(@":root \{(?<body>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Root();

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+):(?<value>[^;]*);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(@"^svg [^{\n]*\{[^}\n]*\}$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"var\(--(?<name>[a-z0-9-]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
