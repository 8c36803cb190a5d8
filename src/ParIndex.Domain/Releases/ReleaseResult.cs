using ParIndex.Domain.Analysis;
using ParIndex.Domain.Scoring;

namespace ParIndex.Domain.Releases;

/// <summary>The published row of one unit: natural keys, names and figures as they were.</summary>
public sealed class ReleaseResult
{
    private List<ReleaseScore> _scores = [];

    /// <summary>A row of totals alone.</summary>
    public ReleaseResult()
    {
    }

    /// <param name="scores">The points of each leaf, in the order of the tree.</param>
    public ReleaseResult(IEnumerable<ReleaseScore> scores)
    {
        _scores.AddRange(scores);
        ScoreCount = _scores.Count;
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The group.</summary>
    public Guid ReleaseGroupId { get; private set; }

    /// <summary>Position in the table, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>The unit's permanent code.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The register's full name in that year.</summary>
    public required string UnitName { get; init; }

    /// <summary>English name, or <c>null</c>.</summary>
    public string? UnitNameEn { get; init; }

    /// <summary>The table's own spelling, or <c>null</c> when there was no printed table.</summary>
    public string? NameAsPrinted { get; init; }

    /// <summary>The special-case mark.</summary>
    public bool IsSpecialCase { get; init; }

    /// <summary>Appraisal points.</summary>
    public decimal? AppraisalScore { get; init; }

    /// <summary>Survey points.</summary>
    public decimal? SurveyScore { get; init; }

    /// <summary>Bonus points.</summary>
    public decimal? Bonus { get; init; }

    /// <summary>Penalty points, a magnitude.</summary>
    public decimal? Penalty { get; init; }

    /// <summary>Achieved points.</summary>
    public decimal? TotalScore { get; init; }

    /// <summary>The unit's own scale, points.</summary>
    public decimal? Scale { get; init; }

    /// <summary>Where the scale comes from.</summary>
    public ScaleSource? ScaleSource { get; init; }

    /// <summary>The index computed from points and scale, per cent, rounded.</summary>
    public decimal? Index { get; init; }

    /// <summary>The index as printed, per cent.</summary>
    public decimal? PublishedIndex { get; init; }

    /// <summary>The rating as printed.</summary>
    public string? PublishedRating { get; init; }

    /// <summary>The number printed before the unit in its list.</summary>
    public int? PublishedOrder { get; init; }

    /// <summary>How the printed index agrees with the computed one.</summary>
    public Consistency? Consistency { get; init; }

    /// <summary>The rating by the bands: of the computed index, or of the printed one where none can be computed.</summary>
    public string? Rating { get; init; }

    /// <summary>Why the rating is lower than the bands alone say, with that band; <c>null</c> where it is not.</summary>
    public string? RatingReason { get; init; }

    /// <summary>The computed place within its list.</summary>
    public int? Rank { get; init; }

    /// <summary>Whether another unit shares the place.</summary>
    public bool IsTied { get; init; }

    /// <summary>The place within the whole group; <c>null</c> unless the group gives one beside the place in a list.</summary>
    public int? WholeRank { get; init; }

    /// <summary>Why the unit stands before or behind another of the same index; <c>null</c> where no decision of the council made the difference.</summary>
    public string? RankReason { get; init; }

    /// <summary>The best place the rounded figures allow.</summary>
    public int? BestRank { get; init; }

    /// <summary>The worst place the rounded figures allow.</summary>
    public int? WorstRank { get; init; }

    /// <summary>The list the unit is ranked in, or <c>null</c> when the group has one.</summary>
    public string? RankingList { get; init; }

    /// <summary>
    /// Official index minus that of the year before, percentage points; <c>null</c> when that one is not known. What is
    /// shown, counted, sorted by or spoken of is <see cref="UsableChange"/>.
    /// </summary>
    public decimal? Change { get; init; }

    /// <summary>Whether the two years may be compared directly; <c>null</c> when it cannot be known.</summary>
    public bool? IsComparable { get; init; }

    /// <summary>
    /// Why the change may not be used, or <c>null</c> when it may: the one predicate that every count, sentence, sort and
    /// headline asks. Of a printed table no criteria are known, and the announcement itself set its years side by side.
    /// </summary>
    public NoChange? WhyNoChange => this switch
    {
        { OfficialIndex: null } => NoChange.NoFigure,
        { IsComparable: false } => NoChange.NotComparable,
        { Change: null } => NoChange.NoFigureBefore,
        { IsComparable: null, NameAsPrinted: null } => NoChange.ComparabilityUnknown,
        _ => null,
    };

    /// <summary>The change where it may be used, percentage points; else <c>null</c>.</summary>
    public decimal? UsableChange => WhyNoChange is null ? Change : null;

    /// <summary>SHA-256 of the row and its leaves when it was published, lower-case hexadecimal; <c>null</c> in releases older than this.</summary>
    public string? Digest { get; private set; }

    /// <summary>How many leaves the row holds; 0 when only totals are known. A leaf more is refused by the database.</summary>
    public int ScoreCount { get; private set; }

    /// <summary>The points of each leaf, in the order of the tree; loaded only where leaves are shown.</summary>
    public IReadOnlyList<ReleaseScore> Scores => _scores;

    /// <summary>The figure headlines use: the printed one where there is one, else the computed.</summary>
    public decimal? OfficialIndex => PublishedIndex ?? Index;

    /// <summary>The rating headlines use.</summary>
    public string? OfficialRating => PublishedRating ?? Rating;

    /// <summary>The same figures for a later version of the release.</summary>
    internal ReleaseResult Copy()
    {
        var copy = (ReleaseResult)MemberwiseClone();
        (copy.Id, copy.ReleaseGroupId) = (Guid.CreateVersion7(), Guid.Empty);
        copy._scores = [.. _scores.Select(score => score.Copy())];
        return copy;
    }

    internal void NoteDigest(ReleaseGroup group) => Digest = ResultsDigest.OfRow(group, this);

    internal void SortRows() => _scores.Sort((one, other) => one.Position.CompareTo(other.Position));
}
