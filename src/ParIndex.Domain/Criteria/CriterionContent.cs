using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>Everything a decision says of one node of the tree.</summary>
/// <exception cref="ArgumentException">An empty code or name, a maximum that is not above 0, or decimals beyond 0…4.</exception>
public sealed record CriterionContent
{
    /// <summary>Longest code.</summary>
    public const int MostCode = 40;

    /// <summary>Longest name, Vietnamese or English.</summary>
    public const int MostName = 1000;

    /// <summary>Longest text of a rule.</summary>
    public const int MostRule = 4000;

    /// <summary>Longest text on evidence.</summary>
    public const int MostEvidence = 2000;

    /// <summary>Longest name of an appraising body.</summary>
    public const int MostBody = 200;

    /// <summary>Longest scoring text of a decision.</summary>
    public const int MostScoringText = 4000;

    /// <summary>Longest noun of raw figures.</summary>
    public const int MostNoun = 60;

    /// <summary>Longest remark.</summary>
    public const int MostRemark = 2000;

    private readonly int _decimals = 2;
    private readonly string? _nameEn;
    private readonly string? _evidenceAsked;
    private readonly string? _appraisingBody;
    private readonly string? _scoringText;
    private readonly string? _remark;
    private readonly string? _figureNoun;
    private readonly int _figureDecimals;

    /// <param name="code">Code within the set.</param>
    /// <param name="name">Wording, Vietnamese.</param>
    /// <param name="maxScore">Points at most, above 0.</param>
    public CriterionContent(string code, string name, decimal maxScore)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxScore);
        (Code, Name, MaxScore) = (code, VietnameseText.Normalize(name), maxScore);
    }

    /// <summary>Code within the set.</summary>
    public string Code { get; }

    /// <summary>Wording, Vietnamese.</summary>
    public string Name { get; }

    /// <summary>Points at most, above 0.</summary>
    public decimal MaxScore { get; }

    /// <summary>The part of the total the points belong to.</summary>
    public Component Component { get; init; } = Component.Appraisal;

    /// <summary>English wording, or <c>null</c>.</summary>
    public string? NameEn
    {
        get => _nameEn;
        init => _nameEn = Line(value);
    }

    /// <summary>How it is scored.</summary>
    public LeafRule Rule { get; init; } = LeafRule.Default;

    /// <summary>Decimals that may be typed, 0…4.</summary>
    public int Decimals
    {
        get => _decimals;
        init => _decimals = CheckedDecimals(value);
    }

    /// <summary>The evidence asked for, or <c>null</c>.</summary>
    public string? EvidenceAsked
    {
        get => _evidenceAsked;
        init => _evidenceAsked = Line(value);
    }

    /// <summary>The body that appraises it, or <c>null</c>.</summary>
    public string? AppraisingBody
    {
        get => _appraisingBody;
        init => _appraisingBody = Line(value);
    }

    /// <summary>The decision's own scoring text, word for word and line by line, or <c>null</c>.</summary>
    public string? ScoringText
    {
        get => _scoringText;
        init => _scoringText = Lines(value);
    }

    /// <summary>What the raw figures count, inside a sentence: “nhiệm vụ”, “hồ sơ”; <c>null</c> where nobody said.</summary>
    public string? FigureNoun
    {
        get => _figureNoun;
        init => _figureNoun = Line(value);
    }

    /// <summary>Decimals of raw figures, 0…4: 0 for what is counted, more for what is measured (87,5 points).</summary>
    public int FigureDecimals
    {
        get => _figureDecimals;
        init => _figureDecimals = CheckedDecimals(value);
    }

    /// <summary>The decision's remark, or <c>null</c>.</summary>
    public string? Remark
    {
        get => _remark;
        init => _remark = Line(value);
    }

    private static int CheckedDecimals(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 4);
        return value;
    }

    /// <summary>Other texts are one line each, so that a workbook gives back exactly what it was given.</summary>
    private static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : VietnameseText.Normalize(text);

    private static string? Lines(string? text) => string.IsNullOrWhiteSpace(text)
        ? null
        : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(VietnameseText.Normalize).Where(line => line.Length > 0));
}
