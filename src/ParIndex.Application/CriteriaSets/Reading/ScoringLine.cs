using System.Text.RegularExpressions;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.CriteriaSets.Reading;

/// <summary>One line of a decision's scoring text as far as it was understood; nothing set means that it was not.</summary>
internal sealed partial record ScoringLine
{
    private static readonly NumberFormat Points = new(Decimals: 4);

    /// <summary>A statement with its points.</summary>
    public Level? Level { get; private init; }

    /// <summary>A formula, and when it holds.</summary>
    public RatioFormula? Formula { get; private init; }

    /// <summary>A formula that adds weighted shares.</summary>
    public WeightedFormula? Weighted { get; private init; }

    /// <summary>Points for each case.</summary>
    public PerCase? PerCase { get; private init; }

    /// <summary>Whether it explains and scores nothing.</summary>
    public bool IsComment { get; private init; }

    /// <summary>Whether it is any of these.</summary>
    public bool IsUnderstood => IsComment || Level is not null || Formula is not null || Weighted is not null || PerCase is not null;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, with its bullet.</param>
    /// <param name="points">Points that stand in a cell of their own beside it, or <c>null</c>.</param>
    /// <param name="maxScore">The leaf's maximum, points; no statement gives more.</param>
    /// <param name="component">The part of the total the leaf belongs to.</param>
    internal static ScoringLine Read(string line, decimal? points, decimal maxScore, Component component)
    {
        var text = Bare(line);
        if (points is { } own)
        {
            return own <= maxScore && text.Length > 0 ? new() { Level = new(text, own) } : new();
        }

        if (text.Length == 0 || Explains().IsMatch(text))
        {
            return new() { IsComment = true };
        }

        if (VietnameseText.Fold(text) == "khong ap dung")
        {
            return new() { Level = new(text, Points: null) };
        }

        if (RatioFormula.In(text, maxScore, component == Component.Penalty) is { } formula)
        {
            return new() { Formula = formula };
        }

        if (WeightedFormula.In(text, maxScore) is { } weighted)
        {
            return new() { Weighted = weighted };
        }

        if (PerCase.Read(text, maxScore) is { } perCase)
        {
            return new() { PerCase = perCase };
        }

        return !PerCase.IsBegun(text) && LevelOf(text, maxScore, component) is { } level ? new() { Level = level }
            : new() { IsComment = !Scores(text) };
    }

    /// <summary>A line without its bullet and closing signs.</summary>
    internal static string Bare(string line) => Bullet().Replace(line, "").TrimStart().TrimEnd(';', '.', ':', ',', ' ');

    /// <summary>A statement with its points as decisions write them: “Có: 0,5”, “- Kịp thời (1 điểm)”, “1,0 điểm: hoàn thành”.</summary>
    internal static Level? LevelOf(string text, decimal maxScore, Component component)
    {
        foreach (var found in Forms.Select(form => form.Match(text)).Where(found => found.Success))
        {
            var sign = VietnameseText.Fold(found.Groups["sign"].Value);
            var isOwnSign = sign.Length == 0 || (sign == "tru" && component == Component.Penalty) || (sign == "cong" && component == Component.Bonus);
            var value = found.Groups["full"].Success ? maxScore
                : found.Groups["zero"].Success ? 0
                : ScoreText.Read(found.Groups["points"].Value, Points).Value;
            var statement = found.Groups["s"].Value.TrimEnd(' ', ',', ':', '-', '–');
            if (isOwnSign && value <= maxScore && statement.Any(char.IsLetterOrDigit))
            {
                return new Level(statement, value);
            }
        }

        return null;
    }

    /// <summary>Whether a line speaks of numbers or points, and so cannot be passed over.</summary>
    private static bool Scores(string text) =>
        text.Any(char.IsDigit) || text.Contains('%', StringComparison.Ordinal) || ScoringWords().IsMatch(VietnameseText.Fold(text));

    private static readonly Regex[] Forms = [IsPoints(), AfterColon(), InBrackets(), AfterVerb(), WithoutPoints(), Before(), AfterDash()];

    private const string Number = @"(?<points>\d{1,5}(?:[.,]\d{1,4})?)";

    private const string Words = @"(?<full>(?:số\s+)?điểm\s+tối\s+đa|tối\s+đa|đủ\s+điểm|trọn\s+điểm|100%\s+(?:số\s+)?điểm(?:\s+tối\s+đa)?)|(?<zero>không\s+(?:có\s+|được\s+|tính\s+)?điểm)";

    private const string Value = "(?:" + Number + @"(?:\s*(?:điểm|đ))?|" + Words + ")";

    private const string NamedValue = "(?:" + Number + @"\s*(?:điểm|đ)|" + Words + ")";

    private const string Verb = @"(?:thì|sẽ|bị|được|đạt|chấm|cho|tính|ghi|(?<sign>trừ|cộng))";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\s*[-–—+•*·➢✓o]+\s+|^\s*[-–—+•*·➢✓]+\s*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?:trong đó|với|ghi chú|\p{L}\s*(?:[:=]|là\b)\s*\D+$)", Options, 1000)]
    private static partial Regex Explains();

    [GeneratedRegex(@"\b(?:diem|tru|cong|ty le|ti le|cong thuc|phat sinh|tinh theo|cham theo)\b", Options, 1000)]
    private static partial Regex ScoringWords();

    [GeneratedRegex(@"^(?<s>.+?),?\s*(?:thì\s+)?(?:số\s+)?điểm(?:\s+(?:đánh giá|đạt(?:\s+được)?|số|thẩm định))?\s*(?:là|=|:|bằng)\s*" + Value + "$", Options, 1000)]
    private static partial Regex IsPoints();

    [GeneratedRegex(@"^(?<s>.+?)\s*[:=]\s*(?:" + Verb + @"\s+)*" + Value + "$", Options, 1000)]
    private static partial Regex AfterColon();

    [GeneratedRegex(@"^(?<s>.+?)\s*[(\[]\s*(?:" + Verb + @"\s+)*" + NamedValue + @"\s*[)\]]$", Options, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^(?<s>.+?),?\s+(?:" + Verb + @"\s+)+" + NamedValue + "$", Options, 1000)]
    private static partial Regex AfterVerb();

    [GeneratedRegex(@"^(?<s>.+?),?\s+(?:thì\s+)?(?<zero>không\s+(?:có\s+|được\s+|tính\s+)?điểm)$", Options, 1000)]
    private static partial Regex WithoutPoints();

    [GeneratedRegex("^(?:" + Verb + @"\s+)*" + Number + @"\s*(?:điểm|đ)\s*(?:[:–—-]|nếu|khi)\s*(?<s>.+)$", Options, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<s>.+?[^\d\s])\s+[–—-]\s+(?:" + Verb + @"\s+)*" + NamedValue + "$", Options, 1000)]
    private static partial Regex AfterDash();
}
