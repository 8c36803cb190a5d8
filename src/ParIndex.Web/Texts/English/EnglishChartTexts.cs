namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishChartTexts : ChartTexts
{
    public override string Distribution(string group, int year) => $"PAR Index of {group}, {year}";

    public override string Position(string unit, string group, int year) => $"{unit} among {group}, {year}";

    public override string Scale(string group, int year) => $"What the scale of {group} is made of, {year}";

    public override string History(string unit) => $"PAR Index of {unit} over the years";

    public override string Why(string unit, int year) => $"Why the PAR Index of {unit} changed in {year}";

    public override string CardAbout(int year, string? rating, string? place) =>
        $"PAR Index {year}{(rating is null ? "" : $" · rated {Domain.Ratings.RatingWords.English(rating)}")}{(place is null ? "" : $" · place {place}")}";

    public override string SeeFigures => "See the figures";

    public override string Embed => "Embed";

    public override string EmbedHint => "Paste this into your page; the chart follows the current release.";

    public override string EmbedTitle => "PAR Index chart";

    public override string EmbedSee => "See the embedded page";

    public override string Mean => "Group mean";

    public override string Nothing => "No figures yet";

    public override string OneUnit(string unit) => $"1 unit: {unit}.";

    public override string Units(string count, string lowest, string highest) => $"{count} units, from {lowest} to {highest}.";

    public override string Ratings(string counts) => $"Ratings: {counts}.";

    public override string Marked(string unit) => $"Marked unit: {unit}.";

    public override string Bar(string from, string? to, string units) => $"from {from}{(to is null ? " up" : $" to below {to}")}: {units} {(units == "1" ? "unit" : "units")}";

    public override string ThisUnit => "This unit";

    public override string Placed(int year, string place) => $"{year}: place {place}";

    public override string NotPlaced(int year) => $"{year}: no place";

    public override string Points(string part, string achieved, string maximum) => $"{part}: {achieved} of {maximum} points";

    public override string Median(string units, string points) => $"Median of {units} units: {points} points.";

    public override string NoMedian => "No median to compare with.";
}
