using System.Text.RegularExpressions;

namespace ParIndex.Web.Tests.Endpoints;

/// <summary>What a field of two decimals must refuse, whichever way it comes in.</summary>
public static partial class RefusedNumbers
{
    /// <summary>The examples of the acceptance, and their neighbours.</summary>
    public static readonly IReadOnlyList<string> Examples =
    [
        "6.230", "1e2", "-1", "62,305", "NaN", "６２,３０", "٦٢", "1E2", "+1", "−1", "62.30.1", "6,230.5", "1 611", ",5", "62.", "0x10", "∞", "Infinity",
        "62,30%", "1.000.000", "123456", "62·30", "62٫30", "62，30", "½", "²", "một", "=1+1", "--1", "1-", "(1)", "1/2", "#REF!", "null", "true", "1_0", "62 30",
    ];

    private const int Seed = 20_200_715;

    private static readonly string[] Pieces =
    [
        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "62", "30", "230", ",", ".", ",", ".", "-", "+", "−", "e", "E", "e2", " ", "%", "NaN", "x", "ố",
        "６", "２", "٣", "۴", "੫", "'", "_", "/", "(", ")", "·", "٫", "，", "：", "₫", "½",
    ];

    /// <summary>A thousand texts from digits of several scripts, separators, signs and letters; the same in every run.</summary>
    public static IReadOnlyList<string> Generated { get; } = [.. Random().Where(text => !IsScore(text)).Distinct(StringComparer.Ordinal).Take(1000)];

    /// <summary>
    /// A thousand numbers that JSON's grammar allows and the field does not: exponents, signs, more than two decimals,
    /// more than five digits.
    /// </summary>
    public static IReadOnlyList<string> GeneratedJsonNumbers { get; } = [.. RandomJson().Where(text => !IsScore(text)).Distinct(StringComparer.Ordinal).Take(1000)];

    /// <summary>The rule in other words than the product's: five digits, a comma or dot, two digits.</summary>
    private static bool IsScore(string text) => text.Trim().Length == 0 || Score().IsMatch(text);

    private static IEnumerable<string> Random()
    {
        var random = new Random(Seed);
        while (true)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
        }
    }

    private static IEnumerable<string> RandomJson()
    {
        var random = new Random(Seed);
        while (true)
        {
            var sign = random.Next(3) == 0 ? "-" : "";
            var fraction = random.Next(2) == 0 ? "." + Digits(random.Next(1, 7)) : "";
            var exponent = random.Next(3) == 0 ? new[] { "e", "E", "e+", "E-" }[random.Next(4)] + random.Next(0, 400) : "";
            yield return sign + random.Next(0, 200_000) + fraction + exponent;
        }

        string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
    }

    [GeneratedRegex(@"^\s*[0-9]{1,5}([.,][0-9]{1,2})?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Score();
}
