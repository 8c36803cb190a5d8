using ParIndex.Domain.Analysis;
using ParIndex.Domain.Ranking;
using ParIndex.Domain.Ratings;

namespace ParIndex.Domain.Releases;

/// <summary>One group in a release, with its rules and results as they were.</summary>
public sealed class ReleaseGroup
{
    private readonly List<ReleaseResult> _results = [];
    private readonly List<ReleaseReference> _references = [];
    private readonly List<ReleaseCriterion> _criteria = [];

    /// <param name="slug">Its part of the address.</param>
    /// <param name="name">Its name at the time.</param>
    /// <param name="nameEn">English name.</param>
    /// <param name="position">Order among the groups.</param>
    /// <param name="sinceVersion">The version of the release in which its figures stand as they are.</param>
    /// <param name="results">The rows, in the order published.</param>
    /// <param name="references">Figures of other years that were quoted with the announcement.</param>
    /// <param name="criteria">The criteria tree in its order; empty when only totals are known.</param>
    public ReleaseGroup(string slug, string name, string? nameEn, int position, int sinceVersion, IEnumerable<ReleaseResult> results, IEnumerable<ReleaseReference> references, IEnumerable<ReleaseCriterion>? criteria = null)
    {
        Slug = slug;
        Name = name;
        NameEn = nameEn;
        Position = position;
        SinceVersion = sinceVersion;
        _results.AddRange(results);
        _references.AddRange(references);
        ResultCount = _results.Count;
        ReferenceCount = _references.Count;
        _criteria.AddRange(criteria ?? []);
        CriterionCount = _criteria.Count;
    }

