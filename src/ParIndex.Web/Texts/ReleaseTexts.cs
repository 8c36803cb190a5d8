using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Texts;

/// <summary>
/// What is said of releases and results on every public page. The Vietnamese is the domain's, which files, letters and the
/// announcement say too.
/// </summary>
public class ReleaseTexts
{
    public virtual string Source(Release release, bool isCurrent) => ReleaseWords.Source(release, isCurrent);

    public virtual string Version(int number, bool isCurrent) => ReleaseWords.Version(number, isCurrent);

    public virtual string Change(ReleaseChange change) => ReleaseWords.Change(change);

    public virtual string WhyNoChangeInCell(NoChange why, int yearBefore) => ReleaseWords.InCell(why, yearBefore);

    public virtual string WhyNoChange(NoChange why, int yearBefore) => ReleaseWords.InSentence(why, yearBefore);

    /// <summary>Why a unit takes no place, or <c>null</c> when it takes one.</summary>
    public virtual string? WhyNoPlace(ReleaseResult result) => ReleaseWords.WhyNoPlace(result);

    public virtual string Consistency(Consistency? consistency) => ReleaseWords.Consistency(consistency);

    public virtual string ScaleSource(ScaleSource? source) => ReleaseWords.Source(source);

    public virtual string ReferenceSource(ReferenceSource source) => ReleaseWords.Source(source);

    public virtual string Decision(string? number, DateOnly? day, bool isArchive) => ReleaseWords.Decision(number, day, isArchive);

    public virtual string Measure(ReleaseReference reference) => ReleaseWords.Measure(reference);

    public virtual string Value(ReleaseReference reference) => ReleaseWords.Value(reference);

    /// <summary>The headline of a release: each group's mean, its change, and how many have the lowest rating.</summary>
    public virtual IReadOnlyList<Run> Headline(Release release) => Announcement.Headline(release);

    /// <summary>The plain sentence of a unit in its year.</summary>
    public virtual IReadOnlyList<Run> Lead(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return year.Lead();
    }

    /// <summary>The sentence of something announced of a group.</summary>
    public virtual string Announced(Release release, ReleaseGroup group, AnnouncedFact fact) => Announcement.Sentence(release, group, fact);

    public virtual string? RisenAndFallen(Release release, ReleaseGroup group) => Announcement.RisenAndFallen(release, group);

    /// <summary>“tăng 3,32 điểm phần trăm”.</summary>
    public virtual string ChangeInWords(decimal change) => Announcement.ChangeInWords(change);

    /// <summary>The change in a cell: “tăng 3,32”.</summary>
    public virtual string ChangeInCell(decimal change) => Announcement.Direction(change) is { } word ? $"{word} {NumberWriter.Vietnamese(Math.Abs(change))}" : "không đổi";

    public virtual string Part(ScorePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Name;
    }
}
