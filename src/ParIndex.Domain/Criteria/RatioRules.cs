using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Criteria;

/// <summary>What a rule that needs a denominator gives where nothing arose (không phát sinh): 0 of 0.</summary>
public enum NothingArose
{
    /// <summary>The points are given by hand.</summary>
    ByHand,

    /// <summary>The maximum.</summary>
    Full,

    /// <summary>0 points.</summary>
    Zero,

    /// <summary>No points: an exemption is proposed, which changes no scale by itself.</summary>
    Exemption,
}

/// <summary>A rule on the ratio of what was achieved to what was required.</summary>
public abstract record RatioBasedRule : LeafRule
{
    private protected RatioBasedRule()
    {
    }

    /// <summary>What 0 of 0 gives.</summary>
    public NothingArose WhenNothingArose { get; init; }

    /// <inheritdoc />
    public sealed override decimal? Points(decimal maxScore, RawFigures raw) =>
        raw.Ratio is { } ratio ? OfPercent(maxScore, ratio * 100)
        : !raw.IsNothing ? null
        : WhenNothingArose switch
        {
            NothingArose.Full => maxScore,
            NothingArose.Zero => 0,
            _ => null,
        };

    /// <inheritdoc />
    public sealed override decimal? TakenOff(decimal maxScore, RawFigures raw) => raw.IsNothing ? 0 : Points(maxScore, raw);

    /// <summary>The points of a ratio.</summary>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="percent">The ratio in per cent, ≥ 0.</param>
    private protected abstract decimal OfPercent(decimal maxScore, decimal percent);
}

/// <summary>Achieved ÷ required ÷ norm × max, at most max, full precision.</summary>
/// <param name="Floor">Ratio in per cent below which it gives 0; <c>null</c> for none.</param>
/// <param name="Cap">Ratio in per cent from which it gives the maximum; 100 by default.</param>
/// <param name="Norm">Ratio in per cent that earns the maximum in proportion, above 0; 100 by default.</param>
public sealed record RatioRule(decimal? Floor = null, decimal Cap = 100, decimal Norm = 100) : RatioBasedRule
{
    /// <summary>Ratio in per cent below which it gives 0; <c>null</c> for none.</summary>
    public decimal? Floor { get; } = Floor is { } floor ? LeafRuleText.CheckedNumber(floor) : null;

    /// <summary>Ratio in per cent from which it gives the maximum.</summary>
    public decimal Cap { get; } = LeafRuleText.CheckedNumber(Cap);

    /// <summary>Ratio in per cent that earns the maximum in proportion: 45 % of a norm of 60 % gives 0,75 of the points.</summary>
    public decimal Norm { get; } = LeafRuleText.CheckedNumber(Norm);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Cap <= 0 || Floor >= Cap)
        {
            yield return "sàn phải nhỏ hơn trần và trần phải lớn hơn 0";
        }

        if (Norm <= 0 || Floor >= Norm)
        {
            yield return "chuẩn phải lớn hơn 0 và lớn hơn sàn";
        }
    }

    private protected override decimal OfPercent(decimal maxScore, decimal percent) =>
        percent < Floor ? 0
        : percent >= Cap || percent >= Norm ? maxScore
        : percent / Norm * maxScore;
}

/// <summary>A step of <see cref="TiersRule"/>: these points on the better side of a limit.</summary>
/// <param name="Limit">The limit of the ratio in per cent.</param>
/// <param name="Points">The points.</param>
/// <param name="IsStrict">Whether the limit itself does not belong to the tier: over 95 %, and not from 95 %.</param>
public sealed record Tier(decimal Limit, decimal Points, bool IsStrict = false)
{
    /// <summary>The limit of the ratio in per cent.</summary>
    public decimal Limit { get; } = LeafRuleText.CheckedNumber(Limit);

    /// <summary>The points.</summary>
    public decimal Points { get; } = LeafRuleText.CheckedNumber(Points);
}

/// <summary>The ratio falls in a tier with fixed points.</summary>
/// <param name="Tiers">The tiers, best first, at least one; beyond the last it gives 0.</param>
/// <param name="FewerIsBetter">Whether limits are upper ones, the lowest first: a share of delays. Otherwise they are lower ones, the highest first.</param>
public sealed record TiersRule(IReadOnlyList<Tier> Tiers, bool FewerIsBetter = false) : RatioBasedRule
{
    /// <summary>The tiers, best first, at least one.</summary>
    public IReadOnlyList<Tier> Tiers { get; } = LeafRuleText.CheckedList(Tiers);

    /// <inheritdoc />
    public override IEnumerable<string> Problems(decimal maxScore)
    {
        if (Tiers.Zip(Tiers.Skip(1)).Any(pair => !Follows(pair.First, pair.Second) || pair.First.Points <= pair.Second.Points))
        {
            yield return FewerIsBetter ? "các bậc phải tăng dần về tỷ lệ và giảm dần về điểm" : "các bậc phải giảm dần cả về tỷ lệ và điểm";
        }

        if (Tiers[0].Points != maxScore)
        {
            yield return $"bậc cao nhất là {NumberWriter.VietnameseTrimmed(Tiers[0].Points)}, khác điểm tối đa {NumberWriter.VietnameseTrimmed(maxScore)}";
        }
    }

    private protected override decimal OfPercent(decimal maxScore, decimal percent) => Math.Min(Tiers.FirstOrDefault(tier => Reaches(percent, tier))?.Points ?? 0, maxScore);

    private bool Reaches(decimal percent, Tier tier) =>
        percent == tier.Limit ? !tier.IsStrict : FewerIsBetter ? percent < tier.Limit : percent > tier.Limit;

    /// <summary>Over 95 and from 95 are two tiers.</summary>
    private bool Follows(Tier better, Tier worse) =>
        better.Limit == worse.Limit ? better.IsStrict && !worse.IsStrict : FewerIsBetter ? better.Limit < worse.Limit : better.Limit > worse.Limit;

    /// <inheritdoc />
    public bool Equals(TiersRule? other) => base.Equals(other) && FewerIsBetter == other!.FewerIsBetter && Tiers.SequenceEqual(other.Tiers);

    /// <inheritdoc />
    public override int GetHashCode() => Tiers.Count;
}
