using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishGroupTexts : GroupTexts
{
    private static readonly EnglishReleaseTexts Words = new();

    public override string Mean => "Group mean";

    public override string Highest => "Highest";

    public override string Lowest => "Lowest";

    public override string Ratings => "Ratings";

    public override string PointsAgainst(int before) => $"percentage points against {before}";

    public override string NotRated => "The release does not rate this group";

    public override string NoneLowest(string label, int? unitsBefore, int before) => $"No unit rated {label}{unitsBefore switch { null => "", 0 => $", as in {before}", { } units => $" ({before}: {units})" }}";

    public override string LowestBefore(string label, int units, int before) => $"{before}: {units} rated {label}";

    public override string Notes => "Notes";

    public override string Inferred => "The scale was inferred from published figures and is not an official figure.";

    public override string Formula => "Index (%) = points achieved ÷ the unit's own scale × 100.";

    public override string Special(int units) => $"{Count(units)} with special tasks {(units == 1 ? "is" : "are")} not assessed on some criteria and so {(units == 1 ? "has a scale of its own" : "have scales of their own")}.";

    public override string Method => "Method";

    public override string Total(string sum) => $"Total = {sum}. Bonus and penalty stand outside the scale.";

    public override string HeldUnit(string unit, string fraction, bool isBelow, string index) => $"{unit}: {fraction} is {(isBelow ? "below 0" : "above 100")}, so the index is {index}";

    public override string Held(string units) => $"{units}; an index of this group lies between 0 and 100.";

    public override string WithoutChange(NoChange why, int units, bool isAll, bool hasColumn, int before) =>
        $"{(isAll ? "All units of the group" : Count(units))}: "
        + (why == NoChange.NotComparable ? $"not directly comparable with {before}, as the criteria that compare make up less than 80% of the scale" : Words.WhyNoChange(why, before))
        + (hasColumn ? "." : "; the table has no column of changes.");

    public override string WithoutPlace(int units, string why, string names) => $"{Count(units)} {why}: {PublicTexts.Quoted(names)}. The mean is over all units with an index.";

    public override string WholePlaces => "A place is that in the unit's list; the place in the group is among all ranked units of the group.";

    public override string Repaired => "The criteria were repaired after scoring had opened:";

    public override string And => " and ";

    public override string Unclear(string units, int? best, int? worst, string printed) => $"Rounded figures cannot tell the places of {units} apart (places {best} to {worst}); the publication has them at {printed}.";

    public override string WithinRounding(string units) => $"Within rounding: {units}.";

    public override string Inconsistent(string units) => $"To be checked: {units}.";

    public override string PrintedRounded(string unit, string printed, string computed) => $"{unit}: published {printed}, recomputed from the rounded total {computed}";

    public override string Printed(string unit, string printed, string computed) => $"{unit}: published {printed}, recomputed {computed}";

    public override string Reconciliation => "Figures unit by unit";

    private static string Count(int units) => units == 1 ? "1 unit" : $"{units} units";
}
