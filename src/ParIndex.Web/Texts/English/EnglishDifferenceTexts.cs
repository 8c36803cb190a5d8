using ParIndex.Domain.Releases;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishDifferenceTexts : DifferenceTexts
{
    public override string Replaced(int version, ReleaseChange change) => $"This version was replaced by version {version} ({NameOf(change)}). The figures below stand as they were published.";

    public override string WithdrawnGroups(string groups) => $"The results of {groups} were withdrawn and hold no longer. Earlier versions can still be read, with this notice.";

    public override string Gone(int year, ReleaseChange change, int version, string date) => change == ReleaseChange.Withdrawal
        ? $"These figures of {year} were withdrawn by version {version} on {date} and hold no longer."
        : $"These figures of {year} are no part of the results since version {version} of {date}.";

    public override string Reason => "Reason";

    public override string Substantial => "Substantial change";

    public override string NotSubstantial => "No substantial change";

    public override string WhySubstantial => "Computed, not chosen: a place, a rating, a sentence of the announcement changed, or a group was withdrawn.";

    public override string WhyNotSubstantial => "Computed, not chosen: no place, rating or sentence of the announcement changed.";

    public override string Unchanged(string units, string group) => $"{units} {group} did not change at all.";

    public override string AllUnchanged(string units, string group) => $"None of the {units} {group} changed.";

    public override string Title => "What changed, cell by cell";

    public override string Caption(int before, int after) => $"Cells that differ between version {before} and version {after}";

    public override string Added(string groups) => $"Added: {groups}.";

    public override string More(int shown, int all) => $"This page shows the first {shown} of {all} cells that differ; the files at the head of the table have all.";

    public override string Nothing => "No cell differs in the groups that both versions have.";

    public override string Unit => "Unit";

    public override string Cell => "Cell";

    public override string Kind => "Kind";

    public override string Version(int number) => $"Version {number}";

    public override string Corrected => "changed";

    public override string Computed => "computed anew";

    public override string WholeGroup(string group) => $"All of {group}";

    public override string Part(VersionPart part) => part switch
    {
        VersionPart.Unit => "In the list",
        VersionPart.Figure => "figures",
        VersionPart.Statement => "level or statement reached",
        VersionPart.Points => "points",
        VersionPart.NotApplicable => "why it does not apply",
        VersionPart.Note => "appraisers' note",
        VersionPart.Appraisal => "Appraisal points",
        VersionPart.Survey => "Survey points",
        VersionPart.Bonus => "Bonus",
        VersionPart.Penalty => "Penalty",
        VersionPart.Total => "Total points",
        VersionPart.Scale => "Scale",
        VersionPart.Index => "Index (%)",
        VersionPart.Rating => "Rating",
        VersionPart.RatingReason => "Why the rating is lower",
        VersionPart.Rank => "Rank",
        VersionPart.WholeRank => "Rank in the whole group",
        _ => "Mean index (%)",
    };

    public override string Ranks => "Places that changed";

    public override string Slope(int before, int after) => $"Places in version {before} and version {after}";

    public override string SlopePoint(string unit, int before, int after) => before == after ? $"{unit}: {after}, unchanged" : $"{unit}: {before} to {after}";

    public override string SlopeMove(string unit, int before, int after) => $"{unit} {(after < before ? "rose" : "fell")} from place {before} to {after}";

    public override string SlopeSay(IReadOnlyList<string> own, int others)
    {
        var moved = $"{Units(others)} changed {(others == 1 ? "its place" : "their places")}";
        return own.Count == 0 ? moved + "." : $"{string.Join("; ", own)}{(others == 0 ? "" : $"; {(others == 1 ? "1 other unit" : $"{others} other units")} moved although {(others == 1 ? "its" : "their")} own figures did not change")}.";
    }

    public override string SlopeKey(bool isWhole) => isWhole ? "Bold line: a unit whose own figures were corrected." : "Bold line: a unit whose own figures were corrected. Only the largest moves are drawn; the table below has all of them.";

    public override string SlopeTable => "See the table";

    public override string Ratings => "Ratings that changed";

    public override string Units(int count) => count == 1 ? "1 unit" : $"{count} units";

    public override string Move => "Change";

    public override string Up(int places) => $"up {places}";

    public override string Down(int places) => $"down {places}";

    public override string SamePlace => "unchanged";

    public override string Sentences => "Sentences that read otherwise now";

    public override string NotSaidBefore => "not said before";

    public override string NotSaidNow => "not said any more";

    private static string NameOf(ReleaseChange change) => change switch
    {
        ReleaseChange.Supplement => "supplement",
        ReleaseChange.Revision => "revision",
        ReleaseChange.Correction => "correction",
        ReleaseChange.Withdrawal => "withdrawal",
        _ => "first release",
    };
}
