using System.Text.RegularExpressions;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>
/// A formula in words that says “share × maximum”, if need be ÷ a norm: “(tỷ lệ % × điểm tối đa) ÷ 60%”, “(b/a)*1,00”.
/// A formula with anything else in it (a sum, a difference, another factor) is none.
/// </summary>
/// <param name="Head">What stands before it: when it holds.</param>
/// <param name="Norm">The share in per cent that earns the maximum.</param>
internal sealed partial record RatioFormula(string Head, decimal Norm)
{
    private const int MostDepth = 8;

    private static readonly NumberFormat Points = new(Decimals: 4);

    private static readonly NumberFormat Percent = new(Decimals: 4, AllowPercent: true);

    private static readonly string[] MaximumWords = ["diem toi da", "so diem toi da", "diem toi da cua tieu chi", "so diem toi da cua tieu chi", "diem chuan", "diem toi da quy dinh"];

    /// <summary>A share of these earns nothing: “tỷ lệ trễ hạn × điểm” is meant to take points off.</summary>
    private static readonly string[] BadWords = [" tre ", " cham ", " sai ", " khong ", " chua ", " qua han ", " vi pham ", " bi "];

    /// <summary>The formula of a line, or <c>null</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="isPenalty">Whether points are taken off: there a share of what went wrong is what is meant.</param>
    internal static RatioFormula? In(string line, decimal maxScore, bool isPenalty)
    {
        foreach (var (start, end, isNamed) in Beginnings(line))
        {
            if (NormOf(line[end..], maxScore, isPenalty, mayBePlain: isNamed) is { } norm)
            {
                return new(line[..start].Trim(' ', ',', ':', '-', '–'), norm);
            }
        }

        return null;
    }

    /// <summary>
    /// “(b/a) × 1,00”: a share of a whole with its points; <c>null</c> for anything else.
    /// </summary>
    internal static (string Counted, string Whole, decimal Points)? ShareOf(string formula)
    {
        var (text, position) = (Signs(formula), 0);
        if (Other().IsMatch(text) || Product(text, ref position, depth: 0) is not { } product || position < text.Length)
        {
            return null;
        }

        var points = product.Over.Select(factor => ScoreText.Read(Unit().Replace(factor, "").Trim(), Points).Value).OfType<decimal>().ToList();
        var counted = product.Over.Where(IsQuantity).ToList();
        return points.Count == 1 && counted.Count == 1 && product.Over.Count == 2 && product.Under is [var whole] && IsQuantity(whole)
            ? (counted[0], whole, points[0])
            : null;
    }

    /// <summary>Whether the line announces a formula that stands on the next.</summary>
    internal static bool IsAnnounced(string line) => Announced().IsMatch(line);

    private static IEnumerable<(int Start, int End, bool IsNamed)> Beginnings(string line) =>
        Beginning().Matches(line).Select(found => (found.Index, found.Index + found.Length, found.Groups["named"].Success)).Prepend((0, 0, false));

    private static decimal? NormOf(string formula, decimal maxScore, bool isPenalty, bool mayBePlain)
    {
        var text = Signs(formula);
        if (mayBePlain && IsPlainShare(text))
        {
            return 100;
        }

        var position = 0;
        if (Other().IsMatch(text) || Product(text, ref position, depth: 0) is not { } product || position < text.Length)
        {
            return null;
        }

        return NormOf(product, maxScore, isPenalty);
    }

    /// <summary>“tính theo tỷ lệ văn bản đã xử lý”, without a sign of a formula.</summary>
    private static bool IsPlainShare(string text)
    {
        var words = VietnameseText.Fold(text).Split(' ');
        return words is ["ty" or "ti", "le", ..] && !text.AsSpan().ContainsAny("0123456789⊗/()") && !IsBad(text) && !words.Contains("diem");
    }

    private static decimal? NormOf((List<string> Over, List<string> Under) product, decimal maxScore, bool isPenalty)
    {
        var (maxima, norms, shares) = (0, new List<decimal>(), new List<string>());
        foreach (var factor in product.Over)
        {
            if (IsMaximum(factor, maxScore))
            {
                maxima++;
            }
            else if (PercentOf(factor) is not 100)
            {
                shares.Add(factor);
            }
        }

        var wholes = new List<string>();
        foreach (var factor in product.Under)
        {
            if (PercentOf(factor) is { } percent)
            {
                norms.Add(percent);
            }
            else
            {
                wholes.Add(factor);
            }
        }

        var norm = norms.Count == 0 ? 100 : norms[0];
        return maxima == 1 && norms.Count <= 1 && norm > 0 && shares.Count == 1 && wholes.Count <= 1
            && shares.Concat(wholes).All(IsQuantity)
            && (isPenalty || !IsBad(shares[0]))
            && (wholes.Count == 1 || IsShare(shares[0], norms.Count == 1))
            ? norm
            : null;
    }

