using ParIndex.Domain.Releases;
using ParIndex.Domain.Units;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishUnitPageTexts : UnitPageTexts
{
    protected override PublicTexts T => PublicTexts.Of(Language.English);

    public override string Units => "Units";

    public override string NothingYet => "No PAR Index of this unit has been published yet.";

    public override string TableCaption => "PAR Index over the years";

    public override string Year => "Year";

    public override string Index => "Index (%)";

    public override string Rating => "Rating";

    public override string Rank => "Place";

    public override string Total => "Points / scale";

    public override string Change => "Against the year before";

    public override string NotRanked => "not ranked";

    public override string InWholeGroup(string place) => $"in the whole group: {place}";

    public override string InGroupShort(string place) => $"group: {place}";

    public override string DownloadTable => "Download this table";

    public override string InferredNote => "* Scale inferred from published figures, not an official figure.";

    public override string OtherIndices => "Other indices of the unit";

    public override string OtherCaption => "Other indices published of the unit";

    public override string IndexAndYear => "Index, year";

    public override string Score => "Score";

    public override string Place => "Place";

    public override string Source => "Source";

    public override string OtherNote => "These indices are surveyed and published by other bodies; they are no part of the PAR Index above.";

    public override string NamesHeading => "Names and organisation";

    public override string Name => "Name";

    public override string FormerName => "Former name";

    public override string Validity(DateOnly? from, DateOnly? to) => (from is { } first ? $", from {T.Day(first)}" : "") + (to is { } last ? $", until {T.Day(last)}" : "");

    public override string OtherSpellings => "Other spellings";

    public override string Code => "Code";

    public override string From(DateOnly day) => $"From {T.Day(day)}";

    public override string Succession(SuccessionKind kind, bool isBefore) => (kind, isBefore) switch
    {
        (SuccessionKind.Merged, true) => "Merged into",
        (SuccessionKind.Merged, false) => "Took in",
        (SuccessionKind.Split, true) => "Split into",
        (SuccessionKind.Split, false) => "Split from",
        (SuccessionKind.Territory, true) => "Ceased to exist; on its land are now",
        (SuccessionKind.Territory, false) => "On land that belonged to",
        _ => "Ceased to exist.",
    };

    public override string And => " and";

    public override string Basis => "Legal basis:";

    public override string KeptApart => "Results of the units before the reorganisation are kept apart and never added up; figures before and after that day cover different duties.";

    public override string YearTitle(string unit, int year) => $"{unit}, {year}";

    public override string GroupInYear(string group, int year) => $"{group}, {year}";

    public override string InGroup(string group) => $"Among {group}";

    public override string Against(string with) => $"Against the {with}";

    public override string GroupMean => "group mean";

    public override string HighestUnit(bool inList) => "highest unit" + (inList ? " of the list" : "");

    public override string LowestUnit(bool inList) => "lowest unit" + (inList ? " of the list" : "");

    public override string Difference(decimal points) => points switch
    {
        > 0 => $"{T.Number(points)} percentage points higher",
        < 0 => $"{T.Number(-points)} percentage points lower",
        _ => "equal",
    };

    public override string Neighbours => "Neighbouring units";

    public override string NeighboursIn(int year) => $"Neighbouring units in {year}";

    public override string NeighboursCaption => "The units placed just above and just below in the same list";

    public override string NoNeighbours(string why) => $"This unit is {why}, and has no neighbours.";

    public override string SeeRanking => "See the ranking";

    public override string Parts => "Parts of the total";

    public override string Points => "points";

    public override string MedianOf(string value, int units) => $" · median {value} (n = {units})";

    public override string PrintedTotal => "Total as printed:";

    public override string? IndexFollows(ReleaseResult result, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(group);
        return result is not { TotalScore: { } total, Scale: { } scale, Index: { } index } ? null
            : Held(result, $"{T.Number(total, group.ScoreDecimals)} ÷ {T.Trimmed(scale)} × 100", T.Percent(index, group.IndexDecimals));
    }

    public override string TotalOnScale => "Total on the scale";

    public override string PublishedAndComputed(string published, string computed, string how) => $"The published index is {published}; computed again from the printed total it is {computed}: {how}.";

    public override string RoundedTotals => "The printed total is rounded; the index was computed from points that were not.";

    public override string PublishedCounts => "The published figure is the official one.";

    public override string Scale(string scale, string source) => $"Scale {scale}: {source}.";

    public override string SpecialCase => "Special-case unit: some criteria do not apply to it, so it has a scale of its own.";

    public override string BarsOnOwnMaximum => "Each bar is what was achieved of the maximum of its own part; the upright mark is the median of the units on the same scale, of three units or more.";

    public override string PrintedName => "Name as printed:";

    public override string Repaired => "The criteria set was repaired after scoring had opened.";

    public override string TotalsOnly(int year) => $"The release of {year} has totals only, no scores of single criteria.";

    public override string OverTheYears => "Results over the years";

    public override string PrintSheet => "A4 sheet with QR code";

    public override string Paper => "Scorecard in Vietnamese (DOCX)";

    public override string Replaced(int version, int newest) => $"This is version {version}, which was replaced by version {newest}. The figures below stand as they were published.";

    public override string SeeNewest => "See the current version";

    public override string Fields => "By field";

    public override string FieldsNote => "The upright mark is the median of the n units of the group with the same maximum in the field, of three units or more.";

    public override string LostNote(string scale, string all) => $"Percentage points of the index lost on each criterion: 100 × (maximum − points) ÷ scale{scale}. Over all criteria of the scale {all} percentage points are lost.";

    public override string Leaves => "Criterion by criterion";

    public override string ShowAll => "Show all criteria";

    public override string ShowBelow => "Only criteria below full marks";

    public override string LeavesCaption(bool onlyBelow) => "Points of each criterion" + (onlyBelow ? ", only those below full marks" : "");

    public override string CriterionCode => "Code";

    public override string Criterion => "Criterion, sub-criterion";

    public override string PointsOfMost => "Points / maximum";

    public override string UnitsAtMost => "Units with full marks";

    public override string Lost => "Lost (percentage points)";

    public override string NotApplicable => "not applicable";

    public override string TakenOffAtMost => "at most off:";

    public override string DownloadLeaves => "Download the points of each criterion";

    public override string Cite => "To cite";

    public override string Copy => "Copy the citation";

    public override string Copied => "Copied";

    public override string Digest => "Results digest";

    public override string VersionAddress => "Address of this version";

    public override string Citation(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        var (release, group, result) = year;
        return $"{result.UnitNameEn ?? PublicTexts.Quoted(result.UnitName)}, PAR Index {release.Year}: {(result.OfficialIndex is { } index ? T.Percent(index, group.IndexDecimals) : "none")}"
            + (result.OfficialRating is { } rating ? $", rated {T.Rating(rating)}" : "")
            + (result.Rank is { } rank ? $", {(result.IsTied ? "joint place" : "place")} {rank} of {year.Peers.Count(peer => peer.Rank is not null)}" : "")
            + $". {T.Release.Source(release, isCurrent: false)}.";
    }

    public override string Citation(Release release, ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(group);
        return $"{group.NameEn ?? PublicTexts.Quoted(group.Name)}, PAR Index {release.Year}: mean of {group.Summary.Units} units {(group.Summary.Mean is { } mean ? T.Percent(mean) : "not known")}"
            + (Announcement.MeanChange(release, group) is { } change ? $", {T.Release.ChangeInWords(change)} against {release.Year - 1}" : "")
            + $". {T.Release.Source(release, isCurrent: false)}.";
    }

    public override string WhoHeading => "Who scored it";

    public override string SelfScored => "Self-scored by";

    public override string Appraised => "Appraised by";

    public override string AppraisedBy => "The support team of the appraisal council";

    public override string CoordinatedBy => "Coordinated by";

    public override string IsCoordinatorItself => "This unit coordinates the assessment and is itself assessed.";

    public override string CoordinatorIsAssessed => "which is itself assessed";

    public override string NobodyOwnUnit => "Where scoring happens in this system nobody appraises their own unit; exempting, extending or unlocking one's own unit needs a second person of another unit.";

    public override string Approved => "Approved by";

    public override string ApprovedBy(string decision) => $"The appraisal council; decision: {decision}";

    public override string WhoOfArchive(string decision) => $"The figures were taken from a published table (decision: {decision}), which does not say who appraised each unit.";

    public override string MeansHeading(string index) => $"What {index} means";

    public override string Means(UnitYear year)
    {
        ArgumentNullException.ThrowIfNull(year);
        return $"Of every 100 parts of the maximum that applies to it, the unit achieved {T.Number(year.Result.OfficialIndex ?? 0, year.Group.IndexDecimals)}.";
    }

    public override string Bands(ReleaseGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return group.Ratings is not { } ratings ? "The release does not rate this group."
            : Sentence(string.Join(", ", ratings.Bands.Select((band, i) => band.LowerLimit > 0 ? $"from {T.Trimmed(band.LowerLimit)}% {T.Rating(band.Label)}" : i == 0 ? $"every index {T.Rating(band.Label)}" : $"below {T.Trimmed(ratings.Bands[i - 1].LowerLimit)}% {T.Rating(band.Label)}")) + ".");
    }

    public override string UnitsAbove(int above, int of) => above == 0 ? $"None of the {of} units of the group has a higher index." : $"{above} of the {of} units of the group {(above == 1 ? "has" : "have")} a higher index.";

    public override string NotSatisfaction => "The index measures how administrative reform was carried out, by the province's criteria; it is not the share of citizens who are satisfied.";

    public override string HowComputed => "How it is computed, with an example";

    public override string SheetTitle => "PAR Index result sheet";

    public override string SheetHint => "This sheet prints on one page of A4.";

    public override string BackToYear => "Back to the unit's page";

    public override string QrLabel => "QR code of the address of this version, printed beside it";

    public override string ScanToCheck => "Scan the code to open exactly this version of the figures.";

    public override string MostLost => "Most lost compared with the other units";

    protected override string Held(ReleaseResult result, string fraction, string index)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { TotalScore: < 0, Index: 0 } ? $"{fraction} lies below 0, so the index is {index}"
            : result.Index == 100 && result.TotalScore > result.Scale ? $"{fraction} lies above 100, so the index is {index}"
            : $"{fraction} = {index}";
    }
}
