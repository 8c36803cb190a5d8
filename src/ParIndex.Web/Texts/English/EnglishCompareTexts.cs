using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishCompareTexts : CompareTexts
{
    private static readonly string[] Numbers = ["", "One", "Two", "Three", "Four", "Five", "Six"];

    private static readonly EnglishReleaseTexts Words = new();

    public override string Title => "Compare";

    public override string TitleOf(string units, string years) => $"{units} compared, {years}";

    public override string Neighbours => "Put these side by side";

    public override string Lede => "The address of this page keeps the choice and can be sent and cited.";

    public override string Ways => "Ways to compare";

    public override string ManyUnits => "Several units, one year";

    public override string TwoYears => "One unit, two years";

    public override IReadOnlyList<Run>? Lead(SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var fields = sides.Fields.Where(field => field.Spread is not null && field.Lines.All(line => line is not null)).OrderByDescending(field => field.Spread).ToList();
        if (fields.Count < 2 || fields[0].Spread == 0)
        {
            return null;
        }

        var (far, near) = (fields[0], fields[^1]);
        var shares = far.Shares.ToList();
        var (high, low) = (shares.IndexOf(shares.Max()), shares.IndexOf(shares.Where(share => share is not null).Min()));
        return
        [
            new($"{Numbers[sides.Sides.Count]} units lie farthest apart in field {far.Criterion.Code}: {PublicTexts.Quoted(sides.Sides[high].Year.Result.UnitName)} with "),
            new(NumberWriter.Data(shares[high]!.Value, 1) + "%", Strong: true),
            new($" of the maximum, {PublicTexts.Quoted(sides.Sides[low].Year.Result.UnitName)} with "),
            new(NumberWriter.Data(shares[low]!.Value, 1) + "%", Strong: true),
            new($"; nearest in field {near.Criterion.Code}, {NumberWriter.Data(near.Spread!.Value, 1)} percentage points apart."),
        ];
    }

    public override IReadOnlyList<Run> YearsLead(SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var (before, after) = (sides.Sides[0].Year, sides.Sides[^1].Year);
        var runs = new List<Run> { new($"{PublicTexts.Quoted(after.Result.UnitName)}, {before.Release.Year} and {after.Release.Year}: ") };
        if (!sides.IsComparable || after.Result.UsableChange is not { } change)
        {
            return [.. runs, new("not directly comparable", Strong: true), new(", so nothing is said of a rise or fall.")];
        }

        runs.Add(new("the index is "));
        runs.Add(new(Words.ChangeInWords(change), Strong: true));
        var fields = sides.Fields.Select(field => field.Shares).Where(shares => shares.All(share => share is not null)).Select(shares => Rounding.HalfAwayFromZero(shares[^1]!.Value - shares[0]!.Value, 2)).ToList();
        runs.Add(new(fields.Count == 0 ? "." : $"; {fields.Count(field => field > 0)} fields up, {fields.Count(field => field < 0)} down, {fields.Count(field => field == 0)} unchanged."));
        return runs;
    }

    public override string Chosen => "Units compared";

    public override string MostOf(int chosen, int most) => $"{chosen}, {most} at most";

    public override string Unit => "Unit";

    public override string Year => "Year";

    public override string Place => "Place";

    public override string Scale => "Scale";

    public override string Remove => "Remove";


    public override string Add => "Add a unit";

    public override string AddButton => "Add";

    public override string ChooseUnit => "Choose a unit";

    public override string OtherYear => "Against the year";

    public override string Show => "Compare";

    public override string Choose => "Choose two to six units of a year to stand side by side; or one unit in two years.";

    public override string ChooseOneMore => "Choose one more unit at least, or another year of this one.";

    public override string NotInYear(string units, int year) => $"Not in the release of {year}: {units}.";

    public override string TooMany(int most) => $"Only {most} units stand side by side; those after them were not added.";

    public override string OneUnitOverYears(string unit) => $"Two years are compared of one unit alone: {unit}.";

    public override string LimitsHeading => "How far this compares";

    public override string NoLimits => "The same criteria and the same scale: points and shares compare.";

    public override string NoLimitsOverYears(int before, int after) => $"At least 80% of the scales of {before} and {after} compare; criteria that are new, dropped or scored by another rule stand apart.";

    public override string Limit(ComparisonLimit limit, SideBySide sides)
    {
        ArgumentNullException.ThrowIfNull(sides);
        var (first, last) = (sides.Sides[0].Year, sides.Sides[^1].Year);
        return limit switch
        {
            ComparisonLimit.Scales => $"The scales differ ({string.Join("; ", sides.Sides.Select(side => side.Year.Result.Scale is { } scale ? NumberWriter.DataTrimmed(scale) : "not known"))}): compare shares, not points.",
            ComparisonLimit.Groups => "The units stand in different groups and are assessed on different criteria: only fields and criteria of the same code and wording stand side by side; places do not compare.",
            ComparisonLimit.Lists => "The units are ranked in different lists: places do not compare.",
            ComparisonLimit.OnlyTotals => "Of some unit or year only totals are known, no points of fields.",
            ComparisonLimit.Criteria => $"The criteria of {first.Release.Year} and {last.Release.Year} differ much: those that compare make up less than 80% of the scale, so nothing is said of a rise or fall.",
            ComparisonLimit.YearsApart => $"Other years lie between {first.Release.Year} and {last.Release.Year}; the release does not compare the criteria of these two.",
            ComparisonLimit.Reorganised => $"Between {first.Release.Year} and {last.Release.Year} the unit was reorganised (merged, split): it is not the same unit.",
            _ => $"It is not known how much of the criteria of {first.Release.Year} and {last.Release.Year} compares.",
        };
    }

    public override string ByField => "By field, per cent of the maximum";

    public override string AxisFrom(string start) => $"The axis starts at {start}%.";

    public override string MedianKey => "Faint mark: median of the group.";

    public override string Table => "Points";

    public override string TableLead => "points / maximum; bold: highest share of the row";

    public override string Caption => "Index, rating, parts and fields side by side";

    public override string Field => "Field";

    public override string Index => "PAR Index";

    public override string Total => "Total / scale";

    public override string Rating => "Rating";

    public override string Difference => "Difference";

    public override string LargestDifferences => "Largest differences";

    public override string LargestLead => "The criteria in which most points lie between the sides.";

    public override string LargestCaption => "Criteria that differ most";

    public override string Criterion => "Criterion";

    public override string NotApplicable => "not applicable";

    public override string None => "–";

    public override string Cell(string unit, string share) => $"{unit}: {share}";
}
