using System.Globalization;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishRankingTexts : RankingTexts
{
    private static readonly EnglishReleaseTexts Words = new();

    public override string Title(string group, int year) => $"Ranking of {group}, {year}";

    public override string Caption(string group, int year) => $"Ranking of {group} by PAR Index, {year}";

    public override string Version(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        return $"Release, {Words.Version(release.VersionNumber, isCurrent: true)}{(release.AnnouncedOn is { } day ? $", {DateWriter.English(day)}" : "")}";
    }

    public override string ReleaseLink(bool isArchive) => isArchive ? "Decision, figures checked" : "Decision and facts of the release";

    public override string Groups => "Groups of units";

    public override string Years => "Year";

    public override string YearsBreak => "from here on not directly comparable with the years before";

    public override IReadOnlyList<Run> Lead(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        var summary = group.Summary;
        var runs = new List<Run> { new(Units(group.Results.Count)) };
        if (summary.Mean is { } mean)
        {
            runs.Add(new(" with a mean of "));
            runs.Add(new(Percent(mean), Strong: true));
            runs.Add(new(Announcement.MeanChange(release, group) is { } change ? $", {Words.ChangeInWords(change)} against {release.Year - 1}"
                : Announcement.WhyNoMeanChange(release, group) is { } why ? $", {Words.WhyNoChange(why, release.Year - 1)}"
                : ""));
        }

        if (Announcement.Lowest(group) is var (lowest, units))
        {
            var above = string.Join(", ", group.Ratings!.Bands.Where(band => band.Label != lowest && summary.Ratings.ContainsKey(band.Label)).Select(band => $"{summary.Ratings[band.Label]} {RatingWords.English(band.Label)}"));
            runs.Add(new(above.Length == 0 ? "; " : $"; {above} and "));
            runs.Add(new(units == 0 ? $"none {RatingWords.English(lowest)}" : $"{units} {RatingWords.English(lowest)}", Strong: true));
            runs.Add(new(", the lowest rating"));
        }

        return [.. runs, new(".")];
    }

    public override string Distribution => "Distribution of the PAR Index";

    public override IReadOnlyList<Run> Spread(MiddleHalf half)
    {
        ArgumentNullException.ThrowIfNull(half);
        return [new("Half of the units lie between "), new(Percent(half.From), Strong: true), new(" and "), new(Percent(half.To), Strong: true), new($"; the median is {Percent(half.Median)}.")];
    }

    public override string FilterName => "Find by name of a unit";

    public override string FilterNameHint => "Name of a unit";

    public override string FilterRating => "Rating";

    public override string AnyRating => "Any rating";

    public override string Filter => "Filter";

    public override string ShownOf(int shown, int all) => $"{shown} of {Units(all)}";

    public override string NothingFound => "No unit matches.";

    public override string SeeAll(int units) => $"See all {units} units";

    public override string Units(int units) => units == 1 ? "1 unit" : units.ToString(CultureInfo.InvariantCulture) + " units";

    public override string? BandLimits(string from, string? below, bool isLowest) =>
        (isLowest, below) switch { (true, null) => null, (true, _) => $"below {below}%", (false, null) => $"from {from}%", _ => $"from {from}% to below {below}%" };

    public override string NotPlaced => "Not ranked";

    public override string NotRated => "Not rated";

    public override string Parts => "Parts of the table";

    public override string ToTop => "To the top";

    public override string ShowSums => "Show total and scale of each unit";

    public override string Column(string key) => key switch
    {
        "hang" => "Place",
        "ten" => "Unit",
        "tham-dinh" => "Appraisal",
        "dieu-tra" => "Survey",
        "diem-cong" => "Bonus",
        "diem-tru" => "Penalty",
        "tong-diem" => "Total / scale",
        "thay-doi" => "Against the year before",
        _ => "Index (%)",
    };

    public override string WholePlace => "Place in the group";

    public override string WholePlaceOf(string place) => $"place {place} in the group";

    public override string OnAxis => "On the axis";

    public override string Rating => "Rating";

    public override string TotalOf(string total, string? scale) => $"{total}\u00A0points{(scale is null ? "" : $" / scale\u00A0{scale}")}";

    public override string ScaleInferredMark => "inferred scale, see note";

    public override string DownloadTable => "Download this table";

    public override string CompareFirst => "Compare units";

    public override string CriteriaSet => "Criteria";

    private static string Percent(decimal value) => NumberWriter.Data(value, 2) + "%";
}
