namespace ParIndex.Domain.Criteria;

/// <summary>
/// How the points of a leaf follow from what is said of it, with the parameters of the decision. People read and type it as one line of text, the same in
/// workbooks and on pages: <c>tỷ lệ; sàn=50; trần=100</c>. It is stored and released as JSON without words of a language.
/// </summary>
public abstract record LeafRule
{
    private protected LeafRule()
    {
    }

    /// <summary>The rule of a leaf that says nothing else: the appraiser types 0…max.</summary>
    public static readonly LeafRule Default = new DirectRule();

    /// <summary>What is wrong with the rule for a leaf of this maximum, in Vietnamese; empty when nothing is.</summary>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    public virtual IEnumerable<string> Problems(decimal maxScore) => [];

    /// <summary>
    /// The points raw figures give, full precision, 0…<paramref name="maxScore"/>; <c>null</c> when the rule needs a
    /// figure that is missing, or is scored by hand.
    /// </summary>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="raw">The figures.</param>
    public virtual decimal? Points(decimal maxScore, RawFigures raw) => null;

    /// <summary>
    /// The points raw figures take off on a penalty leaf (điểm trừ), as a magnitude 0…<paramref name="maxScore"/>: 0 where
    /// nothing happened; <c>null</c> as for <see cref="Points"/>.
    /// </summary>
    /// <param name="maxScore">The most the leaf takes off, points.</param>
    /// <param name="raw">The figures.</param>
    public virtual decimal? TakenOff(decimal maxScore, RawFigures raw) => Points(maxScore, raw);

    /// <summary>The points raw figures give a leaf, or take off where its part of the total is the penalty; <c>null</c> as for <see cref="Points"/>.</summary>
    /// <param name="component">The part of the total the leaf belongs to.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="raw">The figures.</param>
    public decimal? PointsIn(Component component, decimal maxScore, RawFigures raw) => component == Component.Penalty ? TakenOff(maxScore, raw) : Points(maxScore, raw);

    /// <summary>Reads what <c>ToString</c> writes; accents and case of the words do not matter.</summary>
    /// <exception cref="FormatException">Not a rule; the message says which forms there are.</exception>
    public static LeafRule Parse(string text) => LeafRuleText.Parse(text);

    /// <summary>Reads what <see cref="ToJson"/> writes.</summary>
    /// <exception cref="FormatException">Not the JSON of a rule.</exception>
    public static LeafRule FromJson(string json) => LeafRuleJson.Read(json);

    /// <summary>The rule as it is stored and released: <c>{"kind":"count","value":0.25}</c>, byte for byte the same for equal rules.</summary>
    public string ToJson() => LeafRuleJson.Write(this);

    /// <summary>The line of text.</summary>
    public sealed override string ToString() => LeafRuleText.Format(this);
}

/// <summary>The raw figures of one leaf: what was done, and of how much.</summary>
/// <param name="Achieved">Achieved, or a count of occurrences or violations.</param>
/// <param name="Required">Required, for ratios and tiers; 0 only with nothing achieved: nothing arose.</param>
public readonly record struct RawFigures(decimal? Achieved, decimal? Required = null)
{
    /// <summary>Achieved ÷ required, or <c>null</c>.</summary>
    public decimal? Ratio => Achieved is { } achieved && Required is { } required and > 0 ? achieved / required : null;

    /// <summary>Whether there was nothing to do: 0 of 0 (không phát sinh).</summary>
    public bool IsNothing => Achieved == 0 && Required == 0;
}

/// <summary>The appraiser types 0…max.</summary>
public sealed record DirectRule : LeafRule;

/// <summary>Each occurrence earns a fixed value, up to the maximum.</summary>
/// <param name="Value">Points for one, above 0.</param>
public sealed record CountRule(decimal Value) : LeafRule
{
    /// <summary>Points for one.</summary>
    public decimal Value { get; } = LeafRuleText.CheckedNumber(Value);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Value <= 0 || Value > maxScore)
        {
            yield return "điểm mỗi lần phải lớn hơn 0 và không quá điểm tối đa";
        }
    }

    /// <inheritdoc />
    public override decimal? Points(decimal maxScore, RawFigures raw) => raw.Achieved is { } count ? Math.Clamp(count * Value, 0, maxScore) : null;
}

/// <summary>The maximum minus a fixed value for each violation, not below 0; on a penalty leaf the value of each, up to the maximum.</summary>
/// <param name="Value">Points off for one, above 0.</param>
public sealed record DeductionRule(decimal Value) : LeafRule
{
    /// <summary>Points off for one.</summary>
    public decimal Value { get; } = LeafRuleText.CheckedNumber(Value);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Value <= 0 || Value > maxScore)
        {
            yield return "điểm trừ mỗi lần phải lớn hơn 0 và không quá điểm tối đa";
        }
    }

    /// <inheritdoc />
    public override decimal? Points(decimal maxScore, RawFigures raw) => raw.Achieved is { } count ? Math.Clamp(maxScore - (count * Value), 0, maxScore) : null;

    /// <inheritdoc />
    public override decimal? TakenOff(decimal maxScore, RawFigures raw) => raw.Achieved is { } count ? Math.Clamp(count * Value, 0, maxScore) : null;
}

/// <summary>Share satisfied, or mean of a Likert scale, × max; loaded with its sample, not typed.</summary>
/// <param name="LikertTop">The top of the Likert scale, 3…10; <c>null</c> for the share satisfied.</param>
public sealed record SurveyRule(int? LikertTop = null) : LeafRule
{
    /// <summary>The top of the Likert scale, or <c>null</c> for the share satisfied.</summary>
    public int? LikertTop { get; } = LikertTop is null or >= 0 ? LikertTop : throw new ArgumentOutOfRangeException(nameof(LikertTop));

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (LikertTop is < 3 or > 10)
        {
            yield return "thang Likert phải từ 3 đến 10 bậc";
        }
    }

    /// <inheritdoc />
    public override decimal? Points(decimal maxScore, RawFigures raw) => LikertTop is { } top
        ? raw.Achieved is { } mean ? Math.Clamp((mean - 1) / (top - 1) * maxScore, 0, maxScore) : null
        : raw.Ratio is { } share ? Math.Clamp(share * maxScore, 0, maxScore) : null;
}
