using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Reading;

/// <summary>A heading inside the table: of a group of units, or of a ranking list inside a group.</summary>
/// <param name="Text">The heading without its numeral, and a group's without the scale in brackets after it.</param>
/// <param name="Style">What siblings share: “roman”, “letter”, or the first word.</param>
/// <param name="IsNumbered">Whether a Roman numeral or a letter stands before it.</param>
/// <param name="IsList">
/// Whether it heads a ranking list: it states or limits the scale, or names special-case units. Others head groups.
/// </param>
/// <param name="Scale">The scale it states, in points; “dưới 98” states none.</param>
internal sealed partial record HeadingRow(string Text, string Style, bool IsNumbered, bool IsList, decimal? Scale)
{
    private const int MostLetters = 300;

    private static readonly string[] UnitTypes = ["so", "ban", "nganh", "huyen", "xa", "phuong", "thanh pho", "thi xa", "ubnd", "co quan"];

    private static readonly string[] SingleUnits =
    [
        "so", "ban", "bql", "huyen", "xa", "phuong", "thanh pho", "thi xa", "thi tran", "thanh tra", "van phong", "cuc", "chi cuc", "cong an", "ubnd",
    ];

    private static readonly string[] Plurals = ["cac", "cap", "khoi", "nhom", "nganh"];

    /// <summary>Reads a heading from its text and, when the table numbers its rows, what stands in that column.</summary>
    internal static HeadingRow Read(string numeral, string text)
    {
        var (style, rest) = numeral.Length > 0 ? (NumeralStyle(numeral), text) : Numbered(WithoutCount().Replace(text, ""));
        var folded = FoldWithDecimals(rest);
        var list = IsListText(folded);
        var scale = ScaleStatedIn(folded);
        if (list && NameBeforeBrackets(rest) is { } name && NamesUnits(name))
        {
            return new HeadingRow(name, style ?? FirstWord(name), IsCounted(style), IsList: false, scale);
        }

        return new HeadingRow(rest, style ?? FirstWord(rest), IsCounted(style), list, scale);
    }

    private static bool IsCounted(string? style) => style is "roman" or "letter";

    /// <summary>The scale a group's or list's name states, for names that stand in a column of their own.</summary>
    internal static decimal? ScaleOf(string text) => ScaleStatedIn(FoldWithDecimals(text));

    /// <summary>Whether a name states or limits a scale or names special-case units.</summary>
    internal static bool SpeaksOfScale(string text) => IsListText(FoldWithDecimals(text));

    /// <summary>
    /// Whether the text names one unit rather than several: “Sở Y tế”, not “Sở, ban, ngành” or “UBND các huyện”. A line
    /// with such a name and no figures may be a unit whose figures were lost.
    /// </summary>
    internal static bool LooksLikeUnit(string text)
    {
        var words = VietnameseText.Fold(text).Split(' ');
        var folded = string.Join(' ', words);
        return !text.Contains(',', StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal)
            && !words.Any(word => Plurals.Contains(word, StringComparer.Ordinal))
            && SingleUnits.Any(type => folded.StartsWith(type + " ", StringComparison.Ordinal))
            && folded is not ("ubnd huyen" or "ubnd xa" or "ubnd phuong" or "ubnd tinh");
    }

    /// <summary>Whether a cell of the numbering column holds the numeral of a heading.</summary>
    internal static bool IsNumeral(string text) => NumeralStyle(text) is not null;

    private static string? NumeralStyle(string text)
    {
        var bare = text.Trim('(', ')', '.', '/', ' ', ':');
        if (bare.Length is 0 or > 5 || bare.Any(c => !char.IsAsciiLetterUpper(c)))
        {
            return null;
        }

        var isRoman = bare is "I" or "V" or "X" || (bare.Length > 1 && bare.All(c => c is 'I' or 'V' or 'X'));
        if (isRoman)
        {
            return "roman";
        }

        return bare.Length == 1 ? "letter" : null;
    }

    /// <summary>“II. UBND huyện” → (roman, “UBND huyện”). A letter and a blank alone are words: “A Lù”.</summary>
    private static (string? Style, string Text) Numbered(string text)
    {
        var end = text.IndexOfAny(['.', ')', '/', ':', '-', ' ']);
        if (end < 1)
        {
            return (null, text);
        }

        var rest = text[end..].TrimStart('.', ')', '/', ':', '-', '–', ' ');
        var isMarked = text[end..^rest.Length].Trim().Length > 0;
        var style = text[..end].All(char.IsAsciiDigit) && isMarked ? "number" : NumeralStyle(text[..end]);
        return style is null || rest.Length == 0 || (style == "letter" && !isMarked) ? (null, text) : (style, rest);
    }

    private static bool IsListText(string folded) =>
        folded.Contains("thang diem", StringComparison.Ordinal) || folded.Contains("dac thu", StringComparison.Ordinal)
        || Limit().IsMatch(folded) || Stated().IsMatch(folded);

    private static decimal? ScaleStatedIn(string folded)
    {
        if (Limit().IsMatch(folded) || Stated().Matches(folded) is not [var only])
        {
            return null;
        }

        var stated = only.Groups["n"].Value.Replace('p', '.');
        return ScoreText.Read(stated, NumberFormat.Score).Value is > 0 and var scale ? scale : null;
    }

    /// <summary>Folded text that keeps what matters here: decimals as 71p5, comparison signs as words.</summary>
    private static string FoldWithDecimals(string text)
    {
        var start = text.Length > MostLetters ? text[..MostLetters] : text;
        var signs = DecimalSeparator().Replace(start, "p").Replace("<", " duoi ", StringComparison.Ordinal).Replace("≤", " duoi ", StringComparison.Ordinal)
            .Replace(">", " tren ", StringComparison.Ordinal).Replace("≥", " tren ", StringComparison.Ordinal);
        return VietnameseText.Fold(signs);
    }

    private static string? NameBeforeBrackets(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return bracket > 0 && text.EndsWith(')') ? text[..bracket].TrimEnd(' ', '-', '–', ':') : null;
    }

    private static bool NamesUnits(string name)
    {
        var folded = " " + VietnameseText.Fold(name) + " ";
        return !IsListText(folded) && UnitTypes.Any(type => folded.Contains($" {type} ", StringComparison.Ordinal));
    }

    private static string FirstWord(string text) => VietnameseText.Fold(text).Split(' ')[0];

    /// <summary>The portal's own pages say behind a list's name how many units it has: “Thang điểm 98 · 15 đơn vị”.</summary>
    [GeneratedRegex(@" · [0-9.]+ đơn vị$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WithoutCount();

    [GeneratedRegex(@"(?<=[0-9])[.,](?=[0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DecimalSeparator();

    [GeneratedRegex(@"\b(duoi|nho hon|thap hon|it hon|chua den|khong qua|khong du|tren|lon hon|cao hon|tu) (thang diem )?[0-9]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b((thang diem|diem toi da|toi da)( la| dat| toi da)? (?<n>[0-9]+(p[0-9]+)?)|(?<n>[0-9]+(p[0-9]+)?) diem)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Stated();
}
