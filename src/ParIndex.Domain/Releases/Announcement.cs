using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Domain.Releases;

/// <summary>What an announcement says in words, made from the release and from nothing else.</summary>
public static class Announcement
{
    /// <summary>
    /// The headline: each group's mean with its change and how many units rose and fell, why a change is missing, and of
    /// every group how many units have the lowest rating. Good and bad news have the same weight.
    /// </summary>
    public static IReadOnlyList<Run> Headline(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var runs = new List<Run>();
        var known = release.Groups.Where(group => group.Summary.Mean is not null).ToList();
        foreach (var group in known)
        {
            runs.Add(new(runs.Count == 0
                ? $"Năm {release.Year}, Chỉ số cải cách hành chính trung bình của các {VietnameseText.InSentence(group.Name)} đạt "
                : $"; của các {VietnameseText.InSentence(group.Name)} đạt "));
            runs.Add(new(NumberWriter.VietnamesePercent(group.Summary.Mean!.Value), Strong: true));
            runs.Add(new(ChangesInWords(release, group, saysWhen: group == known.Find(other => MeanChange(release, other) is not null))));
        }

        if (runs.Count > 0)
        {
            runs.Add(new("."));
        }

        runs.AddRange(Incomparable(release, known).Concat(LowestRated(release)).Select(sentence => new Run(" " + sentence)));
        return runs;
    }

    /// <summary>
    /// The mean's change against the year before, percentage points, or <c>null</c> when that mean is not known or the two
    /// years may not be compared.
    /// </summary>
    public static decimal? MeanChange(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return group.Results.Any(result => result.WhyNoChange == NoChange.NotComparable) && !group.Results.Any(result => result.WhyNoChange is null)
            ? null
            : group.Summary.Mean - group.Reference(ReferenceMeasure.MeanIndex, release.Year - 1)?.Value;
    }

    /// <summary>Why there is no change of the mean; <c>null</c> when there is one.</summary>
    public static NoChange? WhyNoMeanChange(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return MeanChange(release, group) is not null ? null
            : group.Summary.Mean is null ? NoChange.NoFigure
            : group.Results.Any(result => result.IsComparable is not null) ? NoChange.NotComparable
            : group.Results.Any(result => result.WhyNoChange == NoChange.ComparabilityUnknown) ? NoChange.ComparabilityUnknown
            : NoChange.NoFigureBefore;
    }

    /// <summary>
    /// How many units rose or fell against the year before: quoted, or counted over the changes that may be used;
    /// <c>null</c> when there is none, or when some are not known at all.
    /// </summary>
    /// <param name="release">The release.</param>
    /// <param name="group">The group.</param>
    /// <param name="measure"><see cref="ReferenceMeasure.UnitsRisen"/> or <see cref="ReferenceMeasure.UnitsFallen"/>.</param>
    public static int? UnitsChanged(Release release, ReleaseGroup group, ReferenceMeasure measure)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        if (group.Reference(measure, release.Year) is { } quoted)
        {
            return (int)quoted.Value;
        }

