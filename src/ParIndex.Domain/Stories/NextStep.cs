using ParIndex.Domain.Criteria;

namespace ParIndex.Domain.Stories;

/// <summary>What would have given a leaf more points, by its own rule and its own figures.</summary>
public abstract record NextStep
{
    private protected NextStep()
    {
    }

    /// <summary>The step of a leaf below full marks, or of a penalty above 0; <c>null</c> where the rule does not say one, or its figures are missing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="maxScore">The leaf's maximum, points.</param>
    /// <param name="points">The points it has, 0…<paramref name="maxScore"/>; of a penalty those taken off.</param>
    /// <param name="raw">Its figures.</param>
    /// <param name="statement">The statements chosen, in words.</param>
    /// <param name="isPenalty">Whether its points are taken off.</param>
    public static NextStep? Of(LeafRule rule, decimal maxScore, decimal points, RawFigures raw, string? statement, bool isPenalty)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return isPenalty ? OfPenalty(rule, maxScore, raw) : rule switch
        {
            LevelsRule levels => OfLevels(levels, points),
            CumulativeRule cumulative => OfStatements(cumulative, maxScore, points, statement),
            RatioRule ratio => OfRatio(ratio, maxScore, raw),
            TiersRule tiers => OfTiers(tiers, points, raw),
            WeightedRatioRule => raw.Ratio is null ? null : new PercentStep(maxScore / 100, 100, Needed(raw, 100, isStrict: false)),
            CountRule count => raw.Achieved is null ? null : new CountStep(1, IsFewer: false, Math.Min(maxScore, points + count.Value)),
            DeductionRule deduction => Fewer(deduction.Value, maxScore, raw) is { } fewer ? new CountStep(fewer, IsFewer: true, rule.Points(maxScore, new(raw.Achieved - fewer))!.Value) : null,
            SurveyRule { LikertTop: { } top } => new MeanStep(MeanStep.Tenth, MeanStep.Tenth / (top - 1) * maxScore, top),
            SurveyRule => new PercentStep(maxScore / 100, 100, Needed: null),
            _ => null,
        };
    }

    private static LevelStep? OfLevels(LevelsRule rule, decimal points) =>
        rule.Levels.Where(level => level.Points > points).MinBy(level => level.Points) is { } next ? new(next.Statement, next.Points!.Value, IsAdded: false) : null;

    /// <summary>Of the statements not yet met the first in the decision's order that gains something.</summary>
    private static LevelStep? OfStatements(CumulativeRule rule, decimal maxScore, decimal points, string? statement)
    {
        var choices = rule.ChoicesOf(points, maxScore).Where(choice => rule.WordsOf(choice) == statement).ToList();
        return choices.Count == 0 ? null : Enumerable.Range(0, rule.Levels.Count)
            .Where(position => !CumulativeRule.IsTicked(choices[0], position) && rule.PointsOf(choices[0] | (1 << position), maxScore) > points)
            .Select(position => new LevelStep(rule.Levels[position].Statement, rule.PointsOf(choices[0] | (1 << position), maxScore)!.Value, IsAdded: true))
            .FirstOrDefault();
    }

    private static NextStep? OfRatio(RatioRule rule, decimal maxScore, RawFigures raw) => raw.Ratio is not { } ratio ? null
        : rule.Floor is { } floor && ratio * 100 < floor ? new TierStep(floor, IsStrict: false, FewerIsBetter: false, Math.Min(floor / rule.Norm, 1) * maxScore, Needed(raw, floor, isStrict: false))
        : new PercentStep(maxScore / rule.Norm, Math.Min(rule.Cap, rule.Norm), Needed(raw, Math.Min(rule.Cap, rule.Norm), isStrict: false));

    private static TierStep? OfTiers(TiersRule rule, decimal points, RawFigures raw) =>
        raw.Ratio is not null && rule.Tiers.LastOrDefault(tier => tier.Points > points) is { } next
            ? new(next.Limit, next.IsStrict, rule.FewerIsBetter, next.Points, rule.FewerIsBetter ? Allowed(raw, next.Limit, next.IsStrict) : Needed(raw, next.Limit, next.IsStrict))
            : null;

    private static CountStep? OfPenalty(LeafRule rule, decimal maxScore, RawFigures raw)
    {
        var value = rule switch { CountRule count => count.Value, DeductionRule deduction => deduction.Value, _ => 0 };
        return value > 0 && Fewer(value, maxScore, raw) is { } fewer ? new(fewer, IsFewer: true, rule.TakenOff(maxScore, new(raw.Achieved - fewer))!.Value) : null;
    }

    /// <summary>How many fewer change the points: more than one where so many happened that the last ones cost nothing any more.</summary>
    private static decimal? Fewer(decimal value, decimal maxScore, RawFigures raw) =>
        raw.Achieved is not > 0 ? null
        : raw.Achieved * value <= maxScore ? Math.Min(1, raw.Achieved.Value)
        : raw.Achieved.Value - (decimal.Ceiling(maxScore / value) - 1);

    /// <summary>The least that reaches a limit of the same whole; in whole numbers where the figures are such.</summary>
    private static decimal? Needed(RawFigures raw, decimal limit, bool isStrict)
    {
        var exact = limit * raw.Required!.Value / 100;
        return !IsWhole(raw) ? (isStrict ? null : exact)
            : isStrict ? decimal.Floor(exact) + 1
            : decimal.Ceiling(exact);
    }

    /// <summary>The most that stays within a limit of the same whole.</summary>
    private static decimal? Allowed(RawFigures raw, decimal limit, bool isStrict)
    {
        var exact = limit * raw.Required!.Value / 100;
        return !IsWhole(raw) ? (isStrict ? null : exact)
            : isStrict ? decimal.Ceiling(exact) - 1
            : decimal.Floor(exact);
    }

    private static bool IsWhole(RawFigures raw) => raw.Achieved == decimal.Truncate(raw.Achieved!.Value) && raw.Required == decimal.Truncate(raw.Required!.Value);
}

