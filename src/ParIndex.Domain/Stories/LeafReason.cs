using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;

namespace ParIndex.Domain.Stories;

/// <summary>What can be said of why a leaf has its points.</summary>
public enum ReasonKind
{
    /// <summary>It did not apply, which is not 0.</summary>
    NotApplicable,

    /// <summary>There is nothing to gain: full marks, or nothing taken off.</summary>
    Full,

    /// <summary>The rule and the figures say what the next step would have needed.</summary>
    HasStep,

    /// <summary>The points were given by hand, or the figures behind them are not published.</summary>
    ByHand,
}

/// <summary>
/// Why a leaf has its points: its rule, its figures, its points, and what the next step would have needed. Where points and
/// published figures do not agree by the rule no step is said: it would explain other points than those printed.
/// </summary>
/// <param name="Line">The leaf with its points.</param>
/// <param name="Rule">Its rule.</param>
/// <param name="Kind">What can be said.</param>
/// <param name="Percent">Achieved of required in per cent, 0 or more; <c>null</c> without such figures.</param>
/// <param name="Next">The step of <see cref="ReasonKind.HasStep"/>; else <c>null</c>.</param>
public sealed record LeafReason(ScorecardLine Line, LeafRule Rule, ReasonKind Kind, decimal? Percent, NextStep? Next)
{
    /// <summary>Points are typed and printed with two decimals at least, so what is farther off than half of the last does not follow.</summary>
    private const decimal Tolerance = 0.005m;

    /// <summary>The reason of a leaf.</summary>
    /// <param name="line">A line of a scorecard.</param>
    /// <exception cref="ArgumentException">A node above leaves.</exception>
    public static LeafReason Of(ScorecardLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!line.Criterion.IsLeaf)
        {
            throw new ArgumentException("Only what is scored has a reason.", nameof(line));
        }

        var rule = line.Criterion.ReadRule() ?? LeafRule.Default;
        var raw = new RawFigures(line.Score?.Achieved, line.Score?.Required);
        var percent = rule is RatioBasedRule or SurveyRule { LikertTop: null } ? raw.Ratio * 100 : null;
        if (line.Points is not { } points)
        {
            return new(line, rule, ReasonKind.NotApplicable, Percent: null, Next: null);
        }

        var isPenalty = line.Criterion.Component == Component.Penalty;
        if (points == (isPenalty ? 0 : line.Criterion.MaxScore))
        {
            return new(line, rule, ReasonKind.Full, percent, Next: null);
        }

        var next = Follows(line.Criterion, rule, raw, points) ? NextStep.Of(rule, line.Criterion.MaxScore, points, raw, line.Score?.Statement, isPenalty) : null;
        return new(line, rule, next is null ? ReasonKind.ByHand : ReasonKind.HasStep, percent, next);
    }

    private static bool Follows(ReleaseCriterion leaf, LeafRule rule, RawFigures raw, decimal points) =>
        rule.PointsIn(leaf.Component, leaf.MaxScore, raw) is not { } computed || Math.Abs(computed - points) <= Tolerance;
}
