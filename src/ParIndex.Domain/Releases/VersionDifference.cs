using System.Text.RegularExpressions;
using ParIndex.Domain.Scorecards;
using ParIndex.Domain.Tables;

namespace ParIndex.Domain.Releases;

/// <summary>What of a published row or leaf a changed cell is.</summary>
public enum VersionPart
{
    /// <summary>The unit stands in one version only.</summary>
    Unit,

    /// <summary>Raw figures of a leaf: “2.310/2.750 hồ sơ”.</summary>
    Figure,

    /// <summary>The statement that was chosen.</summary>
    Statement,

    /// <summary>Points of a leaf.</summary>
    Points,

    /// <summary>Why a leaf does not apply.</summary>
    NotApplicable,

    /// <summary>The appraisers' note on a leaf.</summary>
    Note,

    /// <summary>Appraisal points of the unit.</summary>
    Appraisal,

    /// <summary>Survey points of the unit.</summary>
    Survey,

    /// <summary>Bonus points.</summary>
    Bonus,

    /// <summary>Penalty points.</summary>
    Penalty,

    /// <summary>Achieved points.</summary>
    Total,

    /// <summary>The unit's own scale.</summary>
    Scale,

    /// <summary>The index, per cent.</summary>
    Index,

    /// <summary>The rating.</summary>
    Rating,

    /// <summary>Why the rating is lower than its band.</summary>
    RatingReason,

    /// <summary>The place in its list.</summary>
    Rank,

    /// <summary>The place in the whole group.</summary>
    WholeRank,

    /// <summary>The mean of the group, per cent.</summary>
    Mean,
}

/// <summary>One cell that differs between two versions.</summary>
/// <param name="Group">The group in the later version; in the earlier one where the later has it no more.</param>
/// <param name="Unit">The unit's row in the later version, or in the earlier; <c>null</c> for a figure of the group.</param>
/// <param name="Criterion">The leaf, or <c>null</c> for a figure of the row.</param>
/// <param name="Part">Which cell.</param>
/// <param name="Before">What the earlier version says.</param>
/// <param name="After">What the later one says.</param>
public sealed record ChangedCell(ReleaseGroup Group, ReleaseResult? Unit, ReleaseCriterion? Criterion, VersionPart Part, Cell Before, Cell After)
{
    /// <summary>Whether the cell follows from others: computed anew, not corrected itself.</summary>
    public bool IsComputed => Criterion is null && Part is not VersionPart.Unit;
}

/// <summary>A unit's row in both versions.</summary>
/// <param name="Group">The group in the later version.</param>
/// <param name="Before">The earlier row.</param>
/// <param name="After">The later row.</param>
public sealed record ChangedRow(ReleaseGroup Group, ReleaseResult Before, ReleaseResult After);

/// <summary>
/// What one version of a year says otherwise than another, cell by cell. Everything of it follows from the two versions, also whether the
/// change is substantial: nobody chooses that.
/// </summary>
public sealed partial class VersionDifference
{
    private VersionDifference(Release before, Release after) => (Before, After) = (before, after);

    /// <summary>The earlier version.</summary>
    public Release Before { get; }

    /// <summary>The later version.</summary>
    public Release After { get; }

    /// <summary>Groups that the earlier version did not have.</summary>
    public IReadOnlyList<ReleaseGroup> Added { get; private init; } = [];

    /// <summary>Groups that the later version has no more.</summary>
    public IReadOnlyList<ReleaseGroup> Withdrawn { get; private init; } = [];

    /// <summary>Every cell that differs in groups of both, in the order of the tables; of a unit its leaves first.</summary>
    public IReadOnlyList<ChangedCell> Cells { get; private init; } = [];

    /// <summary>Units whose place changed, by the place they have now.</summary>
    public IReadOnlyList<ChangedRow> Ranks { get; private init; } = [];

    /// <summary>Units whose rating changed.</summary>
    public IReadOnlyList<ChangedRow> Ratings { get; private init; } = [];

