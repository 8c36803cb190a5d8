using ParIndex.Domain.Numbers;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishReleasePageTexts : ReleasePageTexts
{
    public override string Announcement => "Announcement";

    public override string CopyAnnouncement => "Copy the whole text";

    public override string Papers => "Documents";

    public override string AnnouncementPaper => "Announcement in Vietnamese (DOCX)";

    public override string EnglishPaper => "Announcement in English (DOCX)";

    public override string AnnexPaper => "Annex with the results, in Vietnamese (DOCX)";

    public override string Title => "Releases";

    public override string Lead => "A release is never changed: each supplement, revision or correction is a new version, and the earlier ones stay.";

    public override string Nothing => "Nothing has been published yet.";

    public override string Caption => "Releases by year assessed";

    public override string AssessedYear => "Year assessed";

    public override string Release => "Release";

    public override string Content => "Content";

    public override string Decision => "Decision";

    public override string AnnouncedOn => "Announced on";

    public override string YearAndVersion(int year, string version) => $"{year}, {version}";

    public override string FromArchive => ", taken from what was published before";

    public override string TitleOf(int year, int version) => $"Release of {year}, version {version}";

    public override string YearCrumb(int year) => $"{year}";

    public override string Replaced => "This version was replaced.";

    public override string SeeCurrent(int version) => $"See the current one (version {version})";

    public override string Facts => "Facts of the release";

    public override string Province => "Province";

    public override string VersionLabel => "Version";

    public override string NotInSource => "not named in the source";

    public override string None => "none yet";

    public override string SourceOfFigures => "Source of the figures";

    public override string Nature => "Nature";

    public override string ArchiveNature => "Taken from what was published before: the printed figures are the official ones, recomputed figures stand beside them.";

    public override string Digest => "Results digest (SHA-256)";

    public override string PutOnSite => "On this site since";

    public override string Instant(DateTime utc) => DateWriter.EnglishHour(utc);

    public override string Versions(int year) => $"Versions of {year}";

    public override string Check => "Published figures beside recomputed ones";

    public override string CheckCounts(int rows, string counts) => $"Of {rows} rows: {counts}. Recomputed index = printed total ÷ scale × 100, rounded once to two decimals.";

    public override string Scales(int printed, int inferred) => $"{printed} scales are printed in the publication, {inferred} are inferred from published figures and are not official: of the values from 60 to 100 in steps of 0.25 only one fits the printed total and index.";

    public override string SinceVersion(int version) => $", as in version {version}";

    public override string Ranking => "Ranking";

    public override string DownloadTable => "Download this table";

    public override string References => "Reference values";

    public override string ReferencesOfArchive => "Figures quoted in the announcement, derived from it by subtraction, or taken from the release of the year before on this site. No ranking is made of them.";

    public override string ReferencesOfRound => "Figures of the year before are taken from the release on this site; only units that compare directly are counted as risen or fallen.";

    public override string ReferencesCaption => "Reference values of this release";

    public override string Figure => "Figure";

    public override string Year => "Year";

    public override string Value => "Value";

    public override string Source => "Source";

    public override string CheckCaption(string group) => $"Indices of {group}, checked";

    public override string ResultsCaption(string group) => $"Results of {group}";

    public override string Unit => "Unit";

    public override string Rank => "Place";

    public override string InGroup => "In the group";

    public override string PrintedTotal => "Printed total";

    public override string Total => "Total";

    public override string Scale => "Scale";

    public override string Published => "Published (%)";

    public override string Recomputed => "Recomputed (%)";

    public override string Finding => "Finding";

    public override string Index => "Index (%)";

    public override string Rating => "Rating";

    public override string SetRepaired => "The criteria set was repaired after the assessment had opened:";
}