/// <summary>The next tier, or the floor of a ratio.</summary>
/// <param name="Limit">Its limit in per cent.</param>
/// <param name="IsStrict">Whether the limit itself does not belong to it.</param>
/// <param name="FewerIsBetter">Whether the limit is an upper one.</param>
/// <param name="Points">The points it gives.</param>
/// <param name="Needed">The figure that reaches it of the same whole; <c>null</c> where the limit itself is not enough and there is no next number.</param>
public sealed record TierStep(decimal Limit, bool IsStrict, bool FewerIsBetter, decimal Points, decimal? Needed) : NextStep;

/// <summary>Another statement of the decision.</summary>
/// <param name="Statement">Its words.</param>
/// <param name="Points">The points with it.</param>
/// <param name="IsAdded">Whether it comes to those met already, rather than in their place.</param>
public sealed record LevelStep(string Statement, decimal Points, bool IsAdded) : NextStep;

/// <summary>Every percentage point more of a ratio.</summary>
/// <param name="Gain">Points for one percentage point.</param>
/// <param name="Full">The ratio in per cent that gives full marks.</param>
/// <param name="Needed">The figure that gives full marks of the same whole; <c>null</c> where it is not known.</param>
public sealed record PercentStep(decimal Gain, decimal Full, decimal? Needed) : NextStep;

/// <summary>One case more, or so many fewer.</summary>
/// <param name="Count">How many, above 0.</param>
/// <param name="IsFewer">Whether fewer is better.</param>
/// <param name="Points">The points then; of a penalty those taken off.</param>
public sealed record CountStep(decimal Count, bool IsFewer, decimal Points) : NextStep;

/// <summary>A higher mean of a Likert scale.</summary>
/// <param name="Step">By how much, on the scale.</param>
/// <param name="Gain">Points for it.</param>
/// <param name="Top">The top of the scale.</param>
public sealed record MeanStep(decimal Step, decimal Gain, int Top) : NextStep
{
    /// <summary>A step people can picture on a scale of five.</summary>
    public const decimal Tenth = 0.1m;
}
