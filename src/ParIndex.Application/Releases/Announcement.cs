using ParIndex.Domain.Numbers;
using ParIndex.Domain.Text;

namespace ParIndex.Application.Releases;

/// <summary>What an announcement says in words, made from the release and from nothing else.</summary>
public static class Announcement
{
    /// <summary>
    /// The headline: each group's mean with its change, then the groups in which nobody has the lowest rating. Changes
    /// are stated only where the year before is known.
    /// </summary>
    public static IReadOnlyList<Run> Headline(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var runs = new List<Run>();
        var saysWhen = false;
        foreach (var group in release.Groups.Where(group => group.Summary.Mean is not null))
        {
            runs.Add(new(runs.Count == 0
                ? $"Năm {release.Year}, Chỉ số cải cách hành chính trung bình của các {VietnameseText.InSentence(group.Name)} đạt "
                : $"; của các {VietnameseText.InSentence(group.Name)} đạt "));
            runs.Add(new(NumberWriter.VietnamesePercent(group.Summary.Mean!.Value), Strong: true));
            if (MeanChange(release, group) is { } change)
            {
                runs.Add(new($", {ChangeInWords(change)}{(saysWhen ? "" : $" so với năm {release.Year - 1}")}"));
                saysWhen = true;
            }
        }

        if (runs.Count > 0)
        {
            runs.Add(new("."));
        }

        runs.AddRange(release.Groups.Select(NobodyRatedLowest).OfType<string>().Select(sentence => new Run(" " + sentence)));
        return runs;
    }

    /// <summary>The mean's change against the year before, percentage points, or <c>null</c> when that mean is not known.</summary>
    public static decimal? MeanChange(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return group.Summary.Mean - group.Reference(ReferenceMeasure.MeanIndex, release.Year - 1)?.Value;
    }

    /// <summary>
    /// How many units rose or fell against the year before: quoted, or counted when the change of every unit is known;
    /// <c>null</c> otherwise.
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

        return group.Results.All(result => result.Change is not null) && group.Results.Count > 0
            ? group.Results.Count(result => measure == ReferenceMeasure.UnitsRisen ? result.Change > 0 : result.Change < 0)
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

    private static string? NobodyRatedLowest(ReleaseGroup group) =>
        group.Ratings is { } ratings && group.Summary.Ratings.Count > 0 && !group.Summary.Ratings.ContainsKey(ratings.Bands[^1].Label)
            ? $"Không có {VietnameseText.InSentence(group.Name)} nào xếp loại {ratings.Bands[^1].Label}."
            : null;
}
