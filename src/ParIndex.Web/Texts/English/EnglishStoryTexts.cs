using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishStoryTexts : StoryTexts
{
    protected override PublicTexts T => PublicTexts.Of(Language.English);

    public override string Years => "Published years";

    public override string HistoryHeading => "Index and place over the years";

    public override string Ranks => "Place among the ranked units";

    public override string RanksShort => "Place";

    public override string MeanLabel => "Group mean";

    public override string KeyLeaves => "scored criterion by criterion";

    public override string KeyTotals => "totals only";

    public override string KeyMean => "group mean";

    public override string KeyAxis(decimal from) => $"The axis of the index begins at {T.Trimmed(from)}%. Upright bars are as long as units were ranked, place 1 on top.";

    public override string Table => "Table of figures, downloads";

    public override string Quoted(ReferenceSource source) => source == ReferenceSource.Derived ? "derived from a change the announcement quotes; no place" : "quoted by the announcement; no place";

    public override string BreakLabel(YearBreak why) => why switch
    {
        YearBreak.Criteria => "new criteria",
        YearBreak.Reorganised => "reorganised",
        YearBreak.Missing => "years missing",
        _ => "not known",
    };

    public override string Break(YearBreak why, int year) => why switch
    {
        YearBreak.Criteria => $"The criteria of {year} changed too much to compare it directly with the years before.",
        YearBreak.Reorganised => $"Before {year} the unit was not yet organised as it is now; the figures before and after are not of one body.",
        YearBreak.Missing => $"Between {year} and the year before it in the drawing there are years without a release; the line is broken.",
        _ => $"It is not known how much of the criteria of {year} compares with the year before.",
    };

    public override string BreakSpoken => "not directly comparable with the years before from here on";

    public override string History(UnitHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var run = history.LastRun;
        if (run.Count < 2)
        {
            return history.Points.Count == 1 ? $"One year has been published: {T.Percent(run[0].Index)} in {run[0].Year}." : $"{T.Percent(run[0].Index)} in {run[0].Year}; not joined to the years before, which are not directly comparable.";
        }

        var (first, last, falls) = (run[0], run[^1], history.Falls);
        var direction = last.Index > first.Index ? "rose" : last.Index < first.Index ? "fell" : "stayed the same";
        return $"In {T.Count(run.Count)} comparable years the index {direction} from {T.Number(first.Index)} to {T.Number(last.Index)}"
            + (falls.Count == 0 ? " and fell in none." : $" and fell in {string.Join(", ", falls)}.")
            + BesideMean(history);
    }

    protected override string BesideMean(UnitHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var known = history.LastRun.Where(point => point.Mean is not null).ToList();
        if (history.Farthest is not { } far)
        {
            return "";
        }

        var above = known.Count(point => point.Index > point.Mean);
        var distance = far.Index - far.Mean!.Value;
        return $" It was above the group mean in {above} of {known.Count} years; farthest from it in {far.Year}, {T.Number(Math.Abs(distance))} percentage points {(distance < 0 ? "below" : "above")}.";
    }

    public override string ChartTitle(string unit, int from, int to) => $"PAR Index and place of the unit, {from} to {to}";

    public override string ChartPoint(int year, string index, string? place) => place is null ? $"{year}: {index}" : $"{year}: {index}, place {place}";

    public override string WhyHeading(decimal change) => change switch
    {
        > 0 => $"Why it rose by {T.Number(change)} percentage points",
        < 0 => $"Why it fell by {T.Number(-change)} percentage points",
        _ => "Why the index did not change",
    };

    public override string Term(ChangeTerm term) => term switch
    {
        ChangeTerm.Performance => "Performance",
        ChangeTerm.ScaleAndWeight => "Scale and weight",
        ChangeTerm.New => "New criteria",
        ChangeTerm.Dropped => "Dropped criteria",
        _ => "Bonus, penalty",
    };

    public override string YearLabel(int year) => $"{year}";

    public override string Why(ChangeAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return string.Join(", ", account.Parts.Where(part => part.Exact != 0).Select((part, i) => $"{(i == 0 ? Term(part.Term) : Lower(Term(part.Term)))} {Plus(part.Shown)}")) + $". Together exactly {Plus(account.Change)} percentage points.";
    }

    public override string LeadParts(ChangeAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var set = account.Of(ChangeTerm.ScaleAndWeight) + account.Of(ChangeTerm.New) + account.Of(ChangeTerm.Dropped);
        (string Name, decimal Change)[] parts = [("performance", account.Of(ChangeTerm.Performance)), ("bonus and penalty", account.Of(ChangeTerm.BonusAndPenalty)), ("changes of the criteria", set)];
        return "Of this " + string.Join(", ", parts.Where(part => part.Change != 0).DefaultIfEmpty(parts[0]).Select(part => $"{part.Name} {Plus(part.Change)}")) + " percentage points.";
    }

    public override string WaterfallKey(decimal from, decimal to) => $"Solid: raised it; hollow: lowered it. The axis runs from {T.Trimmed(from)}% to {T.Trimmed(to)}%.";

    public override string NewLeaves => "New criteria";

    public override string DroppedLeaves => "Dropped criteria";

    public override string Achieved(string points, string most) => $"{points} of {most}";

    public override string MoreLeaves(int count) => $"and {count} more";

    public override string Coverage(decimal share) => $"Criteria of the same code, wording and way of scoring make up {T.Percent(100 * share, 0)} of the scales of both years.";

    public override string WhyNot(string reason) => $"The change cannot be taken apart: {reason}.";

    public override string TotalsOnly(int year) => $"Of {year} only totals are known: the publication has no scores of single criteria, so the change cannot be taken apart and no criterion can be named.";

    public override string LostHeading => "Where points are lost";

    public override string LostNone => "Every criterion that applies has full marks.";

    public override string LostSay(int shown, decimal of, decimal all) => $"The {(shown == 1 ? "criterion" : $"{shown} criteria")} below make up {T.Number(of)} of {T.Number(all)} percentage points lost.";

    public override string LostOthers(LostLeaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return leaf.Others <= 0 ? ""
            : leaf.OthersFull == 0 ? $"None of {leaf.Others} other units has full marks."
            : $"{leaf.OthersFull} of {leaf.Others} other units have full marks.";
    }

    public override string LostOrder => "First the criteria on which three quarters of the other units or more have full marks, then those farthest below the group's median.";

    public override string LostSum(string sum) => $"{sum}.";

    public override string BonusWord => "bonus";

    public override string PenaltyWord => "penalty";

    public override string SeeAllLost(int count) => $"All {count} criteria below full marks";

    public override string StrengthHeading => "Strong and weak beside the group's median";

    public override string StrengthUnits(int units) => $"n = {units} units";

    public override string StrengthSay(IReadOnlyList<FieldStrength> fields, Func<ReleaseCriterion, string> name)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(name);
        var known = fields.Where(field => field.Difference is not null).ToList();
        if (known.Count == 0)
        {
            return $"Fewer than {FieldStrength.FewestUnits} units of the group can be compared, so no median is given.";
        }

        var (above, below) = (known.Count(field => field.Difference > 0), known.Count(field => field.Difference < 0));
        return $"{above} {(above == 1 ? "field" : "fields")} above the median, {below} below."
            + (above > 0 ? $" Strongest: {name(known[0].Field)} ({T.Number(known[0].Difference!.Value)} above)" : "")
            + (below > 0 ? $"{(above > 0 ? "; weakest" : " Weakest")}: {name(known[^1].Field)} ({T.Number(-known[^1].Difference!.Value)} below)" : "")
            + (above + below > 0 ? "." : "");
    }

    public override string Field => "Field";

    public override string Share => "Achieved";

    public override string MedianWord => "Median";

    public override string Axis => "← below · median · above →";

    public override string DifferenceWord => "Difference";

    public override string Difference(decimal points) => points switch
    {
        > 0 => $"{T.Number(points)} above",
        < 0 => $"{T.Number(-points)} below",
        _ => "equal",
    };

    public override string StrengthNote => $"Per cent of the maxima of the field that apply to each unit; differences in percentage points. Of fewer than {FieldStrength.FewestUnits} units no median is given.";

    public override string GapHeading => "Points to the next rating";

    public override string Gap(NextRating gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        return $"{T.Number(gap.Points)} points are missing to {T.Rating(gap.Next.Label)} (from {T.Trimmed(gap.Next.LowerLimit)}%)."
            + (gap.Leaves.Count == 0 ? ""
                : gap.FewestLeaves is { } fewest ? $" The group's median on the first {(fewest == 1 ? "criterion" : $"{fewest} criteria")} below would be enough."
                : $" The group's median on every criterion below it would add only {T.Number(gap.Headroom)} points, which is not enough.");
    }

    public override string GapNote => "The realistic headroom of a criterion is what is missing to the group's median.";

    public override string GapCapped(string reason) => $"The rating is capped as well: {PublicTexts.Quoted(reason)}.";

    public override string GapForStaff => "Shown to signed-in staff only.";

    public override string PlusPoints(decimal points, int units) => $"+{T.Number(points)} points (n = {units})";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
