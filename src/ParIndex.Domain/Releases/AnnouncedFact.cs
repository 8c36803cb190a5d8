namespace ParIndex.Domain.Releases;

/// <summary>
/// Something an announcement says of a group, bound to the figures of the release that say it. What the figures do not carry
/// is no fact, and no sentence is made of it; the sentence is the language's.
/// </summary>
public abstract record AnnouncedFact
{
    private AnnouncedFact()
    {
    }

    /// <summary>The mean of the group.</summary>
    /// <param name="Value">Per cent.</param>
    /// <param name="Change">Against the year before, percentage points; <c>null</c> where there is none.</param>
    /// <param name="WhyNoChange">Why there is none; <c>null</c> where there is one.</param>
    public sealed record Mean(decimal Value, decimal? Change, NoChange? WhyNoChange) : AnnouncedFact;

    /// <summary>How many units have each rating, the highest first.</summary>
    /// <param name="Bands">The bands.</param>
    public sealed record Rated(IReadOnlyList<RatedUnits> Bands) : AnnouncedFact;

    /// <summary>Highest and lowest of a ranking list of two units or more.</summary>
    /// <param name="List">Its name; <c>null</c> where the group has one list.</param>
    /// <param name="Highest">The highest; several when equal.</param>
    /// <param name="Lowest">The lowest; several when equal.</param>
    public sealed record Ends(string? List, IReadOnlyList<ReleaseResult> Highest, IReadOnlyList<ReleaseResult> Lowest) : AnnouncedFact;

    /// <summary>How many units rose and fell.</summary>
    /// <param name="Risen">Units that rose.</param>
    /// <param name="Fallen">Units that fell.</param>
    public sealed record Moved(int Risen, int Fallen) : AnnouncedFact;

    /// <summary>The largest rises, or falls, of those whose change may be used.</summary>
    /// <param name="IsRise">Rises rather than falls.</param>
    /// <param name="Units">The units, the largest change first.</param>
    /// <param name="AreLargest">Whether every unit that moved so is known: else they are some of them, and “most” is not said.</param>
    public sealed record Moves(bool IsRise, IReadOnlyList<ReleaseResult> Units, bool AreLargest) : AnnouncedFact;

    /// <summary>As many units as are named of one direction.</summary>
    public const int MostNamed = 3;

    /// <summary>What may be said of a group, in the order of an announcement.</summary>
    public static IEnumerable<AnnouncedFact> Of(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        if (group.Summary.Mean is { } mean)
        {
            yield return new Mean(mean, Announcement.MeanChange(release, group), Announcement.WhyNoMeanChange(release, group));
        }

        if (group.Ratings is { } ratings && group.Summary.Ratings.Count > 0)
        {
            yield return new Rated([.. ratings.Bands.Select(band => new RatedUnits(
                band.Label,
                group.Results.Count(result => result.OfficialRating is { } rating && ratings.Find(rating) == band),
                (int?)group.Reference(ReferenceMeasure.UnitsRated, release.Year - 1, label: band.Label)?.Value))]);
        }

        foreach (var (name, summary) in group.Lists.Where(list => list.Summary.Units > 1))
        {
            yield return new Ends(name, [.. summary.Highest.Select(entry => group.Result(entry.UnitCode)!)], [.. summary.Lowest.Select(entry => group.Result(entry.UnitCode)!)]);
        }

        foreach (var fact in Movements(release, group))
        {
            yield return fact;
        }
    }

    private static IEnumerable<AnnouncedFact> Movements(Release release, ReleaseGroup group)
    {
        var (risen, fallen) = (Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsRisen), Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsFallen));
        if (risen is { } up && fallen is { } down)
        {
            yield return new Moved(up, down);
        }

        foreach (var (count, sign) in new[] { (risen, 1), (fallen, -1) })
        {
            var moved = group.Results.Where(row => row.UsableChange * sign > 0).OrderByDescending(row => row.UsableChange * sign).ThenBy(row => row.Position).ToList();
            // Units of the same change are named together or not at all.
            var named = moved.Count <= MostNamed ? moved : [.. moved.Where(row => row.UsableChange * sign > moved[MostNamed].UsableChange * sign)];
            if (named is [_, ..] && named.Count <= MostNamed)
            {
                yield return new Moves(sign > 0, named, moved.Count == count);
            }
        }
    }
}

/// <summary>How many units of a group have a rating.</summary>
/// <param name="Label">The rating.</param>
/// <param name="Units">How many.</param>
/// <param name="Before">How many the year before; <c>null</c> where it is not known.</param>
public sealed record RatedUnits(string Label, int Units, int? Before);