        var isUnknown = group.Results.Any(result => result is { NameAsPrinted: not null, WhyNoChange: NoChange.NoFigureBefore });
        return !isUnknown && group.Results.Any(result => result.WhyNoChange is null)
            ? group.Results.Count(result => measure == ReferenceMeasure.UnitsRisen ? result.UsableChange > 0 : result.UsableChange < 0)
            : null;
    }

    /// <summary>“15 đơn vị tăng, 05 đơn vị giảm”, with how many units are compared when not all are; <c>null</c> when it is not known.</summary>
    public static string? RisenAndFallen(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        if (UnitsChanged(release, group, ReferenceMeasure.UnitsRisen) is not { } risen || UnitsChanged(release, group, ReferenceMeasure.UnitsFallen) is not { } fallen)
        {
            return null;
        }

        var compared = group.Results.Count(result => result.WhyNoChange is null);
        var isPart = compared < group.Results.Count && group.Results.Any(result => result.IsComparable is not null);
        return $"{NumberWriter.VietnameseCount(risen)} đơn vị tăng, {NumberWriter.VietnameseCount(fallen)} đơn vị giảm"
            + (isPart ? $" trong {NumberWriter.VietnameseCount(compared)} đơn vị so sánh được" : "");
    }

    /// <summary>How many units of a group have its lowest rating, and its name; <c>null</c> for a group without ratings.</summary>
    public static (string Label, int Units)? Lowest(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Ratings is { } ratings && group.Summary.Ratings.Count > 0
            ? (ratings.Bands[^1].Label, group.Results.Count(result => result.OfficialRating is { } rating && ratings.Find(rating) == ratings.Bands[^1]))
            : null;
    }

    /// <summary>“tăng 3,32 điểm phần trăm”, “giảm 3,51 điểm phần trăm”, “không thay đổi”.</summary>
    public static string ChangeInWords(decimal change) => change switch
    {
        > 0 => $"tăng {NumberWriter.Vietnamese(change)} điểm phần trăm",
        < 0 => $"giảm {NumberWriter.Vietnamese(-change)} điểm phần trăm",
        _ => "không thay đổi",
    };

    /// <summary>“tăng”, “giảm” or <c>null</c>.</summary>
    public static string? Direction(decimal change) => change switch
    {
        > 0 => "tăng",
        < 0 => "giảm",
        _ => null,
    };

    /// <summary>The sentence of a fact.</summary>
    public static string Sentence(Release release, ReleaseGroup group, AnnouncedFact fact)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        var before = release.Year - 1;
        return fact switch
        {
            AnnouncedFact.Mean mean => $"Chỉ số cải cách hành chính trung bình của các {VietnameseText.InSentence(group.Name)} đạt {NumberWriter.VietnamesePercent(mean.Value)}"
                + (mean.Change is { } change ? $", {ChangeInWords(change)} so với năm {before}." : mean.WhyNoChange is { } why ? $"; {ReleaseWords.InSentence(why, before)}." : "."),
            AnnouncedFact.Rated rated => $"Xếp loại: {string.Join("; ", rated.Bands.Select(band => $"{band.Label} {NumberWriter.VietnameseCount(band.Units)} đơn vị{(band.Before is { } then ? $" (năm {before}: {NumberWriter.VietnameseCount(then)} đơn vị)" : "")}"))}.",
            AnnouncedFact.Ends ends => $"{(ends.List is { } list ? $"{list}: cao" : "Cao")} nhất là {Named(ends.Highest, row => NumberWriter.VietnamesePercent(row.OfficialIndex!.Value))}; thấp nhất là {Named(ends.Lowest, row => NumberWriter.VietnamesePercent(row.OfficialIndex!.Value))}.",
            AnnouncedFact.Moved => $"So với năm {before}: {RisenAndFallen(release, group)}.",
            AnnouncedFact.Moves moves => $"{(moves.AreLargest ? $"{(moves.IsRise ? "Tăng" : "Giảm")} nhiều nhất là" : $"Trong các đơn vị {(moves.IsRise ? "tăng" : "giảm")} có")} {Named(moves.Units, row => ChangeInWords(row.UsableChange!.Value))}.",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No sentence is known for this fact."),
        };
    }

    private static string Named(IEnumerable<ReleaseResult> units, Func<ReleaseResult, string> figure) => string.Join(", ", units.Select(row => $"{row.UnitName} ({figure(row)})"));

    private static string ChangesInWords(Release release, ReleaseGroup group, bool saysWhen)
    {
        var mean = MeanChange(release, group) is { } change ? $", {ChangeInWords(change)}{(saysWhen ? $" so với năm {release.Year - 1}" : "")}" : "";
        return RisenAndFallen(release, group) is { } units ? $"{mean} ({units})" : mean;
    }

    /// <summary>Why means have no change: one sentence for all groups of one reason.</summary>
    private static IEnumerable<string> Incomparable(Release release, IReadOnlyCollection<ReleaseGroup> groups) => groups
        .Where(group => WhyNoMeanChange(release, group) is not null)
        .GroupBy(group => WhyNoMeanChange(release, group)!.Value)
        .Select(reason => (Words: ReleaseWords.InSentence(reason.Key, release.Year - 1), Groups: reason.ToList()))
        .Select(reason => reason.Groups.Count == groups.Count
            ? $"{char.ToUpperInvariant(reason.Words[0])}{reason.Words[1..]}."
            : $"Các {string.Join("; các ", reason.Groups.Select(group => VietnameseText.InSentence(group.Name)))}: {reason.Words}.");

    private static IEnumerable<string> LowestRated(Release release)
    {
        foreach (var group in release.Groups.Where(group => group.Results.Count > 0))
        {
            var name = VietnameseText.InSentence(group.Name);
            yield return Lowest(group) switch
            {
                null => $"Bản công bố không xếp loại các {name}.",
                (var label, 0) => $"Không có {name} nào xếp loại {label}.",
                var (label, units) => $"Có {NumberWriter.VietnameseCount(units)} {name} xếp loại {label}.",
            };
        }
    }
}