    private ReleaseGroup()
    {
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The release.</summary>
    public Guid ReleaseId { get; private set; }

    /// <summary>Its part of the address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Its name at the time.</summary>
    public string Name { get; private set; } = "";

    /// <summary>English name.</summary>
    public string? NameEn { get; private set; }

    /// <summary>Order among the groups.</summary>
    public int Position { get; private set; }

    /// <summary>The version of the release in which its figures stand as they are; earlier than the release's own in a supplement.</summary>
    public int SinceVersion { get; private set; }

    /// <summary>Rating bands, or <c>null</c> when none were known.</summary>
    public RatingScheme? Ratings { get; init; }

    /// <summary>What capped ratings; <c>null</c> where nothing did.</summary>
    public ConditionScheme? RatingConditions { get; init; }

    /// <summary>What of the criteria set was repaired after scoring had opened, a line for each repair; <c>null</c> where nothing was.</summary>
    public string? SetRepairs { get; init; }

    /// <summary>
    /// What its figures were computed with beside bands and ranking, as <see cref="CalculationRules.ToJson"/> writes it;
    /// <c>null</c> in tables printed elsewhere of which no year before is published here, and in releases older than this.
    /// </summary>
    public string? Calculation { get; init; }

    /// <summary>Who was ranked with whom.</summary>
    public RankingPolicy Ranking { get; init; } = RankingPolicy.Default;

    /// <summary>Decimals that points are published with.</summary>
    public int ScoreDecimals { get; init; } = 2;

    /// <summary>Decimals that indices are published with.</summary>
    public int IndexDecimals { get; init; } = 2;

    /// <summary>The mean printed in the table, per cent, or <c>null</c>.</summary>
    public decimal? PrintedMean { get; init; }

    /// <summary>Why scales differ from 100, in words of the announcement, or <c>null</c>.</summary>
    public string? ScaleNote { get; init; }

    /// <summary>How many rows the group holds; a row more is refused by the database.</summary>
    public int ResultCount { get; private set; }

    /// <summary>How many references the group holds.</summary>
    public int ReferenceCount { get; private set; }

    /// <summary>How many nodes the criteria tree holds; 0 when only totals are known.</summary>
    public int CriterionCount { get; private set; }

    /// <summary>SHA-256 of its canonical text when it was published, lower-case hexadecimal; <c>null</c> in releases older than this.</summary>
    public string? Digest { get; private set; }

    /// <summary>Whether units are published down to each leaf.</summary>
    public bool HasLeaves => CriterionCount > 0;

    /// <summary>Whether its figures were printed elsewhere and stand beside computed ones.</summary>
    public bool IsPrinted => _results.Exists(result => result.PublishedIndex is not null);

    /// <summary>Whether its rows were taken from a table printed elsewhere, with indices in it or without.</summary>
    public bool IsFromPrint => _results.Exists(result => result.NameAsPrinted is not null);

    /// <summary>The rows, in the order published.</summary>
    public IReadOnlyList<ReleaseResult> Results => _results;

    /// <summary>Figures of other years that were quoted with the announcement.</summary>
    public IReadOnlyList<ReleaseReference> References => _references;

    /// <summary>The criteria tree in its order; loaded only where leaves are shown.</summary>
    public IReadOnlyList<ReleaseCriterion> Criteria => _criteria;

    /// <summary>
    /// What its figures were computed with, as recorded; of a table printed elsewhere what every such table is computed with; of
    /// a release older than the record what its figures tell.
    /// </summary>
    /// <exception cref="InvalidOperationException">Its leaves were not loaded, and it has no record.</exception>
    public CalculationRules ReadCalculation() =>
        Calculation is { } json ? CalculationRules.FromJson(json)
        : IsFromPrint ? new() { IndexMayExceed100 = true }
        : CalculationRules.InferredFrom(this);

    /// <summary>The group's figures over its official indices.</summary>
    public GroupSummary Summary => SummaryOf(_results);

    /// <summary>
    /// The figures of each ranking list over the units that take a place in it, in the order published; one nameless list
    /// where the group has one. Highest and lowest are said of these, as units of two lists are not ranked together.
    /// </summary>
    public IReadOnlyList<(string? Name, GroupSummary Summary)> Lists
    {
        get
        {
            var lists = _results.Where(result => result.Rank is not null).GroupBy(result => result.RankingList).ToList();
            return [.. lists.Select(list => (lists.Count == 1 ? null : list.Key, SummaryOf(list)))];
        }
    }

    /// <summary>How many units take a place in the whole group beside the one in their list; 0 where none does.</summary>
    public int WholeRanked => _results.Count(result => result.WholeRank is not null);

    /// <summary>Whether another unit shares the place in the whole group.</summary>
    public bool IsWholeTied(ReleaseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.WholeRank is { } place && _results.Exists(other => other.UnitCode != result.UnitCode && other.WholeRank == place);
    }

    /// <summary>The row of a unit, or <c>null</c>.</summary>
    public ReleaseResult? Result(string unitCode) => _results.Find(result => result.UnitCode == unitCode);

    /// <summary>A reference value of the group or of one of its units, or <c>null</c>.</summary>
    public ReleaseReference? Reference(ReferenceMeasure measure, int year, string? unitCode = null, string? label = null) =>
        _references.Find(reference => reference.Measure == measure && reference.Year == year && reference.UnitCode == unitCode && reference.Label == label);

    /// <summary>Notes what group and rows are, so that a difference found later can be named.</summary>
    internal void NoteDigests(Release release)
    {
        Digest = ResultsDigest.OfGroup(release, this);
        _results.ForEach(result => result.NoteDigest(this));
    }

    internal void SortRows()
    {
        _results.Sort((one, other) => one.Position.CompareTo(other.Position));
        _references.Sort((one, other) => one.Position.CompareTo(other.Position));
        _criteria.Sort((one, other) => one.Position.CompareTo(other.Position));
        _results.ForEach(result => result.SortRows());
    }

    /// <summary>Asks for the leaves, without which a copy or a digest would silently be another.</summary>
    /// <exception cref="InvalidOperationException">They were not loaded.</exception>
    public void RequireLeaves()
    {
        if (_criteria.Count != CriterionCount || _results.Exists(result => result.Scores.Count != result.ScoreCount))
        {
            throw new InvalidOperationException($"The leaves of group {Slug} are not loaded: read the whole release.");
        }
    }

    /// <summary>The same group for a later version of the release, its figures untouched.</summary>
    /// <exception cref="InvalidOperationException">Its leaves were not loaded.</exception>
    public ReleaseGroup Copy()
    {
        RequireLeaves();
        return Copied();
    }

    private static GroupSummary SummaryOf(IEnumerable<ReleaseResult> results) =>
        GroupSummary.Of(results.Where(result => result.OfficialIndex is not null).Select(result => new SummaryEntry(result.UnitCode, result.OfficialIndex!.Value, result.OfficialRating)));

    private ReleaseGroup Copied() => new(Slug, Name, NameEn, Position, SinceVersion, _results.Select(result => result.Copy()), _references.Select(reference => reference.Copy()), _criteria.Select(criterion => criterion.Copy()))
    {
        Ratings = Ratings,
        RatingConditions = RatingConditions,
        SetRepairs = SetRepairs,
        Calculation = Calculation,
        Ranking = Ranking,
        ScoreDecimals = ScoreDecimals,
        IndexDecimals = IndexDecimals,
        PrintedMean = PrintedMean,
        ScaleNote = ScaleNote,
    };
}