    internal static bool IsBad(string text) => Array.Exists(BadWords, $" {VietnameseText.Fold(text)} ".Contains);

    private static bool IsMaximum(string factor, decimal maxScore)
    {
        var bare = Unit().Replace(factor, "").Trim();
        return MaximumWords.Contains(VietnameseText.Fold(factor), StringComparer.Ordinal) || ScoreText.Read(bare, Points).Value == maxScore;
    }

    private static decimal? PercentOf(string factor) =>
        factor.EndsWith('%') ? ScoreText.Read(factor, Percent).Value : factor == "100" ? 100 : null;

    /// <summary>Something counted or a letter for it: no number in it, no points of something else.</summary>
    private static bool IsQuantity(string factor)
    {
        var words = VietnameseText.Fold(factor).Split(' ');
        return factor.Any(char.IsLetter) && !factor.AsSpan().ContainsAnyInRange('0', '9') && !words.Contains("diem") && !(words.Contains("trung") && words.Contains("binh"));
    }

    private static bool IsShare(string factor, bool hasNorm)
    {
        var folded = VietnameseText.Fold(factor);
        return factor.Contains('%', StringComparison.Ordinal) || folded.Contains("ty le", StringComparison.Ordinal) || folded.Contains("ti le", StringComparison.Ordinal) || (hasNorm && folded.Length == 1);
    }

    private static string Signs(string formula) =>
        DivisionSign().Replace(TimesSign().Replace(Letter().Replace(formula.Trim(), "⊗"), "⊗"), "/").Replace('[', '(').Replace('{', '(').Replace(']', ')').Replace('}', ')').TrimEnd('.', ';', ',', ' ');

    /// <summary>Factors over and under the line.</summary>
    private static (List<string> Over, List<string> Under)? Product(string text, ref int position, int depth)
    {
        var (over, under, divides) = (new List<string>(), new List<string>(), false);
        while (true)
        {
            if (Factor(text, ref position, depth) is not { } factor)
            {
                return null;
            }

            (divides ? under : over).AddRange(factor.Over);
            (divides ? over : under).AddRange(factor.Under);
            if (position == text.Length || text[position] == ')')
            {
                return (over, under);
            }

            divides = text[position++] == '/';
        }
    }

    private static (List<string> Over, List<string> Under)? Factor(string text, ref int position, int depth)
    {
        SkipBlanks(text, ref position);
        if (position < text.Length && text[position] == '(')
        {
            position++;
            if (depth == MostDepth || Product(text, ref position, depth + 1) is not { } inner || position == text.Length)
            {
                return null;
            }

            position++;
            SkipBlanks(text, ref position);
            return position == text.Length || text[position] is '⊗' or '/' or ')' ? inner : null;
        }

        var start = position;
        while (position < text.Length && text[position] is not ('⊗' or '/' or '(' or ')'))
        {
            position++;
        }

        var words = text[start..position].Trim();
        // A bracket after words without a sign between explains them.
        if (position < text.Length && text[position] == '(' && words.Length > 0)
        {
            var close = text.IndexOf(')', position);
            if (close < 0 || text.AsSpan(position + 1, close - position - 1).ContainsAny("⊗/("))
            {
                return null;
            }

            position = close + 1;
            SkipBlanks(text, ref position);
            if (position < text.Length && text[position] is not ('⊗' or '/' or ')'))
            {
                return null;
            }
        }

        return words.Length == 0 ? null : ([words], []);
    }

    private static void SkipBlanks(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"(?:(?<named>(?:(?:được\s+)?(?:tính|chấm)(?:\s+điểm)?\s+)?theo(?:\s+công\s+thức(?:\s+sau)?)?)|công\s+thức(?:\s+sau)?|(?:số\s+)?điểm(?:\s+(?:đánh giá|đạt được|đạt|số|thẩm định))?\s*=|[:=])\s*[:=]?\s*", Options, 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?:công\s+thức(?:\s+sau)?|(?:tính|chấm)(?:\s+điểm)?\s+theo)\s*[:=]?\s*$", Options, 1000)]
    private static partial Regex Announced();

    /// <summary>Signs of a sum, a difference or a comparison.</summary>
    [GeneratedRegex(@"[+<>≤≥=;]|(?<=[\s)\d%])[-–—−](?=[\s(\d])", Options, 1000)]
    private static partial Regex Other();

    [GeneratedRegex(@"(?<=[\s)\]%\d])[xX](?=[\s(\[\d])", Options, 1000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"[×*✕∗·∙]|\bnhân(?:\s+với)?\b", Options, 1000)]
    private static partial Regex TimesSign();

    [GeneratedRegex(@"[÷]|\bchia(?:\s+cho)?\b", Options, 1000)]
    private static partial Regex DivisionSign();

    [GeneratedRegex(@"\s*(?:điểm|đ)$", Options, 1000)]
    private static partial Regex Unit();
}
