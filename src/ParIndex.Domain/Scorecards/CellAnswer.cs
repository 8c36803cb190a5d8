using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;

namespace ParIndex.Domain.Scorecards;

/// <summary>
/// What somebody says of one leaf at one stage: points, or the raw figures or the statement they follow from, and a
/// note. Three states, never conflated: nothing said yet, points (0 is points), “Không áp dụng” proposed.
/// </summary>
public sealed record CellAnswer
{
    /// <summary>Longest note.</summary>
    public const int MostNote = 2000;

    /// <summary>Longest counts of a weighted ratio.</summary>
    public const int MostCounts = 80;

    /// <summary>Places kept of points that a rule computes, half away from zero; the index is made of these.</summary>
    private const int ComputedDecimals = 4;

    /// <summary>Nothing said yet.</summary>
    public static readonly CellAnswer Blank = new();

    /// <summary>Points, 0…the leaf's maximum; <c>null</c> while not scored or where an exemption is proposed.</summary>
    public decimal? Points { get; init; }

    /// <summary>What was done: achieved, or a count of occurrences or violations; the mean of a Likert scale; the weighed sum of <see cref="Counts"/>.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>How many of each term of a <see cref="WeightedRatioRule"/>, as it keeps them: <c>45+3</c>; else <c>null</c>.</summary>
    public string? Counts { get; init; }

    /// <summary>Of how much, for ratios and tiers; 0 only where nothing arose.</summary>
    public decimal? Required { get; init; }

    /// <summary>
    /// What is chosen of the rule's statements, as <see cref="StatementsRule"/> numbers choices; <c>null</c> where nothing is.
    /// </summary>
    public int? Level { get; init; }

    /// <summary>Why, or where proof is missing; <c>null</c> when nothing is said.</summary>
    public string? Note { get; init; }

    /// <summary>Sample size n of a survey, ≥ 1.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Standard deviation of the answers of a survey, ≥ 0.</summary>
    public decimal? Spread { get; init; }

    /// <summary>The raw figures, as rules take them.</summary>
    public RawFigures Figures => new(Achieved, Required);

    /// <summary>
    /// Whether the statement chosen says that the leaf does not apply, or nothing arose and the rule says so of it: that
    /// proposes an exemption and changes no scale.
    /// </summary>
    public bool ProposesExemption(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Level is { } choice
            ? leaf.Rule is StatementsRule rule && rule.Has(choice) && rule.PointsOf(choice, leaf.MaxScore) is null
            : SaysNotApplicable(leaf);
    }

    /// <summary>Whether something is said: points, or a proposed exemption.</summary>
    public bool IsGiven(Criterion leaf) => Points is not null || ProposesExemption(leaf);

    /// <summary>
    /// The same with the points that follow: from the statement chosen, or from raw figures by the leaf's rule, to four
    /// places. Points that were typed stay where nothing else says them.
    /// </summary>
    public CellAnswer CompletedBy(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (Weighed(leaf) is var weighed && weighed != this)
        {
            return weighed.CompletedBy(leaf);
        }

        if (Level is { } choice)
        {
            return this with { Points = leaf.Rule is StatementsRule rule && rule.Has(choice) ? rule.PointsOf(choice, leaf.MaxScore) : null };
        }

        return SaysNotApplicable(leaf) ? this with { Points = null }
            : leaf.PointsOf(Figures) is { } computed ? this with { Points = Rounding.HalfAwayFromZero(computed, ComputedDecimals) }
            : this;
    }

    /// <summary>The same with what was achieved as the weighed sum of its counts, where the leaf's rule weighs.</summary>
    public CellAnswer Weighed(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return Counts is { } counts && leaf.Rule is WeightedRatioRule rule ? this with { Achieved = rule.Weighed(counts) } : this;
    }

    /// <summary>What is wrong with the answer for a leaf; <c>null</c> when nothing is.</summary>
    public Finding? Problem(Criterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var code = leaf.Code;
        return this switch
        {
            { Points: < 0 } => AnswerWords.Points(code, leaf.MaxScore),
            { Points: { } points } when points > leaf.MaxScore => AnswerWords.PointsAbove(code, leaf.MaxScore, points),
            { Level: { } choice } when leaf.Rule is not StatementsRule rule || !rule.Has(choice) => AnswerWords.NoSuchLevel(code),
            { Counts: { } counts } when leaf.Rule is not WeightedRatioRule rule || rule.Weighed(counts) is null => AnswerWords.CountsUnclear(code, counts, (leaf.Rule as WeightedRatioRule)?.Wanted),
            { Counts: null, Achieved: { } sum } when leaf.Rule is WeightedRatioRule rule => AnswerWords.CountsUnclear(code, NumberWriter.VietnameseTrimmed(sum), rule.Wanted),
            { Achieved: < 0 } => AnswerWords.AchievedNegative(code),
            { Required: < 0 } => AnswerWords.RequiredNegative(code),
            { Required: not null, Achieved: null } => AnswerWords.AchievedMissing(code),
            { Required: 0 } when leaf.Rule is not RatioBasedRule => AnswerWords.RequiredZero(code),
            { Required: 0, Achieved: > 0 } => AnswerWords.AchievedOfNothing(code),
            { Required: null, Achieved: not null } when leaf.Rule is RatioBasedRule or SurveyRule { LikertTop: null } => AnswerWords.RequiredMissing(code),
            { Achieved: { } achieved, Required: { } required } when achieved > required && leaf.Rule is SurveyRule => AnswerWords.MoreThanAsked(code),
            { Achieved: { } mean } when leaf.Rule is SurveyRule { LikertTop: { } top } && (mean < 1 || mean > top) => AnswerWords.MeanOutside(code, top),
            { Note.Length: > MostNote } => AnswerWords.NoteTooLong(code, MostNote),
            { SampleSize: < 1 } => AnswerWords.SampleTooSmall(code),
            { Spread: < 0 } => AnswerWords.SpreadNegative(code),
            { Points: null } when leaf.Component == Component.Survey && this with { Note = null } != Blank && !ProposesExemption(leaf) => AnswerWords.SurveyIncomplete(code),
            _ => LevelsProblem(leaf),
        };
    }

    /// <summary>Points typed where the rule has statements must be those of a choice; on a penalty leaf nothing taken off is one too.</summary>
    private Finding? LevelsProblem(Criterion leaf)
    {
        if (leaf.Rule is not StatementsRule rule || Level is not null || Points is not { } points || (points == 0 && leaf.Component == Component.Penalty) || rule.ChoicesOf(points, leaf.MaxScore).Count > 0)
        {
            return null;
        }

        var known = rule.Levels.Select(level => level.Points).OfType<decimal>().ToList();
        return rule is CumulativeRule ? AnswerWords.NoSumOfStatements(leaf.Code, known) : AnswerWords.NoneOfTheLevels(leaf.Code, known);
    }

    private bool SaysNotApplicable(Criterion leaf) => Figures.IsNothing && leaf.ExemptsNothing;
}