    /// <summary>Groups of both with how many of their units differ in no cell.</summary>
    public IReadOnlyList<(ReleaseGroup Group, int Unchanged)> Unchanged { get; private init; } = [];

    /// <summary>Sentences of the headline that are said otherwise now.</summary>
    public IReadOnlyList<(string? Before, string? After)> Sentences { get; private init; } = [];

    /// <summary>Cells somebody corrected; what was computed anew from them is not counted.</summary>
    public int Corrected => Cells.Count(cell => !cell.IsComputed);

    /// <summary>Whether a place, a rating or the headline changed, or figures were taken back.</summary>
    public bool IsSubstantial => Withdrawn.Count > 0 || Ranks.Count > 0 || Ratings.Count > 0 || Sentences.Count > 0 || Cells.Any(cell => cell.Part == VersionPart.Unit);

    /// <summary>The difference of two versions of a year.</summary>
    /// <param name="before">The earlier, with its leaves.</param>
    /// <param name="after">The later, with its leaves.</param>
    /// <exception cref="ArgumentException">They are of different years.</exception>
    public static VersionDifference Between(Release before, Release after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Year != after.Year)
        {
            throw new ArgumentException("Versions of different years are not compared cell by cell.", nameof(after));
        }

        var both = after.Groups.Where(group => before.Group(group.Slug) is not null).Select(group => (Old: before.Group(group.Slug)!, New: group)).ToList();
        var cells = both.SelectMany(pair => CellsOf(pair.Old, pair.New)).ToList();
        var rows = both.SelectMany(pair => pair.New.Results.Select(row => (pair.New, Old: pair.Old.Result(row.UnitCode), Row: row)).Where(row => row.Old is not null).Select(row => new ChangedRow(row.New, row.Old!, row.Row))).ToList();
        var changed = cells.Select(cell => (cell.Group, cell.Unit?.UnitCode)).ToHashSet();
        return new(before, after)
        {
            Added = [.. after.Groups.Where(group => before.Group(group.Slug) is null)],
            Withdrawn = [.. before.Groups.Where(group => after.Group(group.Slug) is null)],
            Cells = cells,
            Ranks = [.. rows.Where(row => row.Before.Rank != row.After.Rank || row.Before.WholeRank != row.After.WholeRank).OrderBy(row => row.Group.Position).ThenBy(row => row.After.Position)],
            Ratings = [.. rows.Where(row => row.Before.OfficialRating != row.After.OfficialRating).OrderBy(row => row.Group.Position).ThenBy(row => row.After.Position)],
            Unchanged = [.. both.Select(pair => (pair.New, pair.New.Results.Count(row => !changed.Contains((pair.New, row.UnitCode)))))],
            Sentences = both.Count == 0 ? [] : SentencesBetween(Announcement.Headline(before), Announcement.Headline(after)),
        };
    }

    /// <summary>Sentences of two texts that stand in one alone, side by side in their order.</summary>
    public static IReadOnlyList<(string? Before, string? After)> SentencesBetween(IReadOnlyList<Run> before, IReadOnlyList<Run> after)
    {
        var (old, now) = (Split(before), Split(after));
        var (gone, come) = (old.Except(now, StringComparer.Ordinal).ToList(), now.Except(old, StringComparer.Ordinal).ToList());
        return [.. Enumerable.Range(0, Math.Max(gone.Count, come.Count)).Select(place => (gone.ElementAtOrDefault(place), come.ElementAtOrDefault(place)))];
    }

    private static List<string> Split(IReadOnlyList<Run> runs) =>
        [.. SentenceEnd().Split(string.Concat(runs.Select(run => run.Text))).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    private static IEnumerable<ChangedCell> CellsOf(ReleaseGroup old, ReleaseGroup now)
    {
        foreach (var row in now.Results)
        {
            var before = old.Result(row.UnitCode);
            foreach (var cell in before is null ? [new(now, row, Criterion: null, VersionPart.Unit, Cell.Nothing, Cell.Of(row.UnitName))] : Of(old, before, now, row))
            {
                yield return cell;
            }
        }

        foreach (var row in old.Results.Where(row => now.Result(row.UnitCode) is null))
        {
            yield return new(now, row, Criterion: null, VersionPart.Unit, Cell.Of(row.UnitName), Cell.Nothing);
        }

        if (old.Summary.Mean != now.Summary.Mean)
        {
            yield return new(now, Unit: null, Criterion: null, VersionPart.Mean, Cell.Of(old.Summary.Mean, old.IndexDecimals), Cell.Of(now.Summary.Mean, now.IndexDecimals));
        }
    }

    private static IEnumerable<ChangedCell> Of(ReleaseGroup old, ReleaseResult before, ReleaseGroup now, ReleaseResult after)
    {
        var (criteria, scores) = (now.Criteria.ToDictionary(criterion => criterion.Code, StringComparer.Ordinal), before.Scores.ToDictionary(score => score.CriterionCode, StringComparer.Ordinal));
        foreach (var score in after.Scores)
        {
            var (leaf, was) = (criteria.GetValueOrDefault(score.CriterionCode), scores.GetValueOrDefault(score.CriterionCode));
            foreach (var cell in Leaf(score, was).Where(cell => Differ(cell.Before, cell.After)))
            {
                yield return new(now, after, leaf, cell.Part, cell.Before, cell.After);
            }

            IEnumerable<(VersionPart Part, Cell Before, Cell After)> Leaf(ReleaseScore own, ReleaseScore? earlier) =>
            [
                (VersionPart.Figure, Figure(earlier, leaf), Figure(own, leaf)),
                (VersionPart.Statement, Cell.Of(earlier?.Statement), Cell.Of(own.Statement)),
                (VersionPart.NotApplicable, Cell.Of(earlier?.NotApplicable), Cell.Of(own.NotApplicable)),
                (VersionPart.Note, Cell.Of(earlier?.Note), Cell.Of(own.Note)),
                (VersionPart.Points, Cell.Of(earlier?.Points, old.ScoreDecimals), Cell.Of(own.Points, now.ScoreDecimals)),
            ];
        }

        foreach (var cell in Row(before, old).Zip(Row(after, now)).Where(pair => Differ(pair.First.Value, pair.Second.Value)))
        {
            yield return new(now, after, Criterion: null, cell.First.Part, cell.First.Value, cell.Second.Value);
        }
    }

    /// <summary>One long decimal in a group lets all its points be written with more places: that says nothing otherwise.</summary>
    private static bool Differ(Cell before, Cell after) =>
        (before, after) is (Cell.Number was, Cell.Number now) ? was.Value != now.Value : before != after;

    private static IEnumerable<(VersionPart Part, Cell Value)> Row(ReleaseResult row, ReleaseGroup group) =>
    [
        (VersionPart.Appraisal, Cell.Of(row.AppraisalScore, group.ScoreDecimals)),
        (VersionPart.Survey, Cell.Of(row.SurveyScore, group.ScoreDecimals)),
        (VersionPart.Bonus, Cell.Of(row.Bonus, group.ScoreDecimals)),
        (VersionPart.Penalty, Cell.Of(row.Penalty, group.ScoreDecimals)),
        (VersionPart.Total, Cell.Of(row.TotalScore, group.ScoreDecimals)),
        (VersionPart.Scale, Cell.Trimmed(row.Scale)),
        (VersionPart.Index, Cell.Of(row.OfficialIndex, group.IndexDecimals)),
        (VersionPart.Rating, Cell.Of(row.OfficialRating)),
        (VersionPart.RatingReason, Cell.Of(row.RatingReason)),
        (VersionPart.Rank, Cell.Of(row.Rank)),
        (VersionPart.WholeRank, Cell.Of(row.WholeRank)),
    ];

    private static Cell Figure(ReleaseScore? score, ReleaseCriterion? leaf) =>
        Cell.Of(score is null ? null : FigureWords.Of(score.Achieved, score.Counts, score.Required, leaf?.FigureNoun));

    [GeneratedRegex(@"(?<=\.)\s", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();
}
