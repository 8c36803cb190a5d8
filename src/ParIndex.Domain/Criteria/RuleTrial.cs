using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Criteria;

/// <summary>A rule that computes, tried with figures: what a person sees before they rely on how a decision was understood.</summary>
/// <param name="Figures">The figures as people write them: <c>40/44</c>, <c>45+3/50</c>, or a count alone.</param>
/// <param name="Points">The points they give, of a penalty leaf those they take off; full precision, 0…the leaf's maximum. <c>null</c> where points are given by hand, or an exemption is proposed.</param>
public sealed record RuleTrial(string Figures, decimal? Points)
{
    private const int FinestPercent = 4;

    /// <summary>Whether a rule computes from figures that can be typed; surveys are loaded with their samples.</summary>
    public static bool Fits(LeafRule rule) => rule is RatioBasedRule or CountRule or DeductionRule;

    /// <summary>The trials that tell most: at each limit, just past it, and where nothing arose; none where the rule does not compute.</summary>
    public static IReadOnlyList<RuleTrial> Telling(CriterionContent leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var figures = leaf.Rule switch
        {
            RatioRule ratio => [.. OfRatio(ratio).Select(Share), "0/0"],
            TiersRule tiers => [.. OfTiers(tiers).Select(Share), "0/0"],
            WeightedRatioRule weighted => [.. OfTerms(weighted), "0/0"],
            CountRule count => OfCounts(count.Value, leaf.MaxScore),
            DeductionRule deduction => OfCounts(deduction.Value, leaf.MaxScore),
            _ => Array.Empty<string>(),
        };
        return [.. figures.Select(text => Of(leaf, text)).OfType<RuleTrial>()];
    }

    /// <summary>Tries figures a person typed.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="figures">What was done, after a stroke of how much: <c>40/44</c>; for a count alone, one number.</param>
    /// <returns>The trial; <c>null</c> where the rule does not compute, or the text is not what it needs.</returns>
    public static RuleTrial? Of(CriterionContent leaf, string figures)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(figures);
        var parts = figures.Split('/', StringSplitOptions.TrimEntries);
        if (!Fits(leaf.Rule) || parts.Length != (leaf.Rule is RatioBasedRule ? 2 : 1) || Achieved(leaf, parts[0]) is not { } achieved)
        {
            return null;
        }

        var required = parts.Length == 2 ? Figure(leaf, parts[1]) : null;
        return parts.Length == 2 && required is null ? null : new(string.Join('/', parts), leaf.Rule.PointsIn(leaf.Component, leaf.MaxScore, new(achieved, required)));
    }

    /// <summary>What was done; nothing arose is 0 of every term.</summary>
    private static decimal? Achieved(CriterionContent leaf, string text) => leaf.Rule is WeightedRatioRule weighted && text != "0"
        ? weighted.Read(text) is { } counts ? weighted.Weighed(counts) : null
        : Figure(leaf, text);

    private static decimal? Figure(CriterionContent leaf, string text) => leaf.FigureDecimals == 0 ? CountText.Read(text).Value : ScoreText.Read(text, new(leaf.FigureDecimals)).Value;

    private static IEnumerable<decimal> OfRatio(RatioRule rule)
    {
        var full = Math.Min(rule.Cap, rule.Norm);
        var percents = new[] { full, Math.Floor((full + (rule.Floor ?? 0)) / 2), rule.Floor, rule.Floor - 1 };
        return percents.OfType<decimal>().Where(percent => percent >= 0).Distinct();
    }

    private static IEnumerable<decimal> OfTiers(TiersRule rule)
    {
        var better = rule.FewerIsBetter ? -1 : 1;
        return rule.Tiers.SelectMany(tier => tier.IsStrict ? new[] { tier.Limit + better, tier.Limit } : [tier.Limit])
            .Append(rule.Tiers[^1].Limit - better).Where(percent => percent is >= 0 and <= 100).Distinct();
    }

    /// <summary>A hundred of each term alone.</summary>
    private static IEnumerable<string> OfTerms(WeightedRatioRule rule) =>
        rule.Terms.Select((_, chosen) => string.Join('+', rule.Terms.Select((_, term) => term == chosen ? "100" : "0")) + "/100");

    /// <summary>None, one, and as many as reach the maximum.</summary>
    private static IEnumerable<string> OfCounts(decimal each, decimal maxScore) =>
        each <= 0 ? [] : new[] { 0, 1, Math.Ceiling(maxScore / each) }.Distinct().Select(NumberWriter.DataTrimmed);

    /// <summary>A percentage as whole numbers: 97,5 % as 975/1000.</summary>
    private static string Share(decimal percent)
    {
        var (achieved, required) = (percent, 100m);
        for (var place = 0; place < FinestPercent && achieved != Math.Truncate(achieved); place++)
        {
            (achieved, required) = (achieved * 10, required * 10);
        }

        return $"{NumberWriter.DataTrimmed(Math.Truncate(achieved))}/{NumberWriter.DataTrimmed(required)}";
    }
}
