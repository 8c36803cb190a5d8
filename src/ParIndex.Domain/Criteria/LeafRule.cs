using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Criteria;

/// <summary>
/// How a leaf is scored (DOMAIN.md §3), with its parameters. Written and read as one line of text, the same in the
/// database, in workbooks and on pages: <c>tỷ lệ; sàn=50; trần=100</c>.
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

    /// <summary>Reads what <c>ToString</c> writes; accents and case of the words do not matter.</summary>
    /// <exception cref="FormatException">Not a rule; the message says which forms there are.</exception>
    public static LeafRule Parse(string text) => LeafRuleText.Parse(text);

    /// <summary>The line of text.</summary>
    public sealed override string ToString() => LeafRuleText.Format(this);
}

/// <summary>The raw figures of one leaf: what was done, and of how much.</summary>
/// <param name="Achieved">Achieved, or a count of occurrences or violations.</param>
/// <param name="Required">Required, for ratios and tiers; above 0.</param>
public readonly record struct RawFigures(decimal? Achieved, decimal? Required = null)
{
    /// <summary>Achieved ÷ required, or <c>null</c>.</summary>
    public decimal? Ratio => Achieved is { } achieved && Required is { } required and > 0 ? achieved / required : null;
}

/// <summary>The appraiser types 0…max.</summary>
public sealed record DirectRule : LeafRule;

/// <summary>One statement of several, each with fixed points; a statement may say that the leaf does not apply.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Points">Its points, or <c>null</c> for “Không áp dụng”, which proposes an exemption and scores nothing.</param>
/// <exception cref="ArgumentException">A blank statement, or points no rule can hold.</exception>
public sealed record Level(string Statement, decimal? Points)
{
    /// <summary>The statement in one line, NFC. It may hold any sign; the text of the rule escapes <c>;</c> and <c>=</c>.</summary>
    public string Statement { get; } = LeafRuleText.CheckedStatement(Statement);

    /// <summary>Its points, 0…99 999,9999, or <c>null</c> for “Không áp dụng”.</summary>
    public decimal? Points { get; } = Points is { } points ? LeafRuleText.CheckedNumber(points) : null;
}

/// <summary>One of several statements.</summary>
/// <param name="Levels">The statements in the order of the decision, at least one.</param>
public sealed record LevelsRule(IReadOnlyList<Level> Levels) : LeafRule
{
    /// <summary>The statements in the order of the decision, at least one.</summary>
    public IReadOnlyList<Level> Levels { get; } = LeafRuleText.CheckedList(Levels);

    /// <summary>
    /// The position of the statement a person wrote: the same one, or else the only one that reads alike without accents.
    /// Of two such neither is guessed: <c>null</c>.
    /// </summary>
    public int? PositionOf(string statement)
    {
        var same = Levels.Index().Where(level => NameIdentity.Same(level.Item.Statement, statement)).ToList();
        var alike = same.Count > 0 ? same : Levels.Index().Where(level => VietnameseText.Fold(level.Item.Statement) == VietnameseText.Fold(statement)).ToList();
        return alike.Count == 1 ? alike[0].Index : null;
    }

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Levels.Count < 2)
        {
            yield return "phải có ít nhất hai mức";
        }

        if (Levels.DistinctBy(level => NameIdentity.Key(level.Statement)).Count() < Levels.Count)
        {
            yield return "có hai mức trùng nội dung";
        }

        if (Levels.Max(level => level.Points) is not { } highest)
        {
            yield return "không mức nào có điểm";
        }
        else if (highest != maxScore)
        {
            yield return $"mức cao nhất là {NumberWriter.VietnameseTrimmed(highest)}, khác điểm tối đa {NumberWriter.VietnameseTrimmed(maxScore)}";
        }
    }

    /// <inheritdoc />
    public bool Equals(LevelsRule? other) => other is not null && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc />
    public override int GetHashCode() => Levels.Count;
}

/// <summary>Achieved ÷ required × max, full precision.</summary>
/// <param name="Floor">Ratio in per cent below which it gives 0; <c>null</c> for none.</param>
/// <param name="Cap">Ratio in per cent from which it gives the maximum; 100 by default.</param>
public sealed record RatioRule(decimal? Floor = null, decimal Cap = 100) : LeafRule
{
    /// <summary>Ratio in per cent below which it gives 0; <c>null</c> for none.</summary>
    public decimal? Floor { get; } = Floor is { } floor ? LeafRuleText.CheckedNumber(floor) : null;

    /// <summary>Ratio in per cent from which it gives the maximum.</summary>
    public decimal Cap { get; } = LeafRuleText.CheckedNumber(Cap);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Cap <= 0 || Floor >= Cap)
        {
            yield return "sàn phải nhỏ hơn trần và trần phải lớn hơn 0";
        }
    }

    /// <inheritdoc />
    public override decimal? Points(decimal maxScore, RawFigures raw) => (raw.Ratio * 100) switch
    {
        null => null,
        var percent when percent < Floor => 0,
        var percent when percent >= Cap => maxScore,
        { } percent => Math.Clamp(percent / 100 * maxScore, 0, maxScore),
    };
}

/// <summary>A step of <see cref="TiersRule"/>: from this ratio in per cent, inclusive, these points.</summary>
public sealed record Tier(decimal From, decimal Points)
{
    /// <summary>Lower limit of the ratio in per cent, inclusive.</summary>
    public decimal From { get; } = LeafRuleText.CheckedNumber(From);

    /// <summary>The points.</summary>
    public decimal Points { get; } = LeafRuleText.CheckedNumber(Points);
}

/// <summary>The ratio falls in a tier with fixed points.</summary>
/// <param name="Tiers">The tiers, highest first, at least one; below the last it gives 0.</param>
public sealed record TiersRule(IReadOnlyList<Tier> Tiers) : LeafRule
{
    /// <summary>The tiers, highest first, at least one.</summary>
    public IReadOnlyList<Tier> Tiers { get; } = LeafRuleText.CheckedList(Tiers);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Tiers.Zip(Tiers.Skip(1)).Any(pair => pair.First.From <= pair.Second.From || pair.First.Points <= pair.Second.Points))
        {
            yield return "các bậc phải giảm dần cả về tỷ lệ và điểm";
        }

        if (Tiers[0].Points != maxScore)
        {
            yield return $"bậc cao nhất là {NumberWriter.VietnameseTrimmed(Tiers[0].Points)}, khác điểm tối đa {NumberWriter.VietnameseTrimmed(maxScore)}";
        }
    }

    /// <inheritdoc />
    public override decimal? Points(decimal maxScore, RawFigures raw) =>
        raw.Ratio is { } ratio ? Tiers.FirstOrDefault(tier => ratio * 100 >= tier.From)?.Points ?? 0 : null;

    /// <inheritdoc />
    public bool Equals(TiersRule? other) => other is not null && Tiers.SequenceEqual(other.Tiers);

    /// <inheritdoc />
    public override int GetHashCode() => Tiers.Count;
}

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

/// <summary>The maximum minus a fixed value for each violation, not below 0.</summary>
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
