using System.Globalization;
using ParIndex.Domain.Criteria;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishCriteriaTexts : CriteriaTexts
{
    public override string Title(int year) => $"Criteria of {year}";

    public override string OfGroup(string group) => $"Criteria by which {group} are assessed";

    public override IReadOnlyList<Run> Lead(CriteriaReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var runs = new List<Run> { new($"{report.Leaves.Count()} scored criteria on a scale of {NumberWriter.DataTrimmed(report.Scale)} points.") };
        if (report.EarlierYear is { } before)
        {
            runs.Add(new($" Against {before}: "));
            runs.AddRange(Differences(report));
            runs.Add(new($"; {NumberWriter.DataTrimmed(Rounding.HalfAwayFromZero(100 * report.KeptShare!.Value, 0))}% of the scale compares between the two years."));
        }

        return runs;
    }

    public override string PartsOfScale => "Appraisal + survey";

    public override string PointsOfBoth => "points";

    public override string? OutsideScale(string bonus, string penalty, bool hasBonus, bool hasPenalty) => (hasBonus, hasPenalty) switch
    {
        (true, true) => $"bonus up to {bonus}, penalty up to {penalty}, outside the scale",
        (true, false) => $"bonus up to {bonus}, outside the scale",
        (false, true) => $"penalty up to {penalty}, outside the scale",
        _ => null,
    };

    public override string MostlyFull => "Nearly all units have full marks";

    public override string MostlyFullMeaning => "90% of the units or more";

    public override string WithZero => "Some units have 0 points";

    public override string Hardest => "Lowest mean";

    public override string Criteria(int count) => count == 1 ? "1 criterion" : count.ToString(CultureInfo.InvariantCulture) + " criteria";

    public override string WhereHeading(string scale) => $"Where the {scale} points lie";

    public override IReadOnlyList<Run> Where(string fields, string points) => [new($"{fields} hold "), new(points, Strong: true), new(" points.")];

    public override string FieldsInSentence(IReadOnlyList<string> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return codes.Count == 1 ? $"Field {codes[0]}" : $"Fields {string.Join(", ", codes.SkipLast(1))} and {codes[^1]}";
    }

    public override string FieldPoints(string code, string points) => $"{code}: {points} points";

    public override string Tree => "Criteria";

    public override string OnlyChanged(int before) => $"Only what changed since {before}";

    public override string SeeAll => "See all criteria";

    public override string NothingChanged => "No criterion changed.";

    public override string OpenAll => "Open all";

    public override string CloseAll => "Close all";

    public override string Caption(string field, int year) => $"{PublicTexts.Quoted(field)}: criteria of {year}";

    public override string Code => "Code";

    public override string Criterion => "Criterion, rule";

    public override string Most => "Maximum";

    public override string AtMost => "Full marks";

    public override string AtZero => "Zero";

    public override string Mean => "Mean";

    public override string Against(int before) => $"Against {before}";

    public override string FieldMean(string percent) => $"mean {percent} of the maximum";

    public override string Key => "The bar of a field: the mean share of its maximum. Full marks and zero: units of those it applied to.";

    public override string Dropped(int year, string criteria) => $"Dropped in {year}: {PublicTexts.Quoted(criteria)}.";

    public override string DroppedOne(string code, string name, string points) => $"{code} {name} ({points} points)";

    public override string Change(CriterionChange change, decimal most)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change switch
        {
            { Kind: LineageChange.New } => "new",
            { Kind: LineageChange.MaximumChanged, Before: { } before } => before.MaxScore < most ? $"up {NumberWriter.DataTrimmed(most - before.MaxScore)}" : $"down {NumberWriter.DataTrimmed(before.MaxScore - most)}",
            { IsRuleChanged: true } => "other rule",
            { Kind: LineageChange.Reworded } => "reworded",
            _ => "same",
        };
    }

    public override string ChangeSentence(CriterionChange change, ReleaseCriterion now, int before)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(now);
        if (change.Before is not { } was)
        {
            return $"New, not in the set of {before}";
        }

        var said = new List<string>();
        if (change.Kind == LineageChange.MaximumChanged)
        {
            said.Add($"maximum from {NumberWriter.Data(was.MaxScore, 2)} to {NumberWriter.Data(now.MaxScore, 2)}");
        }

        if (change.IsRuleChanged)
        {
            said.Add("another rule");
        }

        if (was.Name != now.Name)
        {
            said.Add($"in {before} worded {PublicTexts.Quoted($"“{was.Name}”")}");
        }

        if (change.IsRenumbered(now.Code))
        {
            said.Add($"in {before} under {was.Code}");
        }

        return said.Count == 0 ? $"The same as in {before}" : $"Against {before}: {string.Join("; ", said)}";
    }

    public override string OnlyTotalsTitle => "No points of criteria";

    public override string OnlyTotals(int year) => $"The release of {year} has totals only, no criteria and no points of criteria.";

    public override string OtherYears => "Years published down to each criterion:";

    public override string RankingLink => "Ranking of the group";

    public override string Page(string code, string name) => $"{code} {name}";

    public override string LeafLead(CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        if (!leaf.IsInScale)
        {
            var counted = leaf.Units.Count(unit => unit.Score.Points > 0);
            var what = leaf.Criterion.Component == Component.Penalty ? "lost points" : "were given points";
            return counted == 0 ? $"No units {what}." : $"{counted} of {leaf.Scored} units {what}.";
        }

        var full = leaf.Full == 0 ? "No unit has full marks" : leaf.Full == leaf.Scored ? $"All {leaf.Scored} units have full marks" : $"{leaf.Full} of {leaf.Scored} units have full marks";
        return full + (leaf.Zero > 0 ? $"; {leaf.Zero} have none" : "") + (leaf.MeanShare is { } mean ? $". The mean is {NumberWriter.Data(mean, 1)}% of the maximum." : ".");
    }

    public override string NodeLead(int leaves, string points, string? mean) => $"{Criteria(leaves)} scored, {points} points at most{(mean is null ? "" : $"; the mean is {mean} of the maximum")}.";

    public override string AllUnits => "All units at this criterion";

    public override string UnitsCaption(string code, int year) => $"Points of each unit at criterion {code}, {year}";

    public override string Unit => "Unit";

    public override string Figures => "Figures";

    public override string Points => "Points";

    public override string Full => "Full marks";

    public override string NotFull => "Less than full marks";

    public override string NoPoints => "0 points";

    public override string Counted => "Given points";

    public override string TakenOff => "Lost points";

    public override string NotTakenOff => "Lost none";

    public override string NotCounted => "Given none";

    public override string NotApplicable => "Not applicable";

    public override string NotApplicableMeaning => "Not applicable is not 0: the criterion leaves the unit's scale.";

    public override string Rule => "Rule";

    public override string Understood => "Understood as:";

    public override string Step => "Step";

    public override string UnitsAtStep => "Units";

    public override string OtherPoints => "Other points";

    public override string TierLimit(string limit, bool isStrict, bool fewerIsBetter) => ((isStrict, fewerIsBetter) switch { (false, false) => "from ", (true, false) => "over ", (false, true) => "up to ", _ => "below " }) + limit + "%";

    public override string Beyond => "the rest";

    public override string Sum => "Sum";

    public override string About => "About this criterion";

    public override string Field => "Field";

    public override string Part => "Part of the total";

    public override string PartOf(Component component) => component switch
    {
        Component.Survey => "Survey",
        Component.Bonus => "Bonus, outside the scale",
        Component.Penalty => "Penalty, outside the scale",
        _ => "Appraisal",
    };

    public override string MedianLabel => "Median";

    public override string Median(string points, int units) => $"{points} points (n = {units})";

    public override string DeviationLabel => "Spread";

    public override string Deviation(string points) => $"Standard deviation {points} percentage points";

    public override string AcrossYears => "Over the years";

    public override string Telling => "How the criterion tells units apart";

    public override string Sign(CriterionSign sign, CriterionStanding leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        return sign switch
        {
            CriterionSign.MostlyFull => $"{leaf.Full} of {leaf.Scored} units have full marks: the criterion hardly tells units apart any more.",
            CriterionSign.AllEqual => "All units have the same share: the criterion tells no units apart.",
            _ => $"Units that do well here tend to do worse elsewhere (correlation {Signed(leaf.ItemRest ?? 0)}): the criterion may measure something else than the set.",
        };
    }

    public override string Tells(string correlation) => $"Units that do well here tend to do well elsewhere (correlation {correlation}).";

    public override string TooFew => "Fewer than 5 units: nothing can be said yet.";

    public override string Previous(string code) => $"‹ {code}";

    public override string Next(string code) => $"{code} ›";

    public override string Around => "Criteria before and after";

    public override string HeatHeading => "Units × fields";

    public override string HeatLead => "Per cent of the maximum that each unit achieved in each field; the darker the lower.";

    public override string HeatCaption(int year) => $"Per cent of the maximum by unit and field, {year}";

    public override string NothingHere => "–";

    private static string Signed(decimal value) => value < 0 ? "−" + NumberWriter.Data(-value, 2) : NumberWriter.Data(value, 2);

    private static IEnumerable<Run> Differences(CriteriaReport report)
    {
        (string Words, int Count)[] counts =
        [
            (" new", report.Leaves.Count(leaf => leaf.Change!.Kind == LineageChange.New)),
            (" dropped", report.Dropped.Count),
            (" with another maximum", report.Leaves.Count(leaf => leaf.Change!.Kind == LineageChange.MaximumChanged)),
            (" with another rule", report.Leaves.Count(leaf => leaf.Change!.IsRuleChanged)),
        ];
        var said = counts.Where(count => count.Count > 0).ToList();
        return said.Count == 0
            ? [new("no change")]
            : said.SelectMany((count, position) => new[] { new Run(position == 0 ? "" : ", "), new Run(count.Count.ToString(CultureInfo.InvariantCulture), Strong: true), new Run(count.Words) });
    }
}
