namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishChartTexts : ChartTexts
{
    public override string Distribution(string group, int year) => $"PAR Index of {group}, {year}";

    public override string Mean => "Group mean";

    public override string Nothing => "No figures yet";

    public override string OneUnit(string unit) => $"1 unit: {unit}.";

    public override string Units(string count, string lowest, string highest) => $"{count} units, from {lowest} to {highest}.";

    public override string Ratings(string counts) => $"Ratings: {counts}.";

    public override string Marked(string unit) => $"Marked unit: {unit}.";

    public override string ThisUnit => "This unit";

    public override string Placed(int year, string place) => $"{year}: place {place}";

    public override string NotPlaced(int year) => $"{year}: no place";

    public override string Points(string part, string achieved, string maximum) => $"{part}: {achieved} of {maximum} points";

    public override string Median(string units, string points) => $"Median of {units} units: {points} points.";

    public override string NoMedian => "No median to compare with.";
}
