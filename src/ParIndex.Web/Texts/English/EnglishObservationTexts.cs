using ParIndex.Domain.Releases;
using ParIndex.Domain.Stories;

namespace ParIndex.Web.Texts;

/// <inheritdoc />
public sealed class EnglishObservationTexts : ObservationTexts
{
    protected override PublicTexts T => PublicTexts.Of(Language.English);

    public override string Heading => "Worth knowing";

    public override string Note => "Found in the data by fixed rules; each is linked to its figures";

    public override string WhenPublished => "Found in the figures of this release and of the years published before it; nothing published later changes this text.";

    public override string Figure(Observation found) => found switch
    {
        PlaceStreak streak => $"{streak.Years} years",
        LargestChange change => T.Story.Plus(change.Change),
        AtBandLimit limit => T.Percent(limit.Unit!.OfficialIndex!.Value, limit.Group.IndexDecimals),
        SoleUnit sole => $"1 of {sole.Units}",
        EqualBasisChange basis => T.Story.Plus(basis.After - basis.Before),
        UnreachedLeaf leaf => $"0 of {leaf.Units}",
        _ => "",
    };

    public override IReadOnlyList<NamedRun> Sentence(Observation found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var group = T.NameInSentence(found.Group);
        return found switch
        {
            PlaceStreak streak => [Name(streak.Unit), $" was {(streak.IsFirst ? "first" : "last")} of {Ranked(streak)} ranked units of {group}", .. List(streak), $" for {streak.Years} years in a row."],
            LargestChange change => [Name(change.Unit), $" {(change.Change > 0 ? "rose" : "fell")} most of {change.Compared} comparable units of {group}, from {T.Percent(change.Unit!.OfficialIndex!.Value - change.Change)} to {T.Percent(change.Unit.OfficialIndex.Value)}."],
            AtBandLimit { IsReached: true, Distance: 0 } limit => [Name(limit.Unit), $" has exactly the {T.Trimmed(limit.Band.LowerLimit)}% from which the rating is {T.Rating(limit.Band.Label)}."],
            AtBandLimit { IsReached: true } limit => [Name(limit.Unit), $" is only just rated {T.Rating(limit.Band.Label)}: {T.Number(limit.Distance)} percentage points above the limit of {T.Trimmed(limit.Band.LowerLimit)}%."],
            AtBandLimit limit => [Name(limit.Unit), $" lacks {T.Number(limit.Distance)} percentage points to be rated {T.Rating(limit.Band.Label)} (limit {T.Trimmed(limit.Band.LowerLimit)}%)."],
            SoleUnit sole => [Name(sole.Unit), $" is the only one of {sole.Units} units {(sole.HasFull ? "with" : "without")} full marks on criterion {sole.Leaf.Code} ", English(sole.Leaf), $" ({Of(sole.Points, sole.Leaf)} points)."],
            EqualBasisChange basis => [Name(basis.Unit), $" {(basis.IsGood ? "improved" : "worsened")} most on the criteria both years share: from {T.Percent(basis.Before)} to {T.Percent(basis.After)}, of {basis.Compared} comparable units of {group}."],
            UnreachedLeaf leaf => [$"None of {leaf.Units} units of {group} has full marks on criterion {leaf.Leaf.Code} ", English(leaf.Leaf), $"; the most is {Of(leaf.Best, leaf.Leaf)} points, of ", Name(leaf.BestUnit), "."],
            _ => [],
        };
    }

    public override string Link(Observation found) => found switch
    {
        PlaceStreak => "Places over the years",
        LargestChange => "Changes of the units of the group",
        AtBandLimit => "Points and index of the unit",
        SoleUnit => "This criterion in the scorecard",
        EqualBasisChange => "Why the unit's index changed",
        _ => "This criterion at the highest unit",
    };

    private static NamedRun English(ReleaseCriterion leaf) => leaf.NameEn is { } english ? $"“{english}”" : Wording(leaf);

    private static IEnumerable<NamedRun> List(PlaceStreak streak) => streak.Unit?.RankingList is { } list ? [" in the list ", new($"“{list}”", IsName: true)] : [];
}
