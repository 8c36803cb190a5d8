using System.Globalization;
using ParIndex.Domain.Analysis;
using ParIndex.Domain.Numbers;
using ParIndex.Domain.Ratings;
using ParIndex.Domain.Releases;
using ParIndex.Domain.Scoring;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishReleaseTexts : ReleaseTexts
{
    public override string Source(Release release, bool isCurrent)
    {
        ArgumentNullException.ThrowIfNull(release);
        var announced = release.AnnouncedOn is { } day ? $", announced on {DateWriter.English(day)}" : "";
        return $"Release {release.Year}, {Version(release.VersionNumber, isCurrent)}{announced}";
    }

    public override string Version(int number, bool isCurrent) => $"version {number}{(isCurrent ? " (current)" : "")}";

    public override string Change(ReleaseChange change) => change switch
    {
        ReleaseChange.Initial => "First release",
        ReleaseChange.Supplement => "Supplement",
        ReleaseChange.Revision => "Revision",
        ReleaseChange.Correction => "Correction",
        _ => "Withdrawal",
    };

    public override string WhyNoChangeInCell(NoChange why, int yearBefore) => why switch
    {
        NoChange.NotComparable => "not comparable",
        NoChange.NoFigureBefore => $"no figure of {yearBefore}",
        NoChange.ComparabilityUnknown => "comparability unknown",
        _ => "no index",
    };

    public override string WhyNoChange(NoChange why, int yearBefore) => why switch
    {
        NoChange.NotComparable => $"not directly comparable with {yearBefore}, as the criteria changed too much",
        NoChange.NoFigureBefore => $"no index of {yearBefore} to compare with",
        NoChange.ComparabilityUnknown => $"not compared with {yearBefore}, as it is not known how much of the criteria compares",
        _ => "no index yet",
    };

    public override string? WhyNoPlace(ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result switch
        {
            { Rank: not null } => null,
            { OfficialIndex: null } => "not ranked, as it has no index",
            _ => "assessed but not ranked, by the assessment plan",
        };
    }

    public override string Consistency(Consistency? consistency) => consistency switch
    {
        Domain.Analysis.Consistency.Exact => "exact",
        Domain.Analysis.Consistency.WithinRounding => "within rounding",
        Domain.Analysis.Consistency.Inconsistent => "to be checked",
        _ => "not enough figures to check",
    };

    public override string ScaleSource(ScaleSource? source) => source switch
    {
        Domain.Scoring.ScaleSource.Derived => "sum of the maxima of the criteria that apply",
        Domain.Scoring.ScaleSource.Printed => "printed in the publication",
        Domain.Scoring.ScaleSource.Inferred => "inferred from published figures, not an official figure",
        _ => "not known",
    };

    public override string ReferenceSource(ReferenceSource source) => source switch
    {
        Domain.Releases.ReferenceSource.Quoted => "quoted",
        Domain.Releases.ReferenceSource.Derived => "derived",
        _ => "release on this site",
    };

    public override string Decision(string? number, DateOnly? day, bool isArchive) =>
        (number is not null ? PublicTexts.Quoted(number) : isArchive ? "not named in the source" : "none yet") + (day is { } known ? $", {DateWriter.English(known)}" : "");

    public override string Measure(ReleaseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Measure switch
        {
            ReferenceMeasure.Index => "PAR Index of the unit",
            ReferenceMeasure.MeanIndex => "Mean PAR Index",
            ReferenceMeasure.UnitsRated => $"Units rated {RatingWords.English(reference.Label!)}",
            ReferenceMeasure.UnitsRisen => "Units that rose against the year before",
            _ => "Units that fell against the year before",
        };
    }

    public override string Value(ReleaseReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Measure is ReferenceMeasure.Index or ReferenceMeasure.MeanIndex
            ? Percent(reference.Value)
            : ((int)reference.Value).ToString(CultureInfo.InvariantCulture);
    }

    public override IReadOnlyList<Run> Headline(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var runs = new List<Run>();
        foreach (var group in release.Groups.Where(group => group.Summary.Mean is not null))
        {
            var name = Name(group);
            runs.Add(new(runs.Count == 0 ? $"In {release.Year} the mean PAR Index of {name} was " : $"; of {name} "));
            runs.Add(new(Percent(group.Summary.Mean!.Value), Strong: true));
            runs.Add(new(Changes(release, group)));
        }

        if (runs.Count > 0)
        {
            runs.Add(new("."));
        }

        runs.AddRange(release.Groups.Where(group => group.Results.Count > 0).Select(group => new Run(" " + Lowest(group))));
        return runs;
    }

    public override IReadOnlyList<Run> Lead(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var result = year.Result;
        var runs = new List<Run> { new($"In {year.Release.Year}: ") };
        runs.Add(result.OfficialIndex is { } index ? new(Percent(index), Strong: true) : new("no index yet"));
        if (result.OfficialRating is { } rating)
        {
            runs.Add(new(", rated "));
            runs.Add(new(RatingWords.English(rating), Strong: true));
        }

        if (result.Rank is { } rank)
        {
            runs.Add(new($", {(result.IsTied ? "joint place" : "place")} {rank} of {year.Peers.Count(peer => peer.Rank is not null)}"));
            if (result.WholeRank is { } whole)
            {
                runs.Add(new($", {(year.Group.IsWholeTied(result) ? "joint place" : "place")} {whole} of {year.Group.WholeRanked} in the whole group"));
            }
        }
        else if (result.OfficialIndex is not null && WhyNoPlace(result) is { } unranked)
        {
            runs.Add(new($", {unranked}"));
        }

        if (result.UsableChange is { } change)
        {
            runs.Add(new($"; {ChangeInWords(change)} against {year.Release.Year - 1}"));
        }
        else if (result.WhyNoChange is { } why and not NoChange.NoFigure)
        {
            runs.Add(new($"; {WhyNoChange(why, year.Release.Year - 1)}"));
        }

        runs.Add(new("."));
        return runs;
    }

    public override string Announced(Release release, ReleaseGroup group, AnnouncedFact fact)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        var before = release.Year - 1;
        return fact switch
        {
            AnnouncedFact.Mean mean => $"The mean PAR Index of {Name(group)} was {Percent(mean.Value)}"
                + (mean.Change is { } change ? $", {ChangeInWords(change)} against {before}." : mean.WhyNoChange is { } why ? $"; {WhyNoChange(why, before)}." : "."),
            AnnouncedFact.Rated rated => $"Ratings: {string.Join("; ", rated.Bands.Select(band => $"{RatingWords.English(band.Label)} {band.Units}{(band.Before is { } then ? $" ({before}: {then})" : "")}"))}.",
            AnnouncedFact.Ends ends => $"{(ends.List is { } list ? $"{PublicTexts.Quoted(list)}: highest" : "Highest")} {Named(ends.Highest, row => Percent(row.OfficialIndex!.Value))}; lowest {Named(ends.Lowest, row => Percent(row.OfficialIndex!.Value))}.",
            AnnouncedFact.Moved => $"Against {before}: {RisenAndFallen(release, group)}.",
            AnnouncedFact.Moves moves => $"{(moves.AreLargest ? $"{(moves.IsRise ? "Rose" : "Fell")} most:" : $"Among those that {(moves.IsRise ? "rose" : "fell")}:")} {Named(moves.Units, row => ChangeInWords(row.UsableChange!.Value))}.",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No sentence is known for this fact."),
        };
    }

    private static string Named(IEnumerable<ReleaseResult> units, Func<ReleaseResult, string> figure) => string.Join(", ", units.Select(row => $"{(row.UnitNameEn is { } name ? PublicTexts.Named(name) : PublicTexts.Quoted(row.UnitName))} ({figure(row)})"));

    public override string? RisenAndFallen(Release release, ReleaseGroup group) =>
        Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsRisen) is { } risen && Announcement.UnitsChanged(release, group, ReferenceMeasure.UnitsFallen) is { } fallen
            ? $"{risen} rose, {fallen} fell"
            : null;

    public override string ChangeInWords(decimal change) => change switch
    {
        > 0 => $"up {NumberWriter.Data(change, 2)} percentage points",
        < 0 => $"down {NumberWriter.Data(-change, 2)} percentage points",
        _ => "no change",
    };

    public override string ChangeInCell(decimal change) => change switch
    {
        > 0 => "up " + NumberWriter.Data(change, 2),
        < 0 => "down " + NumberWriter.Data(-change, 2),
        _ => "no change",
    };

    public override string Part(ScorePart part)
    {
        ArgumentNullException.ThrowIfNull(part);
        return part.Key switch
        {
            "tham-dinh" => "Appraisal",
            "dieu-tra" => "Survey",
            "diem-cong" => "Bonus",
            _ => "Penalty",
        };
    }

    private static string Percent(decimal value) => NumberWriter.Data(value, 2) + "%";

    private static string Name(ReleaseGroup group) => group.NameEn is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : PublicTexts.Quoted($"“{group.Name}”");

    private string Changes(Release release, ReleaseGroup group)
    {
        var mean = Announcement.MeanChange(release, group) is { } change ? $", {ChangeInWords(change)} against {release.Year - 1}"
            : Announcement.WhyNoMeanChange(release, group) is { } why ? $", {WhyNoChange(why, release.Year - 1)}"
            : "";
        return RisenAndFallen(release, group) is { } units ? $"{mean} ({units})" : mean;
    }

    private static string Lowest(ReleaseGroup group) => Announcement.Lowest(group) switch
    {
        null => $"The release does not rate {Name(group)}.",
        (var label, 0) => $"No unit of {Name(group)} was rated {RatingWords.English(label)}.",
        (var label, var units) => $"{units} {(units == 1 ? "unit" : "units")} of {Name(group)} {(units == 1 ? "was" : "were")} rated {RatingWords.English(label)}.",
    };
}
