using ParIndex.Domain.Criteria;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishReasonTexts : ReasonTexts
{
    protected override PublicTexts T => PublicTexts.Of(Language.English);

    public override string Rule => "Rule";

    public override string Figures => "Figures";

    public override string Step => "Next step";

    public override string Case => "cases";

    public override string NotApplicable => "Not applicable";

    public override string Note => "Appraisers' note";

    public override string ByHand => "Scored by the guidance; the published figures give no next step.";

    public override string Scoring => "Scoring text";

    public override string? FiguresOf(LeafReason reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (reason.Line.Score is not { Achieved: { } achieved } score)
        {
            return null;
        }

        var done = score.Counts?.Replace("+", " + ", StringComparison.Ordinal) ?? T.Trimmed(achieved);
        var of = score.Required is { } required ? $"{(score.Counts is null ? done : $"({done})")}/{T.Trimmed(required)}" : done;
        return of + (reason.Line.Criterion.FigureNoun is { } noun ? " " + PublicTexts.Quoted($"“{noun}”") : "") + Share(reason);
    }

    public override string Label(ReleaseCriterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return criterion.NameEn ?? criterion.Code;
    }

    public override string RuleOf(LeafRule rule, ReleaseCriterion leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var (max, noun) = (T.Number(leaf.MaxScore), leaf.FigureNoun is { } own ? PublicTexts.Quoted($"“{own}”") : "case");
        var isPenalty = leaf.Component == Component.Penalty;
        return rule switch
        {
            LevelsRule levels => string.Join("; ", levels.Levels.Select(level => level.Points is { } points ? $"{PublicTexts.Quoted(level.Statement)}: {T.Trimmed(points)}" : PublicTexts.Quoted(level.Statement))),
            CumulativeRule cumulative => "sum of what was met: " + string.Join("; ", cumulative.Levels.Select(level => $"{PublicTexts.Quoted(level.Statement)}: {T.Trimmed(level.Points ?? 0)}")),
            RatioRule ratio => $"share achieved{(ratio.Norm != 100 ? $" ÷ {T.Trimmed(ratio.Norm)}%" : "")} × {max}{(ratio.Floor is { } floor ? $"; below {T.Trimmed(floor)}%: 0" : "")}{(ratio.Cap < ratio.Norm ? $"; from {T.Trimmed(ratio.Cap)}%: {max}" : "")}",
            TiersRule tiers => string.Join("; ", tiers.Tiers.Select(tier => $"{Limit(tier.Limit, tier.IsStrict, tiers.FewerIsBetter)}: {T.Number(tier.Points)}")) + "; else 0",
            WeightedRatioRule weighted => $"({string.Join(" + ", weighted.Terms.Select(term => $"{PublicTexts.Quoted($"“{term.Name}”")} × {T.Trimmed(term.Weight)}"))}) ÷ required × {max}",
            CountRule count => isPenalty ? $"{T.Trimmed(count.Value)} off for each {noun}, at most {max}" : $"{T.Trimmed(count.Value)} points for each {noun}, at most {max}",
            DeductionRule deduction => isPenalty ? $"{T.Trimmed(deduction.Value)} off for each {noun}, at most {max}" : $"{max} less {T.Trimmed(deduction.Value)} for each {noun}",
            SurveyRule { LikertTop: { } top } => $"(mean − 1) ÷ {T.Trimmed(top - 1)} × {max}, on a scale of {T.Trimmed(top)}",
            SurveyRule => $"share satisfied × {max}",
            _ => isPenalty ? $"0 to {max} points taken off by the appraisers" : $"0 to {max} points given by the appraisers",
        };
    }

    public override string StepOf(NextStep step, ScorecardLine leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        var (noun, achieved) = (leaf.Criterion.FigureNoun is { } own ? " " + PublicTexts.Quoted($"“{own}”") : "", leaf.Score?.Achieved);
        return step switch
        {
            TierStep tier => $"{T.Number(tier.Points)} points need {Limit(tier.Limit, tier.IsStrict, tier.FewerIsBetter)}"
                + (tier.Needed is not { } needed ? "" : tier.FewerIsBetter ? $", at most {T.Trimmed(needed)}{noun}, {T.Trimmed(achieved!.Value - needed)} fewer" : $", that is {T.Trimmed(needed)}{noun}, {T.Trimmed(needed - achieved!.Value)} more"),
            LevelStep { IsAdded: true } level => $"{PublicTexts.Quoted($"“{level.Statement}”")} too would give {T.Number(level.Points)} points",
            LevelStep level => $"{PublicTexts.Quoted($"“{level.Statement}”")} would give {T.Number(level.Points)} points",
            PercentStep percent => $"each percentage point gives {T.Trimmed(Four(percent.Gain))} points" + (percent.Needed is not { } needed ? "" : $"; full marks need {T.Trimmed(percent.Full)}%, that is {T.Trimmed(needed)}{noun}, {T.Trimmed(needed - achieved!.Value)} more"),
            CountStep { IsFewer: true } count => leaf.Criterion.Component == Component.Penalty ? $"{T.Trimmed(count.Count)} fewer{noun} would take off only {T.Number(count.Points)} points" : $"{T.Trimmed(count.Count)} fewer{noun} would give {T.Number(count.Points)} points",
            CountStep count => $"{T.Trimmed(count.Count)} more{noun} would give {T.Number(count.Points)} points",
            MeanStep mean => $"each {T.Number(mean.Step, 1)} on the scale of {T.Trimmed(mean.Top)} gives {T.Trimmed(Four(mean.Gain))} points",
            _ => "",
        };
    }

    private string Limit(decimal limit, bool isStrict, bool fewerIsBetter) => (isStrict, fewerIsBetter) switch
    {
        (false, false) => "at least ",
        (true, false) => "over ",
        (false, true) => "at most ",
        _ => "under ",
    } + T.Trimmed(limit) + "%";
}
